/* The worked examples of courts, ministries and calculators, by country, and those
 * computed from the rules. Each says where its figure is published. */
#include "reckon_book.h"

struct example {
	const char *interest; /* the policy's */
	const char *amount, *due, *as_of;
	money expected; /* [minor] */
};

static money interest_of(const struct example *e)
{
	struct book *book = book_format(
		e->as_of,
		"policies: {test: {interest: {%s, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 1995-01-01, due: %s, amount: %s}]\n",
		e->interest, e->due, e->amount);
	money interest = OPEN(book, "X", INTEREST);
	book_free(book);
	return interest;
}

static void check(const struct example *examples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		money got = interest_of(&examples[i]);
		cr_expect_eq(got, examples[i].expected,
			     "%s of %s from %s to %s: %lld, not %lld",
			     examples[i].interest, examples[i].amount, examples[i].due,
			     examples[i].as_of, (long long)got,
			     (long long)examples[i].expected);
	}
}

#define CHECK(...) \
	do { \
		const struct example examples_[] = {__VA_ARGS__}; \
		check(examples_, sizeof examples_ / sizeof examples_[0]); \
	} while (0)

/* Rule 10: the as-of day counts. Late Payment Act figures (government, Recoup,
 * Silverman). */
Test(examples, e01_e04_e05_e06_united_kingdom_act_365)
{
	CHECK({"percent: 11.75", "10000", "2026-01-31", "2026-04-01", 19315},
	      {"percent: 13.25", "1000", "2024-11-17", "2025-01-01", 1634},
	      {"percent: 13.25", "5000", "2024-10-03", "2025-01-01", 16336},
	      {"percent: 12", "1000", "2026-03-01", "2026-03-31", 986}, );
}

/* Rule 11: the fixed sum of section 5A, boundaries exclusive. */
Test(examples, e08_the_british_fixed_sum)
{
	static const struct {
		const char *amount;
		money sum;
	} sums[] = {{"999.98", 4000},  {"999.99", 4000},   {"1000", 7000},
		    {"1000.01", 7000}, {"9999.98", 7000},  {"9999.99", 7000},
		    {"10000", 10000},  {"10000.01", 10000}};
	for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++) {
		struct book *book = book_format(
			"2026-03-01",
			"policies: {test: {currency: GBP, compensation: {claimed_from: due, bands:\n"
			"  [{below: 1000, amount: 40}, {below: 10000, amount: 70}, {amount: 100}]}}}\n"
			"invoices: [{number: X, customer: acme, issued: 2026-01-01, amount: %s}]\n",
			sums[i].amount);
		MONEY_IS(OPEN(book, "X", COMPENSATION), sums[i].sum);
		book_free(book);
	}
}

/* Rule 10, rounding daily: HMCTS rounds the day's pennies, then multiplies. */
Test(examples, e09_to_e12_the_county_court_rounds_each_day)
{
	CHECK({"percent: 8, rounding: daily", "5000", "2026-03-01", "2026-03-07", 660},
	      {"percent: 8, rounding: once", "5000", "2026-03-01", "2026-03-07", 658},
	      {"percent: 8, rounding: daily", "5000", "2026-03-01", "2026-03-11", 1100},
	      {"percent: 10, rounding: daily", "5000", "2026-03-01", "2026-03-21", 2740},
	      {"percent: 8, rounding: daily", "1000", "2026-03-01", "2026-03-03", 44},
	      {"percent: 8, rounding: daily", "1000", "2026-03-01", "2026-03-01", 0}, );
}

/* Rule 10, half-yearly: the reference of 1 July governs from then on. */
Test(examples, e15_european_refixing)
{
	struct book *book = book_new(
		"2026-07-31",
		"rates: {ref: [{from: 2026-01-01, percent: 2.9}, {from: 2026-07-01, percent: 2.4}]}\n"
		"policies: {test: {interest: {reference: ref, plus: 8, fixed: half-yearly,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-05-01, due: 2026-05-31,\n"
		"  amount: 10000}]\n");
	const struct item *item = book_item(book, "X");
	MONEY_IS(OPEN(book, "X", INTEREST), 17792);
	cr_assert_eq(item->nsegments, 2);
	cr_assert_eq(item->segments[0].days, 30);
	cr_assert_eq(item->segments[1].days, 31);
	book_free(book);
}

Test(examples, e17_e18_e20_e26_e27_germany)
{
	CHECK({"percent: 6.62", "10000", "2022-12-31", "2023-06-30", 32828},
	      {"percent: 10.62", "10000", "2022-12-31", "2023-06-30", 52664},
	      {"percent: 5.12", "1000", "2026-03-01", "2026-03-26", 351},
	      {"percent: 5, year: actual", "1000", "2023-12-31", "2024-01-31", 423},
	      {"percent: 7, year: actual", "1000", "2023-12-31", "2024-12-31", 7000}, );
}

/* Rules 5 and 12: the principal is paid first, the interest claimed stands. */
Test(examples, e19_germany_due_day_out_payment_day_in)
{
	struct book *book = book_new(
		"2024-12-01",
		"policies: {test: {interest: {percent: 8.37, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2024-10-01, due: 2024-11-01,\n"
		"  amount: 1000}]\n"
		"payments: [{date: 2024-11-11, customer: acme, amount: 1000}]\n");
	MONEY_IS(OPEN(book, "X", INTEREST), 229);
	book_free(book);
}

/* Rule 4e: what is over is credit, with a warning. */
Test(examples, e29_overpayment_is_credit)
{
	struct book *book = book_new(
		"2026-03-10",
		"policies: {test: {}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-03-01, amount: 100}]\n"
		"payments: [{date: 2026-03-05, customer: acme, amount: 150}]\n");
	MONEY_IS(book_account(book)->credit, 5000);
	MONEY_IS(book_account(book)->balance, -5000);
	cr_assert_eq(book_found(book, NOTICE_MONEY_UNALLOCATED), 1);
	book_free(book);
}

Test(examples, e33_e34_e37_e40_e44_france_sweden_switzerland_poland_austria)
{
	CHECK({"percent: 15", "15000", "2026-03-01", "2026-03-31", 18493},
	      {"percent: 8", "20000", "2026-03-01", "2026-03-31", 13151},
	      {"percent: 5, year: 360", "10000", "2026-01-01", "2026-01-31", 4167},
	      {"percent: 5, year: 360", "10000", "2026-01-01", "2026-04-01", 12500},
	      {"percent: 5, year: 360", "10000", "2026-01-01", "2027-01-01", 50694},
	      {"percent: 12.25", "1000", "2022-09-30", "2022-10-30", 1007},
	      {"percent: 8.58", "100000", "2025-12-31", "2026-12-31", 858000},
	      {"percent: 11.08", "100000", "2025-12-31", "2026-12-31", 1108000}, );
}

/* Rule 10, payment_day_counts false: 19 days on all of it, 10 on the rest. */
Test(examples, e38_switzerland_counts_no_payment_day)
{
	struct book *book = book_new(
		"2026-02-10",
		"policies: {test: {interest: {percent: 5, payment_day_counts: false,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2025-12-01, due: 2025-12-31,\n"
		"  amount: 1000}]\n"
		"payments:\n"
		"  - {date: 2026-01-20, customer: acme, amount: 400}\n"
		"  - {date: 2026-01-30, customer: acme, amount: 600}\n");
	const struct item *item = book_item(book, "X");
	cr_assert_eq(item->nsegments, 2);
	cr_assert_eq(item->segments[0].days, 19);
	cr_assert_eq(item->segments[1].days, 10);
	MONEY_IS(item->segments[1].base, 60000);
	book_free(book);
}

/* Rules 11 and 12: a stage fee counts from the day after its letter. */
Test(examples, e42_a_fee_of_ten_and_fifteen_days_of_interest)
{
	struct book *book = book_new(
		"2026-03-16",
		"policies: {test: {currency: GBP, interest: {percent: 10, claimed_from: due},\n"
		"  stages: [{name: reminder, after: 5, letter: reminder-1, fee: {amount: 10}}]}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-02-01, due: 2026-03-01,\n"
		"  amount: 100}]\n"
		"log: [{date: 2026-03-10, customer: acme, stage: reminder, invoices: [X]}]\n");
	MONEY_IS(OPEN(book, "X", INTEREST), 41);
	MONEY_IS(book_account(book)->balance, 11041);
	book_free(book);
}

/* Rule 10, at-start: the half-year of the first day rules for good. */
Test(examples, c01_the_british_rate_is_locked)
{
	const char *yaml =
		"rates: {ref: [{from: 2023-01-01, percent: 3.5}, {from: 2023-07-01, percent: 5},\n"
		"  {from: 2024-01-01, percent: 5.25}]}\n"
		"policies: {test: {interest: {reference: ref, plus: 8, fixed: %s,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2023-05-16, due: 2023-06-15,\n"
		"  amount: 8000}]\n"
		"payments: [{date: 2024-03-01, customer: acme, amount: 8000}]\n";
	char text[1024];
	snprintf(text, sizeof text, yaml, "at-start");
	struct book *locked = book_new("2024-06-01", text);
	snprintf(text, sizeof text, yaml, "half-yearly");
	struct book *varied = book_new("2024-06-01", text);
	MONEY_IS(OPEN(locked, "X", INTEREST), 65534);
	cr_assert_eq(book_item(locked, "X")->segments[0].days, 260);
	MONEY_IS(OPEN(varied, "X", INTEREST), 73923);
	book_free(locked);
	book_free(varied);
}

/* Rule 10: a year's end is not a rounding split, a half-year's new rate is a segment. */
Test(examples, c05_germany_across_the_year)
{
	static const struct {
		const char *year;
		money interest;
	} years[] = {{"365", 13812}, {"actual", 13805}};
	for (size_t i = 0; i < 2; i++) {
		struct book *book = book_format(
			"2025-04-01",
			"rates: {basis: [{from: 2024-07-01, percent: 3.37},\n"
			"  {from: 2025-01-01, percent: 2.27}]}\n"
			"policies: {test: {interest: {reference: basis, plus: 9,\n"
			"  fixed: half-yearly, year: %s, payment_day_counts: false,\n"
			"  claimed_from: due}}}\n"
			"invoices: [{number: X, customer: acme, issued: 2024-11-16,\n"
			"  due: 2024-12-16, amount: 5000}]\n"
			"payments: [{date: 2025-03-15, customer: acme, amount: 5000}]\n",
			years[i].year);
		MONEY_IS(OPEN(book, "X", INTEREST), years[i].interest);
		book_free(book);
	}
}

/* Rule 10: printed segments add up to the rounded total. */
Test(examples, c09_france_across_the_half_year)
{
	struct book *book = book_new(
		"2026-08-01",
		"rates: {ecb: [{from: 2026-01-01, percent: 2.15}, {from: 2026-07-01, percent: 2.4}]}\n"
		"policies: {test: {interest: {reference: ecb, plus: 10, fixed: half-yearly,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-05-15, due: 2026-06-15,\n"
		"  amount: 6000}]\n"
		"payments: [{date: 2026-07-20, customer: acme, amount: 6000}]\n");
	const struct item *item = book_item(book, "X");
	MONEY_IS(OPEN(book, "X", INTEREST), 7073);
	MONEY_IS(item->segments[0].interest, 2996);
	MONEY_IS(item->segments[1].interest, 4077);
	book_free(book);
}

/* Rule 10, compound monthly: six rests of a twelfth of the year (India, section 16). */
Test(examples, c13_india_compounds_monthly)
{
	CHECK({"percent: 19.5, year: 30/360, compound: monthly", "100000", "2025-12-31",
	       "2026-06-30", 1015478},
	      {"percent: 20.25, year: 30/360, compound: monthly", "100000", "2025-12-31",
	       "2026-06-30", 1056188}, );
}

Test(examples, c15_canada_and_c16_united_states)
{
	CHECK({"percent: 5", "10000", "2026-03-01", "2026-04-30", 8219},
	      {"percent: 24", "10000", "2026-03-01", "2026-04-30", 39452},
	      {"percent: 18", "2000", "2026-03-01", "2026-04-15", 4438},
	      {"percent: 18, year: 30/360", "2000", "2026-03-01", "2026-04-16", 4500}, );
}

/* Rule 11, late charge: a month or part of one. */
Test(examples, c16_each_month_that_has_started)
{
	struct book *book = book_new(
		"2026-04-15",
		"policies: {test: {currency: GBP, late_charge: {percent: 1.5, every: month,\n"
		"  counts: started, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-02-01, due: 2026-03-01,\n"
		"  amount: 2000}]\n");
	MONEY_IS(OPEN(book, "X", LATE), 6000);
	book_free(book);
}

/* Rule 8: the last day of the discount is issued + d. */
Test(examples, c22_two_ten_net_thirty)
{
	const char *yaml =
		"policies: {test: {}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-03-05, terms: 2/10 net 30,\n"
		"  amount: 1000}]\n"
		"payments: [{date: 2026-03-%s, customer: acme, amount: 980}]\n";
	struct book *early = book_format("2026-03-20", yaml, "15");
	struct book *late = book_format("2026-03-20", yaml, "16");
	cr_assert_eq(book_item(early, "X")->invoice->due, book_day("2026-04-04"));
	MONEY_IS(book_item(early, "X")->principal, 0);
	MONEY_IS(book_item(early, "X")->discounted, 2000);
	MONEY_IS(book_item(late, "X")->principal, 2000);
	book_free(early);
	book_free(late);
}
