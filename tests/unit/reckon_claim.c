/* Which charges count: rules 9 (opening), 11, 12, 13, 15. */
#include "reckon_book.h"

/* 36.5 % of 1000.00 are 1.00 a day from 1 February. */
#define POLICY(more) \
	"policies: {test: {currency: GBP, interest: {percent: 36.5, claimed_from: second},\n" \
	"  compensation: {bands: [{amount: 40}], claimed_from: second},\n" \
	"  stages: [{name: first, after: 5, letter: reminder-1, deadline: 7, fee: {amount: 5}},\n" \
	"    {name: second, after: 16, letter: reminder-2}]" more "}}\n"
#define INVOICE(more) \
	"invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n" \
	"  amount: 1000" more "}]\n"
#define SECOND "log: [{date: 2026-02-20, customer: acme, stage: second, invoices: [X]}]\n"

/* Log entries count only if dated before A (rule 1). */
Test(claim, counts_from_the_day_after_the_letter)
{
	struct book *on = book_new("2026-02-20", POLICY("") INVOICE("") SECOND);
	struct book *after = book_new("2026-02-21", POLICY("") INVOICE("") SECOND);
	MONEY_IS(OPEN(on, "X", INTEREST), 0);
	MONEY_IS(ACCRUED(on, "X", INTEREST), 2000);
	MONEY_IS(ACCRUED(on, "X", COMPENSATION), 4000);
	cr_assert_eq(book_item(on, "X")->done, -1);
	MONEY_IS(OPEN(after, "X", INTEREST), 2100);
	MONEY_IS(OPEN(after, "X", COMPENSATION), 4000);
	cr_assert_eq(book_item(after, "X")->done, 1);
	cr_assert_eq(book_item(after, "X")->done_on, book_day("2026-02-20"));
	book_free(on);
	book_free(after);
}

Test(claim, a_lower_stage_claims_nothing)
{
	struct book *book = book_new(
		"2026-02-21",
		POLICY("") INVOICE(
			"") "log: [{date: 2026-02-10, customer: acme, stage: first, invoices: [X], fee: 0.00}]\n");
	MONEY_IS(OPEN(book, "X", INTEREST), 0);
	cr_assert_eq(book_item(book, "X")->deadline, book_day("2026-02-17"));
	cr_assert_eq(book_item(book, "X")->charges[CHARGE_INTEREST].claim, 1);
	book_free(book);
}

/* Paid in full by the end of the letter's day: never charged. */
Test(claim, nothing_of_what_is_paid_by_that_evening)
{
	struct book *same = book_new(
		"2026-03-21", POLICY("") INVOICE("") SECOND
		"payments: [{date: 2026-02-20, customer: acme, amount: 1000}]\n");
	struct book *later = book_new(
		"2026-03-21", POLICY("") INVOICE("") SECOND
		"payments: [{date: 2026-02-21, customer: acme, amount: 1000}]\n");
	cr_assert(book_item(same, "X")->settled);
	cr_assert_eq(book_item(same, "X")->charges[CHARGE_INTEREST].claim, CLAIM_UNSET);
	MONEY_IS(OPEN(later, "X", INTEREST), 2100);
	MONEY_IS(OPEN(later, "X", COMPENSATION), 4000);
	book_free(same);
	book_free(later);
}

Test(claim, due_claims_what_is_open_at_the_end_of_grace)
{
	const char *yaml =
		"policies: {test: {currency: GBP, grace_days: 3,\n"
		"  compensation: {bands: [{upto: 1000, amount: 40}, {amount: 70}],\n"
		"    claimed_from: due}}}\n" INVOICE(
			"") "payments: [{date: 2026-02-0%s, customer: acme, amount: 1000}]\n";
	struct book *in_time = book_format("2026-02-10", yaml, "3");
	struct book *too_late = book_format("2026-02-10", yaml, "4");
	MONEY_IS(OPEN(in_time, "X", COMPENSATION), 0);
	MONEY_IS(OPEN(too_late, "X", COMPENSATION), 4000);
	book_free(in_time);
	book_free(too_late);
}

/* Rule 11: a logged fee wins, the policy's fixed amount stands in, on the oldest invoice.
 */
Test(claim, a_fee_belongs_to_the_oldest_invoice_of_its_entry)
{
	struct book *book = book_new(
		"2026-03-01",
		POLICY("") "invoices:\n"
			   "  - {number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31, amount: 1000}\n"
			   "  - {number: Y, customer: acme, issued: 2026-01-01, due: 2026-01-30, amount: 1000}\n"
			   "log:\n"
			   "  - {date: 2026-02-10, customer: acme, stage: first, invoices: [X, Y]}\n"
			   "  - {date: 2026-02-20, customer: acme, stage: second, invoices: [X], fee: 7.50}\n");
	MONEY_IS(OPEN(book, "Y", FEE), 500);
	MONEY_IS(OPEN(book, "X", FEE), 750);
	book_free(book);
}

Test(claim, max_fees_caps_the_fees_of_an_invoice)
{
	struct book *book = book_new(
		"2026-03-01",
		POLICY(", max_fees: 12") INVOICE(
			"") "log:\n"
			    "  - {date: 2026-02-10, customer: acme, stage: first, invoices: [X]}\n"
			    "  - {date: 2026-02-20, customer: acme, stage: second, invoices: [X], fee: 9}\n");
	MONEY_IS(OPEN(book, "X", FEE), 1200);
	book_free(book);
}

/* Rule 12: past and future are removed, what was paid stays paid. */
Test(claim, a_waiver_removes_what_it_names)
{
	struct book *book = book_new(
		"2026-04-01",
		POLICY("") INVOICE(
			", waive: {date: 2026-03-01, what: [interest], reason: Kind}")
			SECOND
		"payments: [{date: 2026-02-25, customer: acme, amount: 1050}]\n");
	const struct item *item = book_item(book, "X");
	MONEY_IS(item->charges[CHARGE_COMPENSATION].paid, 4000);
	MONEY_IS(item->charges[CHARGE_INTEREST].paid, 1000);
	MONEY_IS(item->charges[CHARGE_INTEREST].open, 0);
	MONEY_IS(item->charges[CHARGE_INTEREST].accrued, 0);
	cr_assert_eq(item->nsegments, 0);
	cr_assert(item->settled);
	book_free(book);
}

/* Rule 13. */
Test(claim, a_consumer_under_a_business_policy_is_charged_nothing)
{
	struct book *book = book_new(
		"2026-04-01",
		POLICY(", kind: business") "customers: [{id: jo, name: Jo Smith, address: Leeds, kind: consumer}]\n"
					   "invoices: [{number: X, customer: jo, issued: 2026-01-01, due: 2026-01-31,\n"
					   "  amount: 1000, opening: {as_of: 2026-02-01, interest: 5, costs: 5}}]\n"
					   "log: [{date: 2026-02-20, customer: jo, stage: second, invoices: [X], fee: 3}]\n");
	MONEY_IS(book_account(book)->balance, 100000);
	MONEY_IS(ACCRUED(book, "X", INTEREST), 0);
	book_free(book);
}

Test(claim, needs_terms_bars_what_was_issued_before_they_were_signed)
{
	const char *yaml = POLICY(
		", needs_terms: true") "customers: [{id: jo, name: Jo, address: Leeds%s}]\n"
				       "invoices: [{number: X, customer: jo, issued: 2026-01-01, due: 2026-01-31,\n"
				       "  amount: 1000}]\n"
				       "log: [{date: 2026-02-20, customer: jo, stage: second, invoices: [X]}]\n";
	struct book *none = book_format("2026-02-21", yaml, "");
	struct book *after =
		book_format("2026-02-21", yaml, ", terms_signed: 2026-01-02");
	struct book *before =
		book_format("2026-02-21", yaml, ", terms_signed: 2026-01-01");
	MONEY_IS(OPEN(none, "X", INTEREST), 0);
	MONEY_IS(OPEN(after, "X", INTEREST), 0);
	MONEY_IS(OPEN(before, "X", INTEREST), 2100);
	book_free(none);
	book_free(after);
	book_free(before);
}

Test(claim, amounts_in_another_currency_are_an_error)
{
	struct book *book = book_new(
		"2026-02-21",
		POLICY("") "invoices: [{number: X, customer: acme, issued: 2026-01-01, amount: 10, currency: EUR}]\n");
	cr_assert_eq(book_found(book, NOTICE_POLICY_CURRENCY), 1);
	book_free(book);
}

/* Rule 9: claimed from its as_of; own interest only after it; costs with the fees. */
Test(claim, opening_charges_are_taken_over)
{
	const char *yaml = POLICY("")
		INVOICE(", opening: {as_of: 2026-02-05, interest: 12.50, costs: 5.00}")
			SECOND;
	struct book *before = book_new("2026-02-04", yaml);
	struct book *from = book_new("2026-02-05", yaml);
	struct book *claimed = book_new("2026-02-21", yaml);
	MONEY_IS(OPEN(before, "X", INTEREST), 0);
	MONEY_IS(OPEN(from, "X", INTEREST), 1250);
	MONEY_IS(OPEN(from, "X", FEE), 500);
	MONEY_IS(ACCRUED(from, "X", INTEREST), 1250);
	/* 16 days of its own, from 6 to 21 February; its compensation day came before */
	MONEY_IS(OPEN(claimed, "X", INTEREST), 1250 + 1600);
	MONEY_IS(OPEN(claimed, "X", COMPENSATION), 0);
	book_free(before);
	book_free(from);
	book_free(claimed);
}

/* Rule 9: a write-off without amount closes the charges. */
Test(claim, a_write_off_of_the_rest_closes_charges)
{
	struct book *book = book_new(
		"2026-04-01", POLICY("") INVOICE("") SECOND
		"write_offs: [{date: 2026-03-01, invoice: X, reason: Uneconomic}]\n");
	cr_assert(book_item(book, "X")->settled);
	MONEY_IS(book_account(book)->balance, 0);
	book_free(book);
}

/* Rule 15: the highest stage logged; rule 16: its latest entry. */
Test(claim, a_lower_stage_logged_later_takes_nothing_back)
{
	struct book *book = book_new(
		"2026-03-10",
		POLICY("") INVOICE(
			"") "log:\n"
			    "  - {date: 2026-02-20, customer: acme, stage: second, invoices: [X]}\n"
			    "  - {date: 2026-02-25, customer: acme, stage: first, invoices: [X], fee: 0.00}\n"
			    "  - {date: 2026-03-01, customer: acme, stage: second, invoices: [X]}\n");
	cr_assert_eq(book_item(book, "X")->done, 1);
	cr_assert_eq(book_item(book, "X")->done_on, book_day("2026-03-01"));
	book_free(book);
}

/* Rule 11: a share of the gross amount beside a fixed part. */
Test(claim, nothing_past_the_last_band)
{
	struct book *book = book_new(
		"2026-03-10",
		"policies: {test: {currency: GBP, compensation: {claimed_from: due,\n"
		"  bands: [{upto: 999.99, amount: 40}, {upto: 1000, amount: 70}, {amount: 100}]}}}\n" INVOICE(
			""));
	MONEY_IS(OPEN(book, "X", COMPENSATION), 7000);
	book_free(book);
}
