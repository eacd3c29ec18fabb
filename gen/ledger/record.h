/* record: reads a mapping into a struct, as the table says.
 * Floor 2. Owner: what is read is copied to the book.
 *
 * Every fault is a notice of its own; the rest of the record is read on. */
#ifndef LEDGER_RECORD_H
#define LEDGER_RECORD_H

#include "ledger/reading.h"

/* What was seen of a record. */
struct reading_result {
	uint64_t seen;	 /* bit i: field i of the table was written */
	uint64_t broken; /* bit i: and is broken */
	bool ok;	 /* nothing was wrong with anything in it */
};

/* Sets every field to what stands for nothing written. */
void record_clear(const struct record *record, void *at);

/* Reads `node` into `at`; required fields that are missing are a notice unless `partial`
 * (a policy that may inherit them). The struct's leading span is set. */
struct reading_result record_read(struct reading *reading, const struct record *record,
				  const struct node *node, void *at, bool partial);

/* True when the field of that key was written (broken or not). */
bool record_has(const struct record *record, const struct reading_result *result,
		const char *key);

#endif
