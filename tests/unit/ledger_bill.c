#include <criterion/criterion.h>

#include "ledger/bill.h"

#define MICRO INT64_C(1000000)

static money total_of(const struct line *lines, size_t count, const char *code,
		      money *tax)
{
	struct arena *arena = arena_new(0);
	bool overflow = false;
	money total = bill_from_lines(arena, lines, count,
				      currency_find(str_from_c(code)), tax, &overflow);
	cr_assert_not(overflow);
	arena_free(arena);
	return total;
}

Test(bill, multiplies_quantity_and_price_exactly)
{
	struct line line = {
		.quantity = 2500000, .unit_price = 400 * MICRO, .tax = 200000};
	money tax = 0;
	cr_assert_eq(total_of(&line, 1, "GBP", &tax), 120000);
	cr_assert_eq(tax, 20000);
}

Test(bill, rounds_each_line_half_away_from_zero)
{
	struct line lines[] = {{.quantity = MICRO, .unit_price = 5000},
			       {.quantity = MICRO, .unit_price = 5000},
			       {.quantity = -MICRO, .unit_price = 15000}};
	money tax = 0;
	cr_assert_eq(total_of(lines, 2, "GBP", &tax), 2);
	cr_assert_eq(total_of(lines, 3, "GBP", &tax), 0);
}

Test(bill, takes_tax_once_on_the_sum_of_each_rate)
{
	/* 3 × 0.33 at 20 %: 0.198 is 0.20, not three times 0.07. */
	struct line lines[] = {
		{.quantity = MICRO, .unit_price = 330000, .tax = 200000},
		{.quantity = MICRO, .unit_price = 1000000, .tax = 50000},
		{.quantity = MICRO, .unit_price = 330000, .tax = 200000},
		{.quantity = MICRO, .unit_price = 330000, .tax = 200000},
	};
	money tax = 0;
	cr_assert_eq(total_of(lines, 4, "GBP", &tax), 199 + 20 + 5);
	cr_assert_eq(tax, 25);
}

Test(bill, knows_the_decimals_of_the_currency)
{
	struct line line = {.quantity = 3 * MICRO, .unit_price = 1500500, .tax = 0};
	money tax = 0;
	cr_assert_eq(total_of(&line, 1, "JPY", &tax), 5);
	cr_assert_eq(total_of(&line, 1, "KWD", &tax), 4502);
}

Test(bill, says_when_lines_are_too_large)
{
	struct arena *arena = arena_new(0);
	struct line lines[9];
	for (size_t i = 0; i < 9; i++)
		lines[i] = (struct line){.quantity = 1000000000 * MICRO,
					 .unit_price = 1000000000 * MICRO};
	bool overflow = false;
	money tax = 0;
	bill_from_lines(arena, lines, 9, currency_find(STR("GBP")), &tax, &overflow);
	cr_assert(overflow);
	arena_free(arena);
}
