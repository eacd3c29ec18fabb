/* Promises: rules 17, 18. */
#include "reckon_book.h"

#define BOOK(promise, payments) \
	"policies: {test: {}}\n" \
	"invoices:\n" \
	"  - {number: X, customer: acme, issued: 2026-01-01, amount: 1000}\n" \
	"  - {number: Y, customer: acme, issued: 2026-01-02, amount: 500}\n" \
	"promises: [{customer: acme, made: 2026-02-10, by: 2026-02-20, " promise "}]\n" \
	"payments: [" payments "]\n"
#define PAID(day, amount) "{date: " day ", customer: acme, amount: " amount "}"

static void is(const char *as_of, const char *yaml, enum promise_state state)
{
	struct book *book = book_new(as_of, yaml);
	cr_assert_eq(book_account(book)->npromises, 1);
	cr_assert_eq(book_account(book)->promises[0].state, state);
	cr_assert_eq(book_found(book, NOTICE_PROMISE_BROKEN), state == PROMISE_BROKEN);
	book_free(book);
}

Test(promise, runs_to_its_last_day_even_when_kept_early)
{
	const char *yaml = BOOK("amount: 300, invoices: [X]", PAID("2026-02-12", "300"));
	is("2026-02-20", yaml, PROMISE_RUNNING);
	is("2026-02-21", yaml, PROMISE_KEPT);
}

Test(promise, counts_payments_from_made_to_by)
{
	is("2026-02-21", BOOK("amount: 300, invoices: [X]", PAID("2026-02-10", "300")),
	   PROMISE_KEPT);
	is("2026-02-21", BOOK("amount: 300, invoices: [X]", PAID("2026-02-20", "300")),
	   PROMISE_KEPT);
	is("2026-02-21", BOOK("amount: 300, invoices: [X]", PAID("2026-02-09", "300")),
	   PROMISE_BROKEN);
	is("2026-02-21", BOOK("amount: 300, invoices: [X]", PAID("2026-02-21", "300")),
	   PROMISE_BROKEN);
}

/* Without an amount: all that is open when it is made. */
Test(promise, without_an_amount_is_all_that_is_open)
{
	is("2026-02-21", BOOK("invoices: [X]", PAID("2026-02-12", "999.99")),
	   PROMISE_BROKEN);
	is("2026-02-21", BOOK("invoices: [X]", PAID("2026-02-12", "1000")), PROMISE_KEPT);
}

/* Rule 17. */
Test(promise, blocks_its_invoices_while_it_runs)
{
	struct book *runs =
		book_new("2026-02-20", BOOK("amount: 300, invoices: [X]", ""));
	struct book *over =
		book_new("2026-02-21", BOOK("amount: 300, invoices: [X]", ""));
	cr_assert_eq(book_item(runs, "X")->blocks->by, BLOCK_PROMISE);
	cr_assert_eq(book_item(runs, "X")->blocks->until, book_day("2026-02-20"));
	cr_assert_null(book_item(runs, "Y")->blocks);
	cr_assert_null(book_item(over, "X")->blocks);
	book_free(runs);
	book_free(over);
}

/* Rule 1: made after A is not there. */
Test(promise, of_tomorrow_is_not_known)
{
	struct book *book =
		book_new("2026-02-09", BOOK("amount: 300, invoices: [X]", ""));
	cr_assert_eq(book_account(book)->npromises, 0);
	book_free(book);
}

/* One that names no invoices is for all of the account. */
Test(promise, without_invoices_is_for_the_whole_account)
{
	const char *yaml = BOOK("amount: 300", PAID("2026-02-12", "300"));
	struct book *book = book_new("2026-02-15", yaml);
	cr_assert_eq(book_item(book, "X")->blocks->by, BLOCK_PROMISE);
	cr_assert_eq(book_item(book, "Y")->blocks->by, BLOCK_PROMISE);
	book_free(book);
	is("2026-02-21", BOOK("", PAID("2026-02-12", "1499.99")), PROMISE_BROKEN);
	is("2026-02-21", BOOK("", PAID("2026-02-12", "1500")), PROMISE_KEPT);
}
