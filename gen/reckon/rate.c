#include "reckon/rate.h"

#define OLD 200 /* [days] rule 10: two half-years cannot lie between */

static date next_half(date day)
{
	return date_add_months(rate_half(day), 6);
}

/* How many entries begin on or before the day. */
static size_t begun(const struct rate_table *table, date day)
{
	size_t low = 0, high = table->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (table->entries[middle].from <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct rate_entry *entry_on(const struct rate_table *table, date day)
{
	size_t count = begun(table, day);
	return count == 0 ? NULL : &table->entries[count - 1];
}

static date next_entry(const struct rate_table *table, date day)
{
	size_t count = begun(table, day);
	return count < table->count ? table->entries[count].from : DATE_LAST;
}

static bool at_start(const struct interest_rule *rule)
{
	return rule->fixed == FIXED_AT_START;
}

static date asked_until(const struct interest_rule *rule, date day)
{
	date until = DATE_LAST;
	if (rule->fixed == FIXED_HALF_YEARLY)
		until = next_half(day);
	if (rule->fixed == FIXED_ON_CHANGE || rule->rounding == ROUNDING_SEGMENT) {
		date entry = next_entry(rule->table, day);
		until = entry < until ? entry : until;
	}
	return until;
}

/* Up to the next multiple of a step; towards zero below zero is up, too. */
static ppm step_up(ppm rate, ppm step)
{
	ppm rest = rate % step;
	return rest == 0 ? rate : rest > 0 ? rate - rest + step : rate - rest;
}

static ppm sum_of(const struct interest_rule *rule, ppm reference)
{
	ppm step = rule->round_up_to;
	if (step > 0 && rule->round_up == ROUND_UP_REFERENCE)
		return step_up(reference, step) + rule->plus;
	ppm sum = reference + rule->plus;
	return step > 0 ? step_up(sum, step) : sum;
}

date rate_half(date day)
{
	struct civil c = civil_from_date(day);
	return date_from_civil(c.year, c.month < 7 ? 1 : 7, 1);
}

date rate_key(const struct interest_rule *rule, date first, date day)
{
	if (at_start(rule))
		return rate_half(first);
	return rule->fixed == FIXED_HALF_YEARLY ? rate_half(day) : day;
}

struct rate rate_on(const struct interest_rule *rule, date first, date day)
{
	if (rule->table == NULL) {
		ppm sum = rule->percent > 0 ? rule->percent : 0;
		return (struct rate){
			.sum = sum, .reference = RATE_NONE, .until = DATE_LAST};
	}
	struct rate rate = {.until = asked_until(rule, day), .reference = RATE_NONE};
	rate.entry = entry_on(rule->table, rate_key(rule, first, day));
	rate.missing = rate.entry == NULL;
	if (rate.entry != NULL) {
		rate.reference = rate.entry->percent;
		rate.sum = sum_of(rule, rate.reference);
		rate.sum = rate.sum > 0 ? rate.sum : 0;
	}
	return rate;
}

bool rate_splits(const struct interest_rule *rule, date day)
{
	if (rule->rounding != ROUNDING_SEGMENT || rule->table == NULL)
		return false;
	const struct rate_entry *entry = entry_on(rule->table, day);
	return entry != NULL && entry->from == day;
}

date rate_stale(const struct interest_rule *rule, date first, date last)
{
	const struct rate_table *table = rule->table;
	if (!table->built_in)
		return DATE_NONE;
	date gap = next_half(table->entries[table->count - 1].from);
	date asked = rate_half(at_start(rule) ? first : last);
	if (asked < gap)
		return DATE_NONE;
	return rate_half(first) > gap ? rate_half(first) : gap;
}

const struct rate_entry *rate_old(const struct interest_rule *rule, date first, date last)
{
	const struct rate_table *table = rule->table;
	if (table->built_in)
		return NULL;
	date asked = at_start(rule) ? first : last;
	const struct rate_entry *entry = entry_on(table, rate_key(rule, first, asked));
	return entry != NULL && asked - entry->from > OLD ? entry : NULL;
}
