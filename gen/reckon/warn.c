#include "reckon/warn.h"

static struct str shown(struct replay *r, money amount)
{
	struct buf buf = buf_new(r->arena, 0);
	money_put(&buf, amount, r->account->currency->decimals);
	return buf_str(&buf);
}

static struct str day_shown(struct replay *r, date day)
{
	struct buf buf = buf_new(r->arena, 0);
	date_put(&buf, day);
	return buf_str(&buf);
}

static bool has_amounts(const struct fee_rule *fee)
{
	bool amounts = fee->amount != MONEY_NONE || fee->min != MONEY_NONE ||
		       fee->max != MONEY_NONE || fee->bands.count > 0;
	return fee->span.file != 0 && amounts;
}

/* Rule 13: amounts in compensation, late charge, stage fees or `max_fees`. */
static bool would_charge(const struct policy *policy)
{
	if (policy->compensation.span.file != 0 || policy->max_fees != MONEY_NONE)
		return true;
	if (policy->late_charge.span.file != 0 &&
	    policy->late_charge.amount != MONEY_NONE)
		return true;
	for (size_t i = 0; i < policy->nstages; i++)
		if (has_amounts(&policy->stages[i].fee))
			return true;
	return false;
}

static void warn_currency(struct replay *r, const struct item *item)
{
	const struct policy *policy = item->policy;
	const char *code = r->account->currency->code;
	if (policy->currency == NULL || policy->currency == r->account->currency ||
	    !would_charge(policy))
		return;
	struct notice *notice =
		NOTICE(r->notices, POLICY_CURRENCY, PLACE_OF(item->invoice, number_at),
		       STR_ARG(policy->name), policy->currency->code, code);
	notice_help(
		r->notices, notice,
		"policies: {%.*s-%s: {extends: %.*s, currency: %s, …}}, with amounts of its own",
		STR_ARG(policy->name), code, STR_ARG(policy->name), code);
}

static void help_rate(struct replay *r, struct notice *notice,
		      const struct interest_rule *rule, struct str day)
{
	notice_help(r->notices, notice, "rates: {%.*s: [{from: %.*s, percent: …}]}",
		    STR_ARG(rule->reference.text), STR_ARG(day));
}

static void warn_missing(struct replay *r, const struct debt *debt,
			 const struct interest_rule *rule)
{
	const struct invoice *invoice = debt->item.invoice;
	const struct accrual *a = &debt->accrual;
	struct str day = day_shown(r, rate_key(rule, a->first, a->missing));
	struct notice *notice = NOTICE(r->notices, RATE_MISSING, rule->reference.span,
				       STR_ARG(rule->reference.text), STR_ARG(day));
	help_rate(r, notice, rule, day);
	notice_note(r->notices, notice, PLACE_OF(invoice, number_at),
		    "interest on invoice '%.*s' asks for it", STR_ARG(invoice->number));
}

static void warn_stale(struct replay *r, struct debt *debt,
		       const struct interest_rule *rule)
{
	debt->item.rate_stale = rate_stale(rule, debt->accrual.first, r->as_of);
	if (debt->item.rate_stale == DATE_NONE)
		return;
	struct str day = day_shown(r, debt->item.rate_stale);
	struct notice *notice = NOTICE(r->notices, RATE_STALE, rule->reference.span,
				       STR_ARG(rule->reference.text), STR_ARG(day));
	help_rate(r, notice, rule, day);
}

static void warn_rate(struct replay *r, struct debt *debt)
{
	const struct accrual *a = &debt->accrual;
	const struct interest_rule *rule = a->rule;
	if (rule == NULL || rule->table == NULL)
		return;
	if (a->missing != DATE_NONE)
		warn_missing(r, debt, rule);
	if (debt->item.settled || a->first == DATE_NONE || a->first > r->as_of)
		return;
	warn_stale(r, debt, rule);
	const struct rate_entry *old = rate_old(rule, a->first, r->as_of);
	if (old != NULL)
		NOTICE(r->notices, RATE_OLD, old->span, STR_ARG(rule->reference.text));
}

/* Rule 6: credited in full, but only from the day of the credit note. */
static void warn_effective(struct replay *r, const struct debt *debt)
{
	const struct item *item = &debt->item;
	if (debt->undated != NULL && item->credited == item->amount &&
	    item->charges[CHARGE_INTEREST].open > 0)
		NOTICE(r->notices, EFFECTIVE_ABSENT, debt->undated->span,
		       STR_ARG(item->invoice->number));
}

void warn_item(struct replay *r, struct debt *debt)
{
	warn_currency(r, &debt->item);
	warn_rate(r, debt);
	warn_effective(r, debt);
}

void warn_account(struct replay *r)
{
	const struct account *account = r->account;
	const struct customer *customer = account->customer;
	const char *code = account->currency->code;
	for (const struct fund *lot = r->purse.first; lot != NULL; lot = lot->next)
		if (lot->left > 0)
			NOTICE(r->notices, MONEY_UNALLOCATED, lot->span,
			       STR_ARG(customer->id), STR_ARG(shown(r, lot->left)), code);
	if (customer->rare->credit_limit == MONEY_NONE ||
	    customer->currency != account->currency ||
	    account->balance <= customer->rare->credit_limit)
		return;
	money over = account->balance - customer->rare->credit_limit;
	NOTICE(r->notices, CREDIT_LIMIT, customer->span, STR_ARG(customer->id),
	       STR_ARG(shown(r, over)), code);
}
