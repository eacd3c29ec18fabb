/* Plans: rules 4c, 10, 17, 18. 36.5 % of 1000.00 are 1.00 a day from 1 February. */
#include "reckon_book.h"

#define BOOK(plan, payments) \
	"policies: {test: {interest: {percent: 36.5, claimed_from: due}}}\n" \
	"invoices:\n" \
	"  - {number: X, customer: acme, issued: 2026-01-01, due: 2026-01-31, amount: 1000}\n" \
	"  - {number: Y, customer: acme, issued: 2026-01-01, due: 2026-01-15, amount: 500}\n" \
	"plans: [{id: P, customer: acme, agreed: 2026-02-11, invoices: [X], " plan \
	"}]\n" \
	"payments: [" payments "]\n"
#define TWO \
	"instalments: [{due: 2026-03-01, amount: 400}, {due: 2026-04-01, amount: 600}]"
#define PAID(day, amount) "{date: " day ", customer: acme, amount: " amount "}"

static const struct plan_status *plan_of(const struct book *book)
{
	cr_assert_eq(book_account(book)->nplans, 1);
	return &book_account(book)->plans[0];
}

static void is(const char *as_of, const char *yaml, enum plan_state state, money required,
	       money paid)
{
	struct book *book = book_new(as_of, yaml);
	cr_assert_eq(plan_of(book)->state, state);
	MONEY_IS(plan_of(book)->required, required);
	MONEY_IS(plan_of(book)->paid, paid);
	book_free(book);
}

/* Required: due + grace_days < A. */
Test(plan, breaks_the_day_after_an_unpaid_instalment)
{
	is("2026-03-01", BOOK(TWO, ""), PLAN_KEPT, 0, 0);
	is("2026-03-02", BOOK(TWO, ""), PLAN_BROKEN, 40000, 0);
	is("2026-03-04", BOOK(TWO ", grace_days: 3", ""), PLAN_KEPT, 0, 0);
	is("2026-03-05", BOOK(TWO ", grace_days: 3", ""), PLAN_BROKEN, 40000, 0);
}

Test(plan, is_saved_by_a_payment_of_that_day_and_stays_broken_after_it)
{
	is("2026-03-20", BOOK(TWO, PAID("2026-03-02", "400")), PLAN_KEPT, 40000, 40000);
	is("2026-03-20", BOOK(TWO, PAID("2026-03-03", "900")), PLAN_BROKEN, 40000, 40000);
}

Test(plan, is_done_the_day_after_the_last_instalment_is_paid)
{
	const char *yaml = BOOK(TWO, PAID("2026-02-20", "1000, for: [X]"));
	is("2026-02-20", yaml, PLAN_KEPT, 0, 100000);
	is("2026-02-21", yaml, PLAN_DONE, 0, 100000);
}

/* Rule 4c: up to the first instalment not covered, before older invoices; then (d). */
Test(plan, takes_one_instalment_before_the_oldest)
{
	struct book *book = book_new("2026-03-01", BOOK(TWO, PAID("2026-02-20", "500")));
	MONEY_IS(book_item(book, "X")->principal, 60000);
	MONEY_IS(book_item(book, "Y")->principal, 40000);
	book_free(book);
}

/* Rule 10: the day it is agreed is free, the day it breaks accrues. */
Test(plan, stops_interest_while_it_is_kept)
{
	struct book *kept = book_new("2026-03-01", BOOK(TWO, ""));
	struct book *broken = book_new("2026-03-02", BOOK(TWO, ""));
	struct book *runs = book_new("2026-03-01", BOOK(TWO ", interest: runs", ""));
	MONEY_IS(OPEN(kept, "X", INTEREST), 1000);
	MONEY_IS(OPEN(broken, "X", INTEREST), 1100);
	MONEY_IS(OPEN(runs, "X", INTEREST), 2900);
	book_free(kept);
	book_free(broken);
	book_free(runs);
}

/* Rule 18: interest runs again from the day it is done. */
Test(plan, lets_interest_run_again_when_done)
{
	struct book *book = book_new("2026-02-22",
				     BOOK("instalments: [{due: 2026-03-01, amount: 500}]",
					  PAID("2026-02-20", "500, for: [X]")));
	MONEY_IS(OPEN(book, "X", INTEREST), 1000 + 2 * 50);
	cr_assert_null(book_item(book, "X")->blocks);
	book_free(book);
}

/* Rule 18: the open principal ÷ count, rounded down, the last takes the rest. */
Test(plan, generates_its_instalments)
{
	struct book *book = book_new(
		"2026-02-12", BOOK("first: 2026-02-28, every: month, count: 3",
				   PAID("2026-02-05", "500.01, for: [X]") ", " PAID(
					   "2026-02-11", "100, for: [X]")));
	const struct plan_status *status = plan_of(book);
	cr_assert_eq(status->ninstalments, 3);
	MONEY_IS(status->instalments[0].amount, 16666);
	MONEY_IS(status->instalments[2].amount, 16667);
	cr_assert_eq(status->instalments[1].due, book_day("2026-03-28"));
	MONEY_IS(status->paid, 10000);
	book_free(book);
}

Test(plan, counts_weeks_fortnights_and_quarters)
{
	static const struct {
		const char *every, *second;
	} steps[] = {{"week", "2026-03-08"},
		     {"fortnight", "2026-03-15"},
		     {"quarter", "2026-06-01"}};
	for (size_t i = 0; i < 3; i++) {
		struct book *book = book_format(
			"2026-02-12", BOOK("first: 2026-03-01, every: %s, count: 4", ""),
			steps[i].every);
		cr_assert_eq(plan_of(book)->instalments[1].due,
			     book_day(steps[i].second));
		book_free(book);
	}
}

/* Rule 17: blocks its invoices until its last instalment; the reason is its id. */
Test(plan, blocks_its_invoices_while_kept)
{
	struct book *book = book_new("2026-03-01", BOOK(TWO, ""));
	const struct block *block = book_item(book, "X")->blocks;
	cr_assert_not_null(block);
	cr_assert_eq(block->by, BLOCK_PLAN);
	cr_assert_eq(block->until, book_day("2026-04-01"));
	cr_assert(str_equal(block->reason, STR("P")));
	cr_assert_null(book_item(book, "Y")->blocks);
	book_free(book);
}
