/* footprint: what is written in a ledger, as a number for each customer and one for all
 * that is no customer's.
 * Floor 2. Owner: the book.
 *
 * While neither changes, and nothing but the ledger does, whatever is made for that
 * customer comes out as it did before. A footprint covers all that stands in a record,
 * known to the language or not, except where it stands: 64 bits of hash, against
 * accidents, not against malice. */
#ifndef LEDGER_FOOTPRINT_H
#define LEDGER_FOOTPRINT_H

#include "ledger/reading.h"

/* Of a value as it is written: keys, texts, shapes and quotes. (Of a record of a list,
 * which there are many of, the bytes themselves are hashed.) */
uint64_t footprint_of(const struct node *node);
/* Adds those of all records to their customers. Customers must have been found; call it
 * once. */
void footprint_settle(struct reading *reading);

#endif
