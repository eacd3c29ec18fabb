/* What freezes an invoice: rule 17. */
#include "reckon_book.h"

#define INVOICE(more) \
	"policies: {test: {}}\n" \
	"invoices: [{number: X, customer: acme, issued: 2026-01-01, amount: 1000" more \
	"}]\n"

static const struct block *first(const struct book *book)
{
	return book_item(book, "X")->blocks;
}

Test(block, until_is_the_last_day)
{
	const char *yaml =
		INVOICE(", hold: {since: 2026-02-10, until: 2026-02-20, reason: PO}");
	struct book *before = book_new("2026-02-09", yaml);
	struct book *last = book_new("2026-02-20", yaml);
	struct book *after = book_new("2026-02-21", yaml);
	cr_assert_null(first(before));
	cr_assert_eq(first(last)->by, BLOCK_HOLD);
	cr_assert_eq(first(last)->until, book_day("2026-02-20"));
	cr_assert_null(first(after));
	book_free(before);
	book_free(last);
	book_free(after);
}

Test(block, a_part_in_dispute_does_not_block)
{
	struct book *part = book_new(
		"2026-03-01", INVOICE(", dispute: {since: 2026-02-10, amount: 999}"));
	struct book *whole =
		book_new("2026-03-01", INVOICE(", dispute: {since: 2026-02-10}"));
	cr_assert_null(first(part));
	MONEY_IS(book_item(part, "X")->disputed, 99900);
	cr_assert_eq(first(whole)->by, BLOCK_DISPUTE);
	cr_assert_eq(first(whole)->until, DATE_LAST);
	MONEY_IS(book_account(whole)->disputed, 100000);
	book_free(part);
	book_free(whole);
}

/* What is open may shrink to the part in dispute. */
Test(block, a_part_that_is_all_that_is_open_blocks)
{
	struct book *book = book_new(
		"2026-03-01",
		INVOICE(", dispute: {since: 2026-02-10, amount: 400}") "payments: [{date: 2026-02-12, customer: acme, amount: 600}]\n");
	cr_assert_eq(first(book)->by, BLOCK_DISPUTE);
	book_free(book);
}

Test(block, in_the_order_dispute_hold_plan_promise)
{
	struct book *book = book_new(
		"2026-03-01",
		"policies: {test: {}}\n"
		"customers: [{id: jo, name: Jo, address: Leeds, hold: {since: 2026-02-01, reason: B}}]\n"
		"invoices: [{number: X, customer: jo, issued: 2026-01-01, amount: 1000,\n"
		"  hold: {since: 2026-01-05, until: 2026-12-01, reason: A},\n"
		"  dispute: {since: 2026-02-01, reason: D}}]\n"
		"promises: [{customer: jo, made: 2026-02-25, by: 2026-03-05, invoices: [X]}]\n"
		"plans: [{id: P, customer: jo, agreed: 2026-02-20, invoices: [X],\n"
		"  instalments: [{due: 2026-04-01, amount: 1000}]}]\n");
	const struct block *block = first(book);
	static const enum block_by order[] = {BLOCK_DISPUTE, BLOCK_HOLD, BLOCK_HOLD,
					      BLOCK_PLAN, BLOCK_PROMISE};
	for (size_t i = 0; i < 5; i++, block = block->next)
		cr_assert_eq(block->by, order[i]);
	cr_assert_null(block);
	book_free(book);
}
