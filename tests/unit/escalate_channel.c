#include "escalate/channel.h"

#include <criterion/criterion.h>

static const struct ledger NO_DEFAULTS;
static const struct stage ANY_CHANNEL;

Test(channel, is_the_first_usable_one_of_the_customer_s_list)
{
	struct customer customer = {
		.address = STR("1 Road"),
		.channel = {{CHANNEL_EMAIL, CHANNEL_POST}, 2},
	};
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &ANY_CHANNEL), CHANNEL_POST,
		     "no e-mail address");
	customer.email = STR("ap@acme.example");
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &ANY_CHANNEL),
		     CHANNEL_EMAIL);
}

Test(channel, is_one_the_stage_allows)
{
	struct customer customer = {
		.address = STR("1 Road"),
		.email = STR("ap@acme.example"),
		.channel = {{CHANNEL_EMAIL, CHANNEL_POST}, 2},
	};
	struct stage registered = {.channel = CHANNEL_POST};
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &registered), CHANNEL_POST);
	customer.channel.count = 1;
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &registered), CHANNEL_NONE,
		     "the customer wants no post");
}

Test(channel, is_never_a_telephone)
{
	struct customer_rare rare = {.phone = STR("+44 117 496 0000")};
	struct customer customer = {
		.address = STR("1 Road"),
		.rare = &rare,
		.channel = {{CHANNEL_PHONE, CHANNEL_VISIT, CHANNEL_NONE}, 3},
	};
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &ANY_CHANNEL), CHANNEL_NONE);
}

Test(channel, falls_back_to_the_defaults_then_to_post)
{
	struct customer customer = {.address = STR("1 Road"),
				    .email = STR("a@b.example")};
	struct ledger ledger = {.defaults.channel = {{CHANNEL_EMAIL}, 1}};
	cr_assert_eq(channel_choose(&ledger, &customer, &ANY_CHANNEL), CHANNEL_EMAIL);
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &ANY_CHANNEL), CHANNEL_POST);
}

Test(channel, has_the_name_the_ledger_uses)
{
	cr_assert_str_eq(channel_name(CHANNEL_EMAIL), "email");
	cr_assert_str_eq(channel_name(CHANNEL_VISIT), "visit");
	cr_assert_str_eq(channel_name(CHANNEL_NONE), "none");
}

Test(channel, is_none_for_a_customer_without_any_address)
{
	struct customer customer = {.channel = {{CHANNEL_POST, CHANNEL_EMAIL}, 2}};
	cr_assert_eq(channel_choose(&NO_DEFAULTS, &customer, &ANY_CHANNEL), CHANNEL_NONE);
}
