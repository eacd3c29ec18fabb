#include "escalate/letter.h"

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

TestSuite(letter, .init = set_up, .fini = tear_down);

static const struct letter *only_letter(void)
{
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 1);
	return &escalation->letters[0];
}

static const struct held *only_held(void)
{
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert_eq(escalation->nheld, 1);
	return &escalation->held[0];
}

Test(letter, asks_for_what_is_overdue)
{
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->stage, REMINDER_1);
	cr_assert_eq(letter->demand, 10000);
	cr_assert_eq(letter->pay_by, day(2026, 12, 7));
	cr_assert_eq(letter->channel, CHANNEL_POST);
	cr_assert_eq(letter->nlines, 1);
	cr_assert(letter->lines[0].advances);
	cr_assert_eq(letter->lines[0].stage, REMINDER_1);
}

Test(letter, is_not_made_for_an_account_without_invoices)
{
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert_eq(escalation->nheld, 0);
}

Test(letter, takes_the_highest_stage_and_lists_the_others_at_their_own)
{
	struct item *oldest = hand_item(hand, "R-1", day(2026, 10, 1), 10000);
	struct item *told = hand_item(hand, "R-2", day(2026, 11, 1), 2000);
	hand_item(hand, "R-3", day(2026, 11, 20), 300);
	hand_item(hand, "R-4", day(2026, 11, 28), 40);
	hand_item(hand, "R-5", day(2026, 12, 24), 5);
	hand_logged(hand, oldest, REMINDER_1, day(2026, 10, 20));
	hand_logged(hand, told, REMINDER_1, day(2026, 11, 27));
	hand->policy.min_interval = 3;
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->stage, REMINDER_2);
	cr_assert_eq(letter->nlines, 4, "all that is overdue, not what is not due");
	cr_assert_eq(letter->lines[0].stage, REMINDER_2);
	cr_assert_not(letter->lines[1].advances, "its deadline has not passed");
	cr_assert_eq(letter->lines[1].stage, REMINDER_1);
	cr_assert_eq(letter->lines[1].deadline, day(2026, 12, 4),
		     "the earlier one stands");
	cr_assert_eq(letter->lines[2].stage, REMINDER_1);
	cr_assert(letter->lines[2].advances);
	cr_assert_eq(letter->lines[3].stage, -1, "overdue, no reminder yet");
	cr_assert_eq(letter->lines[3].deadline, DATE_NONE);
	cr_assert_eq(letter->demand, 12340);
}

Test(letter, claims_charges_with_the_stage_that_names_them)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 9, 1), 10000);
	struct item *other = hand_item(hand, "R-2", day(2026, 11, 20), 20000);
	hand_logged(hand, item, REMINDER_2, day(2026, 10, 1));
	hand_charge(item, CHARGE_INTEREST, 250, FINAL_DEMAND);
	hand_charge(item, CHARGE_COMPENSATION, 4000, REMINDER_2);
	hand_charge(other, CHARGE_INTEREST, 99, FINAL_DEMAND);
	hand_charge(other, CHARGE_COMPENSATION, 4000, CLAIM_DUE);
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->stage, FINAL_DEMAND);
	cr_assert_eq(letter->charges[CHARGE_INTEREST], 250);
	cr_assert_eq(letter->charges[CHARGE_COMPENSATION], 4000);
	cr_assert_eq(letter->lines[1].charges[CHARGE_INTEREST], 0, "only at reminder-1");
	cr_assert_eq(letter->lines[0].total, 14250);
	cr_assert_eq(letter->demand, 34250);
}

Test(letter, demands_what_is_left_of_charges_claimed_before)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 9, 1), 10000);
	hand_logged(hand, item, REMINDER_2, day(2026, 10, 1));
	hand_charge(item, CHARGE_COMPENSATION, 4000, REMINDER_1);
	item->charges[CHARGE_COMPENSATION].claimed = true;
	item->charges[CHARGE_COMPENSATION].paid = 1500;
	item->charges[CHARGE_COMPENSATION].open = 2500;
	item->charges[CHARGE_FEE].open = 300;
	cr_assert_eq(only_letter()->demand, 12800);
}

Test(letter, never_demands_the_disputed_part)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	item->disputed = 4000;
	cr_assert_eq(only_letter()->demand, 6000);
}

Test(letter, lists_blocked_invoices_apart)
{
	struct item *blocked = hand_item(hand, "R-1", day(2026, 11, 1), 10000);
	hand_item(hand, "R-2", day(2026, 11, 20), 2000);
	hand_block(hand, blocked, BLOCK_DISPUTE, day(2026, 12, 31));
	struct escalation *escalation = hand_judge(hand);
	const struct letter *letter = &escalation->letters[0];
	cr_assert_eq(letter->nlines, 1);
	cr_assert_eq(letter->nblocked, 1);
	cr_assert_eq(letter->blocked[0], blocked);
	cr_assert_eq(letter->demand, 2000);
	cr_assert_eq(escalation->nheld, 1);
	cr_assert_eq(escalation->held[0].why, HELD_BLOCKED);
	cr_assert_eq(escalation->held[0].until, day(2026, 12, 31));
}

Test(letter, is_held_while_everything_is_blocked)
{
	struct item *blocked = hand_item(hand, "R-1", day(2026, 11, 1), 10000);
	hand_block(hand, blocked, BLOCK_PROMISE, day(2026, 12, 5));
	hand_block(hand, blocked, BLOCK_HOLD, DATE_LAST);
	const struct held *held = only_held();
	cr_assert_eq(held->why, HELD_BLOCKED);
	cr_assert_eq(held->until, DATE_LAST, "the hold without end counts");
}

Test(letter, before_due_lists_only_what_triggers_it)
{
	hand->stages[REMINDER_1].after = -5;
	struct item *overdue = hand_item(hand, "R-1", day(2026, 11, 28), 10000);
	hand_item(hand, "R-2", day(2026, 12, 4), 2000);
	hand_item(hand, "R-3", day(2026, 12, 9), 300);
	hand_logged(hand, overdue, REMINDER_1, day(2026, 11, 22));
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->stage, REMINDER_1);
	cr_assert_eq(letter->nlines, 1);
	cr_assert_eq(letter->demand, 2000);
}

Test(letter, of_a_later_stage_leaves_out_what_is_not_yet_due)
{
	hand->stages[REMINDER_1].after = -5;
	hand_item(hand, "R-1", day(2026, 11, 1), 10000);
	hand_item(hand, "R-2", day(2026, 12, 4), 2000);
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->stage, REMINDER_2, "reminder-1 lapsed");
	cr_assert_eq(letter->nlines, 1);
}

Test(letter, waits_for_min_balance)
{
	hand->policy.min_balance = 1000;
	hand_item(hand, "R-1", day(2026, 11, 20), 999);
	const struct held *held = only_held();
	cr_assert_eq(held->why, HELD_BALANCE);
	cr_assert_eq(held->amount, 999);
	cr_assert_null(held->item);
	hand->items[0].principal = 1000;
	only_letter();
}

Test(letter, reaches_min_balance_without_its_fee)
{
	hand->policy.min_balance = 1000;
	hand->stages[REMINDER_1].fee = (struct fee_rule){.span = {1, 0},
							 .amount = 500,
							 .percent = RATE_NONE,
							 .min = MONEY_NONE,
							 .max = MONEY_NONE};
	hand_item(hand, "R-1", day(2026, 11, 20), 999);
	cr_assert_eq(only_held()->amount, 999);
	hand->items[0].principal = 1000;
	cr_assert_eq(only_letter()->fee, 500);
	cr_assert_eq(only_letter()->demand, 1500);
}

Test(letter, has_no_min_balance_in_another_currency)
{
	hand->policy.min_balance = 1000;
	hand->policy.currency = currency_find(STR("EUR"));
	hand_item(hand, "R-1", day(2026, 11, 20), 1);
	cr_assert_eq(only_letter()->demand, 1);
}

Test(letter, computes_its_fee_on_what_advances_to_its_own_stage)
{
	struct item *oldest = hand_item(hand, "R-1", day(2026, 10, 1), 10000);
	hand_item(hand, "R-2", day(2026, 11, 20), 70000);
	hand_logged(hand, oldest, REMINDER_1, day(2026, 10, 20));
	oldest->disputed = 2000;
	hand->stages[REMINDER_2].fee = (struct fee_rule){.span = {1, 0},
							 .amount = MONEY_NONE,
							 .percent = 100000,
							 .min = MONEY_NONE,
							 .max = MONEY_NONE};
	cr_assert_eq(only_letter()->fee, 800);
	cr_assert_eq(only_letter()->demand, 78800);
}

Test(letter, waits_for_min_interval)
{
	hand->policy.min_interval = 7;
	struct item *told = hand_item(hand, "R-1", day(2026, 11, 1), 10000);
	hand_item(hand, "R-2", day(2026, 11, 20), 2000);
	hand_logged(hand, told, REMINDER_1, day(2026, 11, 24));
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert_eq(escalation->held[0].why, HELD_INTERVAL);
	cr_assert_eq(escalation->held[0].until, day(2026, 11, 30));
	hand->account.as_of++;
	escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 1);
}

Test(letter, takes_no_notice_of_what_is_logged_today)
{
	hand->policy.min_interval = 7;
	struct item *told = hand_item(hand, "R-1", day(2026, 11, 1), 10000);
	hand_logged(hand, told, REMINDER_1, day(2026, 11, 30));
	told->done = -1; /* as reckoning leaves it: the entry is not dated before A */
	told->done_on = told->deadline = DATE_NONE;
	cr_assert_eq(only_letter()->stage, REMINDER_1);
}

Test(letter, uses_the_account_s_credit)
{
	hand->account.credit = 4000;
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	cr_assert_eq(only_letter()->credit, 4000);
	cr_assert_eq(only_letter()->demand, 6000);
}

Test(letter, is_not_sent_when_credit_covers_it)
{
	hand->account.credit = 10000;
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	cr_assert_eq(only_held()->why, HELD_BALANCE);
	cr_assert_eq(only_held()->amount, 0);
}

Test(letter, asks_for_credit_below_zero_as_well)
{
	hand->account.credit = -500;
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	cr_assert_eq(only_letter()->demand, 10500);
}

Test(letter, is_made_for_each_policy_and_credit_is_used_in_name_order)
{
	struct policy *earlier = hand_policy(hand, "amber");
	hand_item(hand, "R-1", day(2026, 11, 19), 10000);
	struct item *item = hand_item(hand, "R-2", day(2026, 11, 20), 2000);
	item->policy = hand->invoices[1].policy = earlier;
	hand->account.credit = 2500;
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 1, "amber's demand is covered");
	cr_assert_eq(escalation->letters[0].policy, &hand->policy);
	cr_assert_eq(escalation->letters[0].credit, 500);
	cr_assert_eq(escalation->letters[0].demand, 9500);
	hand->account.credit = 1500;
	escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 2);
	cr_assert_eq(escalation->letters[0].policy, earlier);
	cr_assert_eq(escalation->letters[0].demand, 500);
	cr_assert_eq(escalation->letters[1].demand, 10000);
}

Test(letter, leaves_credit_alone_where_the_interval_has_not_passed)
{
	struct policy *earlier = hand_policy(hand, "amber");
	struct item *told = hand_item(hand, "R-1", day(2026, 10, 1), 2000);
	hand_item(hand, "R-2", day(2026, 11, 20), 10000);
	told->policy = hand->invoices[0].policy = earlier;
	earlier->min_interval = 30;
	hand_logged(hand, told, REMINDER_1, day(2026, 11, 10));
	hand->account.credit = 1500;
	cr_assert_eq(only_letter()->credit, 1500);
}

Test(letter, says_which_invoices_wait_and_which_have_ended)
{
	struct item *ended = hand_item(hand, "R-1", day(2026, 1, 1), 10000);
	hand_item(hand, "R-2", day(2026, 11, 28), 2000);
	hand_item(hand, "R-3", day(2026, 12, 28), 2000);
	hand_logged(hand, ended, FINAL_DEMAND, day(2026, 3, 1));
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert_eq(escalation->nheld, 2);
	cr_assert_eq(escalation->held[0].why, HELD_ENDED);
	cr_assert_eq(escalation->held[0].item, ended);
	cr_assert_eq(escalation->held[1].why, HELD_EARLY);
	cr_assert_eq(escalation->held[1].until, day(2026, 12, 2));
}

Test(letter, lists_an_ended_invoice_beside_one_that_moves_on)
{
	struct item *ended = hand_item(hand, "R-1", day(2026, 1, 1), 10000);
	hand_item(hand, "R-2", day(2026, 11, 20), 2000);
	hand_logged(hand, ended, FINAL_DEMAND, day(2026, 3, 2));
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->nlines, 2);
	cr_assert_not(letter->lines[0].advances);
	cr_assert_eq(letter->lines[0].deadline, day(2026, 3, 16));
	cr_assert_eq(letter->demand, 12000);
}

Test(letter, warns_when_no_channel_reaches_the_customer)
{
	hand->stages[REMINDER_1].channel = CHANNEL_EMAIL;
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	cr_assert_eq(only_letter()->channel, CHANNEL_NONE);
	cr_assert_eq(hand->notices.warnings, 1);
	cr_assert_eq(hand->notices.first->code, NOTICE_CHANNEL_NONE);
	hand->stages[REMINDER_1].channel = CHANNEL_NONE;
	hand->stages[REMINDER_1].letter = STR("notice");
	hand->customer.channel = (struct channel_list){{CHANNEL_PHONE}, 1};
	only_letter();
	cr_assert_eq(hand->notices.warnings, 2);
	cr_assert_neq(hand->notices.first->help.len, hand->notices.first->next->help.len);
}

Test(letter, reports_sums_too_large_to_keep)
{
	hand_item(hand, "R-1", day(2026, 11, 20), INT64_MAX);
	hand_item(hand, "R-2", day(2026, 11, 21), INT64_MAX);
	hand_judge(hand);
	cr_assert_eq(hand->notices.errors, 1);
	cr_assert_eq(hand->notices.first->code, NOTICE_AMOUNT_OVERFLOW);
}

Test(letter, claims_no_interest_long_after_the_last_known_rate)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 9, 1), 10000);
	hand_logged(hand, item, REMINDER_2, day(2026, 10, 1));
	hand_charge(item, CHARGE_INTEREST, 250, FINAL_DEMAND);
	item->rate_stale = day(2026, 10, 31);
	hand_judge(hand);
	cr_assert_eq(hand->notices.errors, 0, "the 31st day");
	item->rate_stale--;
	hand_judge(hand);
	cr_assert_eq(hand->notices.errors, 1, "the 32nd day");
	cr_assert_eq(hand->notices.first->code, NOTICE_RATE_OUTDATED);
}

Test(letter, needs_no_rate_while_it_claims_no_interest)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	hand_charge(item, CHARGE_INTEREST, 250, FINAL_DEMAND);
	item->rate_stale = day(2026, 1, 1);
	hand_judge(hand);
	cr_assert_eq(hand->notices.errors, 0);
}

/* A log entry of another customer, policy or currency, or a mere contact. */
static struct log_entry *stray(const char *why, size_t at)
{
	struct log_entry *entry = &hand->entries[at];
	const struct invoice **invoices =
		ARENA_ARRAY(hand->arena, const struct invoice *, 1);
	struct invoice *invoice = ARENA_NEW(hand->arena, struct invoice);

	*invoice = hand->invoices[0];
	invoices[0] = invoice;
	*entry = (struct log_entry){.date = day(2026, 11, 28),
				    .customer = &hand->customer,
				    .invoice_names = {NULL, 1},
				    .invoices = invoices};
	if (*why == 'p')
		invoice->policy = hand_policy(hand, "other");
	else if (*why == 'e')
		invoice->currency = currency_find(STR("EUR"));
	else if (*why == 'c')
		entry->stage = -1;
	else
		entry->invoice_names.count = 0;
	return entry;
}

Test(letter, counts_only_letters_of_its_own_group_towards_the_interval)
{
	static const char *const strays[] = {"policy", "euro", "contact", "nothing"};
	struct customer others[2] = {hand->customer, hand->customer};
	hand->policy.min_interval = 30;
	hand->customer.index = 1;
	others[1].index = 2;
	hand_item(hand, "R-1", day(2026, 11, 20), 10000);
	for (size_t i = 0; i < 4; i++)
		hand->log[i + 1] = stray(strays[i], i);
	for (size_t i = 0; i < 2; i++) {
		hand->log[5 * i] = stray("nothing", 4 + i);
		hand->log[5 * i]->customer = &others[i];
	}
	hand->ledger.nlog = 6;
	only_letter();
}

Test(letter, lists_only_its_own_policy)
{
	struct policy *later = hand_policy(hand, "zenith");
	struct item *item = hand_item(hand, "R-1", day(2026, 11, 1), 100);
	hand_item(hand, "R-2", day(2026, 11, 20), 20);
	item->policy = hand->invoices[0].policy = later;
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 2);
	cr_assert_eq(escalation->letters[0].nlines, 1);
	cr_assert_eq(escalation->letters[0].demand, 20);
	cr_assert_eq(escalation->letters[1].demand, 100);
}

Test(letter, before_due_leaves_other_policies_alone)
{
	struct policy *later = hand_policy(hand, "zenith");
	hand->stages[REMINDER_1].after = -5;
	struct item *item = hand_item(hand, "R-1", day(2026, 12, 2), 100);
	hand_item(hand, "R-2", day(2026, 12, 3), 20);
	item->policy = hand->invoices[0].policy = later;
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 2);
	cr_assert_eq(escalation->letters[0].demand, 20);
}

Test(letter, sets_nothing_apart_before_due)
{
	hand->stages[REMINDER_1].after = -5;
	struct item *blocked = hand_item(hand, "R-1", day(2026, 12, 2), 100);
	hand_item(hand, "R-2", day(2026, 12, 3), 20);
	hand_block(hand, blocked, BLOCK_HOLD, day(2026, 12, 24));
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 1);
	cr_assert_eq(escalation->letters[0].nblocked, 0);
	cr_assert_eq(escalation->held[0].why, HELD_BLOCKED);
}

Test(letter, forgets_what_is_settled)
{
	hand_item(hand, "R-1", day(2026, 11, 1), 100)->settled = true;
	struct escalation *escalation = hand_judge(hand);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert_eq(escalation->nheld, 0);
}

Test(letter, holds_nobody_back_under_a_policy_without_stages)
{
	hand->policy.nstages = 0;
	hand_item(hand, "R-1", day(2026, 11, 1), 100);
	cr_assert_eq(hand_judge(hand)->nheld, 0);
}

Test(letter, is_held_until_the_last_block_has_ended)
{
	struct item *blocked = hand_item(hand, "R-1", day(2026, 11, 1), 100);
	hand_block(hand, blocked, BLOCK_PROMISE, day(2026, 12, 5));
	hand_block(hand, blocked, BLOCK_HOLD, day(2026, 12, 9));
	cr_assert_eq(only_held()->until, day(2026, 12, 9));
}

Test(letter, says_of_many_invoices_why_each_waits)
{
	for (int i = 0; i < HAND_ROOM; i++)
		hand_item(hand, "R-1", day(2026, 11, 28), 100);
	hand->account.nitems = HAND_ROOM;
	cr_assert_eq(hand_judge(hand)->nheld, HAND_ROOM);
	cr_assert_eq(hand_judge(hand)->held[HAND_ROOM - 1].why, HELD_EARLY);
}

Test(letter, lists_neither_settled_nor_foreign_invoices_beside_others)
{
	struct policy *later = hand_policy(hand, "zenith");
	hand_item(hand, "R-1", day(2026, 11, 1), 100)->settled = true;
	struct item *foreign = hand_item(hand, "R-2", day(2026, 11, 2), 100);
	hand_item(hand, "R-3", day(2026, 11, 20), 20);
	foreign->policy = hand->invoices[1].policy = later;
	hand_block(hand, foreign, BLOCK_HOLD, DATE_LAST);
	hand_block(hand, &hand->items[0], BLOCK_HOLD, DATE_LAST);
	const struct letter *letter = only_letter();
	cr_assert_eq(letter->nlines, 1);
	cr_assert_eq(letter->nblocked, 0);
}

Test(letter, has_nothing_to_say_of_an_ended_invoice_that_is_not_due)
{
	struct item *item = hand_item(hand, "R-1", day(2026, 12, 20), 100);
	hand_logged(hand, item, FINAL_DEMAND, day(2026, 11, 1));
	cr_assert_eq(hand_judge(hand)->nheld, 0);
}
