/* Charges that a letter explains: late charges one by one, compensation by its shares,
 * and a refund that went too far. */
#include <criterion/criterion.h>

#include "letter/view.h"
#include "text/mustache.h"

static const char book[] =
	"creditor: {name: J, address: Hull, country: GB, payments_to: 2026-11-30}\n"
	"defaults: {currency: GBP, locale: en-GB, policy: ours, kind: business}\n"
	"policies:\n"
	"  ours: {kind: business, currency: GBP,\n"
	"    compensation: {bands: [{below: 1000, amount: 40}, {amount: 70}],\n"
	"      claimed_from: last},\n"
	"    late_charge: {percent: 1.5, every: month, counts: completed,\n"
	"      max_percent: 2, claimed_from: last},\n"
	"    stages: [{name: last, after: 5, letter: final-demand}]}\n"
	"customers: [{id: acme, name: Acme, address: Leeds}]\n"
	"invoices:\n"
	"  - {number: A, customer: acme, issued: 2026-08-01, due: 2026-09-14,\n"
	"     amount: 990}\n"
	"  - {number: B, customer: acme, issued: 2026-08-01, due: 2026-10-20,\n"
	"     amount: 2000}\n"
	"  - {number: C, customer: acme, issued: 2026-08-01, due: 2026-11-10,\n"
	"     amount: 500}\n"
	"payments:\n"
	"  - {date: 2026-10-20, amount: 190, for: A}\n"
	"  - {date: 2026-10-21, customer: acme, amount: -20}\n";

Test(late_list, explains_what_a_letter_adds)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	date day = date_from_civil(2026, 11, 30);
	const struct source *source =
		source_from_bytes(sources, STR("b.yaml"), str_from_c(book));
	struct ledger *ledger =
		ledger_from_sources(arena, sources, &source, 1, day, &notices);
	size_t count = 0;
	struct account_key *keys = account_list(arena, ledger, day, &count);
	struct escalation *escalation = letter_judge(
		arena, account_reckon(arena, ledger, keys, day, &notices), &notices);
	struct templates *templates =
		templates_new(arena, sources, STR(""), ledger, &notices);
	cr_assert_eq(notices.errors, 0);
	cr_assert_eq(escalation->nletters, 1);
	struct document document = {escalation, &escalation->letters[0]};
	const struct value *view =
		view_build(arena, templates, &document, STR("T"), &notices);
	source = source_from_bytes(
		sources, STR("t.md"),
		STR("{{#late}}{{invoice}} {{date.iso}} {{rate}} {{base.plain}} "
		    "{{amount.plain}};{{/late}} {{late_run.plain}} {{late_most}} "
		    "{{#charges}}[{{what}} {{shares}} {{amount.plain}}]{{/charges}}"));
	struct mustache *mustache = mustache_parse(arena, source, 0, NULL, &notices);
	struct mustache_options options = {ESCAPE_NONE, false};
	struct str got = mustache_render(arena, mustache, view, options, &notices).text;
	/* 1.5 % of 990, then what 2 % of 990 leaves; 1.5 % of 2000. */
	struct str wanted =
		STR("A 2026-10-14 1.50% 990.00 14.85;A 2026-11-14 1.50% 800.00 4.95;"
		    "B 2026-11-20 1.50% 2000.00 30.00; 49.80 2% "
		    "[Late payment compensation 2\u00A0×\u00A040.00 + 70.00 150.00]"
		    "[Late charges  49.80][Refunded in excess  20.00]");
	cr_expect(str_equal(got, wanted), "'%.*s'", STR_ARG(got));
	templates_free(templates);
	sources_free(sources);
	arena_free(arena);
}
