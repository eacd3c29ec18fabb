/* In which order charges and principal take money: rules 5, 8, 12. */
#include "reckon_book.h"

/* 100 days at 36.5 % of 1000.00 are 100.00; compensation is 40.00. */
#define CHARGED \
	"policies: {test: {currency: GBP, settles: %s,\n" \
	"  interest: {percent: 36.5, claimed_from: due},\n" \
	"  compensation: {bands: [{amount: 40}], claimed_from: due}}}\n" \
	"invoices:\n" \
	"  - {number: A, customer: acme, issued: 2026-01-01, due: 2026-01-31, amount: 1000}\n" \
	"  - {number: B, customer: acme, issued: 2026-01-01, due: 2026-05-31, amount: 500}\n" \
	"payments: [{date: 2026-05-11, customer: acme, amount: %s}]\n"

struct left {
	money first, interest, compensation, second;
};

static void leaves(const char *settles, const char *amount, struct left expected)
{
	struct book *book = book_format("2026-05-11", CHARGED, settles, amount);
	MONEY_IS(book_item(book, "A")->principal, expected.first);
	MONEY_IS(OPEN(book, "A", INTEREST), expected.interest);
	MONEY_IS(OPEN(book, "A", COMPENSATION), expected.compensation);
	MONEY_IS(book_item(book, "B")->principal, expected.second);
	book_free(book);
}

Test(settle, principal_first_leaves_charges_for_last)
{
	leaves("principal-first", "900", (struct left){10000, 10000, 4000, 50000});
	leaves("principal-first", "1200", (struct left){0, 10000, 4000, 30000});
	leaves("principal-first", "1570", (struct left){0, 7000, 0, 0});
}

Test(settle, costs_then_interest_then_principal)
{
	leaves("costs-interest-principal", "30",
	       (struct left){100000, 10000, 1000, 50000});
	leaves("costs-interest-principal", "100", (struct left){100000, 4000, 0, 50000});
	leaves("costs-interest-principal", "240", (struct left){90000, 0, 0, 50000});
	leaves("costs-interest-principal", "1240", (struct left){0, 0, 0, 40000});
}

Test(settle, costs_then_principal_then_interest)
{
	leaves("costs-principal-interest", "100", (struct left){94000, 10000, 0, 50000});
	leaves("costs-principal-interest", "1100", (struct left){0, 4000, 0, 50000});
}

/* Rule 5: a named invoice's charges come before another invoice's principal. */
Test(settle, charges_of_a_step_before_the_next_step)
{
	struct book *book = book_format("2026-05-11", CHARGED "", "principal-first",
					"1140, reference: A");
	cr_assert(book_item(book, "A")->settled);
	MONEY_IS(book_item(book, "B")->principal, 50000);
	book_free(book);
}

/* Rule 4d: a dispute covers principal only, charges are settled in the first round. */
Test(settle, charges_of_a_disputed_invoice_in_the_first_round)
{
	struct book *book = book_new(
		"2026-05-11",
		"policies: {test: {currency: GBP, settles: costs-interest-principal,\n"
		"  compensation: {bands: [{amount: 40}], claimed_from: due}}}\n"
		"invoices:\n"
		"  - {number: A, customer: acme, issued: 2026-01-01, amount: 1000,\n"
		"     dispute: {since: 2026-01-05}}\n"
		"  - {number: B, customer: acme, issued: 2026-01-02, amount: 500}\n"
		"payments: [{date: 2026-05-11, customer: acme, amount: 600}]\n");
	MONEY_IS(OPEN(book, "A", COMPENSATION), 0);
	MONEY_IS(OPEN(book, "B", COMPENSATION), 0);
	MONEY_IS(book_item(book, "B")->principal, 0);
	MONEY_IS(book_item(book, "A")->principal, 98000);
	book_free(book);
}

/* Rules 5 and 12: what is not claimed takes no money. */
Test(settle, unclaimed_charges_take_nothing)
{
	struct book *book = book_new(
		"2026-05-11",
		"policies: {test: {currency: GBP, settles: costs-interest-principal,\n"
		"  interest: {percent: 36.5, claimed_from: last},\n"
		"  stages: [{name: last, after: 10, letter: final-demand}]}}\n"
		"invoices:\n"
		"  - {number: A, customer: acme, issued: 2026-01-01, due: 2026-01-31, amount: 1000}\n"
		"payments: [{date: 2026-05-11, customer: acme, amount: 1000}]\n");
	MONEY_IS(book_item(book, "A")->principal, 0);
	MONEY_IS(ACCRUED(book, "A", INTEREST), 10000);
	MONEY_IS(OPEN(book, "A", INTEREST), 0);
	cr_assert(book_item(book, "A")->settled);
	book_free(book);
}

#define DISCOUNT \
	"policies: {test: {}}\n" \
	"invoices:\n" \
	"  - {number: A, customer: acme, issued: 2026-03-01, terms: 2/10 net 30, amount: 1000}\n" \
	"  - {number: B, customer: acme, issued: 2026-03-01, terms: net 60, amount: 1000}\n"

/* Rule 8: from (d) the invoice takes no more than it needs for the discount. */
Test(settle, an_early_payment_stops_at_the_discount)
{
	struct book *book = book_new(
		"2026-04-30", DISCOUNT
		"payments: [{date: 2026-03-11, customer: acme, amount: 1500}]\n");
	MONEY_IS(book_item(book, "A")->paid, 98000);
	MONEY_IS(book_item(book, "A")->discounted, 2000);
	MONEY_IS(book_item(book, "B")->paid, 52000);
	book_free(book);
}

/* Rule 8: a map gives exact amounts. */
Test(settle, a_map_may_pay_the_discount_away)
{
	struct book *book =
		book_new("2026-04-30", DISCOUNT
			 "payments: [{date: 2026-03-11, amount: 990, for: {A: 990}}]\n");
	MONEY_IS(book_item(book, "A")->paid, 99000);
	MONEY_IS(book_item(book, "A")->discounted, 1000);
	book_free(book);
}

Test(settle, credit_notes_count_towards_the_discount)
{
	struct book *book = book_new(
		"2026-04-30", DISCOUNT
		"credit_notes: [{number: C, customer: acme, invoice: A, issued: 2026-03-05,\n"
		"  amount: 100}]\n"
		"payments: [{date: 2026-03-11, amount: 880, for: [A]}]\n");
	MONEY_IS(book_item(book, "A")->discounted, 2000);
	cr_assert(book_item(book, "A")->settled);
	book_free(book);
}

/* Rule 8: no cap once a write-off has put the discount out of reach. */
Test(settle, a_write_off_ends_the_cap)
{
	struct book *book = book_new(
		"2026-04-30", DISCOUNT
		"write_offs: [{date: 2026-03-05, invoice: A, amount: 30, reason: Scratch}]\n"
		"payments: [{date: 2026-03-11, customer: acme, amount: 1000}]\n");
	MONEY_IS(book_item(book, "A")->paid, 97000);
	MONEY_IS(book_item(book, "A")->discounted, 0);
	MONEY_IS(book_item(book, "B")->paid, 3000);
	book_free(book);
}
