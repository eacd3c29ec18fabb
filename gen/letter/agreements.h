/* agreements: plans and promises in the view.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_AGREEMENTS_H
#define LETTER_AGREEMENTS_H

#include "letter/fill.h"

/* Sets `plans`, those that are kept or broken, with their instalments (rule 18), and
 * `promises`. */
void agreements_fill(const struct fill *fill);

#endif
