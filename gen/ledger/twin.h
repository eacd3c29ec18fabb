/* twin: payments that stand twice.
 * Floor 2. Owner: nothing but warnings. */
#ifndef LEDGER_TWIN_H
#define LEDGER_TWIN_H

#include "ledger/reading.h"

/* Same day, customer, amount, reference and invoices. To be called when the ledger is
 * ordered: twins lie side by side. */
void twin_check(struct reading *reading);

#endif
