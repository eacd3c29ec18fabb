/* field: one value into its place, by its type in the table.
 * Floor 2. Owner: what is read is copied to the book. */
#ifndef LEDGER_FIELD_H
#define LEDGER_FIELD_H

#include "ledger/reading.h"

/* Reads `node` into the record at `base`; nested records are record.h's. False: a notice
 * was made, the place keeps what stands for nothing written. */
bool field_read(struct reading *reading, const struct field *field,
		const struct node *node, void *base);

/* A list's first item, or the node alone where the thing itself stands; *count items. */
const struct node *field_items(const struct node *node, size_t *count);

#endif
