#include "reckon/promise.h"

static money open_sum(struct replay *r, const struct debt *debt)
{
	money sum = debt->item.principal;
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum = money_add(sum, debt_open(debt, c, r->today + 1), &r->overflow);
	return sum;
}

static money all_open(struct replay *r, const struct promise_run *run)
{
	money sum = 0;
	size_t count = run->ndebts > 0 ? run->ndebts : r->ndebts;
	for (size_t i = 0; i < count; i++) {
		struct debt *debt = run->ndebts > 0 ? run->debts[i] : &r->debts[i];
		if (!debt->issued)
			continue;
		accrual_touch(&debt->accrual, r->today);
		sum = money_add(sum, open_sum(r, debt), &r->overflow);
	}
	return sum;
}

void promise_start(struct replay *r, struct promise_run *run)
{
	const struct promise *promise = run->status.promise;
	run->received = r->sums.received;
	run->amount = promise->amount != MONEY_NONE ? promise->amount : all_open(r, run);
}

void promise_end(struct replay *r, struct promise_run *run)
{
	bool reached = r->sums.received - run->received >= run->amount;
	run->status.state = reached ? PROMISE_KEPT : PROMISE_BROKEN;
}

void promise_finish(struct replay *r)
{
	struct account *account = r->account;
	account->promises = ARENA_ARRAY(r->arena, struct promise_status, r->npromises);
	for (size_t i = 0; i < r->npromises; i++) {
		struct promise_status *status = &account->promises[account->npromises++];
		*status = r->promises[i].status;
		if (r->as_of <= status->promise->by)
			status->state = PROMISE_RUNNING;
		if (status->state == PROMISE_BROKEN)
			NOTICE(r->notices, PROMISE_BROKEN, status->promise->span,
			       STR_ARG(account->customer->id));
	}
}
