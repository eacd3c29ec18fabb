#include "reckon/plan.h"

#include "reckon/settle.h"
#include "reckon/trace.h"

/* Every invoice of the plan hears of it. */
static void tell(const struct replay *r, const struct plan_run *run, enum trace_kind kind,
		 date day)
{
	for (size_t i = 0; r->trace != NULL && i < run->ndebts; i++)
		trace_tell(r->trace,
			   &(struct trace_step){.kind = kind,
						.date = day,
						.invoice = run->debts[i]->item.invoice,
						.span = run->plan->span,
						.amount = run->total,
						.left = run->status.paid,
						.reference = run->plan->id});
}

static bool stops(const struct plan_run *run)
{
	return run->plan->interest != RUNS_RUNS;
}

static date due_of(const struct plan *plan, int32_t i)
{
	switch (plan->every) {
	case EVERY_WEEK:
		return plan->first + 7 * i;
	case EVERY_FORTNIGHT:
		return plan->first + 14 * i;
	case EVERY_QUARTER:
		return date_add_months(plan->first, 3 * i);
	case EVERY_NONE:
	case EVERY_MONTH:
	case EVERY__COUNT:
		break;
	}
	return date_add_months(plan->first, i);
}

static bool kept(const struct plan_run *run)
{
	return run->started && run->status.broken == DATE_NONE;
}

static money open_principal(struct replay *r, const struct plan_run *run)
{
	money sum = 0;
	for (size_t i = 0; i < run->ndebts; i++)
		if (run->debts[i]->issued)
			sum = money_add(sum, run->debts[i]->item.principal, &r->overflow);
	return sum;
}

/* What is missing up to and including the first instalment not yet covered. */
static money wanted(const struct plan_run *run, bool *overflow)
{
	money sum = 0;
	for (size_t i = 0; i < run->status.ninstalments; i++) {
		sum = money_add(sum, run->status.instalments[i].amount, overflow);
		if (sum > run->status.paid)
			return sum - run->status.paid;
	}
	return 0;
}

/* All instalments are paid: done from tomorrow, when interest runs again. */
static void complete(struct replay *r, struct plan_run *run)
{
	run->done_on = r->today + 1;
	tell(r, run, TRACE_FULFILLED, run->done_on);
	for (size_t i = 0; stops(run) && i < run->ndebts; i++) {
		struct accrual *a = &run->debts[i]->accrual;
		accrual_touch(a, r->today);
		a->pending.on = r->today + 1;
		a->pending.plans++;
	}
}

static void count_paid(struct replay *r, struct plan_run *run)
{
	if (!run->divided) /* GCOVR_EXCL_BR_LINE: divided before its first money counts */
		return;	   /* GCOVR_EXCL_LINE: as above */
	if (kept(run) && run->done_on == DATE_LAST && run->status.paid >= run->total)
		complete(r, run);
}

date plan_check_day(const struct plan *plan, date due)
{
	date day = due + (plan->grace_days > 0 ? plan->grace_days : 0) + 1;
	return day > plan->agreed ? day : plan->agreed;
}

struct instalment *plan_instalments(struct arena *arena, const struct plan *plan,
				    size_t *count)
{
	bool listed = plan->ninstalments > 0;
	*count = listed ? plan->ninstalments : (size_t)plan->count;
	struct instalment *list = ARENA_ARRAY(arena, struct instalment, *count);
	for (size_t i = 0; i < *count; i++) {
		if (listed)
			list[i] = plan->instalments[i];
		else
			list[i] = (struct instalment){plan->span,
						      due_of(plan, (int32_t)i), 0};
	}
	return list;
}

void plan_start(struct replay *r, struct plan_run *run)
{
	run->started = true;
	tell(r, run, TRACE_PLANNED, r->today);
	for (size_t i = 0; stops(run) && i < run->ndebts; i++) {
		accrual_touch(&run->debts[i]->accrual, r->today);
		run->debts[i]->accrual.plans++;
	}
	if (run->plan->ninstalments == 0)
		return;
	run->divided = true;
	for (size_t i = 0; i < run->status.ninstalments; i++)
		run->total = money_add(run->total, run->status.instalments[i].amount,
				       &r->overflow);
	count_paid(r, run);
}

void plan_divide(struct replay *r, struct plan_run *run)
{
	if (run->divided)
		return;
	size_t count = run->status.ninstalments;
	run->divided = true;
	run->total = open_principal(r, run);
	money each = run->total / (money)count;
	for (size_t i = 0; i < count; i++)
		run->status.instalments[i].amount = each;
	run->status.instalments[count - 1].amount =
		run->total - each * (money)(count - 1);
	count_paid(r, run);
}

void plan_credit(struct replay *r, struct debt *debt, const struct fund *fund, money sum)
{
	for (const struct plan_link *link = debt->plans; link != NULL;
	     link = link->next) {
		struct plan_run *run = link->run;
		if (!run->started || fund->date < run->plan->agreed)
			continue;
		run->status.paid = money_add(run->status.paid, sum, &r->overflow);
		count_paid(r, run);
	}
}

void plan_settle(struct replay *r, struct plan_run *run, struct fund *fund)
{
	if (!kept(run) || run->done_on < r->today)
		return;
	plan_divide(r, run);
	money limit = wanted(run, &r->overflow);
	struct fund step = *fund;
	step.left = limit < fund->left ? limit : fund->left;
	money before = step.left;
	settle_list(r, run->debts, run->ndebts, &step);
	fund->left -= before - step.left;
}

void plan_check(struct replay *r, struct plan_run *run, size_t instalment)
{
	struct plan_status *status = &run->status;
	status->required = money_add(
		status->required, status->instalments[instalment].amount, &r->overflow);
	if (!kept(run) || status->paid >= status->required)
		return;
	status->broken = r->today;
	tell(r, run, TRACE_BROKEN, r->today);
	for (size_t i = 0; stops(run) && i < run->ndebts; i++) {
		accrual_touch(&run->debts[i]->accrual, r->today);
		run->debts[i]->accrual.plans--;
	}
}

void plan_finish(struct replay *r)
{
	struct account *account = r->account;
	account->plans = ARENA_ARRAY(r->arena, struct plan_status, r->nplans);
	for (size_t i = 0; i < r->nplans; i++) {
		const struct plan_run *run = &r->plans[i];
		struct plan_status *status = &account->plans[account->nplans++];
		*status = run->status;
		status->done = DATE_NONE;
		if (status->broken != DATE_NONE)
			status->state = PLAN_BROKEN;
		else
			status->state = run->done_on <= r->as_of ? PLAN_DONE : PLAN_KEPT;
		if (status->state == PLAN_DONE)
			status->done = run->done_on - 1;
	}
}
