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
/* The evening before A's month: all charges, and then the movements so far must come to
 * what the invoices owe and hold (rule 22); else the month is marked as broken. A payment
 * that is returned later stands in both lines, which cancel out. */
void movement_end_month(struct replay *replay);
/* Sorts them by day, kind and number, and hands them to the account with the balance
 * that A's month began with. */
void movement_finish(struct replay *replay);

#endif
