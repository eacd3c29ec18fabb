#include "reckon/settle.h"

#include "reckon/movement.h"
#include "reckon/plan.h"
#include "reckon/trace.h"

static money least(money a, money b)
{
	return a < b ? a : b;
}

static bool principal_first(const struct debt *debt)
{
	return debt->item.policy->settles == SETTLES_PRINCIPAL_FIRST;
}

/* What a settled day's charges run up to: the payment's day counts or not (rule 10). */
static date counted(const struct replay *r, const struct debt *debt)
{
	return debt->item.policy->interest.payment_day_counts == FLAG_NO ? r->today
									 : r->today + 1;
}

static money open_charge(const struct replay *r, const struct debt *debt,
			 enum charge charge)
{
	return debt_open(debt, charge, counted(r, debt));
}

/* Capitalised interest can be paid once it is claimed and its principal is gone. */
static money open_capital(const struct debt *debt)
{
	bool payable = debt->item.charges[CHARGE_INTEREST].claimed &&
		       !debt->waived[CHARGE_INTEREST] && debt->item.principal == 0;
	return payable ? debt->accrual.joined : 0;
}

/* Whether a charge of the invoice may want money now or on a later day. */
static bool wants(const struct replay *r, const struct debt *debt, enum charge charge)
{
	bool live = debt->item.charges[charge].claimed && !debt->waived[charge];
	return (live && debt->item.principal > 0) || open_charge(r, debt, charge) > 0;
}

/* Its interest may join the base on a day on which nothing else happens. */
static bool compounds(const struct debt *debt)
{
	enum compound compound = debt->item.policy->interest.compound;
	return compound == COMPOUND_YEARLY || compound == COMPOUND_MONTHLY;
}

void settle_mark(struct replay *r, struct debt *debt)
{
	if (!debt->issued)
		return;
	accrual_touch(&debt->accrual, r->today);
	money disputed = debt_disputed(debt);
	bool after = principal_first(debt);
	bool interest = wants(r, debt, CHARGE_INTEREST);
	bool first = debt->item.principal > disputed || (interest && compounds(debt));
	bool costs = wants(r, debt, CHARGE_COMPENSATION) || wants(r, debt, CHARGE_LATE) ||
		     wants(r, debt, CHARGE_FEE);
	set_put(&r->owing, debt->place, first || (!after && (costs || interest)));
	set_put(&r->disputed, debt->place, disputed > 0);
	set_put(&r->costs, debt->place, after && costs);
	set_put(&r->interest, debt->place, after && interest);
}

/* The record of what came from where; steps of one fund on one invoice are one record. */
static struct allocation *record(struct replay *r, struct debt *debt,
				 const struct fund *fund)
{
	struct allocation *last = debt->latest;
	if (last != NULL && last->date == r->today &&
	    last->from.file == fund->span.file && last->from.at == fund->span.at)
		return last;
	struct allocation *fresh = ARENA_NEW(r->arena, struct allocation);
	fresh->date = r->today;
	fresh->from = fund->span;
	fresh->kind = fund->kind;
	fresh->reference = fund->reference;
	*(last == NULL ? &debt->item.allocations : &last->next) = fresh;
	debt->latest = fresh;
	return fresh;
}

static void tell(const struct replay *r, const struct debt *debt, const struct fund *fund,
		 struct trace_step step)
{
	if (r->trace == NULL)
		return;
	step.date = r->today;
	step.invoice = debt->item.invoice;
	step.span = fund->span;
	step.source = fund->kind;
	step.way = fund->way;
	step.reference = fund->reference;
	trace_tell(r->trace, &step);
}

/* Rule 8: once what is paid and credited reaches amount − discount in time, the rest is
 * credited. */
static void discount(struct replay *r, struct debt *debt)
{
	struct item *item = &debt->item;
	if (debt->discount_until == DATE_NONE || r->today > debt->discount_until ||
	    item->principal == 0 ||
	    item->paid + item->credited < item->amount - debt->discount)
		return;
	money rest = item->principal;
	item->discounted += rest;
	item->principal = 0;
	accrual_lower(&debt->accrual, rest, 0, r->today, false);
	movement_add(r, &(struct movement){.date = r->today,
					   .kind = MOVEMENT_DISCOUNT,
					   .number = item->invoice->number,
					   .amount = -rest,
					   .span = item->invoice->span});
	tell(r, debt, &(struct fund){.span = item->invoice->terms->span},
	     (struct trace_step){.kind = TRACE_DISCOUNTED, .amount = rest});
}

/* What a capped fund may still put on the principal (rule 8): up to amount − discount,
 * while that can be reached. */
static money room(const struct replay *r, const struct debt *debt,
		  const struct fund *fund)
{
	const struct item *item = &debt->item;
	if (!fund->capped || debt->discount_until == DATE_NONE ||
	    r->today > debt->discount_until || item->written_off > debt->discount)
		return item->principal;
	money wanted = item->amount - debt->discount - item->paid - item->credited;
	return wanted > 0 ? wanted : 0;
}

static void pay_principal(struct replay *r, struct debt *debt, struct fund *fund,
			  money part)
{
	money sum = least(fund->left, least(part, room(r, debt, fund)));
	if (sum <= 0)
		return;
	bool later = fund->payment &&
		     debt->item.policy->interest.payment_day_counts != FLAG_NO;
	fund->left -= sum;
	debt->item.principal -= sum;
	debt->item.paid += sum;
	r->sums.principal = money_add(r->sums.principal, sum, &r->overflow);
	accrual_lower(&debt->accrual, sum, 0, r->today, later);
	record(r, debt, fund)->principal += sum;
	tell(r, debt, fund,
	     (struct trace_step){
		     .kind = TRACE_PAID, .amount = sum, .left = debt->item.principal});
	plan_credit(r, debt, fund, sum);
}

static void book_charge(struct replay *r, struct debt *debt, struct fund *fund,
			enum charge charge, money sum)
{
	struct allocation *made = record(r, debt, fund);
	fund->left -= sum;
	debt->item.charges[charge].paid += sum;
	r->sums.charges = money_add(r->sums.charges, sum, &r->overflow);
	*(charge == CHARGE_INTEREST ? &made->interest : &made->costs) += sum;
	if (r->trace != NULL)
		tell(r, debt, fund,
		     (struct trace_step){.kind = TRACE_CHARGE_PAID,
					 .charge = charge,
					 .amount = sum,
					 .left = open_charge(r, debt, charge)});
	plan_credit(r, debt, fund, sum);
}

static void pay_costs(struct replay *r, struct debt *debt, struct fund *fund)
{
	for (enum charge c = CHARGE_COMPENSATION; c <= CHARGE_FEE && fund->left > 0;
	     c++) {
		money sum = least(fund->left, open_charge(r, debt, c));
		if (sum > 0)
			book_charge(r, debt, fund, c, sum);
	}
}

/* Interest that has not joined the base; opening's first. */
static void pay_interest(struct replay *r, struct debt *debt, struct fund *fund)
{
	bool claimed = debt->item.charges[CHARGE_INTEREST].claimed;
	money open = open_charge(r, debt, CHARGE_INTEREST);
	money sum = least(fund->left, open - (claimed ? debt->accrual.joined : 0));
	if (sum <= 0)
		return;
	money opening = least(sum, debt->opening_interest - debt->opening_paid);
	debt->opening_paid += opening;
	debt->accrual.paid += sum - opening;
	book_charge(r, debt, fund, CHARGE_INTEREST, sum);
}

static void pay_capital(struct replay *r, struct debt *debt, struct fund *fund)
{
	money sum = least(fund->left, open_capital(debt));
	if (sum <= 0)
		return;
	/* Credit takes principal only (rule 4e): this fund is a payment. */
	bool later = debt->item.policy->interest.payment_day_counts != FLAG_NO;
	accrual_lower(&debt->accrual, 0, sum, r->today, later);
	debt->accrual.paid += sum;
	book_charge(r, debt, fund, CHARGE_INTEREST, sum);
}

/* What is named by the payer is taken whole (rule 4a, 4b): only an invoice nobody named
 * waits with its disputed part. */
static money in_turn(const struct debt *debt, const struct fund *fund)
{
	bool named = fund->way == WAY_FOR || fund->way == WAY_REFERENCE;
	return debt->item.principal - (named ? 0 : debt_disputed(debt));
}

/* Round 1: what is not disputed, with the charges that go before or with it. */
static void settle_first(struct replay *r, struct debt *debt, struct fund *fund)
{
	enum settles settles = debt->item.policy->settles;
	if (!principal_first(debt))
		pay_costs(r, debt, fund);
	if (settles == SETTLES_COSTS_INTEREST_PRINCIPAL)
		pay_interest(r, debt, fund);
	pay_principal(r, debt, fund, in_turn(debt, fund));
	if (settles == SETTLES_COSTS_PRINCIPAL_INTEREST)
		pay_interest(r, debt, fund);
	pay_capital(r, debt, fund);
}

static void settle_disputed(struct replay *r, struct debt *debt, struct fund *fund)
{
	pay_principal(r, debt, fund, debt_disputed(debt));
	pay_capital(r, debt, fund);
}

static void settle_costs(struct replay *r, struct debt *debt, struct fund *fund)
{
	if (principal_first(debt))
		pay_costs(r, debt, fund);
}

static void settle_interest(struct replay *r, struct debt *debt, struct fund *fund)
{
	if (principal_first(debt))
		pay_interest(r, debt, fund);
}

void settle_discount(struct replay *r, struct debt *debt)
{
	discount(r, debt);
	settle_mark(r, debt);
}

typedef void round_act(struct replay *r, struct debt *debt, struct fund *fund);

static round_act *const rounds[] = {settle_first, settle_disputed, settle_costs,
				    settle_interest};

#define ROUNDS (sizeof rounds / sizeof rounds[0])

static void settle_one(struct replay *r, struct debt *debt, struct fund *fund,
		       size_t round)
{
	accrual_touch(&debt->accrual, r->today);
	rounds[round](r, debt, fund);
	settle_discount(r, debt);
}

void settle_list(struct replay *r, struct debt *const *debts, size_t count,
		 struct fund *fund)
{
	for (size_t round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < count && fund->left > 0; i++)
			if (debts[i]->issued)
				settle_one(r, debts[i], fund, round);
}

void settle_oldest(struct replay *r, struct fund *fund)
{
	const struct set *members[] = {&r->owing, &r->disputed, &r->costs, &r->interest};
	for (size_t round = 0; round < ROUNDS; round++) {
		size_t at = set_next(members[round], 0);
		for (; at != SET_END && fund->left > 0;
		     at = set_next(members[round], at + 1))
			settle_one(r, &r->debts[at], fund, round);
	}
}

void settle_principal(struct replay *r, struct debt *debt, struct fund *fund)
{
	accrual_touch(&debt->accrual, r->today);
	pay_principal(r, debt, fund, debt->item.principal);
}

money settle_reduce(struct replay *r, struct debt *debt, struct fund *fund)
{
	money sum = least(fund->left, debt->item.principal);
	accrual_touch(&debt->accrual, r->today);
	if (sum > 0) {
		bool note = fund->kind == MOVEMENT_CREDIT_NOTE;
		fund->left -= sum;
		debt->item.principal -= sum;
		*(note ? &debt->item.credited : &debt->item.written_off) += sum;
		accrual_lower(&debt->accrual, sum, 0, r->today, false);
		record(r, debt, fund)->principal += sum;
		tell(r, debt, fund,
		     (struct trace_step){.kind = note ? TRACE_CREDITED
						      : TRACE_WRITTEN_OFF,
					 .amount = sum,
					 .left = debt->item.principal});
	}
	settle_discount(r, debt);
	return sum;
}
