/* promise: what a customer said it would pay, and whether it did (rule 18).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_PROMISE_H
#define RECKON_PROMISE_H

#include "reckon/replay.h"

/* The day it is made, before that day's money: without an amount it is all that is open.
 */
void promise_start(struct replay *replay, struct promise_run *run);
/* The end of its last day: kept when the account's payments since reach its amount. */
void promise_end(struct replay *replay, struct promise_run *run);
/* States as of A, for the account; a broken one is a warning. */
void promise_finish(struct replay *replay);

#endif
