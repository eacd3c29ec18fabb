/* What the reckoning tells while it reckons: rule 24. */
#include "reckon/trace.h"

#include "reckon_book.h"

static const char STORY[] =
	"policies: {test: {currency: GBP, settles: costs-interest-principal,\n"
	"  interest: {percent: 36.5, compound: yearly, claimed_from: one},\n"
	"  compensation: {bands: [{amount: 40}], claimed_from: due},\n"
	"  late_charge: {amount: 5, every: month, counts: completed, claimed_from: due},\n"
	"  max_fees: 8.00,\n"
	"  stages: [{name: one, after: 5, letter: reminder-1, fee: {amount: 10}}]}}\n"
	"invoices:\n"
	"  - {number: A, customer: acme, issued: 2024-01-01, due: 2024-01-31, amount: 1000,\n"
	"     dispute: [{since: 2024-03-01, until: 2024-03-10, amount: 100}],\n"
	"     waive: [{date: 2024-06-01, what: [late_charges]}]}\n"
	"  - {number: B, customer: acme, issued: 2024-02-01, amount: 500, terms: 2/10 net 30}\n"
	"  - {number: C, customer: acme, issued: 2024-09-01, amount: 50}\n"
	"  - {number: D, customer: acme, issued: 2024-09-02, amount: 70}\n"
	"credit_notes:\n"
	"  - {number: CN, customer: acme, invoice: A, issued: 2024-02-15, amount: 60}\n"
	"payments:\n"
	"  - {date: 2024-02-05, customer: acme, amount: 490, for: [B]}\n"
	"  - {date: 2024-04-01, customer: acme, amount: 300, reference: A}\n"
	"  - {date: 2024-08-01, customer: acme, amount: 20, for: [C]}\n"
	"  - {date: 2025-06-01, customer: acme, amount: 2000}\n"
	"  - {date: 2025-06-02, customer: acme, amount: -5}\n"
	"write_offs: [{date: 2024-10-01, invoice: D}]\n"
	"plans:\n"
	"  - {id: P, customer: acme, invoices: [C], agreed: 2024-09-10,\n"
	"     instalments: [{due: 2024-10-01, amount: 30}]}\n"
	"log: [{date: 2024-02-20, customer: acme, stage: one, invoices: [A]}]\n";

static struct account *told(struct book *book, const char *as_of, struct trace_list *list)
{
	size_t count;
	struct trace trace = trace_to_list(list);
	struct account_key *keys =
		account_list(book->arena, book->ledger, book_day(as_of), &count);
	*list = trace_list_new(book->arena);
	return account_explain(book->arena, book->ledger, &keys[0], book_day(as_of),
			       &trace, &book->notices);
}

static size_t steps(const struct trace_list *list, enum trace_kind kind)
{
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].kind == kind;
	return count;
}

static const struct trace_step *step(const struct trace_list *list, enum trace_kind kind)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind == kind)
			return &list->items[i];
	cr_assert_fail("no step of kind %d", (int)kind);
	return NULL;
}

static money lowered(const struct trace_list *list, const struct item *item)
{
	money sum = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct trace_step *s = &list->items[i];
		bool lowers = s->kind >= TRACE_PAID && s->kind <= TRACE_DISCOUNTED;
		if (lowers && s->invoice == item->invoice)
			sum += s->amount;
	}
	return sum;
}

static money paid(const struct trace_list *list, const struct item *item, enum charge c)
{
	money sum = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct trace_step *s = &list->items[i];
		if (s->kind == TRACE_CHARGE_PAID && s->charge == c &&
		    s->invoice == item->invoice)
			sum += s->amount;
	}
	return sum;
}

static void same_item(const struct item *a, const struct item *b)
{
	MONEY_IS(a->principal, b->principal);
	MONEY_IS(a->disputed, b->disputed);
	cr_assert_eq(a->nsegments, b->nsegments);
	cr_assert_eq(a->done, b->done);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		MONEY_IS(a->charges[c].accrued, b->charges[c].accrued);
		MONEY_IS(a->charges[c].paid, b->charges[c].paid);
		MONEY_IS(a->charges[c].open, b->charges[c].open);
		cr_assert_eq(a->charges[c].claimed, b->charges[c].claimed);
	}
}

Test(trace, changes_nothing_by_listening)
{
	static const char *const days[] = {"2024-02-05", "2024-03-05", "2024-09-30",
					   "2025-06-02", "2026-01-01"};
	for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
		struct trace_list list;
		struct book *book = book_new(days[d], STORY);
		const struct account *quiet = book_account(book);
		const struct account *loud = told(book, days[d], &list);
		MONEY_IS(loud->balance, quiet->balance);
		MONEY_IS(loud->credit, quiet->credit);
		cr_assert_eq(loud->nitems, quiet->nitems);
		cr_assert_eq(loud->nmovements, quiet->nmovements);
		for (size_t i = 0; i < loud->nitems; i++)
			same_item(&loud->items[i], &quiet->items[i]);
		book_free(book);
	}
}

Test(trace, accounts_for_every_penny_of_principal_and_charges)
{
	struct trace_list list;
	struct book *book = book_new("2026-01-01", STORY);
	const struct account *account = told(book, "2026-01-01", &list);
	for (size_t i = 0; i < account->nitems; i++) {
		const struct item *item = &account->items[i];
		MONEY_IS(item->amount - lowered(&list, item), item->principal);
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			MONEY_IS(paid(&list, item, c), item->charges[c].paid);
	}
	book_free(book);
}

Test(trace, tells_the_steps_of_a_long_story)
{
	struct trace_list list;
	struct book *book = book_new("2026-01-01", STORY);
	told(book, "2026-01-01", &list);
	MONEY_IS(step(&list, TRACE_DISCOUNTED)->amount, 1000);
	MONEY_IS(step(&list, TRACE_CREDITED)->amount, 6000);
	MONEY_IS(step(&list, TRACE_WRITTEN_OFF)->amount, 7000);
	MONEY_IS(step(&list, TRACE_HELD)->amount, 2000);
	MONEY_IS(step(&list, TRACE_REFUNDED)->amount, 500);
	MONEY_IS(step(&list, TRACE_DISPUTED)->amount, 10000);
	MONEY_IS(step(&list, TRACE_FEE)->amount, 800);
	MONEY_IS(step(&list, TRACE_FEE)->left, 1000);
	cr_assert_eq(step(&list, TRACE_AGREED)->date, book_day("2024-03-11"));
	cr_assert_eq(step(&list, TRACE_BROKEN)->date, book_day("2024-10-02"));
	cr_assert_eq(step(&list, TRACE_JOINED)->date, book_day("2025-02-01"));
	cr_assert_eq(step(&list, TRACE_LETTER)->stage, 0);
	cr_assert_eq(steps(&list, TRACE_PLANNED), 1);
	cr_assert_gt(steps(&list, TRACE_LATE), 2);
	cr_assert_gt(steps(&list, TRACE_KEPT), 0);
	cr_assert_eq(steps(&list, TRACE_FULFILLED), 0);
	book_free(book);
}

Test(trace, says_by_which_step_of_rule_4_money_came)
{
	static const enum way ways[] = {WAY_FOR, WAY_REFERENCE, WAY_HELD, WAY_OLDEST};
	struct trace_list list;
	struct book *book = book_new("2026-01-01", STORY);
	told(book, "2026-01-01", &list);
	for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
		bool found = false;
		for (size_t i = 0; i < list.count; i++)
			found = found || (list.items[i].kind == TRACE_PAID &&
					  list.items[i].way == ways[w]);
		cr_assert(found, "nothing was paid by way %d", (int)ways[w]);
	}
	book_free(book);
}

Test(trace, names_the_letter_that_claims_a_charge)
{
	struct trace_list list;
	struct book *book = book_new("2026-01-01", STORY);
	told(book, "2026-01-01", &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct trace_step *s = &list.items[i];
		if (s->kind != TRACE_CLAIMED || s->charge != CHARGE_INTEREST)
			continue;
		cr_assert_eq(s->stage, 0);
		cr_assert_eq(s->span.file, book->ledger->log[0]->span.file);
		cr_assert_eq(s->span.at, book->ledger->log[0]->span.at);
		book_free(book);
		return;
	}
	cr_assert_fail("interest is never claimed");
}

Test(trace, says_who_bears_no_charges)
{
	struct trace_list list;
	struct book *book = book_new(
		"2026-01-01",
		"policies: {test: {currency: GBP, needs_terms: true,\n"
		"  interest: {percent: 8, claimed_from: due}}}\n"
		"invoices: [{number: A, customer: acme, issued: 2025-01-01, amount: 10}]\n");
	told(book, "2026-01-01", &list);
	cr_assert_eq(step(&list, TRACE_BARRED)->invoice, book_item(book, "A")->invoice);
	book_free(book);
}
