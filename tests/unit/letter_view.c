#include <criterion/criterion.h>

#include <string.h>

#include "letter/payment.h"
#include "letter/view.h"
#include "text/mustache.h"

/* A small firm's book: a letter with charges, a dispute, a payment, money from abroad. */
static const char book[] =
	"creditor: {name: Joinery Ltd, address: \"1 Dock Road\\nBristol\", country: GB,\n"
	"  email: a@joinery.example, phone: +44 117 496 0000,\n"
	"  bank: {holder: Joinery Ltd, iban: GB82WEST12345698765432, bic: WESTGB2L,\n"
	"    sort_code: 12-34-56, account: \"12345678\"},\n"
	"  pay_url: 'https://pay.example/?ref={{reference}}',\n"
	"  signatory: {name: Ruth Finch, title: Credit control},\n"
	"  payments_to: [2026-10-30, 2026-11-27, 2026-12-31]}\n"
	"policies:\n"
	"  terms:\n"
	"    kind: business\n"
	"    currency: GBP\n"
	"    law: \"Some Act 1998, https://law.example/20\"\n"
	"    interest: {percent: 8, claimed_from: last}\n"
	"    compensation: {bands: [{amount: 40}], claimed_from: last}\n"
	"    stages:\n"
	"      - {name: first, after: 5, letter: reminder-1, deadline: 7}\n"
	"      - {name: last, after: 30, letter: final-demand, deadline: 14, final: true}\n"
	"customers:\n"
	"  - {id: acme, name: Acme Ltd, contact: Jo Smith, address: Leeds, kind: business}\n"
	"  - {id: jane, name: Jane Roe, address: York, kind: consumer, policy: plain}\n"
	"  - {id: late, name: Late Ltd, address: Hull, kind: business, policy: terms,\n"
	"     contact: The Manager}\n"
	"invoices:\n"
	"  - {number: A1, customer: acme, issued: 2026-09-01, due: 2026-10-01,\n"
	"     amount: 1000.00, policy: terms, reference: PO-1}\n"
	"  - {number: A2, customer: acme, issued: 2026-10-15, due: 2026-11-14,\n"
	"     amount: 300.00, policy: terms,\n"
	"     dispute: {since: 2026-11-20, until: 2026-12-31, amount: 100.00,\n"
	"     reason: Short delivery}}\n"
	"  - {number: J1, customer: jane, issued: 2026-11-01, due: 2026-12-01,\n"
	"     amount: 50.00}\n"
	"  - {number: L1, customer: late, issued: 2026-10-15, due: 2026-11-14,\n"
	"     amount: 10.00}\n"
	"payments:\n"
	"  - {date: 2026-11-05, customer: acme, amount: 200.00, reference: A1}\n"
	"log:\n"
	"  - {date: 2026-10-10, customer: acme, stage: first, invoices: [A1]}\n"
	"defaults: {currency: GBP, locale: en-GB}\n";

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct ledger *ledger;
	struct templates *templates;
	struct escalation *escalations[3]; /* acme, jane, late */
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	date day = date_from_civil(2026, 11, 30);
	const struct source *source =
		source_from_bytes(bench.sources, STR("book.yaml"), str_from_c(book));
	bench.ledger = ledger_from_sources(bench.arena, bench.sources, &source, 1, day,
					   &bench.notices);
	if (bench.notices.errors)
		notices_print(&bench.notices, stderr, false);
	cr_assert_eq(bench.notices.errors, 0);
	size_t count = 0;
	struct account_key *keys = account_list(bench.arena, bench.ledger, day, &count);
	cr_assert_eq(count, 3);
	for (size_t i = 0; i < count; i++) {
		struct account *account = account_reckon(bench.arena, bench.ledger,
							 &keys[i], day, &bench.notices);
		bench.escalations[i] = letter_judge(bench.arena, account, &bench.notices);
	}
	bench.templates = templates_new(bench.arena, bench.sources, STR(""), bench.ledger,
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

/* The view of a customer's letter, or of its statement. */
static const struct value *view(struct bench *bench, size_t customer, bool letter)
{
	struct escalation *escalation = bench->escalations[customer];
	struct document document = {escalation, NULL};
	if (letter) {
		cr_assert_eq(escalation->nletters, 1);
		document.letter = &escalation->letters[0];
	}
	return view_build(bench->arena, bench->templates, &document, STR("Title"),
			  &bench->notices);
}

/* What a small template makes of a view. */
static void expect(struct bench *bench, const struct value *value, const char *text,
		   const char *wanted)
{
	const struct source *source =
		source_from_bytes(bench->sources, STR("t.md"), str_from_c(text));
	struct mustache *mustache =
		mustache_parse(bench->arena, source, 0, NULL, &bench->notices);
	struct mustache_options options = {ESCAPE_NONE, false};
	struct str got =
		mustache_render(bench->arena, mustache, value, options, &bench->notices)
			.text;
	cr_expect(str_equal(got, str_from_c(wanted)), "%s: '%.*s' is not '%s'", text,
		  STR_ARG(got), wanted);
	cr_expect_eq(bench->notices.errors, 0);
}

Test(view, shows_a_letters_money)
{
	struct bench bench = set_up();
	const struct value *v = view(&bench, 0, true);
	expect(&bench, v, "{{stage}} {{final}}{{#final}}yes{{/final}}", "last yes");
	expect(&bench, v, "{{principal}} {{credit}} {{fee}}", "£1,000.00 £0.00 £0.00");
	/* 8 % of 1000.00 for 35 days to 5 November, of 800.00 for 25 days: 7.67 + 4.38.
	 */
	expect(&bench, v,
	       "{{#segments}}{{days.plain}} {{base.plain}} {{rate}} {{interest}};{{/segments}}",
	       "35 1000.00 8% £7.67;25 800.00 8% £4.38;");
	expect(&bench, v, "{{interest}} {{compensation}} {{demand}} {{to_pay.plain}}",
	       "£12.05 £40.00 £1,052.05 1052.05");
	expect(&bench, v, "{{daily_interest}} {{daily_from.iso}}", "£0.18 2026-12-01");
	expect(&bench, v, "{{pay_by.iso}} {{payments_to.iso}} {{today.iso}}",
	       "2026-12-14 2026-11-27 2026-11-30");
	tear_down(&bench);
}

Test(view, lists_invoices_with_their_own_stage)
{
	struct bench bench = set_up();
	const struct value *v = view(&bench, 0, true);
	expect(&bench, v,
	       "{{#invoices}}{{number}} {{stage}} {{letter}} {{principal.plain}} "
	       "{{days_overdue.plain}} {{paid.plain}};{{/invoices}}",
	       "A1 last Final demand 800.00 60 200.00;"
	       "A2 first Payment reminder 200.00 16 0.00;");
	tear_down(&bench);
}

Test(view, sets_a_disputed_part_apart_with_its_reason)
{
	struct bench bench = set_up();
	expect(&bench, view(&bench, 0, true),
	       "{{#blocked}}{{number}} {{amount}} {{why}}: {{reason}} {{until.iso}}{{/blocked}}",
	       "A2 £100.00 in dispute: Short delivery 2026-12-31");
	tear_down(&bench);
}

Test(view, says_what_a_later_letter_would_claim)
{
	struct bench bench = set_up();
	expect(&bench, view(&bench, 2, true),
	       "{{#later}}{{letter}}{{#interest}} interest{{/interest}}{{/later}} {{law}} {{law_url}}",
	       "Final demand interest Some Act 1998 https://law.example/20");
	expect(&bench, view(&bench, 2, true), "{{next.letter}} {{next.date.iso}}",
	       "Final demand 2026-12-25");
	expect(&bench, view(&bench, 0, true), "[{{#later}}x{{/later}}{{next.stage}}]",
	       "[]");
	tear_down(&bench);
}

Test(view, asks_in_a_statement_only_for_what_is_overdue_and_undisputed)
{
	struct bench bench = set_up();
	expect(&bench, view(&bench, 0, false), "{{to_pay}} {{principal}} [{{demand}}]",
	       "£1,000.00 £1,100.00 []");
	expect(&bench, view(&bench, 1, false), "[{{to_pay}}] {{not_due}}", "[] £50.00");
	tear_down(&bench);
}

Test(view, ages_the_account_and_lists_the_months_payments)
{
	struct bench bench = set_up();
	const struct value *v = view(&bench, 0, false);
	expect(&bench, v, "{{#aging}}{{label}}={{amount.plain}};{{/aging}}",
	       "Not yet due=0.00;1–30 days=300.00;31–60 days=800.00;61–90 days=0.00;"
	       "over 90 days=0.00;");
	expect(&bench, v,
	       "{{#payments}}{{date.iso}} {{what}} {{reference}} {{amount}}{{/payments}}",
	       "2026-11-05 Payment A1 £200.00");
	tear_down(&bench);
}

Test(view, greets_a_known_person_by_name_but_not_an_office)
{
	struct bench bench = set_up();
	expect(&bench, view(&bench, 0, false), "{{salutation}} {{closing}}",
	       "Dear Jo Smith, Yours sincerely,");
	expect(&bench, view(&bench, 1, false), "{{salutation}} {{closing}}",
	       "Dear Jane Roe, Yours sincerely,");
	expect(&bench, view(&bench, 2, false), "{{salutation}} {{closing}}",
	       "Dear Sir or Madam, Yours faithfully,");
	tear_down(&bench);
}

Test(view, asks_for_payment_with_the_reference_that_finds_its_invoice)
{
	struct bench bench = set_up();
	expect(&bench, view(&bench, 0, true), "{{payment_reference}} {{pay_url}}",
	       "acme https://pay.example/?ref=acme");
	expect(&bench, view(&bench, 2, true), "{{payment_reference}}", "L1");
	tear_down(&bench);
}

Test(payment, encodes_what_it_puts_into_a_link)
{
	struct bench bench = set_up();
	struct str url =
		payment_url(bench.arena, bench.templates->pay_url, STR("A 1/2&é"),
			    STR("x"), STR("1.00"), STR("GBP"), &bench.notices);
	cr_expect(str_equal(url, STR("https://pay.example/?ref=A%201%2F2%26%C3%A9")),
		  "%.*s", STR_ARG(url));
	tear_down(&bench);
}

Test(payment, groups_an_iban_in_fours)
{
	struct arena *arena = arena_new(0);
	cr_expect(str_equal(payment_iban(arena, STR("DE8937 0400")), STR("DE89\xC2\xA0"
									 "3704\xC2\xA0"
									 "00")));
	arena_free(arena);
}

Test(view, takes_the_last_day_the_bank_was_read_by_the_as_of_day)
{
	struct bench bench = set_up();
	cr_expect_eq(view_payments_to(bench.ledger, date_from_civil(2026, 11, 26)),
		     date_from_civil(2026, 10, 30));
	date before = date_from_civil(2026, 1, 1);
	cr_expect_eq(view_payments_to(bench.ledger, before), before);
	tear_down(&bench);
}
