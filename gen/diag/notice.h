/* notice: findings with a code, a place, notes and a way out.
 * Floor 1. Owner: the collector's arena.
 *
 * One collector gathers all findings of a run (or of one job; collectors are merged in
 * order). An exact repeat (code, place, text) counts for nothing. notices_print sorts by
 * file (as it is shown; what has no place comes first), offset, then code, and renders
 *
 *   invoices/2026.yaml:7:14: error: payment names unknown invoice 'R-2013'
 * [invoice-unknown] 7 |   - for: [R-2013] |           ^^^^^^ = help: did you mean
 * 'R-2031'? invoices/2026.yaml:3:13: note: invoice 'R-2031' is declared here
 *
 * (house.md, Diagnostics; the first line's form is frozen). Control characters and hidden
 * ones in what is shown are made visible, so no text can command a terminal. */
#ifndef DIAG_NOTICE_H
#define DIAG_NOTICE_H

#include <stdio.h>

#include "base/map.h"
#include "diag/catalogue.h"
#include "diag/source.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY__COUNT };

struct note {
	struct span span;
	struct str text;
	struct note *next;
};

struct notice {
	enum notice_code code;
	struct span span;
	uint32_t length; /* [bytes] under the caret; 0: the token that stands there */
	struct str text;
	struct str help; /* what to do (remedy.h, or set); empty: where to read more */
	struct note *notes;
	struct notice *next;
};

struct notices {
	struct arena *arena;
	struct sources *sources;
	struct notice *first, **last;
	size_t errors, warnings;
	struct map seen; /* what was added, so that an exact repeat is not added again */
};

struct notices notices_new(struct arena *arena, struct sources *sources);

/* Adds a finding; the text's form is the catalogue's, checked by the compiler against the
 * arguments: NOTICE(notices, INVOICE_UNKNOWN, span, STR_ARG(number)). Never NULL. */
#define NOTICE(notices, NAME, span, ...) \
	notice_add((notices), NOTICE_##NAME, (span), NOTICE_TEXT_##NAME, __VA_ARGS__)
/* The same for a text without arguments. */
#define NOTICE_PLAIN(notices, NAME, span) \
	notice_add((notices), NOTICE_##NAME, (span), "%s", NOTICE_TEXT_##NAME)
struct notice *notice_add(struct notices *notices, enum notice_code code,
			  struct span span, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void notice_help(struct notices *notices, struct notice *notice, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void notice_note(struct notices *notices, struct notice *notice, struct span span,
		 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Is there one of this code? */
bool notices_have(const struct notices *notices, enum notice_code code);

/* Moves all of `from` behind `to` (texts are copied into to's arena). */
void notices_merge(struct notices *to, const struct notices *from);

const char *notice_code_name(enum notice_code code); /* "invoice-unknown" */
enum severity notice_severity(enum notice_code code);
const char *notice_paragraph(enum notice_code code); /* for `help CODE` */

/* Sorted for printing, a fault once however often its file was read: an array of
 * pointers, `*count` long. */
const struct notice **notices_sorted(const struct notices *notices, size_t *count);
/* The human form, at most LIMIT_NOTICES of them, to `out`. */
void notices_print(const struct notices *notices, FILE *out, bool color);

#endif
