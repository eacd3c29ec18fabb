#include "escalate/fee.h"

#include <criterion/criterion.h>

#include "escalate_hand.h"

#define NO_FEE \
	.amount = MONEY_NONE, .percent = RATE_NONE, .min = MONEY_NONE, \
	.max = MONEY_NONE, .span = {1, 0}
#define NO_BAND \
	.below = MONEY_NONE, .upto = MONEY_NONE, .amount = MONEY_NONE, \
	.percent = RATE_NONE

static money of(const struct fee_rule *rule, money sum)
{
	bool overflow = false;
	money fee = fee_from_rule(rule, sum, &overflow);
	cr_assert_not(overflow);
	return fee;
}

Test(fee, is_nothing_without_its_policy_line)
{
	cr_assert_eq(of(&(struct fee_rule){.amount = 500}, 100000), 0);
}

Test(fee, is_the_amount)
{
	struct fee_rule rule = {NO_FEE};
	rule.amount = 500;
	cr_assert_eq(of(&rule, 100000), 500);
}

Test(fee, is_a_percentage_rounded_half_away_between_min_and_max)
{
	struct fee_rule rule = {NO_FEE};
	rule.percent = 150000;
	cr_assert_eq(of(&rule, 110), 17, "16.5 rounds away from zero");
	rule.min = 4000;
	rule.max = 677500;
	cr_assert_eq(of(&rule, 10000), 4000);
	cr_assert_eq(of(&rule, 100000000), 677500);
	cr_assert_eq(of(&rule, 0), 4000, "nothing undisputed: its min");
}

/* The Dutch scale: 15 % to 2,500, 10 % to 5,000, 5 % to 10,000, 1 % to 200,000, 0.5 %
 * above; at least 40, at most 6,775. */
Test(fee, adds_up_marginal_bands)
{
	struct band bands[5] = {{NO_BAND}, {NO_BAND}, {NO_BAND}, {NO_BAND}, {NO_BAND}};
	static const money upto[4] = {250000, 500000, 1000000, 20000000};
	static const ppm percent[5] = {150000, 100000, 50000, 10000, 5000};
	struct fee_rule rule = {NO_FEE};
	for (size_t i = 0; i < 5; i++) {
		bands[i].percent = percent[i];
		if (i < 4)
			bands[i].upto = upto[i];
	}
	rule.bands = (struct band_list){bands, 5};
	rule.min = 4000;
	rule.max = 677500;
	cr_assert_eq(of(&rule, 10000), 4000);
	cr_assert_eq(of(&rule, 250000), 37500);
	cr_assert_eq(of(&rule, 500000), 62500);
	cr_assert_eq(of(&rule, 750000), 75000);
	cr_assert_eq(of(&rule, 20000000), 277500);
	cr_assert_eq(of(&rule, 100000000), 677500);
}

Test(fee, takes_a_band_s_own_amount_in_place_of_the_lower_bands)
{
	struct band bands[2] = {{NO_BAND}, {NO_BAND}};
	struct fee_rule rule = {NO_FEE};
	bands[0].upto = 50000;
	bands[0].percent = 100000;
	bands[1].amount = 9000;
	rule.bands = (struct band_list){bands, 2};
	cr_assert_eq(of(&rule, 50000), 5000,
		     "a band counts when the sum exceeds its bound");
	cr_assert_eq(of(&rule, 50001), 9000);
	bands[1].percent = 10000;
	cr_assert_eq(of(&rule, 60000), 9100, "its percentage comes on top");
}

Test(fee, leaves_the_bound_of_below_to_the_next_band)
{
	struct band bands[2] = {{NO_BAND}, {NO_BAND}};
	struct fee_rule rule = {NO_FEE};
	bands[0].below = 50000;
	bands[0].amount = 4000;
	bands[1].amount = 7000;
	rule.bands = (struct band_list){bands, 2};
	cr_assert_eq(of(&rule, 49999), 4000);
	cr_assert_eq(of(&rule, 50000), 7000);
}

struct letter_fee {
	struct hand *hand;
	struct item *item;
};

static struct letter_fee five_pounds(void)
{
	struct letter_fee fee = {.hand = hand_new(day(2026, 11, 30))};
	fee.item = hand_item(fee.hand, "R-1", day(2026, 10, 1), 10000);
	fee.hand->stages[REMINDER_2].fee = (struct fee_rule){NO_FEE};
	fee.hand->stages[REMINDER_2].fee.amount = 500;
	return fee;
}

static money of_letter(const struct letter_fee *fee)
{
	bool overflow = false;
	return fee_of_letter(&fee->hand->account, fee->item,
			     &fee->hand->stages[REMINDER_2], 10000, &overflow);
}

Test(fee, is_not_asked_of_a_consumer_under_a_business_policy)
{
	struct letter_fee fee = five_pounds();
	cr_assert_eq(of_letter(&fee), 500);
	fee.hand->customer.kind = KIND_CONSUMER;
	cr_assert_eq(of_letter(&fee), 0);
	fee.hand->policy.kind = KIND_CONSUMER;
	cr_assert_eq(of_letter(&fee), 500);
	hand_free(fee.hand);
}

Test(fee, needs_signed_terms_where_the_policy_says_so)
{
	struct letter_fee fee = five_pounds();
	fee.hand->policy.needs_terms = FLAG_YES;
	cr_assert_eq(of_letter(&fee), 0, "never signed");
	fee.hand->customer.terms_signed = fee.item->invoice->issued;
	cr_assert_eq(of_letter(&fee), 500);
	fee.hand->customer.terms_signed++;
	cr_assert_eq(of_letter(&fee), 0, "issued before");
	hand_free(fee.hand);
}

Test(fee, is_not_asked_when_the_invoice_s_fees_are_waived)
{
	struct letter_fee fee = five_pounds();
	struct waive waive = {.date = day(2026, 11, 30), .fees = true};
	struct invoice_rare rare = {.waives = &waive, .nwaives = 1};
	fee.hand->invoices[0].rare = &rare;
	cr_assert_eq(of_letter(&fee), 0);
	waive.date++;
	cr_assert_eq(of_letter(&fee), 500, "not yet visible");
	waive = (struct waive){.date = day(2026, 1, 1), .interest = true};
	cr_assert_eq(of_letter(&fee), 500, "only interest");
	hand_free(fee.hand);
}

Test(fee, takes_only_what_max_fees_leaves_on_the_invoice)
{
	struct letter_fee fee = five_pounds();
	fee.hand->policy.max_fees = 1200;
	hand_charge(fee.item, CHARGE_FEE, 700, CLAIM_UNSET);
	cr_assert_eq(of_letter(&fee), 500);
	hand_charge(fee.item, CHARGE_FEE, 900, CLAIM_UNSET);
	cr_assert_eq(of_letter(&fee), 300);
	hand_charge(fee.item, CHARGE_FEE, 1300, CLAIM_UNSET);
	cr_assert_eq(of_letter(&fee), 0);
	hand_free(fee.hand);
}

Test(fee, is_not_asked_in_another_currency)
{
	struct letter_fee fee = five_pounds();
	fee.hand->policy.currency = currency_find(STR("EUR"));
	cr_assert_eq(of_letter(&fee), 0);
	hand_free(fee.hand);
}

Test(fee, is_its_min_when_nothing_else_is_stated)
{
	struct fee_rule rule = {NO_FEE};
	rule.min = 250;
	cr_assert_eq(of(&rule, 10000), 250);
}

Test(fee, is_asked_where_no_currency_was_named)
{
	struct letter_fee fee = five_pounds();
	fee.hand->policy.currency = NULL;
	cr_assert_eq(of_letter(&fee), 500);
	hand_free(fee.hand);
}
