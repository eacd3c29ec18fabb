/* settle: putting money on invoices, in the order of the policy (rules 5, 8).
 * Floor 3. Owner: the replay's arena.
 *
 * Every step that takes money from a fund or lowers a principal passes through here. */
#ifndef RECKON_SETTLE_H
#define RECKON_SETTLE_H

#include "reckon/replay.h"

/* Runs the invoice up to today and says anew which rounds it takes money in. */
void settle_mark(struct replay *replay, struct debt *debt);
/* Puts the fund on these invoices, one step of rule 4; those not issued yet take nothing.
 */
void settle_list(struct replay *replay, struct debt *const *debts, size_t count,
		 struct fund *fund);
/* Puts the fund on the account's oldest open invoices: step (d). */
void settle_oldest(struct replay *replay, struct fund *fund);
/* Puts the fund on the invoice's principal alone: held credit and credit (rule 4e).
 * Several funds may follow each other; settle_discount is called when they are through.
 */
void settle_principal(struct replay *replay, struct debt *debt, struct fund *fund);
/* Grants the discount where it has been reached (rule 8), and marks the invoice. */
void settle_discount(struct replay *replay, struct debt *debt);
/* Lowers a principal by a credit note or a write-off; says how much was taken. */
money settle_reduce(struct replay *replay, struct debt *debt, struct fund *fund);

#endif
