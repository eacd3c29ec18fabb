/* finish: from the replay to the account as it is reported (rules 10, 14, 21, 23).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_FINISH_H
#define RECKON_FINISH_H

#include "reckon/replay.h"

/* Items with their charges, segments and blocks; sums, aging; warnings about each. */
void finish_account(struct replay *replay);
/* Rule 23 on every invoice and on the account; false: a bug of ours. */
bool finish_conserves(const struct replay *replay);

#endif
