/* charges: sums, interest and what is taken off, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_CHARGES_H
#define LETTER_CHARGES_H

#include "letter/fill.h"

/* Sets the sums, `charges`, `segments` and the daily interest. */
void charges_fill(const struct fill *fill);

#endif
