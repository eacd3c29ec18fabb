/* claim: which charges count, by letters that were sent, waivers and time (rules 11, 12,
 * 15). Floor 3. Owner: the replay's arena. */
#ifndef RECKON_CLAIM_H
#define RECKON_CLAIM_H

#include "reckon/replay.h"

/* The start of a waiver's day. */
void claim_waive(struct replay *replay, struct debt *debt, const struct waive *waive);
/* Tells what of a charge is about to be given up for the record at `span`. */
void claim_tell_waived(const struct replay *replay, const struct debt *debt,
		       enum charge charge, struct span span, struct str reason);
/* The start of the day an older system's charges are taken over. */
void claim_opening(struct replay *replay, struct debt *debt);
/* The end of due + grace. */
void claim_overdue(struct replay *replay, struct debt *debt);
/* The end of a logged letter's day. */
void claim_letter(struct replay *replay, const struct log_entry *entry);

#endif
