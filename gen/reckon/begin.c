#include "reckon/begin.h"

#include <stdlib.h>

#include "reckon/order.h"
#include "reckon/plan.h"

/* The book has an account's invoices by due, issued and number, as rule 4d wants them. */
static void begin_debts(struct replay *r, const struct account_key *key)
{
	size_t count = key->counts[ACCOUNT_INVOICES];
	const void *const *rows = key->rows[ACCOUNT_INVOICES];
	r->debts = ARENA_ARRAY(r->arena, struct debt, count);
	r->ndebts = count;
	for (size_t i = 0; i < count; i++) {
		r->debts[i].place = i;
		debt_begin(&r->debts[i], r->arena, rows[i], r->as_of, &r->overflow);
		r->debts[i].accrual.trace = r->trace;
	}
}

/* The debts of these invoices, in the order of rule 4d. */
static struct debt **debts_of(struct replay *r, const struct invoice *const *invoices,
			      size_t named, size_t *count)
{
	struct debt **list = ARENA_ARRAY(r->arena, struct debt *, named);
	*count = 0;
	for (size_t i = 0; i < named; i++) {
		struct debt *debt = debt_find(r->debts, r->ndebts, invoices[i]);
		size_t at = *count;
		for (; at > 0 && list[at - 1]->place > debt->place; at--)
			list[at] = list[at - 1];
		list[at] = debt;
		(*count)++;
	}
	return list;
}

static void link_plan(struct replay *r, struct plan_run *run)
{
	for (size_t i = 0; i < run->ndebts; i++) {
		struct plan_link *link = ARENA_NEW(r->arena, struct plan_link);
		link->run = run;
		link->next = run->debts[i]->plans;
		run->debts[i]->plans = link;
	}
}

static void begin_plans(struct replay *r, const struct account_key *key)
{
	r->plans = ARENA_ARRAY(r->arena, struct plan_run, key->counts[ACCOUNT_PLANS]);
	for (size_t i = 0; i < key->counts[ACCOUNT_PLANS]; i++) {
		const struct plan *plan = key->rows[ACCOUNT_PLANS][i];
		struct plan_run *run = &r->plans[r->nplans];
		if (plan->agreed > r->as_of)
			continue;
		run->plan = run->status.plan = plan;
		run->status.broken = DATE_NONE;
		run->done_on = DATE_LAST;
		run->status.instalments =
			plan_instalments(r->arena, plan, &run->status.ninstalments);
		run->debts = debts_of(r, plan->invoices, plan->invoice_names.count,
				      &run->ndebts);
		r->nplans++;
	}
	if (r->nplans > 1)
		qsort(r->plans, r->nplans, sizeof *r->plans, order_plans);
	for (size_t i = 0; i < r->nplans; i++)
		link_plan(r, &r->plans[i]);
}

static void begin_promises(struct replay *r, const struct account_key *key)
{
	size_t count = key->counts[ACCOUNT_PROMISES];
	r->promises = ARENA_ARRAY(r->arena, struct promise_run, count);
	for (size_t i = 0; i < count; i++) {
		const struct promise *promise = key->rows[ACCOUNT_PROMISES][i];
		struct promise_run *run = &r->promises[r->npromises];
		if (promise->made > r->as_of)
			continue;
		run->status.promise = promise;
		run->debts = debts_of(r, promise->invoices, promise->invoice_names.count,
				      &run->ndebts);
		r->npromises++;
	}
	if (r->npromises > 1)
		qsort(r->promises, r->npromises, sizeof *r->promises, order_promises);
}

struct replay *begin_replay(struct arena *arena, const struct account_key *key,
			    struct account *account, const struct trace *trace,
			    struct notices *notices)
{
	struct replay *r = ARENA_NEW(arena, struct replay);
	r->arena = arena;
	r->notices = notices;
	r->trace = trace;
	r->account = account;
	r->as_of = account->as_of;
	r->purse.last = &r->purse.first;
	begin_debts(r, key);
	r->owing = set_new(arena, r->ndebts);
	r->charged = set_new(arena, r->ndebts);
	r->disputed = set_new(arena, r->ndebts);
	r->costs = set_new(arena, r->ndebts);
	r->interest = set_new(arena, r->ndebts);
	begin_plans(r, key);
	begin_promises(r, key);
	return r;
}
