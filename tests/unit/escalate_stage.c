#include "escalate/stage.h"

#include <criterion/criterion.h>

#include "escalate_hand.h"

static struct hand *hand;

static void set_up(void)
{
	hand = hand_new(day(2026, 11, 30));
}

static void tear_down(void)
{
	hand_free(hand);
}

TestSuite(stage, .init = set_up, .fini = tear_down);

static struct item *item(date due)
{
	return hand_item(hand, "R-1", due, 10000);
}

Test(stage, comes_first_when_nothing_was_logged)
{
	cr_assert_eq(stage_next(item(day(2026, 1, 1)), hand->account.as_of), REMINDER_1);
}

Test(stage, is_never_skipped_however_late_the_invoice_is)
{
	struct item *late = item(day(2020, 1, 1));
	hand_logged(hand, late, REMINDER_1, day(2020, 2, 1));
	cr_assert_eq(stage_next(late, hand->account.as_of), REMINDER_2);
}

Test(stage, before_due_stands_until_the_due_day_and_lapses_after_it)
{
	hand->stages[REMINDER_1].after = -5;
	struct item *due = item(day(2026, 11, 30));
	cr_assert_eq(stage_next(due, day(2026, 11, 30)), REMINDER_1);
	cr_assert_eq(stage_next(due, day(2026, 12, 1)), REMINDER_2);
}

Test(stage, there_is_none_after_the_last)
{
	hand->stages[FINAL_DEMAND].final = false;
	struct item *done = item(day(2026, 1, 1));
	hand_logged(hand, done, FINAL_DEMAND, day(2026, 3, 1));
	cr_assert_eq(stage_next(done, hand->account.as_of), STAGE_NONE);
	cr_assert_not(stage_ended(done));
}

Test(stage, final_ends_the_sequence_even_with_stages_after_it)
{
	hand->stages[REMINDER_2].final = true;
	struct item *done = item(day(2026, 1, 1));
	hand_logged(hand, done, REMINDER_2, day(2026, 3, 1));
	cr_assert(stage_ended(done));
	cr_assert_eq(stage_next(done, hand->account.as_of), STAGE_NONE);
}

Test(stage, there_is_none_in_a_policy_without_stages)
{
	hand->policy.nstages = 0;
	cr_assert_eq(stage_next(item(day(2026, 1, 1)), hand->account.as_of), STAGE_NONE);
}

Test(stage, is_earliest_at_due_plus_after_when_nothing_was_logged)
{
	cr_assert_eq(stage_earliest(item(day(2026, 10, 1)), REMINDER_1),
		     day(2026, 10, 6));
}

Test(stage, keeps_the_policy_s_spacing_after_a_late_letter)
{
	hand->stages[REMINDER_1].deadline = -1;
	struct item *late = item(day(2026, 10, 1));
	hand_logged(hand, late, REMINDER_1, day(2026, 11, 2));
	cr_assert_eq(stage_earliest(late, REMINDER_2), day(2026, 11, 13));
}

Test(stage, waits_for_the_day_after_the_deadline)
{
	hand->stages[REMINDER_1].deadline = 21;
	struct item *told = item(day(2026, 10, 1));
	hand_logged(hand, told, REMINDER_1, day(2026, 10, 6));
	cr_assert_eq(stage_earliest(told, REMINDER_2), day(2026, 10, 28));
}

Test(stage, keeps_due_plus_after_when_the_letter_before_went_out_early)
{
	struct item *told = item(day(2026, 10, 1));
	hand_logged(hand, told, REMINDER_1, day(2026, 9, 1));
	cr_assert_eq(stage_earliest(told, REMINDER_2), day(2026, 10, 17));
}

Test(stage, looks_only_at_the_stage_just_before)
{
	hand->stages[REMINDER_1].after = -20;
	hand->stages[REMINDER_2].after = -5;
	struct item *told = item(day(2026, 10, 1));
	hand_logged(hand, told, REMINDER_1, day(2026, 12, 20));
	cr_assert_eq(stage_earliest(told, FINAL_DEMAND), day(2026, 10, 31));
}
