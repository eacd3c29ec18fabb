#include "reckon/debt.h"

#include "reckon/order.h"

#define MILLION 1000000

/* Rule 13: who is charged nothing, whatever the policy says. */
static bool bars(const struct invoice *invoice, const struct policy *policy)
{
	const struct customer *customer = invoice->customer;
	if (customer->kind == KIND_CONSUMER && policy->kind == KIND_BUSINESS)
		return true;
	return policy->needs_terms == FLAG_YES &&
	       (customer->terms_signed == DATE_NONE ||
		invoice->issued < customer->terms_signed);
}

/* The first band the amount is not above (rule 11). */
static bool covers(const struct band *band, money amount)
{
	if (band->below != MONEY_NONE)
		return amount < band->below;
	return band->upto == MONEY_NONE || amount <= band->upto;
}

static money part_of(money amount, ppm rate, bool *overflow)
{
	return money_from_wide(round_half_away((wide)amount * rate, MILLION), overflow);
}

static const struct band *band_of(const struct compensation_rule *rule, money gross)
{
	size_t i = 0;
	if (rule->span.file == 0)
		return NULL;
	while (!covers(&rule->bands.items[i], gross)) /* the last has no bound */
		i++;
	return &rule->bands.items[i];
}

static int32_t claim_of(bool exists, int32_t claim)
{
	return exists ? claim : CLAIM_UNSET;
}

static void claims(struct debt *debt)
{
	const struct policy *p = debt->item.policy;
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		debt->item.charges[c].claim = CLAIM_UNSET;
	if (debt->barred)
		return;
	debt->item.charges[CHARGE_COMPENSATION].claim =
		claim_of(p->compensation.span.file != 0, p->compensation.claim);
	debt->item.charges[CHARGE_LATE].claim =
		claim_of(p->late_charge.span.file != 0, p->late_charge.claim);
	debt->item.charges[CHARGE_INTEREST].claim =
		claim_of(p->interest.span.file != 0, p->interest.claim);
}

static void begin_accrual(struct debt *debt, struct arena *arena, date as_of)
{
	const struct policy *policy = debt->item.policy;
	const struct invoice *invoice = debt->item.invoice;
	struct accrual *a = &debt->accrual;
	bool interest = !debt->barred && policy->interest.span.file != 0;
	bool late = !debt->barred && policy->late_charge.span.file != 0;
	accrual_begin(a, arena, interest ? &policy->interest : NULL,
		      late ? &policy->late_charge : NULL, invoice);
	a->disputes_run = policy->dispute_interest == RUNS_RUNS;
	if (invoice->rare->opening.span.file != 0 &&
	    invoice->rare->opening.as_of <= as_of)
		a->counted = invoice->rare->opening.as_of + 1;
	if (policy->interest.starts.stage < 0)
		accrual_start(a, invoice->due + policy->interest.starts.days + 1);
}

static date gate(const struct debt *debt)
{
	int32_t grace = debt->item.policy->grace_days;
	return debt->item.invoice->due + (grace > 0 ? grace : 0);
}

void debt_begin(struct debt *debt, struct arena *arena, const struct invoice *invoice,
		date as_of, bool *overflow)
{
	const struct policy *policy = invoice->policy;
	const struct terms *terms = invoice->terms;
	struct item *item = &debt->item;
	item->invoice = invoice;
	item->policy = policy;
	item->amount = item->principal = invoice->amount;
	item->done = -1;
	item->done_on = item->deadline = item->rate_stale = DATE_NONE;
	debt->barred = bars(invoice, policy);
	debt->accrual.overflow = overflow;
	claims(debt);
	begin_accrual(debt, arena, as_of);
	if (!debt->barred && debt->accrual.counted <= gate(debt) + 1)
		debt->band = band_of(&policy->compensation, item->amount);
	debt->compensation = debt->band != NULL ? debt->band->amount : 0;
	debt->discount = part_of(item->amount, terms->discount, overflow);
	debt->discount_until =
		terms->discount > 0 ? invoice->issued + terms->discount_days : DATE_NONE;
}

money debt_disputed(const struct debt *debt)
{
	const struct accrual *a = &debt->accrual;
	money principal = debt->item.principal;
	return a->whole > 0 || a->disputed > principal ? principal : a->disputed;
}

money debt_accrued(const struct debt *debt, enum charge charge, date to)
{
	if (debt->waived[charge])
		return 0;
	switch (charge) {
	case CHARGE_COMPENSATION:
		return debt->overdue ? debt->compensation : 0;
	case CHARGE_LATE:
		return debt->overdue ? accrual_at(&debt->accrual, to).late : 0;
	case CHARGE_FEE:
		return debt->fees;
	case CHARGE_INTEREST:
		return money_add(debt->opening_interest,
				 debt->overdue ? accrual_at(&debt->accrual, to).interest
					       : 0,
				 debt->accrual.overflow);
	case CHARGE__COUNT:
		break; /* GCOVR_EXCL_LINE: no charge is of this kind */
	}
	return 0; /* GCOVR_EXCL_LINE: as above */
}

money debt_claimed(const struct debt *debt, enum charge charge, date to)
{
	if (debt->item.charges[charge].claimed || charge == CHARGE_FEE)
		return debt_accrued(debt, charge, to);
	bool opened = charge == CHARGE_INTEREST && !debt->waived[charge];
	return opened ? debt->opening_interest : 0;
}

money debt_open(const struct debt *debt, enum charge charge, date to)
{
	money open = debt_claimed(debt, charge, to) - debt->item.charges[charge].paid;
	return open > 0 ? open : 0;
}

struct debt *debt_find(struct debt *debts, size_t count, const struct invoice *invoice)
{
	size_t low = 0, high = count;
	while (low < high) { /* GCOVR_EXCL_BR_LINE: an account's own invoice is found */
		size_t middle = low + (high - low) / 2;
		int order = order_invoices(debts[middle].item.invoice, invoice);
		if (order == 0)
			return &debts[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL; /* GCOVR_EXCL_LINE: as above */
}
