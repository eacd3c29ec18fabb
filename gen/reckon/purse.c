#include "reckon/purse.h"

#include "reckon/settle.h"
#include "reckon/trace.h"

static money least(money a, money b)
{
	return a < b ? a : b;
}

/* The first fund that is not used up, NULL when none is left. */
static struct fund *first(struct purse *purse)
{
	while (purse->first != NULL && purse->first->left == 0)
		purse->first = purse->first->next;
	if (purse->first == NULL)
		purse->last = &purse->first;
	return purse->first;
}

static void tell(const struct replay *r, enum trace_kind kind, const struct fund *lot,
		 const struct invoice *invoice)
{
	if (r->trace == NULL)
		return;
	trace_tell(r->trace, &(struct trace_step){.kind = kind,
						  .date = r->today,
						  .invoice = invoice,
						  .span = lot->span,
						  .source = lot->kind,
						  .way = lot->way,
						  .reference = lot->reference,
						  .amount = lot->left});
}

void purse_put(struct replay *r, const struct fund *fund)
{
	struct purse *purse = &r->purse;
	money owed = least(purse->owed, fund->left);
	if (fund->left > 0)
		tell(r, TRACE_KEPT, fund, NULL);
	purse->owed -= owed;
	if (fund->left == owed)
		return;
	struct fund *lot = ARENA_NEW(r->arena, struct fund);
	*lot = *fund;
	lot->left -= owed;
	lot->next = NULL;
	lot->payment = false; /* used credit lowers the base from its own day (rule 10) */
	lot->capped = false;
	lot->way = WAY_CREDIT;
	purse->sum = money_add(purse->sum, lot->left, &r->overflow);
	first(purse);
	*purse->last = lot;
	purse->last = &lot->next;
}

void purse_hold(struct replay *r, struct debt *debt, const struct fund *fund, money sum)
{
	struct fund *lot = ARENA_NEW(r->arena, struct fund);
	struct fund **at = &debt->held;
	while (*at != NULL)
		at = &(*at)->next;
	*lot = *fund;
	lot->left = sum;
	lot->next = NULL;
	lot->payment = false;
	lot->way = WAY_HELD;
	tell(r, TRACE_HELD, lot, debt->item.invoice);
	*at = lot;
	r->sums.held = money_add(r->sums.held, sum, &r->overflow);
}

void purse_release(struct replay *r, struct debt *debt)
{
	for (struct fund *lot = debt->held; lot != NULL; lot = lot->next) {
		struct fund fund = *lot;
		r->sums.held -= fund.left;
		settle_principal(r, debt, &fund);
		settle_discount(r, debt);
		purse_put(r, &fund);
	}
	debt->held = NULL;
}

void purse_use(struct replay *r, struct debt *debt)
{
	struct purse *purse = &r->purse;
	while (debt->item.principal > 0 && first(purse) != NULL) {
		money before = purse->first->left;
		settle_principal(r, debt, purse->first);
		purse->sum -= before - purse->first->left;
	}
	settle_discount(r, debt);
}

bool purse_refund(struct replay *r, money amount, money *short_by)
{
	struct purse *purse = &r->purse;
	while (amount > 0 && first(purse) != NULL) {
		money used = least(amount, purse->first->left);
		purse->first->left -= used;
		purse->sum -= used;
		amount -= used;
	}
	*short_by = amount;
	purse->owed = money_add(purse->owed, amount, &r->overflow);
	return amount == 0;
}

money purse_credit(const struct replay *r)
{
	return r->purse.sum - r->purse.owed;
}
