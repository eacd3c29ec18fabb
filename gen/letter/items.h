/* items: invoices and what is not demanded of them, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_ITEMS_H
#define LETTER_ITEMS_H

#include "letter/fill.h"

/* Sets `invoices`, `blocked` and what there is of them. */
void items_fill(const struct fill *fill);
/* What is open on an item past its due day, neither blocked nor disputed. */
money item_overdue(const struct item *item, date as_of);

#endif
