/* rates: tables of reference rates, the program's with the user's entries over them.
 * Floor 2. Owner: tables live in the book. */
#ifndef LEDGER_RATES_H
#define LEDGER_RATES_H

#include "ledger/reading.h"

/* The table of that name, built on first use; NULL when there is none, or when it is
 * broken
 * (*broken: a notice was made about it). */
const struct rate_table *rates_find(struct reading *reading, struct str name,
				    bool *broken);
/* The nearest name of a table; empty when nothing is near. */
struct str rates_near(struct reading *reading, struct str name);
/* Builds the user's tables and puts all built so far into the ledger, by name. */
void rates_freeze(struct reading *reading);

#endif
