/* bank: whether the numbers of a bank account can be right.
 * Floor 2. Owner: nothing but notices, all errors: money sent to a wrong number is gone.
 */
#ifndef LEDGER_BANK_H
#define LEDGER_BANK_H

#include "ledger/reading.h"

/* ISO 13616: the country's length and the check digits; blanks are allowed. */
bool bank_iban(struct reading *reading, const struct node *node, struct str text);
/* ISO 9362: 8 or 11 characters. */
bool bank_bic(struct reading *reading, const struct node *node, struct str text);
/* Sort code and account number of a creditor in GB; elsewhere they may be anything. */
void bank_check(struct reading *reading);

#endif
