#include "reckon/accrual.h"

#include "reckon/interest.h"
#include "reckon/late.h"
#include "reckon/trace.h"

static date earlier(date a, date b)
{
	return a < b ? a : b;
}

static bool compounds(const struct accrual *a)
{
	return a->rule != NULL && (a->rule->compound == COMPOUND_YEARLY ||
				   a->rule->compound == COMPOUND_MONTHLY);
}

/* Unclaimed interest is never charged once the principal is gone (rule 12). */
static bool dead(const struct accrual *a)
{
	return a->principal == 0 && !a->claimed;
}

static money base_of(const struct accrual *a)
{
	if (a->plans > 0 || dead(a))
		return 0;
	if (a->disputes_run)
		return money_add(a->principal, a->capital, a->overflow);
	if (a->whole > 0)
		return 0;
	money disputed = a->disputed < a->principal ? a->disputed : a->principal;
	return money_add(a->principal - disputed, a->capital, a->overflow);
}

static date next_join(const struct accrual *a)
{
	if (!compounds(a))
		return DATE_LAST;
	int months = a->rule->compound == COMPOUND_YEARLY ? 12 : 1;
	return date_add_months(a->first, months * (a->joins + 1));
}

static void tell_joined(const struct accrual *a, money more)
{
	if (a->trace == NULL || a->dry || more == 0)
		return;
	trace_tell(a->trace, &(struct trace_step){.kind = TRACE_JOINED,
						  .date = a->upto,
						  .invoice = a->invoice,
						  .span = a->rule->span,
						  .amount = more,
						  .left = a->capital,
						  .charge = CHARGE_INTEREST});
}

/* On an anniversary of the first day the rounded interest joins the base. */
static void join(struct accrual *a)
{
	if (!dead(a)) {
		money more = interest_total(a) - a->paid - a->joined;
		more = more > 0 ? more : 0;
		a->joined = money_add(a->joined, more, a->overflow);
		a->capital = money_add(a->capital, more, a->overflow);
		tell_joined(a, more);
	}
	a->joins++;
	a->join_on = next_join(a);
}

static void close(struct accrual *a)
{
	if (a->open.base == 0)
		return;
	interest_work_out(a->rule, &a->open, a->overflow);
	a->exact += a->open.numerator;
	a->rounded = money_add(a->rounded, a->open.interest, a->overflow);
	if (!a->dry) {
		struct part *part = ARENA_NEW(a->arena, struct part);
		part->segment = a->open;
		*a->last = part;
		a->last = &part->next;
		a->nparts++;
	}
	a->open = (struct segment){.base = 0};
}

/* Days [from, to) on one base and one rate: the open segment grows, or a new one opens.
 */
static void accrue(struct accrual *a, money base, date from, date to)
{
	const struct rate *rate = &a->rate;
	if (rate->missing && a->missing == DATE_NONE && base > 0)
		a->missing = from;
	if (a->open.base != 0 && a->open.to == from && a->open.base == base &&
	    a->open.rate == rate->sum && !rate_splits(a->rule, from)) {
		a->open.to = to;
		return;
	}
	close(a);
	if (base > 0 && rate->sum > 0)
		a->open = (struct segment){.from = from,
					   .to = to,
					   .base = base,
					   .rate = rate->sum,
					   .reference = rate->reference,
					   .entry = rate->entry};
}

static bool bears(const struct accrual *a)
{
	date start = a->first > a->counted ? a->first : a->counted;
	return a->rule != NULL && a->first != DATE_NONE && a->upto >= start;
}

/* Up to where nothing can change but through a touch. */
static date steady(struct accrual *a, date to)
{
	to = earlier(to, a->join_on);
	if (bears(a)) {
		if (a->rate.until <= a->upto)
			a->rate = rate_on(a->rule, a->first, a->upto);
		return earlier(to, a->rate.until);
	}
	if (a->rule == NULL || a->first == DATE_NONE)
		return to;
	return earlier(to, a->first > a->counted ? a->first : a->counted);
}

static void run(struct accrual *a, date to)
{
	while (a->upto < to) {
		if (a->upto == a->join_on)
			join(a);
		money base = base_of(a);
		if (base == 0 && !compounds(a)) {
			a->upto = to;
			return;
		}
		date stop = steady(a, to);
		late_run(a, base, a->upto, stop);
		if (bears(a))
			accrue(a, base, a->upto, stop);
		a->upto = stop;
	}
}

void accrual_begin(struct accrual *a, struct arena *arena,
		   const struct interest_rule *interest,
		   const struct late_charge_rule *late, const struct invoice *invoice)
{
	a->arena = arena;
	a->invoice = invoice;
	a->rule = interest;
	a->late_rule = late;
	a->gross = invoice->amount;
	a->principal = invoice->amount;
	a->due = invoice->due;
	a->upto = invoice->issued;
	a->first = a->counted = a->missing = a->pending.on = DATE_NONE;
	a->rate.until = DATE_NONE;
	a->join_on = DATE_LAST;
	a->last = &a->parts;
	late_begin(a);
}

void accrual_start(struct accrual *a, date first)
{
	a->first = first;
	a->join_on = next_join(a);
}

void accrual_touch(struct accrual *a, date day)
{
	struct pending *pending = &a->pending;
	if (pending->on != DATE_NONE && pending->on <= day) {
		run(a, pending->on);
		a->principal -= pending->principal;
		a->capital -= pending->capital;
		a->plans -= pending->plans;
		*pending = (struct pending){.on = DATE_NONE};
	}
	run(a, day);
}

void accrual_lower(struct accrual *a, money principal, money capital, date day,
		   bool later)
{
	a->joined -= capital;
	if (later) {
		a->pending.on = day + 1;
		a->pending.principal += principal;
		a->pending.capital += capital;
		return;
	}
	a->principal -= principal;
	a->capital -= capital;
}

void accrual_waive(struct accrual *a)
{
	a->rule = NULL;
	a->capital = a->joined = a->pending.capital = 0;
	a->parts = NULL;
	a->nparts = 0;
	a->open = (struct segment){.base = 0};
	a->join_on = DATE_LAST;
}

struct accrued accrual_at(const struct accrual *a, date to)
{
	struct accrual preview = *a;
	preview.dry = true;
	accrual_touch(&preview, to);
	return (struct accrued){interest_total(&preview), preview.late};
}

/* The segments in order; under `once` their printed interest is the growth of the rounded
 * total, so that the lines add up to it. */
static void list(struct accrual *a, struct item *item)
{
	wide exact = 0;
	money before = 0;
	item->segments = ARENA_ARRAY(a->arena, struct segment, a->nparts);
	for (const struct part *part = a->parts; part != NULL; part = part->next) {
		struct segment *segment = &item->segments[item->nsegments++];
		*segment = part->segment;
		if (a->rule->rounding == ROUNDING_SEGMENT ||
		    a->rule->rounding == ROUNDING_DAILY)
			continue;
		exact += segment->numerator;
		wide total = round_half_away(exact, segment->denominator);
		segment->interest = money_from_wide(total, a->overflow) - before;
		before += segment->interest;
	}
}

void accrual_finish(struct accrual *a, date to, struct item *item)
{
	struct accrual next = *a;
	close(a);
	list(a, item);
	item->lates = a->late_parts;
	next.dry = true;
	accrual_touch(&next, to + 1);
	if (a->rule == NULL || next.open.base == 0 || next.open.to != to + 1)
		return;
	item->daily.rate = next.open.rate;
	item->daily.base = next.open.base;
	interest_day(a->rule, next.open.base, next.open.rate, to, &item->daily.numerator,
		     &item->daily.denominator);
}
