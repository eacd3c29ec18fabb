#include "reckon/days.h"

#include <criterion/criterion.h>

static date on(int year, int month, int day)
{
	return date_from_civil(year, month, day);
}

Test(days, thirty_360_of_31_december_to_30_january_is_29)
{
	/* rule 10: due 31 Dec, A 30 Jan: [1 Jan, 31 Jan) */
	cr_assert_eq(days_count(YEAR_30_360, on(2026, 1, 1), on(2026, 1, 31)), 29);
}

Test(days, thirty_360_gives_every_month_thirty)
{
	cr_assert_eq(days_count(YEAR_30_360, on(2026, 1, 1), on(2026, 2, 1)), 30);
	cr_assert_eq(days_count(YEAR_30_360, on(2026, 2, 1), on(2026, 3, 1)), 30);
	cr_assert_eq(days_count(YEAR_30_360, on(2026, 1, 30), on(2026, 1, 31)), 0);
	cr_assert_eq(days_count(YEAR_30_360, on(2025, 1, 1), on(2026, 1, 1)), 360);
}

Test(days, actual_gives_each_year_its_own_length)
{
	cr_assert_eq(days_weight(YEAR_ACTUAL, on(2024, 1, 1), on(2025, 1, 1)),
		     days_unit(YEAR_ACTUAL));
	cr_assert_eq(days_weight(YEAR_ACTUAL, on(2025, 1, 1), on(2026, 1, 1)),
		     days_unit(YEAR_ACTUAL));
	cr_assert_eq(days_leap(on(2023, 12, 30), on(2025, 1, 3)), 366);
	cr_assert_eq(days_leap(on(2024, 2, 28), on(2024, 3, 1)), 2);
}

/* Rule 10: splitting a period at any day changes nothing before rounding. */
Test(days, weights_add_up_at_any_split)
{
	date from = on(2023, 11, 29), to = on(2025, 3, 2);
	for (enum year y = YEAR_365; y < YEAR__COUNT; y++)
		for (date day = from; day <= to; day++)
			cr_assert_eq(days_weight(y, from, day) + days_weight(y, day, to),
				     days_weight(y, from, to));
}
