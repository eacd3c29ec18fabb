/* warn: what somebody should look at, found while reckoning.
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_WARN_H
#define RECKON_WARN_H

#include "reckon/replay.h"

/* Rates that are missing or have run out, amounts in another currency, a credit note that
 * leaves interest standing. */
void warn_item(struct replay *replay, struct debt *debt);
/* Money on no invoice, a balance above the credit limit. */
void warn_account(struct replay *replay);

#endif
