/* explain_charges and explain_claim of explain.h: what each charge is, and whether it
 * counts. */
#include "explain.h"

static const struct span nowhere = {0, 0};

static const char *const names[CHARGE__COUNT] = {
	[CHARGE_COMPENSATION] = "compensation",
	[CHARGE_LATE] = "late charges",
	[CHARGE_FEE] = "fees",
	[CHARGE_INTEREST] = "interest",
};

/* The i-th step told of this invoice and charge that is of one of these kinds. */
static const struct trace_step *of(const struct explanation *x, const struct item *item,
				   enum trace_kind kind, enum charge charge, size_t *from)
{
	for (; *from < x->told->count; ++*from) {
		const struct trace_step *told = &x->told->items[*from];
		if (told->invoice == item->invoice && told->kind == kind &&
		    told->charge == charge)
			return &x->told->items[(*from)++];
	}
	return NULL;
}

static const struct trace_step *first(const struct explanation *x,
				      const struct item *item, enum trace_kind kind,
				      enum charge charge)
{
	size_t from = 0;
	return of(x, item, kind, charge, &from);
}

/* Given up before it ran up: it never was a charge. */
static bool is_void(const struct explanation *x, const struct trace_step *told)
{
	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *waived = &x->told->items[i];
		if (waived->kind == TRACE_WAIVED && waived->charge == told->charge &&
		    waived->invoice == told->invoice && waived->date <= told->date)
			return true;
	}
	return false;
}

static money sum_of(const struct explanation *x, const struct item *item,
		    enum trace_kind kind, enum charge charge)
{
	const struct trace_step *told;
	size_t from = 0;
	money sum = 0;

	while ((told = of(x, item, kind, charge, &from)))
		sum += told->amount;
	return sum;
}

struct claim_rule {
	struct span span; /* file 0: the policy has no such charge */
	int32_t claim;
};

static struct claim_rule rule_of(const struct policy *policy, enum charge charge)
{
	switch (charge) {
	case CHARGE_COMPENSATION:
		return (struct claim_rule){policy->compensation.span,
					   policy->compensation.claim};
	case CHARGE_LATE:
		return (struct claim_rule){policy->late_charge.span,
					   policy->late_charge.claim};
	case CHARGE_INTEREST:
		return (struct claim_rule){policy->interest.span, policy->interest.claim};
	case CHARGE_FEE:
	case CHARGE__COUNT:
		break;
	}
	return (struct claim_rule){nowhere, CLAIM_UNSET};
}

/* By a letter or by `due`; the day after is the first it counts in balances. */
static void put_claimed(struct explanation *x, const struct trace_step *told,
			const struct policy *policy)
{
	struct step *step;

	if (told->stage < 0)
		step = explanation_step(x, "12", told->span,
					"claimed: open at the end of due and grace");
	else
		step = explanation_step(x, "12", told->span,
					"claimed by the letter of stage '%.*s'",
					STR_ARG(print_stage(policy, told->stage)));
	explanation_day(x, step, told->date);
}

/* Why a charge that the policy has does not count. */
static void put_unclaimed(struct explanation *x, const struct item *item,
			  const struct claim_rule *rule)
{
	bool claims_due = rule->claim == CLAIM_DUE;
	const struct trace_step *told;

	if ((told = first(x, item, TRACE_BARRED, CHARGE_COMPENSATION)))
		explanation_step(
			x, "13", told->span,
			"none: this customer bears no charges under this policy");
	else if (item->principal == 0)
		explanation_step(x, "12", nowhere,
				 "never claimed: the principal was paid in full before");
	else if (claims_due)
		explanation_step(x, "12", rule->span,
				 "not claimed yet: claimed when open at the end of due "
				 "and grace");
	else
		explanation_step(
			x, "12", rule->span,
			"not claimed yet: only from stage '%.*s' on; so far %s%.*s",
			STR_ARG(print_stage(item->policy, rule->claim)),
			item->done < 0 ? "no letter" : "",
			STR_ARG(print_stage(item->policy, item->done)));
}

static void put_waived(struct explanation *x, const struct trace_step *told)
{
	struct str sum =
		print_money(x->arena, told->amount, x->escalation->account->currency);
	struct step *step = explanation_step(
		x, "12", told->span, "given up for good, %.*s of it not paid%s%.*s",
		STR_ARG(sum), told->reference.len ? ": " : "", STR_ARG(told->reference));

	explanation_day(x, step, told->date);
	if (told->charge != CHARGE_INTEREST) /* its periods are not listed any more */
		explanation_amount(x, step, -told->amount);
}

static void put_paid(struct explanation *x, const struct item *item, enum charge charge)
{
	const struct trace_step *told;
	size_t from = 0;

	while ((told = of(x, item, TRACE_CHARGE_PAID, charge, &from))) {
		struct step *step = explanation_step(x, "5", told->span, "paid%s%.*s%s",
						     told->reference.len ? " by '" : "",
						     STR_ARG(told->reference),
						     told->reference.len ? "'" : "");
		explanation_day(x, step, told->date);
		explanation_amount(x, step, -told->amount);
	}
}

/* Of what has run up, what counts and is not paid. */
static money open_of(const struct explanation *x, const struct item *item,
		     enum charge charge)
{
	bool claimed =
		charge == CHARGE_FEE || first(x, item, TRACE_CLAIMED, charge) != NULL;
	bool waived = first(x, item, TRACE_WAIVED, charge) != NULL;
	money sum = claimed ? item->charges[charge].accrued
			    : sum_of(x, item, TRACE_OPENING, charge);
	money open = sum - sum_of(x, item, TRACE_CHARGE_PAID, charge);

	return waived || open < 0 ? 0 : open;
}

void explain_claim(struct explanation *x, const struct item *item, enum charge charge)
{
	struct claim_rule rule = rule_of(item->policy, charge);
	const struct trace_step *claimed = first(x, item, TRACE_CLAIMED, charge);
	const struct trace_step *waived = first(x, item, TRACE_WAIVED, charge);

	if (claimed)
		put_claimed(x, claimed, item->policy);
	else if (rule.span.file && !waived)
		put_unclaimed(x, item, &rule);
	else if (charge != CHARGE_FEE && !rule.span.file)
		explanation_step(x, "13", item->policy->span,
				 "none: the policy has no %s", names[charge]);
	put_paid(x, item, charge);
	if (waived)
		put_waived(x, waived);
	money open = open_of(x, item, charge);
	if (open || claimed || item->charges[charge].paid) {
		struct step *step = explanation_step(x, NULL, nowhere, "%s still open",
						     names[charge]);
		step->total = true;
		explanation_amount(x, step, open);
	}
	explanation_check(x, names[charge], open, item->charges[charge].open);
}

static void put_compensation(struct explanation *x, const struct item *item)
{
	const struct trace_step *told =
		first(x, item, TRACE_COMPENSATED, CHARGE_COMPENSATION);
	struct str gross = print_money(x->arena, item->amount, item->invoice->currency);

	explanation_section(x, "compensation");
	if (told && !is_void(x, told)) {
		struct step *step = explanation_step(
			x, "11", told->span,
			"once overdue, by the band for %.*s invoiced", STR_ARG(gross));
		explanation_day(x, step, told->date);
		explanation_amount(x, step, told->amount);
	}
	explain_claim(x, item, CHARGE_COMPENSATION);
}

static void put_late(struct explanation *x, const struct item *item)
{
	const struct trace_step *told;
	size_t from = 0;

	explanation_section(x, "late charges");
	while (first(x, item, TRACE_OVERDUE, CHARGE_COMPENSATION) &&
	       (told = of(x, item, TRACE_LATE, CHARGE_LATE, &from))) {
		struct str base =
			print_money(x->arena, told->left, item->invoice->currency);
		if (is_void(x, told))
			break;
		struct step *step = explanation_step(
			x, "11", told->span, "one month's charge, %.*s being open",
			STR_ARG(base));
		explanation_day(x, step, told->date);
		explanation_amount(x, step, told->amount);
	}
	explain_claim(x, item, CHARGE_LATE);
}

static void put_fee(struct explanation *x, const struct item *item,
		    const struct trace_step *told)
{
	struct str stated = print_money(x->arena, told->left, item->invoice->currency);
	struct step *step;

	if (told->kind == TRACE_OPENING)
		step = explanation_step(x, "9", told->span,
					"brought over from an older system");
	else if (told->left != told->amount)
		step = explanation_step(x, "11", told->span,
					"fee of the letter '%.*s': %.*s, up to max_fees",
					STR_ARG(print_stage(item->policy, told->stage)),
					STR_ARG(stated));
	else
		step = explanation_step(x, "11", told->span, "fee of the letter '%.*s'",
					STR_ARG(print_stage(item->policy, told->stage)));
	explanation_day(x, step, told->date);
	explanation_amount(x, step, told->amount);
}

static void put_fees(struct explanation *x, const struct item *item)
{
	bool none = true;

	explanation_section(x, "fees");
	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		bool fee = told->kind == TRACE_FEE ||
			   (told->kind == TRACE_OPENING && told->charge == CHARGE_FEE);
		if (told->invoice != item->invoice || !fee || told->amount == 0 ||
		    is_void(x, told))
			continue;
		put_fee(x, item, told);
		none = false;
	}
	if (none)
		explanation_step(x, "11", item->invoice->span,
				 "none: no logged letter brought one");
	explain_claim(x, item, CHARGE_FEE);
}

void explain_charges(struct explanation *x, const struct item *item)
{
	put_compensation(x, item);
	put_late(x, item);
	put_fees(x, item);
}
