/* Rules where they meet: two of a kind on one day, records that come too early, and what
 * a ledger may leave out. */
#include "reckon/trace.h"
#include <string.h>

#include "reckon_book.h"

#define PLAIN "policies: {test: {currency: GBP}}\n"
#define CHARGING \
	"policies: {test: {currency: GBP, interest: {percent: 10, claimed_from: due},\n" \
	"  stages: [{name: one, after: 3, letter: reminder-1}]}}\n"
#define INVOICE "invoices: [{number: R-1, customer: acme, issued: 2026-01-01, amount: 100"

Test(corners, two_holds_with_the_same_end_are_told_by_reason)
{
	struct book *book =
		book_new("2026-03-01", PLAIN INVOICE
			 ", hold: [{since: 2026-02-01, until: 2026-04-01, reason: B},\n"
			 "  {since: 2026-02-02, until: 2026-04-01, reason: A}]}]\n");
	const struct block *first = book_item(book, "R-1")->blocks;
	cr_assert(str_equal(first->reason, STR("A")));
	cr_assert(str_equal(first->next->reason, STR("B")));
	book_free(book);
}

/* Rule 17: a dispute over all blocks; one over a part beside it, or one to come, not. */
Test(corners, only_the_dispute_over_all_is_named_as_the_block)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		", dispute: [{since: 2026-02-01, amount: 30, reason: A},\n"
		"  {since: 2026-02-02, reason: B}, {since: 2026-09-01, reason: C},\n"
		"  {since: 2026-02-03, until: 2026-02-09, reason: D}]}]\n");
	const struct block *first = book_item(book, "R-1")->blocks;
	cr_assert(str_equal(first->reason, STR("B")));
	cr_assert_null(first->next);
	MONEY_IS(book_item(book, "R-1")->disputed, 10000);
	book_free(book);
}

Test(corners, two_plans_run_beside_each_other_until_their_latest_instalment)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		"},\n {number: R-2, customer: acme, issued: 2026-01-01, amount: 50}]\n"
		"plans:\n"
		"  - {id: Z, customer: acme, agreed: 2026-02-01, invoices: [R-2],\n"
		"     instalments: [{due: 2026-05-01, amount: 25}, {due: 2026-06-01, amount: 25}]}\n"
		"  - {id: Y, customer: acme, agreed: 2026-02-01, invoices: [R-1],\n"
		"     instalments: [{due: 2026-01-15, amount: 50}, {due: 2026-07-01, amount: 50}]}\n"
		"payments: [{date: 2026-02-01, amount: 50, for: [R-1]}]\n");
	cr_assert(str_equal(book_account(book)->plans[0].plan->id, STR("Y")));
	cr_assert_eq(book_item(book, "R-1")->blocks->until, book_day("2026-07-01"));
	cr_assert_eq(book_item(book, "R-2")->blocks->until, book_day("2026-06-01"));
	book_free(book);
}

/* Rules 9, 12: a write-off without amount gives the charges up; the waiver later that day
 * or after finds nothing. */
Test(corners, a_waiver_after_a_write_off_gives_nothing_up_twice)
{
	struct book *book =
		book_new("2026-06-01", CHARGING INVOICE
			 ", waive: {date: 2026-05-01, what: [interest], reason: R}}]\n"
			 "write_offs: [{date: 2026-04-01, invoice: R-1, reason: R}]\n");
	MONEY_IS(book_account(book)->balance, 0);
	MONEY_IS(ACCRUED(book, "R-1", INTEREST), 0);
	book_free(book);
}

Test(corners, opening_may_bring_interest_alone_or_costs_alone)
{
	struct book *book = book_new(
		"2026-01-20", CHARGING INVOICE
		", opening: {as_of: 2026-01-10, interest: 3}},\n"
		" {number: R-2, customer: acme, issued: 2026-01-01, amount: 50,\n"
		"  opening: {as_of: 2026-01-10, costs: 4}}]\n");
	MONEY_IS(OPEN(book, "R-1", INTEREST), 300);
	MONEY_IS(OPEN(book, "R-1", FEE), 0);
	MONEY_IS(OPEN(book, "R-2", INTEREST), 0);
	MONEY_IS(OPEN(book, "R-2", FEE), 400);
	book_free(book);
}

Test(corners, two_refunds_of_a_day_are_both_taken_from_credit)
{
	struct book *book =
		book_new("2026-06-01",
			 PLAIN "payments:\n"
			       "  - {date: 2026-02-01, customer: acme, amount: 100}\n"
			       "  - {date: 2026-02-02, customer: acme, amount: -30}\n"
			       "  - {date: 2026-02-02, customer: acme, amount: -40}\n");
	MONEY_IS(book_account(book)->credit, 3000);
	book_free(book);
}

/* Rule 18, fine print: instalments are worked out before the day's payments, and a credit
 * note without invoice is one; a credit note on the plan's invoice is not. */
Test(corners, a_credit_note_on_its_own_invoice_lowers_the_instalments_of_that_day)
{
	static const char FORM[] = PLAIN INVOICE
		"}]\n"
		"credit_notes: [{number: C, customer: acme, issued: 2026-02-01, amount: 40%s}]\n"
		"plans: [{id: P, customer: acme, agreed: 2026-02-01, invoices: [R-1],\n"
		"  first: 2026-03-01, every: month, count: 2}]\n";
	struct book *own = book_format("2026-02-20", FORM, ", invoice: R-1");
	struct book *free_of_it = book_format("2026-02-20", FORM, "");
	const struct plan_status *plan = &book_account(own)->plans[0];
	MONEY_IS(plan->instalments[0].amount, 3000);
	MONEY_IS(plan->instalments[1].amount, 3000);
	MONEY_IS(book_account(free_of_it)->plans[0].instalments[0].amount, 5000);
	MONEY_IS(book_account(free_of_it)->plans[0].paid, 4000);
	book_free(own);
	book_free(free_of_it);
}

/* Rule 18: a promise for all covers what was issued when it was made. */
Test(corners, a_promise_for_all_does_not_cover_invoices_to_come)
{
	struct book *book = book_new(
		"2026-06-01", PLAIN INVOICE
		"},\n {number: R-2, customer: acme, issued: 2026-04-01, amount: 50}]\n"
		"promises: [{customer: acme, made: 2026-03-01, by: 2026-03-31}]\n"
		"payments: [{date: 2026-03-20, customer: acme, amount: 100}]\n");
	cr_assert_eq(book_account(book)->promises[0].state, PROMISE_KEPT);
	book_free(book);
}

Test(corners, a_plan_may_name_an_invoice_that_is_not_issued_yet)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		"},\n {number: R-2, customer: acme, issued: 2026-02-10, amount: 50}]\n"
		"payments:\n"
		"  - {date: 2026-01-20, amount: 20, for: [R-2]}\n"
		"  - {date: 2026-02-05, customer: acme, amount: 50}\n"
		"plans: [{id: P, customer: acme, agreed: 2026-02-01, invoices: [R-1, R-2],\n"
		"  first: 2026-03-01, every: month, count: 2}]\n");
	MONEY_IS(book_account(book)->plans[0].instalments[0].amount, 5000);
	MONEY_IS(book_account(book)->plans[0].paid, 5000);
	MONEY_IS(book_item(book, "R-2")->principal, 3000);
	book_free(book);
}

Test(corners, a_write_off_before_its_invoice_takes_nothing)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		"}]\nwrite_offs: [{date: 2025-12-01, invoice: R-1, reason: R}]\n");
	MONEY_IS(book_item(book, "R-1")->principal, 10000);
	book_free(book);
}

Test(corners, a_write_off_of_a_sum_before_its_invoice_is_too_much)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		"}]\nwrite_offs: [{date: 2025-12-01, invoice: R-1, amount: 5, reason: R}]\n");
	cr_assert_eq(book_found(book, NOTICE_WRITE_OFF_EXCESS), 1);
	book_free(book);
}

Test(corners, a_list_that_is_used_up_holds_nothing_for_the_invoice_to_come)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		"},\n {number: R-2, customer: acme, issued: 2026-02-10, amount: 50}]\n"
		"payments: [{date: 2026-02-05, amount: 60, for: [R-1, R-2]}]\n");
	MONEY_IS(book_item(book, "R-1")->principal, 4000);
	MONEY_IS(book_item(book, "R-2")->principal, 5000);
	book_free(book);
}

/* Rules 4c, 4d. */
Test(corners, a_plans_money_passes_an_invoice_that_is_not_issued_yet)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		", dispute: {since: 2026-01-02}},\n"
		" {number: R-2, customer: acme, issued: 2026-02-10, amount: 50}]\n"
		"payments: [{date: 2026-02-05, customer: acme, amount: 40}]\n"
		"plans: [{id: P, customer: acme, agreed: 2026-02-01, invoices: [R-1, R-2],\n"
		"  first: 2026-03-01, every: month, count: 2}]\n");
	MONEY_IS(book_item(book, "R-1")->principal, 6000);
	MONEY_IS(book_item(book, "R-2")->principal, 5000);
	book_free(book);
}

/* Payments of one day in two files are two records, wherever they stand. */
Test(corners, two_files_may_pay_one_invoice_on_one_day)
{
	struct book *book = book_bare(
		"2026-03-01",
		"creditor: {name: H, address: Dock Road, country: GB}\n"
		"customers: [{id: acme, name: A, address: L, currency: GBP, kind: business}]\n"
		"payments: [{date: 2026-02-05, customer: acme, amount: 60}]\n",
		"policies: {test: {stages: [{name: one, after: 3, letter: reminder-1}]}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01, terms: net 30,\n"
		"  amount: 100, policy: test}]\n"
		"payments: [{date: 2026-02-05, customer: acme, amount: 30}]\n");
	const struct allocation *first = book_item(book, "R-1")->allocations;
	MONEY_IS(first->principal, 6000);
	MONEY_IS(first->next->principal, 3000);
	book_free(book);
}

/* Rule 21: who has no policy is aged in the usual buckets. */
Test(corners, a_customer_without_a_policy_is_aged_as_usual)
{
	struct book *book = book_bare(
		"2026-03-01",
		"creditor: {name: H, address: Dock Road, country: GB}\n"
		"customers: [{id: acme, name: A, address: L, currency: GBP, kind: business}]\n",
		"payments: [{date: 2026-02-05, customer: acme, amount: 60}]\n");
	cr_assert_eq(book_account(book)->policy->nbuckets, 3);
	cr_assert_eq(book_account(book)->policy->buckets[2], 90);
	MONEY_IS(book_account(book)->credit, 6000);
	book_free(book);
}

/* Rule 15: a stage completes only by an entry that names one. */
Test(corners, a_telephone_call_in_the_log_moves_nothing)
{
	struct book *book = book_new(
		"2026-03-01", CHARGING INVOICE
		"}]\nlog:\n"
		"  - {date: 2026-02-05, customer: acme, channel: phone, note: busy}\n"
		"  - {date: 2026-02-06, customer: acme, channel: phone, invoices: [R-1]}\n");
	cr_assert_eq(book_item(book, "R-1")->done, -1);
	book_free(book);
}

Test(corners, a_letter_without_a_fee_rule_costs_nothing)
{
	struct book *book = book_new(
		"2026-03-01", CHARGING INVOICE
		"}]\nlog: [{date: 2026-02-05, customer: acme, stage: one, invoices: [R-1]}]\n");
	MONEY_IS(OPEN(book, "R-1", FEE), 0);
	cr_assert_eq(book_item(book, "R-1")->done, 0);
	book_free(book);
}

/* Rule 13: a consumer under a policy for consumers is charged what it says. */
Test(corners, a_consumer_is_charged_under_a_policy_for_consumers)
{
	struct book *book = book_new(
		"2026-03-31",
		"policies: {test: {currency: GBP, kind: consumer,\n"
		"  interest: {percent: 10, claimed_from: due}}}\n"
		"customers: [{id: osei, name: Mrs Osei, address: Lane, kind: consumer}]\n"
		"invoices: [{number: R-1, customer: osei, issued: 2026-01-01, amount: 100}]\n");
	cr_assert_gt(OPEN(book, "R-1", INTEREST), 0);
	book_free(book);
}

Test(corners, more_accounts_than_one_page_of_the_list)
{
	char text[16384] = PLAIN "customers:\n";
	size_t at = strlen(text);
	for (int i = 0; i < 70; i++)
		at += (size_t)snprintf(text + at, sizeof text - at,
				       "  - {id: c%02d, name: C, address: L}\n", i);
	at += (size_t)snprintf(text + at, sizeof text - at, "payments:\n");
	for (int i = 0; i < 70; i++)
		at += (size_t)snprintf(
			text + at, sizeof text - at,
			"  - {date: 2026-01-01, customer: c%02d, amount: 1}\n", i);
	struct book *book = book_new("2026-03-01", text);
	cr_assert_eq(book->count, 70);
	cr_assert(str_equal(book->accounts[69]->customer->id, STR("c69")));
	book_free(book);
}

/* Rule 10: a ledger's own table that begins too late is missed only where money accrues.
 */
Test(corners, a_day_without_a_rate_matters_only_where_something_accrues)
{
	static const char FORM[] =
		"rates: {ref: [{from: 2026-06-01, percent: 3}]}\n"
		"policies: {test: {currency: GBP, interest: {reference: ref, fixed: on-change,\n"
		"  compound: monthly, claimed_from: due}}}\n" INVOICE "%s}]\n";
	struct book *free_of_it =
		book_format("2026-05-01", FORM, ", dispute: {since: 2026-01-02}");
	cr_assert_eq(book_found(free_of_it, NOTICE_RATE_MISSING), 0);
	struct book *bound = book_format("2026-05-01", FORM, "");
	cr_assert_eq(book_found(bound, NOTICE_RATE_MISSING), 1);
	book_free(free_of_it);
	book_free(bound);
}

/* Rule 10: a built-in table whose last half-year is over is stale, and says so. */
Test(corners, a_carried_table_grows_stale)
{
	struct book *book = book_new(
		"2029-03-01",
		"policies: {test: {currency: GBP,\n"
		"  interest: {reference: boe, plus: 8, fixed: half-yearly, claimed_from: due}}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01, amount: 100}]\n");
	cr_assert_neq(book_item(book, "R-1")->rate_stale, DATE_NONE);
	cr_assert_eq(book_found(book, NOTICE_RATE_STALE), 1);
	book_free(book);
}

/* Rule 13: which amounts would charge in another currency. */
Test(corners, any_amount_of_a_policy_holds_its_currency)
{
	static const struct {
		const char *stages;
		size_t found;
	} table[] = {
		{"", 0},
		{", fee: {amount: 4}", 1},
		{", fee: {percent: 4}", 0},
		{", fee: {percent: 4, min: 1}", 1},
		{", fee: {percent: 4, max: 9}", 1},
		{", fee: {bands: [{upto: 5, percent: 4}, {percent: 1}]}", 1},
	};
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct book *book = book_format(
			"2026-01-02",
			"policies: {test: {currency: GBP, stages: [\n"
			"  {name: one, after: 3, letter: reminder-1%s}]}}\n" INVOICE
			", currency: EUR}]\n",
			table[i].stages);
		cr_assert_eq(book_found(book, NOTICE_POLICY_CURRENCY), table[i].found,
			     "%s", table[i].stages);
		book_free(book);
	}
}

Test(corners, a_credit_limit_is_in_the_customers_own_currency)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN
		"customers: [{id: birch, name: Birch, address: Lane, credit_limit: 10}]\n"
		"invoices:\n"
		"  - {number: E-1, customer: birch, issued: 2026-01-01, amount: 90, currency: EUR}\n"
		"  - {number: E-2, customer: birch, issued: 2026-01-01, amount: 9}\n");
	cr_assert_eq(book_found(book, NOTICE_CREDIT_LIMIT), 0);
	book_free(book);
}

static size_t count_joined(const char *more)
{
	struct book *book = book_format(
		"2026-06-01",
		"policies: {test: {currency: GBP,\n"
		"  interest: {percent: 12, compound: monthly, claimed_from: due}}}\n" INVOICE
		"0.00%s}]\n",
		more);
	struct trace_list list = trace_list_new(book->arena);
	struct trace trace = trace_to_list(&list);
	size_t count, joined = 0;
	date as_of = book_day("2026-06-01");
	struct account_key *keys = account_list(book->arena, book->ledger, as_of, &count);
	account_explain(book->arena, book->ledger, keys, as_of, &trace, &book->notices);
	for (size_t i = 0; i < list.count; i++)
		joined += list.items[i].kind == TRACE_JOINED;
	book_free(book);
	return joined;
}

/* Interest that joins the base is told, each time once, and not where there is none. */
Test(corners, capitalised_interest_is_told_to_whoever_asks)
{
	cr_assert_eq(count_joined(""), 4);
	cr_assert_eq(count_joined(", dispute: {since: 2026-01-02, until: 2026-04-15}"),
		     2);
}

/* Rules 4a, 4d: what a payer names is paid whole; what nobody names waits where disputed.
 */
Test(corners, a_list_fills_a_disputed_invoice_in_its_turn)
{
	struct book *book = book_new(
		"2026-03-01", PLAIN INVOICE
		", dispute: {since: 2026-01-02, reason: R}},\n"
		" {number: R-2, customer: acme, issued: 2026-01-01, amount: 50}]\n"
		"payments: [{date: 2026-02-01, amount: 100, for: [R-1, R-2]}]\n");
	MONEY_IS(book_item(book, "R-1")->principal, 0);
	MONEY_IS(book_item(book, "R-2")->principal, 5000);
	book_free(book);
}

/* Rules 5, 10: R-1 is due on 31 January. 9.21 of interest joins on 1 March, 11.13 on 1
 * April; they are paid with the principal on 3 April. The 1.18 of those three days joins
 * on 1 May and earns 0.12 until 1 June, when nothing else happens: still it comes before
 * */
Test(corners, capital_is_paid_in_its_invoices_turn_long_after_the_principal)
{
	struct book *book = book_new(
		"2026-06-30",
		"policies: {test: {currency: GBP, interest: {percent: 120, compound: monthly,\n"
		"  claimed_from: due}, stages: [{name: one, after: 3, letter: reminder-1}]}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-01-01, amount: 100},\n"
		" {number: R-2, customer: acme, issued: 2026-06-20, amount: 50}]\n"
		"payments: [{date: 2026-04-03, amount: 120.34, for: [R-1]},\n"
		" {date: 2026-06-21, customer: acme, amount: 30}]\n");
	MONEY_IS(book_item(book, "R-1")->charges[CHARGE_INTEREST].paid, 2034 + 130);
	MONEY_IS(book_item(book, "R-2")->principal, 5000 - (3000 - 130));
	book_free(book);
}

/* Rule 8: three payments in advance are one credit, as one payment of their sum is. */
Test(corners, credit_of_several_payments_is_used_as_one_sum)
{
	static const char *const payments[] = {
		"payments: [{date: 2025-12-01, customer: acme, amount: 120}]\n",
		"payments: [{date: 2025-12-01, customer: acme, amount: 99},\n"
		" {date: 2025-12-02, customer: acme, amount: 21}]\n"};
	for (int i = 0; i < 2; i++) {
		char ledger[600];
		snprintf(ledger, sizeof ledger, "%s%s",
			 PLAIN INVOICE ", terms: 2/10 net 30}]\n", payments[i]);
		struct book *book = book_new("2026-03-01", ledger);
		MONEY_IS(book_item(book, "R-1")->paid, 10000);
		MONEY_IS(book_account(book)->credit, 2000);
		book_free(book);
	}
}

/* Rule 10: a letter sent too early starts no interest before the day after due. */
Test(corners, a_letter_before_due_starts_interest_when_it_is_overdue)
{
	struct book *book = book_new(
		"2026-02-02",
		"policies: {test: {currency: GBP, interest: {percent: 36.5, starts: one,\n"
		"  claimed_from: one}, stages: [{name: one, after: 3, letter: reminder-1}]}}\n" INVOICE
		"}]\n"
		"log: [{date: 2026-01-15, customer: acme, stage: one, invoices: [R-1]}]\n");
	MONEY_IS(ACCRUED(book, "R-1", INTEREST), 20);
	book_free(book);
}
