#include "reckon/deadline.h"

#include <criterion/criterion.h>

static date on(int year, int month, int day)
{
	return date_from_civil(year, month, day);
}

/* Rule 16. 2026-11-30 is a Monday. */
Test(deadline, is_none_without_one)
{
	struct stage stage = {.deadline = -1};
	cr_assert_eq(deadline_from_stage(&stage, on(2026, 11, 30)), DATE_NONE);
}

Test(deadline, moves_off_saturday_and_sunday_to_monday)
{
	struct stage stage = {.deadline = 7};
	cr_assert_eq(deadline_from_stage(&stage, on(2026, 11, 27)), on(2026, 12, 4));
	cr_assert_eq(deadline_from_stage(&stage, on(2026, 11, 28)), on(2026, 12, 7));
	cr_assert_eq(deadline_from_stage(&stage, on(2026, 11, 29)), on(2026, 12, 7));
	cr_assert_eq(deadline_from_stage(&stage, on(2026, 11, 30)), on(2026, 12, 7));
}

Test(deadline, begins_when_the_letter_is_delivered)
{
	struct stage days = {.deadline = 14, .delivery = 3};
	struct stage working = {.deadline = 14, .delivery = 3, .delivery_working = true};
	cr_assert_eq(deadline_from_stage(&days, on(2026, 11, 26)), on(2026, 12, 14));
	/* Thursday + 3 working days = Tuesday 1 December */
	cr_assert_eq(deadline_from_stage(&working, on(2026, 11, 26)), on(2026, 12, 15));
	/* from a Saturday the first working day is Monday */
	cr_assert_eq(deadline_from_stage(&working, on(2026, 11, 28)), on(2026, 12, 16));
}
