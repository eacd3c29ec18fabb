#include "reckon/rate.h"

#include <criterion/criterion.h>

static struct rate_entry entries[] = {
	{.percent = 37500}, {.percent = -8800}, {.percent = 21000}, {.percent = 24000}};
static struct rate_table table = {.name = STR_LIT("ref"), .entries = entries, .count = 4};

static date on(int year, int month, int day)
{
	return date_from_civil(year, month, day);
}

static void set_up(void)
{
	entries[0].from = on(2025, 1, 1);
	entries[1].from = on(2025, 7, 1);
	entries[2].from = on(2026, 1, 1);
	entries[3].from = on(2026, 3, 15);
	table.built_in = false;
}

TestSuite(rate, .init = set_up);

static struct interest_rule rule_of(enum fixed fixed, ppm plus)
{
	return (struct interest_rule){
		.percent = RATE_NONE, .table = &table, .fixed = fixed, .plus = plus};
}

/* Rule 10: the 1 January or 1 July that begins the half-year of the first day. */
Test(rate, at_start_is_that_of_the_half_year_of_the_first_day)
{
	struct interest_rule rule = rule_of(FIXED_AT_START, 80000);
	cr_assert_eq(rate_on(&rule, on(2025, 6, 30), on(2026, 8, 1)).sum, 117500);
	cr_assert_eq(rate_on(&rule, on(2025, 7, 1), on(2026, 8, 1)).sum, 71200);
	cr_assert_eq(rate_on(&rule, on(2026, 6, 30), on(2026, 8, 1)).sum, 101000);
	cr_assert_eq(rate_on(&rule, on(2026, 7, 1), on(2026, 8, 1)).sum, 104000);
	cr_assert_eq(rate_on(&rule, on(2026, 7, 1), on(2026, 8, 1)).until, DATE_LAST);
}

Test(rate, half_yearly_ignores_what_changes_in_between)
{
	struct interest_rule rule = rule_of(FIXED_HALF_YEARLY, 80000);
	struct rate before = rate_on(&rule, on(2025, 2, 1), on(2026, 6, 30));
	cr_assert_eq(before.sum, 101000);
	cr_assert_eq(before.until, on(2026, 7, 1));
	cr_assert_eq(rate_on(&rule, on(2025, 2, 1), on(2026, 7, 1)).sum, 104000);
}

Test(rate, on_change_follows_every_entry)
{
	struct interest_rule rule = rule_of(FIXED_ON_CHANGE, 0);
	struct rate rate = rate_on(&rule, on(2025, 2, 1), on(2026, 3, 14));
	cr_assert_eq(rate.sum, 21000);
	cr_assert_eq(rate.until, on(2026, 3, 15));
	cr_assert_eq(rate_on(&rule, on(2025, 2, 1), on(2026, 3, 15)).sum, 24000);
}

Test(rate, below_zero_counts_as_zero)
{
	struct interest_rule rule = rule_of(FIXED_ON_CHANGE, 5000);
	cr_assert_eq(rate_on(&rule, on(2025, 2, 1), on(2025, 7, 1)).sum, 0);
	cr_assert_eq(rate_on(&rule, on(2025, 2, 1), on(2025, 7, 1)).reference, -8800);
}

/* Belgium rounds the sum up to the next half, Sweden and Finland the reference. */
Test(rate, rounds_up_to_a_step)
{
	struct interest_rule sum = rule_of(FIXED_HALF_YEARLY, 80000);
	sum.round_up_to = 5000;
	sum.round_up = ROUND_UP_SUM;
	struct interest_rule reference = sum;
	reference.round_up = ROUND_UP_REFERENCE;
	reference.plus = 81000;
	cr_assert_eq(rate_on(&sum, on(2025, 2, 1), on(2026, 2, 1)).sum, 105000);
	cr_assert_eq(rate_on(&reference, on(2025, 2, 1), on(2026, 2, 1)).sum, 106000);
	cr_assert_eq(rate_on(&reference, on(2025, 2, 1), on(2025, 7, 1)).sum, 76000);
	reference.plus = 80000;
	entries[2].percent = 20000;
	cr_assert_eq(rate_on(&reference, on(2025, 2, 1), on(2026, 2, 1)).sum, 100000);
	entries[2].percent = 21000;
}

Test(rate, a_day_before_the_table_is_missing)
{
	struct interest_rule rule = rule_of(FIXED_ON_CHANGE, 80000);
	struct rate rate = rate_on(&rule, on(2024, 2, 1), on(2024, 12, 31));
	cr_assert(rate.missing);
	cr_assert_eq(rate.sum, 0);
	cr_assert_eq(rate.until, on(2025, 1, 1));
}

Test(rate, a_contract_rate_never_changes)
{
	struct interest_rule rule = {.percent = 80000};
	struct rate rate = rate_on(&rule, on(2024, 2, 1), on(2024, 12, 31));
	cr_assert_eq(rate.sum, 80000);
	cr_assert_eq(rate.reference, RATE_NONE);
	cr_assert_eq(rate.until, DATE_LAST);
}

Test(rate, segments_split_at_every_entry)
{
	struct interest_rule rule = rule_of(FIXED_AT_START, 80000);
	cr_assert_not(rate_splits(&rule, on(2026, 1, 1)));
	rule.rounding = ROUNDING_SEGMENT;
	cr_assert(rate_splits(&rule, on(2026, 1, 1)));
	cr_assert(rate_splits(&rule, on(2026, 3, 15)));
	cr_assert_not(rate_splits(&rule, on(2026, 3, 16)));
	cr_assert_not(rate_splits(&rule, on(2024, 3, 16)));
	cr_assert_eq(rate_on(&rule, on(2025, 8, 1), on(2026, 1, 5)).until,
		     on(2026, 3, 15));
}

/* Rule 10: a half-year without its own entry, in a built-in table. */
Test(rate, a_built_in_table_runs_out_half_a_year_later)
{
	struct interest_rule rule = rule_of(FIXED_AT_START, 80000);
	table.built_in = true;
	cr_assert_eq(rate_stale(&rule, on(2026, 6, 30), on(2027, 6, 1)), DATE_NONE);
	cr_assert_eq(rate_stale(&rule, on(2026, 7, 1), on(2027, 6, 1)), on(2026, 7, 1));
	cr_assert_eq(rate_stale(&rule, on(2027, 2, 1), on(2027, 6, 1)), on(2027, 1, 1));
	rule.fixed = FIXED_HALF_YEARLY;
	cr_assert_eq(rate_stale(&rule, on(2025, 2, 1), on(2026, 6, 30)), DATE_NONE);
	cr_assert_eq(rate_stale(&rule, on(2025, 2, 1), on(2026, 7, 1)), on(2026, 7, 1));
	cr_assert_null(rate_old(&rule, on(2025, 2, 1), on(2028, 7, 1)));
}

Test(rate, an_own_entry_is_old_after_200_days)
{
	struct interest_rule rule = rule_of(FIXED_ON_CHANGE, 80000);
	cr_assert_null(rate_old(&rule, on(2025, 2, 1), on(2026, 3, 15) + 200));
	cr_assert_eq(rate_old(&rule, on(2025, 2, 1), on(2026, 3, 15) + 201), &entries[3]);
	cr_assert_eq(rate_stale(&rule, on(2025, 2, 1), on(2030, 1, 1)), DATE_NONE);
	rule.fixed = FIXED_AT_START;
	cr_assert_null(rate_old(&rule, on(2025, 2, 1), on(2030, 1, 1)));
}
