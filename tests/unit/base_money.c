/* money: currencies, sums, the one rounding, decimals in and out. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/money.h"

Test(money, knows_the_decimals_of_a_currency)
{
	cr_assert_eq(currency_find(STR("GBP"))->decimals, 2);
	cr_assert_eq(currency_find(STR("JPY"))->decimals, 0);
	cr_assert_eq(currency_find(STR("KWD"))->decimals, 3);
	cr_assert_eq(currency_find(STR("CLF"))->decimals, 4);
	cr_assert_null(currency_find(STR("gbp")));
	cr_assert_null(currency_find(STR("GB")));
	cr_assert_null(currency_find(STR("GBPX")));
	cr_assert_null(currency_find(STR("XXX")));
}

Test(money, finds_every_currency_of_its_table)
{
	size_t count = 0;
	for (const struct currency *c; (c = currency_at(count)); count++) {
		cr_assert_eq(currency_find(str_from_c(c->code)), c);
		if (count)
			cr_assert_lt(str_compare(str_from_c(currency_at(count - 1)->code),
						 str_from_c(c->code)),
				     0);
	}
	cr_assert_gt(count, 150);
}

Test(money, saturates_and_says_so)
{
	bool over = false;
	cr_assert_eq(money_add(2, -5, &over), -3);
	cr_assert_eq(money_subtract(2, -5, &over), 7);
	cr_assert_eq(money_from_wide(INT64_MIN, &over), INT64_MIN);
	cr_assert_not(over);
	cr_assert_eq(money_add(INT64_MAX, 1, &over), INT64_MAX);
	cr_assert(over);
	over = false;
	cr_assert_eq(money_add(INT64_MIN, -1, &over), INT64_MIN);
	cr_assert(over);
	over = false;
	cr_assert_eq(money_subtract(INT64_MIN, 1, &over), INT64_MIN);
	cr_assert(over);
	over = false;
	cr_assert_eq(money_subtract(0, INT64_MIN, &over), INT64_MAX);
	cr_assert(over);
	over = false;
	cr_assert_eq(money_from_wide((wide)INT64_MAX + 1, &over), INT64_MAX);
	cr_assert(over);
	over = false;
	cr_assert_eq(money_from_wide((wide)INT64_MIN - 1, &over), INT64_MIN);
	cr_assert(over);
}

Test(money, leaves_the_flag_set_once_it_is_set)
{
	bool over = true;
	money_add(1, 1, &over);
	money_from_wide(1, &over);
	cr_assert(over);
}

Test(round_half_away, goes_to_the_nearest)
{
	cr_assert(round_half_away(14, 10) == 1);
	cr_assert(round_half_away(16, 10) == 2);
	cr_assert(round_half_away(-14, 10) == -1);
	cr_assert(round_half_away(-16, 10) == -2);
	cr_assert(round_half_away(0, 7) == 0);
	cr_assert(round_half_away(21, 7) == 3);
}

Test(round_half_away, sends_a_half_away_from_zero)
{
	cr_assert(round_half_away(15, 10) == 2);
	cr_assert(round_half_away(25, 10) == 3);
	cr_assert(round_half_away(-15, 10) == -2);
	cr_assert(round_half_away(-25, 10) == -3);
	cr_assert(round_half_away(1, 2) == 1);
	cr_assert(round_half_away(-1, 2) == -1);
	cr_assert(round_half_away(1, 3) == 0);
	cr_assert(round_half_away(-2, 3) == -1);
}

Test(round_half_away, holds_for_the_widest_numbers)
{
	wide largest = (((wide)1 << 126) - 1) * 2 + 1;
	cr_assert(round_half_away(largest, 1) == largest);
	cr_assert(round_half_away(largest, largest) == 1);
	cr_assert(round_half_away(-largest, largest - 1) == -1);
	cr_assert(round_half_away(largest / 2 + 1, largest) == 1);
	cr_assert(round_half_away(largest / 2, largest) == 0);
}

static void expect_put(money amount, unsigned decimals, const char *wanted)
{
	struct arena *arena = arena_new(0);
	struct buf buf = buf_new(arena, 0);
	money_put(&buf, amount, decimals);
	cr_assert(str_equal(buf_str(&buf), str_from_c(wanted)), "got %.*s, wanted %s",
		  STR_ARG(buf_str(&buf)), wanted);
	arena_free(arena);
}

Test(money, is_written_with_all_its_decimals)
{
	expect_put(125000, 2, "1250.00");
	expect_put(-5, 2, "-0.05");
	expect_put(0, 2, "0.00");
	expect_put(100, 2, "1.00");
	expect_put(1250, 0, "1250");
	expect_put(0, 0, "0");
	expect_put(1, 3, "0.001");
	expect_put(-123456, 4, "-12.3456");
	expect_put(INT64_MIN, 2, "-92233720368547758.08");
	expect_put(INT64_MIN, 6, "-9223372036854.775808");
}

static void expect_value(const char *text, unsigned decimals, bool sign, int64_t value)
{
	struct decimal d =
		decimal_from_str(str_from_c(text), decimals, sign, MONEY_LIMIT);
	cr_assert_eq(d.fault, DECIMAL_OK, "'%s' gives fault %d", text, d.fault);
	cr_assert_eq(d.value, value, "'%s' gives %lld", text, (long long)d.value);
}

Test(decimal, reads_up_to_the_decimals_of_its_type)
{
	expect_value("1250", 2, false, 125000);
	expect_value("1250.5", 2, false, 125050);
	expect_value("1250.00", 2, false, 125000);
	expect_value("0", 2, false, 0);
	expect_value("010", 0, false, 10);
	expect_value("0.000001", 6, false, 1);
	expect_value("-12.34", 2, true, -1234);
	expect_value("-0", 2, true, 0);
	expect_value("10000000000000.00", 2, false, MONEY_LIMIT);
	expect_value("-1000000000000000", 0, true, -MONEY_LIMIT);
	expect_value("0000000000000000000000000000000000000000000000001", 0, false, 1);
}

static void expect_fault(const char *text, enum decimal_fault fault, size_t at)
{
	struct decimal d = decimal_from_str(str_from_c(text), 2, false, MONEY_LIMIT);
	cr_assert_eq(d.fault, fault, "'%s' gives fault %d", text, d.fault);
	cr_assert_eq(d.at, at, "'%s' gives byte %zu", text, d.at);
}

Test(decimal, wants_digits)
{
	expect_fault("", DECIMAL_EMPTY, 0);
	struct decimal d = decimal_from_str(STR("-"), 2, true, MONEY_LIMIT);
	cr_assert_eq(d.fault, DECIMAL_EMPTY);
	cr_assert_eq(d.at, 1);
}

Test(decimal, takes_a_minus_only_where_allowed)
{
	expect_fault("-1", DECIMAL_SIGN, 0);
	expect_fault("+1", DECIMAL_SIGN, 0);
	cr_assert_eq(decimal_from_str(STR("+1"), 2, true, 9).fault, DECIMAL_SIGN);
	cr_assert_eq(decimal_from_str(STR("--1"), 2, true, 9).fault, DECIMAL_SYMBOL);
}

Test(decimal, points_at_a_strange_byte)
{
	expect_fault("\xC2\xA3"
		     "12",
		     DECIMAL_SYMBOL, 0);
	expect_fault("12 GBP", DECIMAL_SYMBOL, 2);
	expect_fault("0x10", DECIMAL_SYMBOL, 1);
	expect_fault("1e3", DECIMAL_SYMBOL, 1);
	expect_fault(".5", DECIMAL_SYMBOL, 0);
	expect_fault("5.", DECIMAL_SYMBOL, 1);
	expect_fault("12:30", DECIMAL_SYMBOL, 2);
	expect_fault("~", DECIMAL_SYMBOL, 0);
}

Test(decimal, recognises_thousands_separators)
{
	expect_fault("1,250.00", DECIMAL_SEPARATOR, 1);
	expect_fault("1.234,50", DECIMAL_SEPARATOR, 5);
	expect_fault("1.234.50", DECIMAL_SEPARATOR, 5);
	expect_fault("12,50", DECIMAL_SEPARATOR, 2);
	expect_fault("1 250", DECIMAL_SEPARATOR, 1);
	expect_fault("1_000", DECIMAL_SEPARATOR, 1);
	expect_fault("1'250", DECIMAL_SEPARATOR, 1);
	expect_fault("1\xC2\xA0"
		     "250",
		     DECIMAL_SEPARATOR, 1);
	expect_fault("1\xE2\x80\xAF"
		     "250",
		     DECIMAL_SEPARATOR, 1);
	expect_fault("1\xE2\x80\x99"
		     "250",
		     DECIMAL_SEPARATOR, 1);
}

Test(decimal, counts_the_places)
{
	expect_fault("1.005", DECIMAL_PLACES, 4);
	expect_fault("1.500", DECIMAL_PLACES, 4);
	cr_assert_eq(decimal_from_str(STR("1.0"), 0, false, 9).fault, DECIMAL_PLACES);
	cr_assert_eq(decimal_from_str(STR("1.0"), 0, false, 9).at, 2);
}

Test(decimal, stops_above_its_limit)
{
	expect_fault("10000000000000.01", DECIMAL_RANGE, 0);
	expect_fault("99999999999999999999999999999999999999999999999999", DECIMAL_RANGE,
		     0);
	struct decimal d = decimal_from_str(STR("-11"), 0, true, 10);
	cr_assert_eq(d.fault, DECIMAL_RANGE);
	cr_assert_eq(d.at, 1);
	d = decimal_from_str(STR("9223372036854775807"), 0, false, INT64_MAX);
	cr_assert_eq(d.value, INT64_MAX);
	d = decimal_from_str(STR("9223372036854775808"), 0, false, INT64_MAX);
	cr_assert_eq(d.fault, DECIMAL_RANGE);
}
