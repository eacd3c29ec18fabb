/* movement: what changed the account's balance, and when (rule 22).
 * Floor 3. Owner: the replay's arena.
 *
 * The movements up to any day add up to the balance of that day as A knows it. */
#ifndef RECKON_MOVEMENT_H
#define RECKON_MOVEMENT_H

#include "reckon/replay.h"

void movement_add(struct replay *replay, const struct movement *movement);
/* Takes a claimed charge up to the end of day `upto` into the movements of `day`: what it
 * has grown (or been waived) by since the last time. */
void movement_post(struct replay *replay, struct debt *debt, enum charge charge, date day,
		   date upto);
/* All charges of all invoices. */
void movement_post_all(struct replay *replay, date day, date upto);
/* Sorts them by day, kind and number, and hands them to the account. */
void movement_finish(struct replay *replay);

#endif
