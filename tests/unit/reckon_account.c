/* Accounts, aging, movements, limits: rules 1, 2, 21, 22, 23. */
#include <stdlib.h>

#include "reckon_book.h"

#define PLAIN "policies: {test: {}}\n"

Test(account, is_a_customer_in_one_currency)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN
		"customers: [{id: Zoe, name: Zoe, address: Leeds}]\n"
		"invoices:\n"
		"  - {number: A, customer: acme, issued: 2026-01-01, amount: 10, currency: GBP}\n"
		"  - {number: B, customer: acme, issued: 2026-01-01, amount: 20, currency: EUR}\n"
		"  - {number: C, customer: acme, issued: 2026-03-02, amount: 20, currency: USD}\n"
		"payments: [{date: 2026-02-01, customer: Zoe, amount: 5}]\n");
	cr_assert_eq(book->count, 3);
	cr_assert(str_equal(book->accounts[0]->customer->id, STR("Zoe")));
	MONEY_IS(book->accounts[0]->balance, -500);
	cr_assert_str_eq(book->accounts[1]->currency->code, "EUR");
	MONEY_IS(book->accounts[1]->balance, 2000);
	MONEY_IS(book->accounts[2]->balance, 1000);
	book_free(book);
}

/* More accounts than customers, and none of their records beside the others of its
 * account. */
Test(account, is_one_of_as_many_as_there_are_currencies)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN
		"invoices:\n"
		"  - {number: A, customer: acme, issued: 2026-01-01, amount: 10, currency: USD}\n"
		"  - {number: B, customer: acme, issued: 2026-01-02, amount: 20, currency: EUR}\n"
		"  - {number: C, customer: acme, issued: 2026-01-03, amount: 30, currency: GBP}\n"
		"  - {number: D, customer: acme, issued: 2026-01-04, amount: 40, currency: DKK}\n"
		"  - {number: E, customer: acme, issued: 2026-01-05, amount: 50, currency: CHF}\n"
		"  - {number: F, customer: acme, issued: 2026-01-06, amount: 60, currency: USD}\n"
		"  - {number: G, customer: acme, issued: 2026-01-07, amount: 70, currency: SEK}\n"
		"write_offs:\n"
		"  - {date: 2026-01-10, invoice: F, reason: Lost}\n"
		"  - {date: 2026-01-11, invoice: B, amount: 5, reason: Lost}\n");
	static const struct {
		const char *currency;
		money balance;
	} wanted[] = {{"CHF", 5000}, {"DKK", 4000}, {"EUR", 1500},
		      {"GBP", 3000}, {"SEK", 7000}, {"USD", 1000}};
	cr_assert_eq(book->count, 6);
	for (size_t i = 0; i < 6; i++) {
		cr_assert_str_eq(book->accounts[i]->currency->code, wanted[i].currency);
		MONEY_IS(book->accounts[i]->balance, wanted[i].balance);
	}
	book_free(book);
}

/* Rule 2: due today is current; exactly 30 days late is in the bucket 1–30. */
Test(account, ages_by_days_overdue)
{
	static const struct {
		const char *as_of;
		int bucket;
	} days[] = {{"2026-01-31", -1}, {"2026-02-01", 0}, {"2026-03-02", 0},
		    {"2026-03-03", 1},	{"2026-04-01", 1}, {"2026-04-02", 2},
		    {"2026-05-01", 2},	{"2026-05-02", 3}};
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		struct book *book = book_new(
			days[i].as_of, PLAIN
			"invoices: [{number: X, customer: acme, issued: 2026-01-01,\n"
			"  due: 2026-01-31, amount: 10}]\n");
		const struct account *account = book_account(book);
		MONEY_IS(account->not_due, days[i].bucket < 0 ? 1000 : 0);
		for (int b = 0; b < 4; b++)
			MONEY_IS(account->buckets[b], b == days[i].bucket ? 1000 : 0);
		book_free(book);
	}
}

Test(account, uses_the_buckets_of_the_customers_policy)
{
	struct book *book = book_new(
		"2026-03-31",
		"policies: {test: {buckets: [14]}}\n"
		"invoices:\n"
		"  - {number: X, customer: acme, issued: 2026-01-01, due: 2026-03-17, amount: 10}\n"
		"  - {number: Y, customer: acme, issued: 2026-01-01, due: 2026-03-16, amount: 20}\n");
	MONEY_IS(book_account(book)->buckets[0], 1000);
	MONEY_IS(book_account(book)->buckets[1], 2000);
	book_free(book);
}

/* Rule 1: what comes after A changes nothing. */
Test(account, knows_nothing_of_tomorrow)
{
	const char *past =
		"policies: {test: {interest: {percent: 10, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-01-01, amount: 10%s}%s]\n%s";
	struct book *now = book_format("2026-03-01", past, "", "", "");
	struct book *more = book_format(
		"2026-03-01", past,
		", dispute: {since: 2026-03-02}, waive: {date: 2026-03-02, what: interest, reason: K}",
		", {number: Y, customer: acme, issued: 2026-03-02, amount: 99}",
		"payments: [{date: 2026-03-02, customer: acme, amount: 3}]\n"
		"credit_notes: [{number: C, customer: acme, invoice: X, issued: 2026-03-02, amount: 1}]\n"
		"write_offs: [{date: 2026-03-02, invoice: X, reason: R}]\n");
	MONEY_IS(book_account(more)->balance, book_account(now)->balance);
	cr_assert_eq(book_account(more)->nitems, 1);
	book_free(now);
	book_free(more);
}

static money sum_until(const struct account *account, date day)
{
	money sum = 0;
	for (size_t i = 0; i < account->nmovements; i++)
		if (account->movements[i].date <= day)
			sum += account->movements[i].amount;
	return sum;
}

/* Rule 22: brought forward + movements = closing balance. */
Test(account, movements_add_up_to_the_balance_of_their_day)
{
	const char *yaml =
		"policies: {test: {currency: GBP, interest: {percent: 36.5, claimed_from: due},\n"
		"  compensation: {bands: [{amount: 40}], claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n"
		"  amount: 1000, waive: {date: 2026-02-20, what: compensation, reason: K}}]\n"
		"payments: [{date: 2026-02-10, customer: acme, amount: 300}]\n";
	struct book *end = book_new("2026-02-28", yaml);
	struct book *now = book_new("2026-03-15", yaml);
	const struct account *account = book_account(now);
	MONEY_IS(sum_until(account, account->as_of), account->balance);
	MONEY_IS(sum_until(account, book_day("2026-02-28")), book_account(end)->balance);
	MONEY_IS(account->brought_forward, book_account(end)->balance);
	cr_expect_eq(account->movements[account->month].date, account->as_of);
	book_free(end);
	book_free(now);
}

Test(account, above_the_credit_limit_is_a_warning)
{
	const char *yaml = PLAIN
		"customers: [{id: jo, name: Jo, address: Leeds, credit_limit: 100}]\n"
		"invoices: [{number: X, customer: jo, issued: 2026-01-01, amount: %s}]\n";
	struct book *at = book_format("2026-03-01", yaml, "100");
	struct book *above = book_format("2026-03-01", yaml, "100.01");
	cr_assert_eq(book_found(at, NOTICE_CREDIT_LIMIT), 0);
	cr_assert_eq(book_found(above, NOTICE_CREDIT_LIMIT), 1);
	book_free(at);
	book_free(above);
}

/* Sums past 64 bits are an error, never a wrap: 10^15 minor units each, compounding. */
Test(account, too_much_is_an_error)
{
	struct book *book = book_new(
		"2199-01-01",
		"policies: {test: {interest: {percent: 99, compound: monthly, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 1990-01-01,\n"
		"  amount: 10000000000000.00}]\n");
	cr_assert_eq(book_found(book, NOTICE_AMOUNT_OVERFLOW), 1);
	book_free(book);
}

/* 10^15 minor units for a century stay exact. */
Test(account, the_largest_amount_is_exact)
{
	struct book *book = book_new(
		"2099-12-31",
		"policies: {test: {interest: {percent: 100, year: actual, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 1999-01-01, due: 1999-12-31,\n"
		"  amount: 10000000000000.00}]\n");
	MONEY_IS(OPEN(book, "X", INTEREST), INT64_C(100000000000000000));
	book_free(book);
}

/* Rule 21: without a policy of its own the customer has the usual buckets; two plans, a
 * payment that only waits and nothing else still make an account. */
Test(account, of_money_alone_has_the_usual_buckets)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN
		"payments: [{date: 2026-02-01, customer: acme, amount: 5}]\n"
		"promises: [{customer: acme, made: 2026-02-01, by: 2026-02-20, amount: 5}]\n");
	cr_assert_eq(book_account(book)->policy->nbuckets, 3);
	cr_assert_eq(book_account(book)->nitems, 0);
	MONEY_IS(book_account(book)->credit, 500);
	book_free(book);
}

/* Write-offs stand by day in the book, whoever they are about. */
Test(account, has_its_records_however_the_book_orders_them)
{
	struct book *book = book_new(
		"2026-03-01",
		PLAIN "customers: [{id: zeta, name: Zeta Ltd, address: Quarry Road}]\n"
		      "invoices:\n"
		      "  - {number: A, customer: acme, issued: 2026-01-01, amount: 100}\n"
		      "  - {number: Z, customer: zeta, issued: 2026-01-01, amount: 100}\n"
		      "write_offs:\n"
		      "  - {date: 2026-01-10, invoice: Z, amount: 10}\n"
		      "  - {date: 2026-01-11, invoice: A, amount: 20}\n"
		      "  - {date: 2026-01-12, invoice: A, amount: 5}\n");
	MONEY_IS(book_item(book, "A")->written_off, 2500);
	MONEY_IS(book_item(book, "Z")->written_off, 1000);
	book_free(book);
}

/* The time is linear in the account's records: no invoice is looked at for every payment.
 */
Test(account, of_many_invoices_is_settled_in_one_pass)
{
	enum { MANY = 3000, LINE = 80 };
	char *yaml = calloc(MANY * 2 + 4, LINE);
	size_t at = (size_t)snprintf(yaml, LINE, "%sinvoices:\n", PLAIN);
	for (int i = 0; i < MANY; i++)
		at += (size_t)snprintf(
			yaml + at, LINE,
			"- {number: I-%d, customer: acme, issued: 2026-01-01, "
			"amount: 10}\n",
			i);
	at += (size_t)snprintf(yaml + at, LINE, "payments:\n");
	for (int i = 0; i < MANY; i++)
		at += (size_t)snprintf(yaml + at, LINE,
				       "- {date: 2026-02-02, customer: acme, amount: 10, "
				       "reference: i%d}\n",
				       i);
	struct book *book = book_new("2026-03-01", yaml);
	MONEY_IS(book_account(book)->balance, 0);
	for (size_t i = 0; i < MANY; i++)
		cr_assert(book_account(book)->items[i].settled);
	book_free(book);
	free(yaml);
}
