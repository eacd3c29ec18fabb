/* The month of an account, as an activity statement tells it. */
#include <criterion/criterion.h>

#include "letter/names.h"
#include "letter/view.h"
#include "text/mustache.h"

#define FIRM \
	"creditor: {name: J, address: Hull, country: GB, payments_to: 2026-11-27}\n" \
	"customers: [{id: acme, name: Acme, address: Leeds, kind: business}]\n" \
	"defaults: {currency: GBP, locale: en-GB, policy: terms, terms: net 30}\n" \
	"policies:\n" \
	"  terms:\n" \
	"    kind: business\n" \
	"    currency: GBP\n" \
	"    interest: {percent: 7.3, claimed_from: last}\n" \
	"    compensation: {bands: [{amount: 40}], claimed_from: last}\n" \
	"    stages:\n" \
	"      - {name: last, after: 3, letter: final-demand, fee: {amount: 5.00}}\n"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates *templates;
	struct account *account;
	const struct value *view;
};

/* The statement of acme on 30 November 2026. */
static struct bench set_up(const char *records)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	date day = date_from_civil(2026, 11, 30);
	struct str book = str_format(bench.arena, FIRM "%s", records);
	const struct source *source =
		source_from_bytes(bench.sources, STR("book.yaml"), book);
	const struct ledger *ledger = ledger_from_sources(
		bench.arena, bench.sources, &source, 1, day, &bench.notices);
	if (bench.notices.errors)
		notices_print(&bench.notices, stderr, false);
	cr_assert_eq(bench.notices.errors, 0);
	size_t count = 0;
	struct account_key *keys = account_list(bench.arena, ledger, day, &count);
	cr_assert_eq(count, 1);
	bench.account = account_reckon(bench.arena, ledger, keys, day, &bench.notices);
	bench.templates = templates_new(bench.arena, bench.sources, STR(""), ledger,
					&bench.notices);
	struct escalation escalation = {.account = bench.account};
	struct document document = {&escalation, NULL};
	bench.view = view_build(bench.arena, bench.templates, &document, STR("Title"),
				&bench.notices);
	cr_assert_eq(bench.notices.errors, 0);
	return bench;
}

static void tear_down(struct bench *bench)
{
	templates_free(bench->templates);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* What a small template makes of that statement's view. */
static void expect(const char *records, const char *text, const char *wanted)
{
	struct bench bench = set_up(records);
	const struct source *source =
		source_from_bytes(bench.sources, STR("t.md"), str_from_c(text));
	struct mustache *mustache =
		mustache_parse(bench.arena, source, 0, NULL, &bench.notices);
	struct mustache_options options = {ESCAPE_NONE, false};
	struct str got = mustache_render(bench.arena, mustache, bench.view, options,
					 &bench.notices)
				 .text;
	cr_expect(str_equal(got, str_from_c(wanted)), "'%.*s' is not '%s'", STR_ARG(got),
		  wanted);
	tear_down(&bench);
}

#define MOVEMENTS \
	"{{brought_forward.plain}}:{{#movements}} {{date.iso}} {{what}} {{reference}} " \
	"{{amount.plain}};{{/movements}} {{balance.plain}}"

Test(activity, begins_with_the_balance_of_the_month_before)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-10-31, amount: 100}\n"
	       "  - {number: B, customer: acme, issued: 2026-11-01, amount: 20}\n"
	       "payments: [{date: 2026-11-30, amount: 30, for: A, reference: thanks}]\n",
	       MOVEMENTS,
	       "100.00: 2026-11-01 Invoice B 20.00; "
	       "2026-11-30 Payment thanks -30.00; 90.00");
}

Test(activity, shows_a_returned_payment_in_both_lines)
{
	expect("invoices: [{number: A, customer: acme, issued: 2026-11-02, amount: 10}]\n"
	       "payments:\n"
	       "  - {date: 2026-11-05, amount: 10, for: A, returned: 2026-11-09}\n",
	       MOVEMENTS,
	       "0.00: 2026-11-02 Invoice A 10.00; 2026-11-05 Payment  -10.00; "
	       "2026-11-09 Payment returned unpaid  10.00; 10.00");
}

Test(activity, takes_back_in_this_month_what_was_paid_in_the_last)
{
	expect("invoices: [{number: A, customer: acme, issued: 2026-10-02, amount: 10}]\n"
	       "payments:\n"
	       "  - {date: 2026-10-05, amount: 10, for: A, returned: 2026-11-09}\n",
	       MOVEMENTS, "0.00: 2026-11-09 Payment returned unpaid  10.00; 10.00");
}

Test(activity, shows_refunds_credit_notes_discounts_and_write_offs)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-11-02, amount: 100,\n"
	       "     terms: 2/10 net 30}\n"
	       "  - {number: B, customer: acme, issued: 2026-11-10, amount: 9}\n"
	       "credit_notes: [{number: CN, customer: acme, issued: 2026-11-03, amount: 8}]\n"
	       "payments:\n"
	       "  - {date: 2026-11-04, amount: 95, for: A, reference: a}\n"
	       "  - {date: 2026-11-05, customer: acme, amount: -5, reference: back}\n"
	       "write_offs: [{date: 2026-11-20, invoice: B, amount: 9, reason: R}]\n",
	       MOVEMENTS,
	       "0.00: 2026-11-02 Invoice A 100.00; 2026-11-03 Credit note CN -8.00; "
	       "2026-11-04 Payment a -95.00; 2026-11-04 Early-payment discount A -2.00; "
	       "2026-11-05 Refund back 5.00; 2026-11-10 Invoice B 9.00; "
	       "2026-11-20 Written off B -9.00; 0.00");
}

/* 1000.00 at 7.3 %: 0.20 a day; seven days to the letter, nine to the end of the month,
 * of which the waiver takes all. */
Test(activity, shows_charges_as_they_are_claimed_and_waived)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-10-15, amount: 1000,\n"
	       "     waive: {date: 2026-11-25, what: [interest, fees], reason: R}}\n"
	       "log: [{date: 2026-11-21, customer: acme, stage: last, invoices: [A]}]\n",
	       MOVEMENTS,
	       "1000.00: 2026-11-22 Late payment compensation A 40.00; "
	       "2026-11-22 Reminder fee A 5.00; 2026-11-22 Interest A 1.40; "
	       "2026-11-25 Reminder fee waived A -5.00; "
	       "2026-11-25 Interest waived A -1.40; 1040.00");
}

Test(activity, keeps_a_running_balance_and_two_sides)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-10-31, amount: 100}\n"
	       "  - {number: B, customer: acme, issued: 2026-11-01, amount: 20}\n"
	       "payments: [{date: 2026-11-30, amount: 30, for: A}]\n",
	       "{{#movements}}[{{debit.plain}}|{{credit.plain}}|{{balance.plain}}]"
	       "{{/movements}} {{period.from.iso}} {{period.to.iso}}",
	       "[20.00||120.00][|30.00|90.00] 2026-11-01 2026-11-30");
}

Test(activity, follows_the_instalments_of_a_plan)
{
	expect("invoices: [{number: A, customer: acme, issued: 2026-10-01, amount: 90}]\n"
	       "payments: [{date: 2026-11-12, amount: 40, for: A}]\n"
	       "plans:\n"
	       "  - {id: P, customer: acme, agreed: 2026-11-01, invoices: [A],\n"
	       "     first: 2026-11-10, every: month, count: 3, grace_days: 3}\n",
	       "{{#plans}}{{state}} {{numbers}} {{total.plain}} {{open.plain}}:"
	       "{{#instalments}} {{due.iso}} {{paid.plain}} {{state}};{{/instalments}}"
	       "{{/plans}}",
	       "in force A 90.00 50.00: 2026-11-10 30.00 paid; 2026-12-10 10.00 open; "
	       "2027-01-10 0.00 open;");
}

Test(activity, says_when_a_plan_broke_and_which_instalment_is_late)
{
	expect("invoices: [{number: A, customer: acme, issued: 2026-10-01, amount: 90}]\n"
	       "plans:\n"
	       "  - {id: P, customer: acme, agreed: 2026-11-01, invoices: [A],\n"
	       "     first: 2026-11-10, every: month, count: 2, grace_days: 3}\n",
	       "{{#plans}}{{state}} {{broken.iso}}{{#instalments}} {{state}}"
	       "{{#late}}!{{/late}}{{/instalments}}{{/plans}}",
	       "no longer in force 2026-11-14 overdue! open");
}

Test(activity, tells_a_plan_that_is_done_once_more_in_its_month)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-10-01, amount: 90}\n"
	       "  - {number: B, customer: acme, issued: 2026-09-01, amount: 70}\n"
	       "payments:\n"
	       "  - {date: 2026-11-12, amount: 90, for: A}\n"
	       "  - {date: 2026-10-31, amount: 70, for: B}\n"
	       "plans:\n"
	       "  - {id: P, customer: acme, agreed: 2026-11-01, invoices: [A],\n"
	       "     first: 2026-11-20, every: month, count: 2}\n"
	       "  - {id: Q, customer: acme, agreed: 2026-10-05, invoices: [B],\n"
	       "     first: 2026-11-20, every: month, count: 2}\n",
	       "{{#plans}}{{numbers}} {{state}} {{done.iso}};{{/plans}}",
	       "A paid in full 2026-11-12;");
}

Test(activity, gives_the_reason_why_a_charge_was_given_up)
{
	expect("invoices:\n"
	       "  - {number: A, customer: acme, issued: 2026-09-01, amount: 90,\n"
	       "     waive: {date: 2026-11-25, what: [fees], reason: Goods came late}}\n"
	       "log: [{date: 2026-11-10, customer: acme, stage: last, invoices: A}]\n",
	       "{{#movements}}{{#reason}}{{what}}: {{reason}} {{amount.plain}}{{/reason}}"
	       "{{/movements}}{{#payments}}[{{reason}} {{amount.plain}}]{{/payments}}",
	       "Reminder fee waived: Goods came late -5.00[Goods came late 5.00]");
}

Test(activity, tells_what_became_of_promises)
{
	expect("invoices: [{number: A, customer: acme, issued: 2026-10-01, amount: 90}]\n"
	       "promises:\n"
	       "  - {customer: acme, made: 2026-11-02, by: 2026-11-09, amount: 90}\n"
	       "  - {customer: acme, made: 2026-11-20, by: 2026-12-09, invoices: [A]}\n",
	       "{{#promises}}{{made.iso}} {{amount.plain}} {{numbers}} {{state}}"
	       "{{#broken}}!{{/broken}};{{/promises}}",
	       "2026-11-02 90.00  not kept!;2026-11-20  A agreed;");
}
