/* fuzz: what the harnesses share: a desk with sources and findings, and the laws that
 * hold for whatever was read. A breach ends the process, so libFuzzer keeps the input. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "run/book.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size);

struct fuzz {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	date day;
	bool owns_sources;
};

struct fuzz fuzz_begin(void);
/* With sources that are kept for other inputs; the caller's. */
struct fuzz fuzz_begin_with(struct sources *sources);
/* Prints the findings to nowhere, with their excerpts, and gives everything back. */
void fuzz_end(struct fuzz *fuzz);

/* The input up to a line "%% name"; *rest is what follows that line, *name its name.
 * Without such a line the rest is empty. */
struct str fuzz_part(struct str whole, struct str *name, struct str *rest);

/* Judges, typesets and, when it is sound, checks a ledger that was read. */
void fuzz_book(struct fuzz *fuzz, struct ledger *ledger, struct str folder);

/* Says which law is broken, and ends. */
void fuzz_law(bool kept, const char *law);

#endif
