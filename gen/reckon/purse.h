/* purse: credit, and how it is used up (rules 4e, 6).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_PURSE_H
#define RECKON_PURSE_H

#include "reckon/replay.h"

/* What is left of a fund becomes credit. */
void purse_put(struct replay *replay, const struct fund *fund);
/* A part of a fund is held for an invoice that is not issued yet. */
void purse_hold(struct replay *replay, struct debt *debt, const struct fund *fund,
		money sum);
/* The invoice is issued: what is held for it is used, the rest becomes credit. */
void purse_release(struct replay *replay, struct debt *debt);
/* Credit is used at once by a newly issued invoice. */
void purse_use(struct replay *replay, struct debt *debt);
/* A refund uses credit; false when there was not enough: credit is below zero then. */
bool purse_refund(struct replay *replay, money amount, money *short_by);
/* Ordinary credit, negative after an uncovered refund. */
money purse_credit(const struct replay *replay);

#endif
