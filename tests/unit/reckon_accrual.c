/* Interest day by day: rule 10. 36.5 % of 1000.00 are 1.00 a day. */
#include "reckon_book.h"

#define ONE_A_DAY(more) \
	"policies: {test: {interest: {percent: 36.5, claimed_from: due}" more "}}\n"
#define INVOICE(more) \
	"invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n" \
	"  amount: 1000" more "}]\n"

static money interest(const char *as_of, const char *yaml)
{
	struct book *book = book_new(as_of, yaml);
	money open = OPEN(book, "X", INTEREST);
	book_free(book);
	return open;
}

Test(accrual, is_zero_on_the_due_day_and_counts_the_as_of_day)
{
	const char *yaml = ONE_A_DAY("") INVOICE("");
	MONEY_IS(interest("2026-01-30", yaml), 0);
	MONEY_IS(interest("2026-01-31", yaml), 0);
	MONEY_IS(interest("2026-02-01", yaml), 100);
	MONEY_IS(interest("2026-02-02", yaml), 200);
}

Test(accrual, grace_is_a_gate_not_a_shift)
{
	const char *yaml = ONE_A_DAY(", grace_days: 5") INVOICE("");
	MONEY_IS(interest("2026-02-05", yaml), 0);
	MONEY_IS(interest("2026-02-06", yaml), 600);
}

Test(accrual, may_start_some_days_after_due)
{
	const char *yaml =
		"policies: {test: {interest: {percent: 36.5, starts: due + 10,\n"
		"  claimed_from: due}}}\n" INVOICE("");
	MONEY_IS(interest("2026-02-10", yaml), 0);
	MONEY_IS(interest("2026-02-11", yaml), 100);
}

/* The day after the first letter of that very stage was logged. */
Test(accrual, may_start_with_a_letter)
{
	const char *yaml =
		"policies: {test: {interest: {percent: 36.5, starts: second, claimed_from: due},\n"
		"  stages: [{name: first, after: 1, letter: reminder-1},\n"
		"    {name: second, after: 5, letter: reminder-2}]}}\n" INVOICE(
			"") "log:\n"
			    "  - {date: 2026-02-05, customer: acme, stage: first, invoices: [X]}\n"
			    "  - {date: 2026-02-10, customer: acme, stage: second, invoices: [X]}\n"
			    "  - {date: 2026-02-20, customer: acme, stage: second, invoices: [X]}\n";
	MONEY_IS(interest("2026-02-10", yaml), 0);
	MONEY_IS(interest("2026-02-11", yaml), 100);
	MONEY_IS(interest("2026-02-22", yaml), 1200);
}

Test(accrual, a_payment_lowers_the_base_from_the_day_after)
{
	const char *yaml = ONE_A_DAY("") INVOICE(
		"") "payments: [{date: 2026-02-05, customer: acme, amount: 500}]\n";
	MONEY_IS(interest("2026-02-05", yaml), 500);
	MONEY_IS(interest("2026-02-06", yaml), 550);
	struct book *book = book_new("2026-02-10", yaml);
	cr_assert_eq(book_item(book, "X")->nsegments, 2);
	cr_assert_eq(book_item(book, "X")->segments[0].to, book_day("2026-02-06"));
	book_free(book);
}

Test(accrual, or_from_its_own_day)
{
	const char *yaml =
		"policies: {test: {interest: {percent: 36.5, claimed_from: due,\n"
		"  payment_day_counts: false}}}\n" INVOICE(
			"") "payments: [{date: 2026-02-05, customer: acme, amount: 500}]\n";
	MONEY_IS(interest("2026-02-04", yaml), 400);
	MONEY_IS(interest("2026-02-05", yaml), 450);
}

/* Credit notes, write-offs and used credit from their own day. */
Test(accrual, a_credit_note_lowers_the_base_from_its_own_day)
{
	MONEY_IS(
		interest(
			"2026-02-05",
			ONE_A_DAY("") INVOICE(
				"") "credit_notes: [{number: C, customer: acme, invoice: X, amount: 500,\n"
				    "  issued: 2026-02-05}]\n"),
		450);
	MONEY_IS(
		interest(
			"2026-02-05",
			ONE_A_DAY("") INVOICE(
				"") "write_offs: [{date: 2026-02-05, invoice: X, amount: 500, reason: R}]\n"),
		450);
}

/* Rule 6: effective goes back, once the credit note is visible. */
Test(accrual, a_credit_note_may_take_effect_earlier)
{
	const char *yaml = ONE_A_DAY("") INVOICE(
		"") "credit_notes: [{number: C, customer: acme, invoice: X, amount: 1000,\n"
		    "  issued: 2026-02-05, effective: 2026-01-01}]\n";
	MONEY_IS(interest("2026-02-04", yaml), 400);
	MONEY_IS(interest("2026-02-05", yaml), 0);
}

Test(accrual, a_credit_in_full_that_leaves_interest_is_a_warning)
{
	struct book *book = book_new(
		"2026-02-10",
		ONE_A_DAY("") INVOICE(
			"") "credit_notes: [{number: C, customer: acme, invoice: X, amount: 1000,\n"
			    "  issued: 2026-02-05}]\n");
	MONEY_IS(OPEN(book, "X", INTEREST), 400);
	cr_assert_eq(book_found(book, NOTICE_EFFECTIVE_ABSENT), 1);
	book_free(book);
}

/* Disputed days never regain interest; the last day of a dispute is inclusive. */
Test(accrual, a_dispute_stops_it)
{
	const char *yaml = ONE_A_DAY("")
		INVOICE(", dispute: {since: 2026-02-03, until: 2026-02-05}");
	MONEY_IS(interest("2026-02-02", yaml), 200);
	MONEY_IS(interest("2026-02-05", yaml), 200);
	MONEY_IS(interest("2026-02-06", yaml), 300);
}

Test(accrual, a_part_disputed_bears_none)
{
	MONEY_IS(interest("2026-02-10",
			  ONE_A_DAY("")
				  INVOICE(", dispute: {since: 2026-01-05, amount: 300}")),
		 700);
	MONEY_IS(interest("2026-02-10",
			  ONE_A_DAY(", dispute: {interest: runs}")
				  INVOICE(", dispute: {since: 2026-01-05, amount: 300}")),
		 1000);
}

/* Used credit lowers from the day of issue; nothing is owed. */
Test(accrual, used_credit_leaves_nothing_to_bear)
{
	MONEY_IS(
		interest(
			"2026-03-10",
			ONE_A_DAY("") INVOICE(
				"") "payments: [{date: 2025-12-05, customer: acme, amount: 1000}]\n"),
		0);
}

/* Yearly on the anniversary of the first day: 1 Feb 2024 → 1 Feb 2025. */
Test(accrual, compounds_yearly)
{
	const char *yaml =
		"policies: {test: {interest: {percent: 10, year: actual, compound: yearly,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2023-01-01, due: 2023-12-31,\n"
		"  amount: 1000}]\n";
	MONEY_IS(interest("2024-12-31", yaml), 10000);
	MONEY_IS(interest("2025-12-31", yaml), 21000);
	MONEY_IS(interest("2026-12-31", yaml), 33100);
}

/* 29 Feb → 28 Feb. */
Test(accrual, an_anniversary_of_29_february)
{
	struct book *book = book_new(
		"2025-03-10",
		"policies: {test: {interest: {percent: 10, compound: yearly, claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2024-01-01, due: 2024-02-28,\n"
		"  amount: 1000}]\n");
	const struct item *item = book_item(book, "X");
	cr_assert_eq(item->nsegments, 2);
	cr_assert_eq(item->segments[0].from, book_day("2024-02-29"));
	cr_assert_eq(item->segments[1].from, book_day("2025-02-28"));
	MONEY_IS(item->segments[1].base, 110000);
	book_free(book);
}

/* Capitalised interest is settled directly after its invoice's principal. */
Test(accrual, capital_is_paid_after_principal)
{
	struct book *book = book_new(
		"2026-12-31",
		"policies: {test: {interest: {percent: 10, compound: yearly, claimed_from: due}}}\n"
		"invoices:\n"
		"  - {number: X, customer: acme, issued: 2024-01-01, due: 2024-12-31, amount: 1000}\n"
		"  - {number: Y, customer: acme, issued: 2025-01-01, due: 2026-12-31, amount: 1000}\n"
		"payments: [{date: 2026-01-05, customer: acme, amount: 1100}]\n");
	MONEY_IS(book_item(book, "X")->principal, 0);
	MONEY_IS(book_item(book, "X")->charges[CHARGE_INTEREST].paid, 10000);
	MONEY_IS(book_item(book, "Y")->principal, 100000);
	/* five days on 1100.00 after the rest */
	MONEY_IS(OPEN(book, "X", INTEREST), 151);
	book_free(book);
}

/* `segment` splits at every entry of the table and rounds each piece. */
Test(accrual, rounds_each_segment)
{
	struct book *book = book_new(
		"2026-02-28",
		"rates: {ref: [{from: 2026-01-01, percent: 5}, {from: 2026-02-11, percent: 5}]}\n"
		"policies: {test: {interest: {reference: ref, fixed: on-change, rounding: segment,\n"
		"  claimed_from: due}}}\n"
		"invoices: [{number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31,\n"
		"  amount: 110}]\n");
	const struct item *item = book_item(book, "X");
	cr_assert_eq(item->nsegments, 2);
	MONEY_IS(item->segments[0].interest, 15); /* 10 days: 0.1507 */
	MONEY_IS(item->segments[1].interest, 27); /* 18 days: 0.2712 */
	MONEY_IS(OPEN(book, "X", INTEREST), 42);
	book_free(book);
}

/* Where nothing changes there is no split. */
Test(accrual, no_segment_where_nothing_changes)
{
	struct book *book = book_new(
		"2026-08-31",
		"rates: {ref: [{from: 2026-01-01, percent: 5}, {from: 2026-07-01, percent: 5}]}\n"
		"policies: {test: {interest: {reference: ref, fixed: half-yearly,\n"
		"  claimed_from: due}}}\n" INVOICE(""));
	cr_assert_eq(book_item(book, "X")->nsegments, 1);
	cr_assert_eq(book_item(book, "X")->segments[0].days, 212);
	book_free(book);
}

Test(accrual, no_rate_for_a_day_is_an_error)
{
	struct book *book = book_new(
		"2026-08-31",
		"rates: {ref: [{from: 2026-07-01, percent: 5}]}\n"
		"policies: {test: {interest: {reference: ref, claimed_from: due}}}\n" INVOICE(
			""));
	cr_assert_eq(book_found(book, NOTICE_RATE_MISSING), 1);
	book_free(book);
}

Test(accrual, tells_a_letter_what_tomorrow_costs)
{
	struct book *book = book_new(
		"2026-02-10",
		ONE_A_DAY("") INVOICE(
			"") "payments: [{date: 2026-02-10, customer: acme, amount: 400}]\n");
	const struct item *item = book_item(book, "X");
	cr_assert_eq(item->daily.rate, 365000);
	MONEY_IS(item->daily.base, 60000);
	MONEY_IS((money)(item->daily.numerator / item->daily.denominator), 60);
	book_free(book);
}
