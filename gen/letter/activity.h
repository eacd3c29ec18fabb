/* activity: what happened on the account in the month of today, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_ACTIVITY_H
#define LETTER_ACTIVITY_H

#include "letter/fill.h"

/* Sets `period`, `brought_forward`, `movements` and `payments` (rule 22), as the
 * reckoning tells them: what is brought forward and the movements make the balance. */
void activity_fill(const struct fill *fill);
/* What a movement is called: "Payment", "Interest waived". */
struct str activity_word(const struct fill *fill, const struct movement *movement);

#endif
