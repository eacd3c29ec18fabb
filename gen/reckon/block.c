#include "reckon/block.h"

/* By what blocks, then end, then reason: no order of entries shows. */
static bool before(const struct block *a, const struct block *b)
{
	if (a->by != b->by)
		return a->by < b->by;
	if (a->until != b->until)
		return a->until < b->until;
	return str_compare(a->reason, b->reason) < 0;
}

static void add(struct replay *r, struct debt *debt, enum block_by by, date until,
		struct str reason, struct span span)
{
	struct block *block = ARENA_NEW(r->arena, struct block);
	struct block **at = &debt->item.blocks;
	block->by = by;
	block->until = until;
	block->reason = reason;
	block->span = span;
	while (*at != NULL && before(*at, block))
		at = &(*at)->next;
	block->next = *at;
	*at = block;
}

/* A dispute over all that is open; parts add up to it. */
static void block_disputes(struct replay *r, struct debt *debt)
{
	const struct item *item = &debt->item;
	bool all = debt->accrual.whole > 0 ||
		   (item->principal > 0 && debt_disputed(debt) == item->principal);
	for (size_t i = 0; all && i < item->invoice->rare->ndisputes; i++) {
		const struct dispute *d = &item->invoice->rare->disputes[i];
		bool names_all = debt->accrual.whole == 0 || d->amount == MONEY_NONE;
		if (d->since <= r->as_of && r->as_of <= d->until && names_all)
			add(r, debt, BLOCK_DISPUTE, d->until, d->reason, d->span);
	}
}

static void block_holds(struct replay *r, struct debt *debt, const struct hold *holds,
			size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (holds[i].since <= r->as_of && r->as_of <= holds[i].until)
			add(r, debt, BLOCK_HOLD, holds[i].until, holds[i].reason,
			    holds[i].span);
}

/* Until its last instalment; its id is the reason. */
static void block_plan(struct replay *r, const struct plan_run *run)
{
	date last = run->plan->agreed;
	if (run->status.broken != DATE_NONE || run->done_on <= r->as_of)
		return;
	for (size_t i = 0; i < run->status.ninstalments; i++)
		if (run->status.instalments[i].due > last)
			last = run->status.instalments[i].due;
	for (size_t i = 0; i < run->ndebts; i++)
		add(r, run->debts[i], BLOCK_PLAN, last, run->plan->id, run->plan->span);
}

static void block_promise(struct replay *r, const struct promise_run *run)
{
	const struct promise *promise = run->status.promise;
	size_t count = run->ndebts > 0 ? run->ndebts : r->ndebts;
	if (r->as_of > promise->by)
		return;
	for (size_t i = 0; i < count; i++)
		add(r, run->ndebts > 0 ? run->debts[i] : &r->debts[i], BLOCK_PROMISE,
		    promise->by, (struct str){"", 0}, promise->span);
}

void block_list(struct replay *r)
{
	const struct customer *customer = r->account->customer;
	for (size_t i = 0; i < r->ndebts; i++) {
		struct debt *debt = &r->debts[i];
		const struct invoice *invoice = debt->item.invoice;
		if (!debt->issued)
			continue;
		block_disputes(r, debt);
		block_holds(r, debt, invoice->rare->holds, invoice->rare->nholds);
		block_holds(r, debt, customer->rare->holds, customer->rare->nholds);
	}
	for (size_t i = 0; i < r->nplans; i++)
		block_plan(r, &r->plans[i]);
	for (size_t i = 0; i < r->npromises; i++)
		block_promise(r, &r->promises[i]);
}
