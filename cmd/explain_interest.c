/* explain_interest of explain.h: every segment, and what they come to. */
#include "explain.h"

static const struct span nowhere = {0, 0};

static wide divisor(wide a, wide b)
{
	while (b) {
		wide rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

static void put_wide(struct buf *buf, wide n)
{
	char digits[40];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + (int)(n % 10));
		n /= 10;
	} while (n);
	buf_put(buf, (struct str){digits + at, sizeof digits - at});
}

/* The exact product in major units, in lowest terms: "14100/73". */
static struct str exact(struct explanation *x, const struct segment *segment)
{
	struct buf buf = buf_new(x->arena, 0);
	wide unit = 1;

	for (unsigned i = 0; i < x->escalation->account->currency->decimals; i++)
		unit *= 10;
	wide common = divisor(segment->numerator, segment->denominator);
	wide below = segment->denominator / common;
	wide above = segment->numerator / common;
	common = divisor(above, unit);
	above /= common;
	below *= unit / common;
	put_wide(&buf, above);
	if (below != 1) {
		buf_byte(&buf, '/');
		put_wide(&buf, below);
	}
	return buf_str(&buf);
}

static const char *year_words(enum year year)
{
	switch (year) {
	case YEAR_360:
	case YEAR_30_360:
		return "360";
	case YEAR_ACTUAL:
		return "the length of each year";
	case YEAR_UNSET:
	case YEAR_365:
	case YEAR__COUNT:
		break;
	}
	return "365";
}

static const char *fixed_words(enum fixed fixed)
{
	switch (fixed) {
	case FIXED_HALF_YEARLY:
		return "the rate of each 1 January and 1 July for its half-year";
	case FIXED_ON_CHANGE:
		return "each change of the rate at once";
	case FIXED_UNSET:
	case FIXED_AT_START:
	case FIXED__COUNT:
		break;
	}
	return "the rate of the half-year in which interest begins, throughout";
}

static const char *rounding_words(enum rounding rounding)
{
	switch (rounding) {
	case ROUNDING_SEGMENT:
		return "each period is rounded by itself";
	case ROUNDING_DAILY:
		return "each day is rounded, then multiplied";
	case ROUNDING_UNSET:
	case ROUNDING_ONCE:
	case ROUNDING__COUNT:
		break;
	}
	return "rounded once, at the end; the figures are its growth";
}

/* "8 % a year", or what the rate is made of. */
static void put_rule(struct explanation *x, const struct interest_rule *rule)
{
	struct step *step;

	if (rule->table) {
		struct str plus = explain_percent(x->arena, rule->plus);
		step = explanation_step(x, "10", rule->span,
					"reference '%.*s' plus %.*s %%: %s",
					STR_ARG(rule->reference.text), STR_ARG(plus),
					fixed_words(rule->fixed));
	} else {
		struct str percent = explain_percent(x->arena, rule->percent);
		step = explanation_step(x, "10", rule->span,
					"%.*s %% a year, by contract", STR_ARG(percent));
	}
	step->mark = STR("rate");
}

/* "8" or "3.75 + 8": whose rate it is. */
static struct str rate_words(struct explanation *x, const struct segment *segment,
			     const struct interest_rule *rule)
{
	struct str sum = explain_percent(x->arena, segment->rate);

	if (segment->reference == RATE_NONE)
		return str_format(x->arena, "%.*s %%", STR_ARG(sum));
	struct str reference = explain_percent(x->arena, segment->reference);
	struct str plus = explain_percent(x->arena, rule->plus);
	struct str from = print_day(x->arena, segment->entry->from);
	return str_format(
		x->arena, "%.*s %% (%.*s of %.*s + %.*s%s)", STR_ARG(sum),
		STR_ARG(reference), STR_ARG(from), STR_ARG(plus),
		segment->rate != segment->reference + rule->plus ? ", rounded up" : "");
}

static void put_facts(struct explanation *x, struct step *step,
		      const struct segment *segment, struct str product)
{
	const struct currency *currency = x->escalation->account->currency;

	explanation_fact(x, step, "from", print_day(x->arena, segment->from));
	explanation_fact(x, step, "to", print_day(x->arena, segment->to - 1));
	explanation_number(x, step, "days", segment->days);
	explanation_fact(x, step, "base", print_money(x->arena, segment->base, currency));
	explanation_fact(x, step, "rate", explain_percent(x->arena, segment->rate));
	if (segment->reference != RATE_NONE)
		explanation_fact(x, step, "reference",
				 explain_percent(x->arena, segment->reference));
	explanation_fact(x, step, "exact", product);
}

static void put_segment(struct explanation *x, const struct segment *segment,
			const struct interest_rule *rule)
{
	struct str base =
		print_money(x->arena, segment->base, x->escalation->account->currency);
	struct str rate = rate_words(x, segment, rule);
	struct str last = print_day(x->arena, segment->to - 1);
	struct str product = exact(x, segment);
	struct step *step = explanation_step(
		x, "10", segment->entry ? segment->entry->span : rule->span,
		"to %.*s: %.*s × %.*s × %d days / %s = %.*s", STR_ARG(last),
		STR_ARG(base), STR_ARG(rate), segment->days, year_words(rule->year),
		STR_ARG(product));

	explanation_day(x, step, segment->from);
	explanation_amount(x, step, segment->interest);
	put_facts(x, step, segment, product);
}

/* What was brought over; its sum. */
static money put_opening(struct explanation *x, const struct item *item)
{
	money opening = 0;

	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		if (told->invoice != item->invoice || told->kind != TRACE_OPENING ||
		    told->charge != CHARGE_INTEREST || told->amount == 0)
			continue;
		struct step *step = explanation_step(x, "9", told->span,
						     "brought over from an older system");
		explanation_day(x, step, told->date);
		explanation_amount(x, step, told->amount);
		opening += told->amount;
	}
	return opening;
}

/* What changes on a day before the period that begins on it: interest starts with a
 * stage, or joins the base. */
static void put_changes(struct explanation *x, const struct item *item, date from,
			date upto)
{
	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		bool starts = told->kind == TRACE_STARTED;
		struct str sum =
			print_money(x->arena, told->amount, item->invoice->currency);
		if (told->invoice != item->invoice || told->date <= from ||
		    told->date > upto || (!starts && told->kind != TRACE_JOINED))
			continue;
		struct step *step = explanation_step(
			x, "10", told->span,
			starts ? "this letter starts the interest: from the day after it, once overdue"
			       : "%.*s of interest joins the base",
			STR_ARG(sum));
		explanation_day(x, step, told->date);
	}
}

static bool is_waived(const struct explanation *x, const struct item *item)
{
	for (size_t i = 0; i < x->told->count; i++)
		if (x->told->items[i].invoice == item->invoice &&
		    x->told->items[i].kind == TRACE_WAIVED &&
		    x->told->items[i].charge == CHARGE_INTEREST)
			return true;
	return false;
}

void explain_interest(struct explanation *x, const struct item *item)
{
	const struct interest_rule *rule = &item->policy->interest;
	money sum = 0;

	explanation_section(x, "interest");
	if (rule->span.file)
		put_rule(x, rule);
	money opening = put_opening(x, item);
	date before = DATE_NONE;
	for (size_t i = 0; i < item->nsegments; i++) {
		put_changes(x, item, before, item->segments[i].from);
		before = item->segments[i].from;
		put_segment(x, &item->segments[i], rule);
		sum += item->segments[i].interest;
	}
	if (item->nsegments) {
		struct step *step = explanation_step(
			x, "10", nowhere,
			"run up to and including the day asked about: %s",
			rounding_words(rule->rounding));
		step->total = true;
		explanation_amount(x, step, sum + opening);
	}
	explanation_check(x, "interest run up", is_waived(x, item) ? 0 : sum + opening,
			  item->charges[CHARGE_INTEREST].accrued);
	explain_claim(x, item, CHARGE_INTEREST);
}
