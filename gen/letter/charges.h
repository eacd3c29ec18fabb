/* charges: sums, interest and what is taken off, in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_CHARGES_H
#define LETTER_CHARGES_H

#include "letter/fill.h"

/* Sets the sums, `charges`, `segments` and the daily interest. */
void charges_fill(const struct fill *fill);
/* What a charge under a policy is called: interest is statutory where a law's rate runs.
 */
enum caption charges_caption(const struct policy *policy, enum charge charge);

#endif
