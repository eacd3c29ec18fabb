/* unbuilt: what the ledger may say and no document can show yet.
 * Floor 6. Owner: borrows the ledger.
 *
 * It is read and checked like the rest, and stops what would print it, by name: nothing
 * is left out of a letter in silence. */
#ifndef RUN_UNBUILT_H
#define RUN_UNBUILT_H

#include "ledger/ledger.h"

void unbuilt_report(const struct ledger *ledger, struct notices *notices);

#endif
