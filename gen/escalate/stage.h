/* stage: which stage an invoice stands before, and from which day it may go out.
 * Floor 4, money wing. Owner: values only. */
#ifndef ESCALATE_STAGE_H
#define ESCALATE_STAGE_H

#include "reckon/account.h"

#define STAGE_NONE (-1) /* before the first, or after the last */

/* A `final` stage has been logged: the sequence has ended (rule 19). */
bool stage_ended(const struct item *item);

/* The stage after the one done; those before due lapse once the invoice is overdue (rule
 * 15). STAGE_NONE after the last or when ended. */
int32_t stage_next(const struct item *item, date as_of);

/* What the first day of a stage is the latest of (rule 16); DATE_NONE: not asked. */
struct stage_terms {
	date by_due;	  /* due + after */
	date by_letter;	  /* the stage before was logged + the days between the two */
	date by_deadline; /* the day after the deadline it gave */
};

struct stage_terms stage_terms(const struct item *item, int32_t next);
/* First day stage `next` (≥ 0) may be sent: the latest of its terms. */
date stage_earliest(const struct item *item, int32_t next);

#endif
