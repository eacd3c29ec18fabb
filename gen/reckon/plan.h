/* plan: agreed instalments and what became of them (rules 4c, 10, 18).
 * Floor 3. Owner: the replay's arena. */
#ifndef RECKON_PLAN_H
#define RECKON_PLAN_H

#include "reckon/replay.h"

/* The day an instalment is first required in full: due + grace + 1, not before `agreed`.
 */
date plan_check_day(const struct plan *plan, date due);
/* The due days of a plan, listed or generated. */
struct instalment *plan_instalments(struct arena *arena, const struct plan *plan,
				    size_t *count);
/* The plan is agreed: interest stops where it says so. */
void plan_start(struct replay *replay, struct plan_run *run);
/* Generated instalments: the open principal of this moment in equal parts. Once only. */
void plan_divide(struct replay *replay, struct plan_run *run);
/* Money was put on one of its invoices. */
void plan_credit(struct replay *replay, struct debt *debt, const struct fund *fund,
		 money sum);
/* Step (c): at most what the first instalment not yet covered still needs. */
void plan_settle(struct replay *replay, struct plan_run *run, struct fund *fund);
/* The end of an instalment's check day: kept or broken. */
void plan_check(struct replay *replay, struct plan_run *run, size_t instalment);
/* States and sums as of A, for the account. */
void plan_finish(struct replay *replay);

#endif
