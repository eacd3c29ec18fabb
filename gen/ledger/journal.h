/* journal: the log's entries: stages by the policy of their invoices (rules 15, 20).
 * Floor 2. Owner: the book. */
#ifndef LEDGER_JOURNAL_H
#define LEDGER_JOURNAL_H

#include "ledger/reading.h"

void journal_resolve(struct reading *reading);

#endif
