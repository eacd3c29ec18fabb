#include "escalate/fee.h"

#define PPM 1000000

static bool is_stated(money amount)
{
	return amount != MONEY_NONE;
}

/* A band begins where the one before it ends; `below` leaves its bound to the next band.
 */
static bool counts(const struct band *before, money sum)
{
	if (!before)
		return sum > 0;
	return is_stated(before->below) ? sum >= before->below : sum > before->upto;
}

static money upper(const struct band *band)
{
	return is_stated(band->below) ? band->below : band->upto;
}

/* [10^-6 minor] */
static wide of_bands(const struct band_list *bands, money sum)
{
	wide total = 0;
	money lower = 0;

	for (size_t i = 0; i < bands->count; i++) {
		const struct band *band = &bands->items[i];
		if (!counts(i ? band - 1 : NULL, sum))
			break;
		money bound = upper(band);
		money end = is_stated(bound) && bound < sum ? bound : sum;
		if (is_stated(band->amount))
			total = (wide)band->amount * PPM;
		if (band->percent != RATE_NONE)
			total += (wide)(end - lower) * band->percent;
		lower = end;
	}
	return total;
}

static money between(money amount, money min, money max)
{
	if (is_stated(min) && amount < min)
		amount = min;
	if (is_stated(max) && amount > max)
		amount = max;
	return amount;
}

static bool waives_fees(const struct invoice *invoice, date as_of)
{
	for (size_t i = 0; i < invoice->rare->nwaives; i++)
		if (invoice->rare->waives[i].fees &&
		    invoice->rare->waives[i].date <= as_of)
			return true;
	return false;
}

/* Rule 13: a consumer under a business policy, and terms not signed in time. */
static bool is_barred(const struct customer *customer, const struct item *item)
{
	const struct policy *policy = item->policy;

	if (customer->kind == KIND_CONSUMER && policy->kind == KIND_BUSINESS)
		return true;
	return policy->needs_terms == FLAG_YES &&
	       (customer->terms_signed == DATE_NONE ||
		item->invoice->issued < customer->terms_signed);
}

static money capped(const struct item *oldest, money fee)
{
	money cap = oldest->policy->max_fees;
	money had = oldest->charges[CHARGE_FEE].accrued;

	if (!is_stated(cap) || fee <= cap - had)
		return fee;
	return had < cap ? cap - had : 0;
}

money fee_from_rule(const struct fee_rule *rule, money sum, bool *overflow)
{
	wide exact = 0;

	if (!rule->span.file)
		return 0;
	if (rule->bands.count)
		exact = of_bands(&rule->bands, sum);
	else if (rule->percent != RATE_NONE)
		exact = (wide)sum * rule->percent;
	else if (is_stated(rule->amount))
		exact = (wide)rule->amount * PPM;
	money fee = money_from_wide(round_half_away(exact, PPM), overflow);
	return between(fee, rule->min, rule->max);
}

money fee_of_letter(const struct account *account, const struct item *oldest,
		    const struct stage *stage, money sum, bool *overflow)
{
	if (!fee_currency_fits(account, oldest->policy) ||
	    is_barred(account->customer, oldest) ||
	    waives_fees(oldest->invoice, account->as_of))
		return 0;
	return capped(oldest, fee_from_rule(&stage->fee, sum, overflow));
}

bool fee_currency_fits(const struct account *account, const struct policy *policy)
{
	return !policy->currency || policy->currency == account->currency;
}
