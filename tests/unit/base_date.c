/* date: days, months, weekdays, text. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/date.h"

static date day(int year, int month, int d)
{
	return date_from_civil(year, month, d);
}

Test(date, counts_from_the_first_of_january_1970)
{
	cr_assert_eq(day(1970, 1, 1), 0);
	cr_assert_eq(day(1969, 12, 31), -1);
	cr_assert_eq(day(2000, 3, 1), 11017);
	cr_assert_eq(day(2026, 11, 30), 20787);
}

Test(date, survives_the_round_trip_on_every_day_it_knows)
{
	date next = day(1990, 1, 1);
	for (int y = 1990; y <= 2199; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= month_length(y, m); d++, next++) {
				cr_assert_eq(day(y, m, d), next);
				struct civil c = civil_from_date(next);
				cr_assert(c.year == y && c.month == m && c.day == d);
			}
	cr_assert_eq(next, day(2200, 1, 1));
}

Test(date, has_leap_days_by_the_gregorian_rule)
{
	cr_assert_eq(month_length(2024, 2), 29);
	cr_assert_eq(month_length(2026, 2), 28);
	cr_assert_eq(month_length(2000, 2), 29);
	cr_assert_eq(month_length(2100, 2), 28);
	cr_assert(date_is_real(2024, 2, 29));
	cr_assert_not(date_is_real(2026, 2, 29));
	cr_assert_not(date_is_real(2026, 0, 1));
	cr_assert_not(date_is_real(2026, 13, 1));
	cr_assert_not(date_is_real(2026, 1, 0));
	cr_assert_not(date_is_real(2026, 4, 31));
}

Test(date, clamps_months_to_their_end)
{
	cr_assert_eq(date_add_months(day(2026, 1, 31), 1), day(2026, 2, 28));
	cr_assert_eq(date_add_months(day(2024, 1, 31), 1), day(2024, 2, 29));
	cr_assert_eq(date_add_months(day(2026, 1, 31), 3), day(2026, 4, 30));
	cr_assert_eq(date_add_months(day(2026, 11, 15), 2), day(2027, 1, 15));
	cr_assert_eq(date_add_months(day(2026, 1, 31), -2), day(2025, 11, 30));
	cr_assert_eq(date_add_months(day(2026, 12, 1), -12), day(2025, 12, 1));
	cr_assert_eq(date_add_months(day(2026, 3, 31), 0), day(2026, 3, 31));
	cr_assert_eq(date_add_months(day(2024, 2, 29), 12), day(2025, 2, 28));
}

Test(date, finds_the_end_of_its_month)
{
	cr_assert_eq(date_month_end(day(2026, 2, 1)), day(2026, 2, 28));
	cr_assert_eq(date_month_end(day(2026, 12, 31)), day(2026, 12, 31));
}

Test(date, knows_its_weekday)
{
	cr_assert_eq(date_weekday(day(2026, 11, 30)), 0);
	cr_assert_eq(date_weekday(day(2026, 11, 22)), 6);
	cr_assert_eq(date_weekday(day(1970, 1, 1)), 3);
	cr_assert_eq(date_weekday(day(1969, 12, 28)), 6);
	cr_assert_eq(date_weekday(day(1900, 1, 1)), 0);
}

static enum date_fault fault(const char *text)
{
	date ignored = 0;
	return date_from_str(str_from_c(text), &ignored);
}

Test(date, reads_iso_days)
{
	date got = 0;
	cr_assert_eq(date_from_str(STR("2026-02-14"), &got), DATE_OK);
	cr_assert_eq(got, day(2026, 2, 14));
	cr_assert_eq(fault("1990-01-01"), DATE_OK);
	cr_assert_eq(fault("2199-12-31"), DATE_OK);
}

Test(date, refuses_other_forms)
{
	static const char *const wrong[] = {"",		  "2026-2-14",	 "14.02.2026",
					    "2026/02/14", "20260214",	 "2026-02-1x",
					    "-026-02-14", "2026-02-145", "2026 02 14",
					    "+026-02-14", "2026-02.14",	 "2026-0x-14"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		cr_assert_eq(fault(wrong[i]), DATE_FORM, "'%s'", wrong[i]);
}

Test(date, refuses_days_that_do_not_exist)
{
	cr_assert_eq(fault("2026-02-30"), DATE_UNREAL);
	cr_assert_eq(fault("2026-00-10"), DATE_UNREAL);
	cr_assert_eq(fault("2026-13-10"), DATE_UNREAL);
	cr_assert_eq(fault("2026-01-00"), DATE_UNREAL);
	cr_assert_eq(fault("2100-02-29"), DATE_UNREAL);
}

Test(date, refuses_years_out_of_range)
{
	cr_assert_eq(fault("1989-12-31"), DATE_RANGE);
	cr_assert_eq(fault("2200-01-01"), DATE_RANGE);
}

Test(date, is_written_as_it_is_read)
{
	struct arena *arena = arena_new(0);
	struct buf buf = buf_new(arena, 0);
	date_put(&buf, day(2026, 2, 4));
	buf_byte(&buf, ' ');
	date_put(&buf, day(2199, 12, 31));
	cr_assert(str_equal(buf_str(&buf), STR("2026-02-04 2199-12-31")));
	arena_free(arena);
}

Test(date, has_bounds_that_every_day_lies_between)
{
	cr_assert_lt(DATE_NONE, day(1990, 1, 1));
	cr_assert_gt(DATE_LAST, day(2199, 12, 31));
	struct civil c = civil_from_date(DATE_LAST);
	cr_assert(date_is_real(c.year, c.month, c.day));
}

Test(date, counts_before_the_year_nought_as_after_it)
{
	date first = day(-401, 3, 1);
	for (date next = first; next < first + 1000; next++) {
		struct civil c = civil_from_date(next);
		cr_assert_eq(day(c.year, c.month, c.day), next);
	}
	struct civil c = civil_from_date(date_add_months(day(0, 1, 31), -2));
	cr_assert(c.year == -1 && c.month == 11 && c.day == 30);
}
