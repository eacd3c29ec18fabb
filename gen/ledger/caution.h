/* caution: what is well-formed but cannot be right, or should be looked at.
 * Floor 2. Owner: nothing but notices.
 *
 * An error: a policy that charges, on a customer whose kind is not known (rule 13).
 * Warnings: whatever the ledger and the day alone can tell. */
#ifndef LEDGER_CAUTION_H
#define LEDGER_CAUTION_H

#include "ledger/reading.h"

/* To be called when the ledger is ordered. */
void caution_check(struct reading *reading);

#endif
