/* Where payments go: rules 3, 4, 6. */
#include "reckon_book.h"

#define PLAIN "policies: {test: {}}\n"
#define THREE \
	PLAIN \
	"invoices:\n" \
	"  - {number: A-1, customer: acme, issued: 2026-01-01, due: 2026-02-01, amount: 100}\n" \
	"  - {number: A-2, customer: acme, issued: 2026-01-02, due: 2026-01-20, amount: 100}\n" \
	"  - {number: A-3, customer: acme, issued: 2026-01-03, due: 2026-03-01, amount: 100}\n"

static money open_of(const struct book *book, const char *number)
{
	return book_item(book, number)->principal;
}

static void opens(const char *yaml, money first, money second, money third, money credit)
{
	struct book *book = book_new("2026-11-30", yaml);
	MONEY_IS(open_of(book, "A-1"), first);
	MONEY_IS(open_of(book, "A-2"), second);
	MONEY_IS(open_of(book, "A-3"), third);
	MONEY_IS(book_account(book)->credit, credit);
	book_free(book);
}

/* Rule 4d: due, then issued, then number. */
Test(allocate, the_oldest_first_without_a_word)
{
	opens(THREE "payments: [{date: 2026-02-02, customer: acme, amount: 150}]\n", 5000,
	      0, 10000, 0);
}

/* Rule 4a: a list fills its invoices in order, the rest goes on. */
Test(allocate, a_list_in_its_order_then_the_oldest)
{
	opens(THREE "payments: [{date: 2026-02-02, amount: 230, for: [A-3, A-1]}]\n", 0,
	      7000, 0, 0);
}

/* Rule 4a: exact amounts; what a map leaves goes on to (b). */
Test(allocate, a_map_gives_exact_amounts)
{
	opens(THREE "payments: [{date: 2026-02-02, amount: 80, reference: see A-1,\n"
		    "  for: {A-3: 30, A-2: 20}}]\n",
	      7000, 8000, 7000, 0);
}

/* Rule 4a: the surplus over an invoice named in a map goes on to (c), with a warning. */
Test(allocate, a_map_names_more_than_the_invoice_owes)
{
	struct book *book = book_new(
		"2026-11-30",
		THREE "payments: [{date: 2026-02-02, amount: 150, for: {A-3: 150}}]\n");
	MONEY_IS(open_of(book, "A-3"), 0);
	MONEY_IS(open_of(book, "A-2"), 5000);
	cr_assert_eq(book_found(book, NOTICE_PAYMENT_SURPLUS), 1);
	book_free(book);
}

/* Rule 4b. */
Test(allocate, by_the_number_in_the_reference)
{
	static const char *const references[] = {"A-3", "a3 thanks", "re: a.3!",
						 "A/3", "(A 3)",     "invoice A-3, part"};
	for (size_t i = 0; i < sizeof references / sizeof references[0]; i++) {
		struct book *book = book_format(
			"2026-11-30",
			THREE
			"payments: [{date: 2026-02-02, customer: acme, amount: 40,\n"
			"  reference: \"%s\"}]\n",
			references[i]);
		cr_expect_eq(open_of(book, "A-3"), 6000, "%s", references[i]);
		book_free(book);
	}
}

/* Rule 4b: not inside a word, not with other marks. */
Test(allocate, not_by_something_like_a_number)
{
	static const char *const references[] = {"BA-3", "A-31", "A--3",
						 "A_3",	 "3",	 "ÄA-3"};
	for (size_t i = 0; i < sizeof references / sizeof references[0]; i++) {
		struct book *book = book_format(
			"2026-11-30",
			THREE
			"payments: [{date: 2026-02-02, customer: acme, amount: 40,\n"
			"  reference: \"%s\"}]\n",
			references[i]);
		cr_expect_eq(open_of(book, "A-3"), 10000, "%s", references[i]);
		book_free(book);
	}
}

/* Rule 4b: leftmost first, and there the longest. */
Test(allocate, the_longest_number_wins)
{
	struct book *book = book_new(
		"2026-11-30", PLAIN
		"invoices:\n"
		"  - {number: R-1, customer: acme, issued: 2026-01-01, amount: 100}\n"
		"  - {number: R-1-7, customer: acme, issued: 2026-01-02, amount: 100}\n"
		"payments: [{date: 2026-02-02, customer: acme, amount: 100, reference: r1.7}]\n");
	MONEY_IS(open_of(book, "R-1"), 10000);
	MONEY_IS(open_of(book, "R-1-7"), 0);
	book_free(book);
}

/* Rule 4d: undisputed parts first, then disputed ones in the same order. */
Test(allocate, disputed_parts_last)
{
	opens(PLAIN
	      "invoices:\n"
	      "  - {number: A-1, customer: acme, issued: 2026-01-01, due: 2026-01-10, amount: 100,\n"
	      "     dispute: {since: 2026-01-05, amount: 60}}\n"
	      "  - {number: A-2, customer: acme, issued: 2026-01-02, due: 2026-01-20, amount: 100,\n"
	      "     dispute: {since: 2026-01-05}}\n"
	      "  - {number: A-3, customer: acme, issued: 2026-01-03, due: 2026-03-01, amount: 100}\n"
	      "payments: [{date: 2026-02-02, customer: acme, amount: 220}]\n",
	      0, 8000, 0, 0);
}

/* Rule 4: a dispute that has ended is no more. */
Test(allocate, after_the_dispute_in_order_again)
{
	opens(PLAIN
	      "invoices:\n"
	      "  - {number: A-1, customer: acme, issued: 2026-01-01, due: 2026-01-10, amount: 100,\n"
	      "     dispute: {since: 2026-01-05, until: 2026-02-01}}\n"
	      "  - {number: A-2, customer: acme, issued: 2026-01-02, due: 2026-01-20, amount: 100}\n"
	      "  - {number: A-3, customer: acme, issued: 2026-01-03, due: 2026-03-01, amount: 100}\n"
	      "payments: [{date: 2026-02-02, customer: acme, amount: 150}]\n",
	      0, 5000, 10000, 0);
}

/* Rule 4e: credit is used on the next invoice's day of issue. */
Test(allocate, credit_waits_for_the_next_invoice)
{
	const char *yaml = PLAIN
		"invoices: [{number: X, customer: acme, issued: 2026-03-01, amount: 100}]\n"
		"payments: [{date: 2026-02-02, customer: acme, amount: 130, reference: early}]\n";
	struct book *before = book_new("2026-02-28", yaml);
	MONEY_IS(book_account(before)->credit, 13000);
	cr_assert_eq(book_account(before)->nitems, 0);
	struct book *after = book_new("2026-03-01", yaml);
	MONEY_IS(open_of(after, "X"), 0);
	MONEY_IS(book_account(after)->credit, 3000);
	cr_assert_eq(book_item(after, "X")->allocations->date, book_day("2026-03-01"));
	book_free(before);
	book_free(after);
}

/* Rule 4, held credit: no other invoice and no refund uses it; the rest becomes credit.
 */
Test(allocate, held_for_an_invoice_not_issued_yet)
{
	const char *yaml =
		PLAIN "invoices:\n"
		      "  - {number: X, customer: acme, issued: 2026-03-01, amount: 100}\n"
		      "  - {number: Y, customer: acme, issued: 2026-02-10, amount: 50}\n"
		      "payments:\n"
		      "  - {date: 2026-02-02, amount: 130, for: {X: 120}}\n"
		      "  - {date: 2026-02-05, customer: acme, amount: -10}\n";
	struct book *before = book_new("2026-02-28", yaml);
	MONEY_IS(book_account(before)->held, 12000);
	MONEY_IS(book_account(before)->credit, 12000);
	MONEY_IS(open_of(before, "Y"), 5000);
	struct book *after = book_new("2026-03-01", yaml);
	MONEY_IS(open_of(after, "X"), 0);
	MONEY_IS(book_account(after)->held, 0);
	MONEY_IS(book_account(after)->credit, 2000);
	MONEY_IS(open_of(after, "Y"), 5000);
	book_free(before);
	book_free(after);
}

/* Rule 4a: in a list an invoice not issued yet takes all that is left. */
Test(allocate, a_list_stops_at_what_is_not_issued)
{
	struct book *book = book_new(
		"2026-02-28",
		PLAIN "invoices:\n"
		      "  - {number: X, customer: acme, issued: 2026-03-01, amount: 100}\n"
		      "  - {number: Y, customer: acme, issued: 2026-01-10, amount: 50}\n"
		      "  - {number: Z, customer: acme, issued: 2026-01-11, amount: 50}\n"
		      "payments: [{date: 2026-02-02, amount: 130, for: [Y, X, Z]}]\n");
	MONEY_IS(open_of(book, "Y"), 0);
	MONEY_IS(open_of(book, "Z"), 5000);
	MONEY_IS(book_account(book)->held, 8000);
	book_free(book);
}

/* Rule 3: those with `for`, those that name an invoice, the rest, whatever the files say.
 */
Test(allocate, same_day_payments_in_the_order_of_rule_3)
{
	opens(THREE "payments:\n"
		    "  - {date: 2026-02-02, customer: acme, amount: 100}\n"
		    "  - {date: 2026-02-02, customer: acme, amount: 60, reference: A-2}\n"
		    "  - {date: 2026-02-02, amount: 70, for: [A-2]}\n",
	      0, 0, 7000, 0);
}

/* Rule 6: what exceeds the open principal goes on as a payment without `for`. */
Test(allocate, a_credit_note_passes_on_what_is_too_much)
{
	struct book *book = book_new(
		"2026-11-30", THREE
		"payments: [{date: 2026-02-02, amount: 80, for: [A-3]}]\n"
		"credit_notes: [{number: C, customer: acme, invoice: A-3, issued: 2026-02-03,\n"
		"  amount: 50}]\n");
	MONEY_IS(open_of(book, "A-3"), 0);
	MONEY_IS(book_item(book, "A-3")->credited, 2000);
	MONEY_IS(open_of(book, "A-2"), 7000);
	MONEY_IS(book_item(book, "A-2")->paid, 3000);
	book_free(book);
}

Test(allocate, a_credit_note_without_an_invoice_pays_the_oldest)
{
	opens(THREE
	      "credit_notes: [{number: C, customer: acme, issued: 2026-02-03, amount: 50}]\n",
	      10000, 5000, 10000, 0);
}

/* Rule 6: a shortfall makes credit negative, with a warning; later money fills it last.
 */
Test(allocate, a_refund_beyond_credit)
{
	struct book *book = book_new(
		"2026-11-30", PLAIN
		"invoices: [{number: X, customer: acme, issued: 2026-03-01, amount: 100}]\n"
		"payments:\n"
		"  - {date: 2026-02-02, customer: acme, amount: 30}\n"
		"  - {date: 2026-02-03, customer: acme, amount: -50}\n"
		"  - {date: 2026-03-02, customer: acme, amount: 105}\n");
	MONEY_IS(open_of(book, "X"), 0);
	MONEY_IS(book_account(book)->credit, -1500);
	MONEY_IS(book_account(book)->balance, 1500);
	cr_assert_eq(book_found(book, NOTICE_REFUND_UNCOVERED), 1);
	book_free(book);
}

/* Rule 7: as if never made from the day it is returned; both lines stand. */
Test(allocate, a_returned_payment)
{
	const char *yaml = THREE
		"payments: [{date: 2026-02-02, customer: acme, amount: 100, returned: 2026-02-10}]\n";
	struct book *before = book_new("2026-02-09", yaml);
	struct book *after = book_new("2026-02-10", yaml);
	MONEY_IS(open_of(before, "A-2"), 0);
	MONEY_IS(open_of(after, "A-2"), 10000);
	cr_assert_eq(book_account(before)->nmovements, 4);
	cr_assert_eq(book_account(after)->nmovements, 5);
	book_free(before);
	book_free(after);
}

/* Rule 9. */
Test(allocate, a_write_off_lowers_or_closes)
{
	struct book *book = book_new(
		"2026-11-30",
		THREE "write_offs:\n"
		      "  - {date: 2026-02-02, invoice: A-1, amount: 40, reason: Small}\n"
		      "  - {date: 2026-02-02, invoice: A-2, reason: Uneconomic}\n");
	MONEY_IS(open_of(book, "A-1"), 6000);
	MONEY_IS(book_item(book, "A-1")->written_off, 4000);
	cr_assert(book_item(book, "A-2")->settled);
	book_free(book);
}

Test(allocate, a_write_off_of_more_than_is_open_is_an_error)
{
	struct book *book = book_new(
		"2026-11-30", THREE
		"write_offs: [{date: 2026-02-02, invoice: A-1, amount: 100.01, reason: Oops}]\n");
	cr_assert_eq(book_found(book, NOTICE_WRITE_OFF_EXCESS), 1);
	book_free(book);
}
