/* history: aging and the month's payments, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_HISTORY_H
#define LETTER_HISTORY_H

#include "letter/fill.h"

/* Sets `aging` (rule 21) and `payments` (rule 22: movements in A's calendar month). */
void history_fill(const struct fill *fill);

#endif
