/* Escalation on ledgers as people write them: reading, reckoning and judging together. */
#include "escalate/letter.h"
#include "reckon_book.h"

#define STAGES \
	"    stages:\n" \
	"      - {name: reminder-1, after: 5, letter: reminder-1, deadline: 7}\n" \
	"      - {name: reminder-2, after: 16, letter: reminder-2, deadline: 7, fee: {amount: 5.00}}\n" \
	"      - {name: final-demand, after: 30, letter: final-demand, deadline: 14, final: true}\n"

#define POLICY \
	"policies:\n" \
	"  test:\n" \
	"    currency: GBP\n" \
	"    interest: {percent: 8, claimed_from: final-demand}\n" \
	"    compensation: {bands: [{below: 1000, amount: 40}, {amount: 70}], claimed_from: final-demand}\n" \
	"    min_balance: 10.00\n" \
	"    min_interval: 7\n" STAGES

static const char LATE[] = POLICY
	"invoices:\n"
	"  - {number: R-1, customer: acme, issued: 2026-09-15, amount: 1200.00}\n"
	"log:\n"
	"  - {date: 2026-10-21, customer: acme, stage: reminder-1, invoices: [R-1]}\n"
	"  - {date: 2026-11-02, customer: acme, stage: reminder-2, invoices: [R-1]}\n";

static struct escalation *judge(struct book *book)
{
	cr_assert_eq(book->count, 1);
	return letter_judge(book->arena, book->accounts[0], &book->notices);
}

Test(escalation, moves_an_invoice_on_by_one_stage_at_a_time)
{
	struct book *book = book_new(
		"2026-11-30", POLICY
		"invoices:\n"
		"  - {number: R-1, customer: acme, issued: 2025-01-15, amount: 100.00}\n");
	struct escalation *escalation = judge(book);
	cr_assert_eq(escalation->nletters, 1);
	cr_assert_eq(escalation->letters[0].stage, 0);
	MONEY_IS(escalation->letters[0].demand, 10000);
	book_free(book);
}

/* 1200.00 × 8 % × 46 days ÷ 365 = 12.10; compensation 70.00; the fee of reminder-2 is
 * open. */
Test(escalation, claims_charges_in_the_very_letter_that_reaches_their_stage)
{
	struct book *book = book_new("2026-11-30", LATE);
	struct escalation *escalation = judge(book);
	const struct letter *letter = &escalation->letters[0];
	cr_assert_eq(escalation->nletters, 1);
	cr_assert_eq(letter->stage, 2);
	cr_assert_eq(letter->pay_by, book_day("2026-12-14"));
	MONEY_IS(letter->principal, 120000);
	MONEY_IS(letter->charges[CHARGE_INTEREST], 1210);
	MONEY_IS(letter->charges[CHARGE_COMPENSATION], 7000);
	MONEY_IS(letter->charges[CHARGE_FEE], 500);
	MONEY_IS(letter->fee, 0);
	MONEY_IS(letter->demand, 128710);
	book_free(book);
}

Test(escalation, gives_the_same_letters_before_and_after_they_are_logged_today)
{
	struct book *before = book_new("2026-11-30", LATE);
	struct book *after = book_format(
		"2026-11-30",
		"%s  - {date: 2026-11-30, customer: acme, stage: final-demand, invoices: [R-1]}\n",
		LATE);
	struct escalation *first = judge(before), *second = judge(after);
	cr_assert_eq(second->nletters, 1);
	cr_assert_eq(second->letters[0].stage, first->letters[0].stage);
	MONEY_IS(second->letters[0].demand, first->letters[0].demand);
	book_free(before);
	book_free(after);
}

Test(escalation, ends_once_the_final_letter_is_logged)
{
	struct book *book = book_format(
		"2026-12-20",
		"%s  - {date: 2026-11-30, customer: acme, stage: final-demand, invoices: [R-1]}\n",
		LATE);
	struct escalation *escalation = judge(book);
	cr_assert_eq(escalation->nletters, 0);
	cr_assert(escalation->progress[0].ended);
	cr_assert_eq(escalation->nheld, 1);
	cr_assert_eq(escalation->held[0].why, HELD_ENDED);
	book_free(book);
}

Test(escalation, asks_a_fee_with_the_letter_that_names_it)
{
	struct book *book = book_new(
		"2026-11-30", POLICY
		"invoices:\n"
		"  - {number: R-1, customer: acme, issued: 2026-10-10, amount: 100.00}\n"
		"  - {number: R-2, customer: acme, issued: 2026-10-11, amount: 200.00}\n"
		"log:\n"
		"  - {date: 2026-11-16, customer: acme, stage: reminder-1, invoices: [R-1, R-2]}\n");
	struct escalation *escalation = judge(book);
	cr_assert_eq(escalation->nletters, 1);
	MONEY_IS(escalation->letters[0].fee, 500);
	MONEY_IS(escalation->letters[0].demand, 30500);
	book_free(book);
}

Test(escalation, never_charges_a_consumer_under_a_business_policy)
{
	struct book *book = book_new(
		"2026-11-30",
		"policies:\n"
		"  strict: {extends: test, kind: business}\n"
		"  test:\n"
		"    currency: GBP\n" STAGES "customers:\n"
		"  - {id: jo, name: Jo, address: Lane, kind: consumer, policy: strict}\n"
		"invoices:\n"
		"  - {number: R-1, customer: jo, issued: 2026-10-10, amount: 100.00}\n"
		"log:\n"
		"  - {date: 2026-11-16, customer: jo, stage: reminder-1, invoices: [R-1]}\n");
	struct escalation *escalation = judge(book);
	cr_assert_eq(escalation->nletters, 1);
	cr_assert_eq(escalation->letters[0].stage, 1);
	MONEY_IS(escalation->letters[0].fee, 0);
	book_free(book);
}

Test(escalation, puts_credit_against_the_demand)
{
	struct book *book = book_new(
		"2026-11-30", POLICY
		"invoices:\n"
		"  - {number: R-1, customer: acme, issued: 2026-10-10, amount: 100.00}\n"
		"  - {number: R-9, customer: acme, issued: 2026-12-10, amount: 70.00}\n"
		"payments:\n"
		"  - {date: 2026-11-20, customer: acme, amount: 70.00, for: {R-9: 70.00}}\n");
	struct escalation *escalation = judge(book);
	cr_assert_eq(escalation->nletters, 1);
	MONEY_IS(escalation->letters[0].credit, 7000);
	MONEY_IS(escalation->letters[0].demand, 3000);
	book_free(book);
}
