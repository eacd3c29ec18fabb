#include "escalate/trigger.h"

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

TestSuite(trigger, .init = set_up, .fini = tear_down);

static struct progress only(void)
{
	return trigger_list(hand->arena, &hand->account)[0];
}

Test(trigger, happens_on_the_earliest_day_and_not_before)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 11, 26), 10000);
	cr_assert_not(only().triggers);
	cr_assert_eq(only().earliest, day(2026, 12, 1));
	hand->invoices[0].due = day(2026, 11, 25);
	cr_assert(only().triggers);
	cr_assert_eq(only().next, REMINDER_1);
	cr_assert_eq(only().item, item);
}

Test(trigger, waits_until_the_invoice_is_overdue)
{
	hand->stages[REMINDER_1].after = 0;
	hand_item(hand, "R-1", day(2026, 11, 30), 10000);
	cr_assert_not(only().triggers, "due today is current");
	hand->invoices[0].due = day(2026, 11, 29);
	cr_assert(only().triggers);
}

Test(trigger, happens_before_due_for_a_courtesy_letter)
{
	hand->stages[REMINDER_1].after = -5;
	hand_item(hand, "R-1", day(2026, 12, 5), 10000);
	cr_assert(only().triggers);
	hand->invoices[0].due = day(2026, 12, 6);
	cr_assert_not(only().triggers);
}

Test(trigger, does_not_happen_for_what_is_settled_or_blocked)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 10, 1), 10000);
	item->settled = true;
	cr_assert_not(only().triggers);
	item->settled = false;
	hand_block(hand, item, BLOCK_HOLD, day(2026, 11, 30));
	cr_assert_not(only().triggers);
	cr_assert_eq(only().next, REMINDER_1, "the sequence stands where it stood");
}

Test(trigger, has_ended_after_the_final_stage)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 1, 1), 10000);
	hand_logged(hand, item, FINAL_DEMAND, day(2026, 3, 1));
	cr_assert(only().ended);
	cr_assert_not(only().triggers);
	cr_assert_eq(only().earliest, DATE_NONE);
}

Test(trigger, counts_days_overdue_from_the_day_after_due)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 11, 30), 10000);
	cr_assert_eq(trigger_overdue(item, day(2026, 11, 29)), -1);
	cr_assert_eq(trigger_overdue(item, day(2026, 11, 30)), 0);
	cr_assert_eq(trigger_overdue(item, day(2026, 12, 1)), 1);
}
