/* The days and sums on which a rule turns: the last one before, and the first one after.
 * Days that other rooms' tests hold already are not repeated. */
#include "reckon_book.h"

#define DAILY \
	"policies: {test: {currency: GBP, grace_days: %d,\n" \
	"  interest: {percent: 36.5, claimed_from: due, payment_day_counts: %s}}}\n" \
	"invoices: [{number: R-1, customer: acme, issued: 2026-01-01, due: %s,\n" \
	"  amount: 1000%s}]\n"

/* 36.5 % of 1000.00 is 1.00 a day: interest in pounds is days. */
static money days_of(const char *as_of, int grace, const char *due, const char *more)
{
	struct book *book = book_format(as_of, DAILY, grace, "true", due, more);
	money interest = ACCRUED(book, "R-1", INTEREST);
	book_free(book);
	return interest / 100;
}

/* Rules 2, 21. */
Test(bounds, buckets_turn_after_day_30_60_and_90)
{
	static const struct {
		const char *as_of;
		int bucket; /* -1: not due */
	} table[] = {
		{"2026-02-28", -1}, {"2026-03-01", -1}, {"2026-03-02", 0},
		{"2026-03-31", 0},  {"2026-04-01", 1},	{"2026-04-30", 1},
		{"2026-05-01", 2},  {"2026-05-30", 2},	{"2026-05-31", 3},
	};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct book *book =
			book_format(table[i].as_of, DAILY, 0, "true", "2026-03-01", "");
		const struct account *account = book_account(book);
		MONEY_IS(account->not_due, table[i].bucket < 0 ? 100000 : 0);
		for (int k = 0; k < 4; k++)
			MONEY_IS(account->buckets[k], table[i].bucket == k ? 100000 : 0);
		book_free(book);
	}
}

/* Rule 10: nothing on the due day, one day on the day after; none up to the last day of
 * grace, then from the first day. */
Test(bounds, interest_begins_the_day_after_due_and_grace_only_gates)
{
	cr_assert_eq(days_of("2026-03-01", 0, "2026-03-01", ""), 0);
	cr_assert_eq(days_of("2026-03-02", 0, "2026-03-01", ""), 1);
	cr_assert_eq(days_of("2026-03-06", 5, "2026-03-01", ""), 0);
	cr_assert_eq(days_of("2026-03-07", 5, "2026-03-01", ""), 6);
}

Test(bounds, february_has_its_29th_in_leap_years_only)
{
	cr_assert_eq(days_of("2026-03-01", 0, "2026-02-27", ""), 2);
	cr_assert_eq(days_of("2028-03-01", 0, "2028-02-27", ""), 3);
	cr_assert_eq(days_of("2028-02-29", 0, "2028-02-28", ""), 1);
	cr_assert_eq(days_of("2028-03-01", 0, "2028-02-29", ""), 1);
}

/* Rule 10: the rate of the half-year in which the first day (due + 1) lies. */
Test(bounds, at_start_asks_for_the_half_year_of_the_first_day)
{
	static const struct {
		const char *due;
		money interest; /* of ten days at 36.5 % or 73 % */
	} table[] = {
		{"2026-06-29", 1000},
		{"2026-06-30", 2000},
		{"2025-12-30", 500},
		{"2025-12-31", 1000},
	};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		date as_of = book_day(table[i].due) + 10;
		struct civil c = civil_from_date(as_of);
		char day[16];
		snprintf(day, sizeof day, "%04d-%02d-%02d", c.year, c.month, c.day);
		struct book *book = book_format(
			day,
			"rates: {ref: [{from: 2025-07-01, percent: 18.25},\n"
			"  {from: 2026-01-01, percent: 36.5}, {from: 2026-07-01, percent: 73}]}\n"
			"policies: {test: {currency: GBP,\n"
			"  interest: {reference: ref, fixed: at-start, claimed_from: due}}}\n"
			"invoices: [{number: R-1, customer: acme, issued: 2025-11-01,\n"
			"  due: %s, amount: 1000}]\n",
			table[i].due);
		MONEY_IS(ACCRUED(book, "R-1", INTEREST), table[i].interest);
		book_free(book);
	}
}

/* Rule 10: 30 June at the old rate, 1 July at the new one; 31 December and 1 January. */
Test(bounds, half_yearly_turns_on_1_january_and_1_july)
{
	static const struct {
		const char *due, *as_of;
		money interest;
	} table[] = {
		{"2026-06-28", "2026-06-30", 200},
		{"2026-06-28", "2026-07-01", 400},
		{"2025-12-29", "2025-12-31", 100},
		{"2025-12-29", "2026-01-01", 200},
	};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct book *book = book_format(
			table[i].as_of,
			"rates: {ref: [{from: 2025-07-01, percent: 18.25},\n"
			"  {from: 2026-01-01, percent: 36.5}, {from: 2026-07-01, percent: 73}]}\n"
			"policies: {test: {currency: GBP,\n"
			"  interest: {reference: ref, fixed: half-yearly, claimed_from: due}}}\n"
			"invoices: [{number: R-1, customer: acme, issued: 2025-11-01,\n"
			"  due: %s, amount: 1000}]\n",
			table[i].due);
		MONEY_IS(ACCRUED(book, "R-1", INTEREST), table[i].interest);
		book_free(book);
	}
}

/* Rules 10, 12: paid on the due day, nothing is charged; the payment's own day counts
 * unless the policy says otherwise. */
Test(bounds, a_payment_stops_interest_from_its_day_or_the_day_after)
{
	static const struct {
		const char *paid, *counts;
		money interest;
	} table[] = {
		{"2026-03-01", "true", 0},
		{"2026-03-02", "true", 100},
		{"2026-03-11", "true", 1000},
		{"2026-03-11", "false", 900},
	};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		char more[128];
		snprintf(more, sizeof more,
			 "}]\npayments: [{date: %s, customer: acme, amount: 1000",
			 table[i].paid);
		struct book *book = book_format("2026-04-30", DAILY, 0, table[i].counts,
						"2026-03-01", more);
		MONEY_IS(ACCRUED(book, "R-1", INTEREST), table[i].interest);
		book_free(book);
	}
}

/* Rule 8: 2/10 of 1 January: the 11th is the discount's last day. */
Test(bounds, the_discount_is_there_on_its_last_day_and_gone_on_the_next)
{
	static const char FORM[] =
		"policies: {test: {currency: GBP}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01,\n"
		"  amount: 100, terms: 2/10 net 30}]\n"
		"payments: [{date: %s, customer: acme, amount: 98, for: [R-1]}]\n";
	struct book *last = book_format("2026-02-01", FORM, "2026-01-11");
	struct book *late = book_format("2026-02-01", FORM, "2026-01-12");
	MONEY_IS(book_item(last, "R-1")->discounted, 200);
	MONEY_IS(book_item(late, "R-1")->discounted, 0);
	MONEY_IS(book_item(late, "R-1")->principal, 200);
	book_free(last);
	book_free(late);
}

/* Rule 2: `until` of a hold is its last day; rule 18: so is a promise's `by`, and an
 * instalment is late from the day after its own and its grace. */
Test(bounds, holds_promises_and_instalments_end_with_their_day)
{
	static const char FORM[] =
		"policies: {test: {currency: GBP}}\n"
		"invoices:\n"
		"  - {number: H, customer: acme, issued: 2026-01-01, amount: 100,\n"
		"     hold: {since: 2026-02-01, until: 2026-03-10, reason: R}}\n"
		"  - {number: P, customer: acme, issued: 2026-01-01, amount: 100}\n"
		"  - {number: Q, customer: acme, issued: 2026-01-01, amount: 100}\n"
		"promises: [{customer: acme, made: 2026-02-01, by: 2026-03-10,\n"
		"  invoices: [P]}]\n"
		"plans: [{id: L, customer: acme, agreed: 2026-02-01, invoices: [Q],\n"
		"  grace_days: 2, instalments: [{due: 2026-03-08, amount: 100}]}]\n";
	struct book *last = book_new("2026-03-10", FORM);
	struct book *next = book_new("2026-03-11", FORM);
	cr_assert_not_null(book_item(last, "H")->blocks);
	cr_assert_null(book_item(next, "H")->blocks);
	cr_assert_not_null(book_item(last, "P")->blocks);
	cr_assert_null(book_item(next, "P")->blocks);
	cr_assert_eq(book_account(last)->promises[0].state, PROMISE_RUNNING);
	cr_assert_eq(book_account(next)->promises[0].state, PROMISE_BROKEN);
	cr_assert_eq(book_account(last)->plans[0].state, PLAN_KEPT);
	cr_assert_eq(book_account(next)->plans[0].state, PLAN_BROKEN);
	cr_assert_eq(book_account(next)->plans[0].broken, book_day("2026-03-11"));
	book_free(last);
	book_free(next);
}

/* Rule 12: a letter of A is not logged before A; the charge counts from the day after. */
Test(bounds, a_payment_on_the_letters_day_meets_no_charge_of_that_letter)
{
	static const char FORM[] =
		"policies: {test: {currency: GBP, settles: costs-interest-principal,\n"
		"  interest: {percent: 36.5, claimed_from: one},\n"
		"  stages: [{name: one, after: 3, letter: reminder-1}]}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01,\n"
		"  due: 2026-03-01, amount: 1000}]\n"
		"log: [{date: 2026-03-11, customer: acme, stage: one, invoices: [R-1]}]\n"
		"payments: [{date: %s, customer: acme, amount: 1000}]\n";
	struct book *same = book_format("2026-04-30", FORM, "2026-03-11");
	struct book *next = book_format("2026-04-30", FORM, "2026-03-12");
	MONEY_IS(book_item(same, "R-1")->principal, 0);
	MONEY_IS(book_item(next, "R-1")->principal, 1100);
	book_free(same);
	book_free(next);
}

/* The largest amount is 10^15 minor units. */
Test(bounds, ten_to_the_fifteen_is_reckoned_exactly)
{
	struct book *book = book_new(
		"2027-03-01",
		"policies: {test: {currency: GBP, interest: {percent: 36.5, claimed_from: due}}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01,\n"
		"  due: 2026-03-01, amount: 10000000000000.00}]\n");
	MONEY_IS(book_account(book)->principal, 1000000000000000);
	MONEY_IS(ACCRUED(book, "R-1", INTEREST), 365000000000000);
	cr_assert_eq(book_found(book, NOTICE_AMOUNT_OVERFLOW), 0);
	book_free(book);
}
