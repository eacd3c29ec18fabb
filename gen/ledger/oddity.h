/* oddity: what only shows when records are compared: numbers, days, amounts.
 * Floor 2. Owner: nothing but warnings.
 *
 * Rare on honest ledgers by design; linear but for sorting within accounts. Where a
 * record could not be read, what is missing would look like a finding: so numbers and
 * amounts are compared in a ledger without errors only. */
#ifndef LEDGER_ODDITY_H
#define LEDGER_ODDITY_H

#include "ledger/reading.h"

/* To be called when the ledger is ordered. */
void oddity_check(struct reading *reading);

#endif
