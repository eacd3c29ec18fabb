#include "reckon/interest.h"

#include "reckon/days.h"

#define MILLION 1000000

/* [minor] one day of a year of `length` days, rounded: `rounding: daily`. */
static wide day_of(const struct segment *segment, int64_t length)
{
	return round_half_away((wide)segment->base * segment->rate,
			       (wide)MILLION * length);
}

static wide daily(const struct interest_rule *rule, const struct segment *segment)
{
	if (rule->year != YEAR_ACTUAL)
		return day_of(segment, days_unit(rule->year)) * segment->days;
	int32_t leap = days_leap(segment->from, segment->to);
	return day_of(segment, 366) * leap +
	       day_of(segment, 365) * (segment->days - leap);
}

wide interest_denominator(const struct interest_rule *rule)
{
	return (wide)MILLION * days_unit(rule->year);
}

void interest_work_out(const struct interest_rule *rule, struct segment *segment,
		       bool *overflow)
{
	wide rounded = 0;
	segment->days = days_count(rule->year, segment->from, segment->to);
	segment->denominator = interest_denominator(rule);
	segment->numerator = (wide)segment->base * segment->rate *
			     days_weight(rule->year, segment->from, segment->to);
	if (rule->rounding == ROUNDING_SEGMENT)
		rounded = round_half_away(segment->numerator, segment->denominator);
	else if (rule->rounding == ROUNDING_DAILY)
		rounded = daily(rule, segment);
	segment->interest = money_from_wide(rounded, overflow);
}

void interest_day(const struct interest_rule *rule, money base, ppm rate, date day,
		  wide *numerator, wide *denominator)
{
	/* Under 30E/360 the 31st is worth nothing; a letter names an ordinary day. */
	bool bank = rule->year == YEAR_30_360;
	*denominator = interest_denominator(rule);
	*numerator =
		(wide)base * rate * (bank ? 1 : days_weight(rule->year, day, day + 1));
	if (rule->rounding != ROUNDING_DAILY)
		return;
	*numerator = round_half_away(*numerator, *denominator);
	*denominator = 1;
}

money interest_total(const struct accrual *a)
{
	struct segment open = a->open;
	if (a->rule == NULL)
		return 0;
	if (open.base != 0)
		interest_work_out(a->rule, &open, a->overflow);
	if (a->rule->rounding == ROUNDING_SEGMENT || a->rule->rounding == ROUNDING_DAILY)
		return money_add(a->rounded, open.interest, a->overflow);
	wide exact = a->exact + open.numerator;
	return money_from_wide(round_half_away(exact, interest_denominator(a->rule)),
			       a->overflow);
}
