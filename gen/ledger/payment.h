/* payment: whose a payment is, in which currency, and what it names.
 * Floor 2. Owner: the book. */
#ifndef LEDGER_PAYMENT_H
#define LEDGER_PAYMENT_H

#include "ledger/reading.h"

/* Resolves every payment's customer (its own, or that of the invoice it names), currency
 * and invoices. */
void payment_resolve(struct reading *reading);
/* Once amounts are known: whose invoices are named, in which currency, for how much. */
void payment_check(struct reading *reading);

#endif
