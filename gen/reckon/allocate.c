#include "reckon/allocate.h"

#include "reckon/claim.h"
#include "reckon/movement.h"
#include "reckon/plan.h"
#include "reckon/purse.h"
#include "reckon/settle.h"
#include "reckon/trace.h"

static money least(money a, money b)
{
	return a < b ? a : b;
}

static struct str shown(struct replay *r, money amount)
{
	struct buf buf = buf_new(r->arena, 0);
	money_put(&buf, amount, r->account->currency->decimals);
	return buf_str(&buf);
}

static void move(struct replay *r, enum movement_kind kind, date day,
		 const struct fund *fund, struct str number)
{
	movement_add(r, &(struct movement){.date = day,
					   .kind = kind,
					   .number = number,
					   .reference = fund->reference,
					   .amount = -fund->left,
					   .span = fund->span});
}

/* Steps (c) to (e): plans, the oldest, credit. */
static void put_rest(struct replay *r, struct fund *fund)
{
	fund->way = WAY_PLAN;
	for (size_t i = 0; i < r->nplans && fund->left > 0; i++)
		plan_settle(r, &r->plans[i], fund);
	fund->way = WAY_OLDEST;
	settle_oldest(r, fund);
	if (fund->left > 0)
		purse_put(r, fund);
}

static void warn_surplus(struct replay *r, const struct payment_for *named, money surplus)
{
	NOTICE(r->notices, PAYMENT_SURPLUS, named->span, STR_ARG(named->invoice->number),
	       STR_ARG(shown(r, surplus)), r->account->currency->code);
}

/* Exact amounts; returns what the invoices do not owe, which goes on to (c). */
static money put_map(struct replay *r, const struct payment *payment, struct fund *fund)
{
	money surplus = 0;
	for (size_t i = 0; i < payment->nfors; i++) {
		const struct payment_for *named = &payment->fors[i];
		struct debt *debt = debt_find(r->debts, r->ndebts, named->invoice);
		struct fund step = *fund;
		step.left = least(named->amount, fund->left);
		step.capped = false;
		fund->left -= step.left;
		if (!debt->issued) {
			purse_hold(r, debt, &step, step.left);
			continue;
		}
		settle_list(r, &debt, 1, &step);
		surplus += step.left;
		if (step.left > 0)
			warn_surplus(r, named, step.left);
	}
	return surplus;
}

/* Invoices in their order, up to the first that is not issued: it takes all that is left.
 */
static void put_list(struct replay *r, const struct payment *payment, struct fund *fund)
{
	struct debt **debts = ARENA_ARRAY(r->arena, struct debt *, payment->nfors);
	struct debt *later = NULL;
	size_t count = 0;
	for (size_t i = 0; i < payment->nfors && later == NULL; i++) {
		struct debt *debt =
			debt_find(r->debts, r->ndebts, payment->fors[i].invoice);
		if (debt->issued)
			debts[count++] = debt;
		else
			later = debt;
	}
	settle_list(r, debts, count, fund);
	if (later != NULL && fund->left > 0) {
		purse_hold(r, later, fund, fund->left);
		fund->left = 0;
	}
}

void allocate_payment(struct replay *r, const struct event *event)
{
	const struct payment *payment = event->record;
	struct fund fund = {.kind = MOVEMENT_PAYMENT,
			    .span = payment->span,
			    .reference = payment->rare->reference,
			    .date = payment->date,
			    .payment = true,
			    .capped = true,
			    .way = WAY_FOR,
			    .left = payment->amount};
	money surplus = 0;
	move(r, MOVEMENT_PAYMENT, payment->date, &fund, (struct str){NULL, 0});
	r->sums.received = money_add(r->sums.received, fund.left, &r->overflow);
	if (payment->nfors > 0 && payment->for_map)
		surplus = put_map(r, payment, &fund);
	else if (payment->nfors > 0)
		put_list(r, payment, &fund);
	fund.way = WAY_REFERENCE;
	settle_list(r, event->named.debts, event->named.count, &fund);
	fund.left += surplus;
	put_rest(r, &fund);
}

void allocate_refund(struct replay *r, const struct payment *payment)
{
	money short_by = 0;
	money amount = -payment->amount;
	struct fund fund = {.span = payment->span,
			    .reference = payment->rare->reference,
			    .left = payment->amount};
	move(r, MOVEMENT_REFUND, payment->date, &fund, (struct str){NULL, 0});
	if (r->trace != NULL)
		trace_tell(r->trace, &(struct trace_step){.kind = TRACE_REFUNDED,
							  .date = r->today,
							  .span = fund.span,
							  .reference = fund.reference,
							  .amount = amount});
	r->sums.refunded = money_add(r->sums.refunded, amount, &r->overflow);
	if (!purse_refund(r, amount, &short_by))
		NOTICE(r->notices, REFUND_UNCOVERED, PLACE_OF(payment, amount_at),
		       STR_ARG(r->account->customer->id), STR_ARG(shown(r, short_by)),
		       r->account->currency->code);
}

void allocate_credit_note(struct replay *r, const struct event *event)
{
	const struct credit_note *note = event->record;
	struct fund fund = {.kind = MOVEMENT_CREDIT_NOTE,
			    .span = note->span,
			    .date = r->today,
			    .payment = true,
			    .capped = true,
			    .left = note->amount};
	move(r, MOVEMENT_CREDIT_NOTE, note->issued, &fund, note->number);
	fund.reference = note->number;
	if (event->debt != NULL) {
		if (note->effective == DATE_NONE)
			event->debt->undated = note;
		settle_reduce(r, event->debt, &fund);
	}
	r->sums.received = money_add(r->sums.received, fund.left, &r->overflow);
	put_rest(r, &fund);
}

static void write_off_all(struct replay *r, struct debt *debt,
			  const struct write_off *off)
{
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		claim_tell_waived(r, debt, c, off->span, off->reason);
	accrual_waive(&debt->accrual);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		debt->waived[c] = true;
		movement_post(r, debt, c, r->today, r->today);
	}
	settle_mark(r, debt);
}

void allocate_write_off(struct replay *r, const struct event *event)
{
	const struct write_off *off = event->record;
	struct debt *debt = event->debt;
	bool rest = off->amount == MONEY_NONE;
	struct fund fund = {.kind = MOVEMENT_WRITE_OFF,
			    .span = off->span,
			    .date = off->date,
			    .left = rest ? debt->item.principal : off->amount};
	if (!debt->issued)
		fund.left = rest ? 0 : fund.left;
	money done = debt->issued ? settle_reduce(r, debt, &fund) : 0;
	if (fund.left > 0)
		NOTICE(r->notices, WRITE_OFF_EXCESS, off->span,
		       STR_ARG(shown(r, fund.left)), r->account->currency->code,
		       STR_ARG(debt->item.invoice->number));
	fund.left = done;
	move(r, MOVEMENT_WRITE_OFF, r->today, &fund, debt->item.invoice->number);
	if (rest)
		write_off_all(r, debt, off);
}
