/* codes: what a telephone reads in the payment box.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_CODES_H
#define LETTER_CODES_H

#include "letter/fill.h"

/* The list `codes` of the view: a bank transfer, the payment page; empty when nothing is
 * to pay. `to_pay` and `pay_url` are filled already. */
void codes_fill(const struct fill *fill, struct str reference);

#endif
