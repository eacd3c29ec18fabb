#include "reckon/finish.h"

#include "reckon/block.h"
#include "reckon/movement.h"
#include "reckon/plan.h"
#include "reckon/promise.h"
#include "reckon/purse.h"
#include "reckon/warn.h"

static void finish_charges(struct replay *r, struct debt *debt)
{
	struct item *item = &debt->item;
	date to = r->as_of + 1;
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		item->charges[c].accrued = debt_accrued(debt, c, to);
		item->charges[c].open = debt_open(debt, c, to);
		if (c == CHARGE_FEE)
			item->charges[c].claimed = item->charges[c].accrued > 0;
		bool gone = item->principal == 0 && !item->charges[c].claimed;
		if (debt->waived[c] || gone)
			item->charges[c].claim = CLAIM_UNSET;
	}
	item->settled = item->principal == 0;
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		item->settled = item->settled && item->charges[c].open == 0;
}

/* What may still be claimed was kept waiting by grace: nothing has run up yet (rule 10).
 */
static void hide_segments(struct debt *debt)
{
	struct item *item = &debt->item;
	if (!debt->overdue) {
		item->segments = NULL;
		item->nsegments = 0;
	}
}

static void finish_item(struct replay *r, struct debt *debt)
{
	accrual_touch(&debt->accrual, r->as_of + 1);
	finish_charges(r, debt);
	debt->item.disputed = debt_disputed(debt);
	accrual_finish(&debt->accrual, r->as_of + 1, &debt->item);
	hide_segments(debt);
	warn_item(r, debt);
}

static void add_item(struct replay *r, const struct item *item)
{
	struct account *account = r->account;
	account->items[account->nitems++] = *item;
	account->principal = money_add(account->principal, item->principal, &r->overflow);
	account->disputed = money_add(account->disputed, item->disputed, &r->overflow);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		account->charges[c] = money_add(account->charges[c],
						item->charges[c].open, &r->overflow);
}

/* Rule 21: not due, then one bucket for each limit, then the rest. */
static void age(struct account *account, const struct item *item, bool *overflow)
{
	money *sum = &account->not_due;
	int32_t days = account->as_of - item->invoice->due;
	size_t bucket = 0;
	while (days > 0 && bucket < account->policy->nbuckets &&
	       days > account->policy->buckets[bucket])
		bucket++;
	if (days > 0)
		sum = &account->buckets[bucket];
	*sum = money_add(*sum, item->principal, overflow);
}

static void sum_up(struct replay *r)
{
	struct account *account = r->account;
	account->held = r->sums.held;
	account->credit = money_add(purse_credit(r), r->sums.held, &r->overflow);
	account->balance =
		money_subtract(account->principal, account->credit, &r->overflow);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		account->balance =
			money_add(account->balance, account->charges[c], &r->overflow);
	account->buckets = ARENA_ARRAY(r->arena, money, account->policy->nbuckets + 1);
	for (size_t i = 0; i < account->nitems; i++)
		age(account, &account->items[i], &r->overflow);
}

static bool item_conserves(const struct item *item)
{
	return item->amount == item->paid + item->credited + item->discounted +
				       item->written_off + item->principal;
}

static bool ages_to_balance(const struct account *account)
{
	wide sum = (wide)account->not_due - account->credit;
	for (size_t i = 0; i <= account->policy->nbuckets; i++)
		sum += account->buckets[i];
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum += account->charges[c];
	return sum == account->balance;
}

bool finish_conserves(const struct replay *r)
{
	const struct account *account = r->account;
	const struct sums *sums = &r->sums;
	wide moved = account->brought_forward;
	for (size_t i = 0; i < account->nitems; i++)
		if (!item_conserves(&account->items[i])) /* GCOVR_EXCL_BR_LINE: rule 23 */
			return false;			 /* GCOVR_EXCL_LINE: as above */
	for (size_t i = account->month; i < account->nmovements; i++)
		moved += account->movements[i].amount;
	wide spent =
		(wide)sums->principal + sums->charges + sums->refunded + account->credit;
	bool whole = ages_to_balance(account) & !r->month_broken;
	whole &= moved == account->balance;
	return whole & (sums->received == spent);
}

void finish_account(struct replay *r)
{
	struct account *account = r->account;
	movement_post_all(r, r->as_of, r->as_of);
	block_list(r);
	account->items = ARENA_ARRAY(r->arena, struct item, r->ndebts);
	for (size_t i = 0; i < r->ndebts; i++) {
		if (!r->debts[i].issued)
			continue;
		finish_item(r, &r->debts[i]);
		add_item(r, &r->debts[i].item);
	}
	plan_finish(r);
	promise_finish(r);
	sum_up(r);
	movement_finish(r);
	warn_account(r);
}
