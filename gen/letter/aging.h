/* aging: the account's open invoices by days overdue, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_AGING_H
#define LETTER_AGING_H

#include "letter/fill.h"

/* Sets `aging` (rule 21). */
void aging_fill(const struct fill *fill);

#endif
