/* tax_id: whether a VAT number has its country's shape.
 * Floor 2. Owner: nothing but a warning: national tax numbers have forms of their own. */
#ifndef LEDGER_TAX_ID_H
#define LEDGER_TAX_ID_H

#include "ledger/reading.h"

/* Only what begins with the letters of a known country is looked at. */
void tax_id_check(struct reading *reading, const struct node *node, struct str text);

#endif
