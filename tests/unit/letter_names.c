/* The table of names and the views that are built: each holds what the other says. One
 * book has all there is to say, so that no name is empty in every document. */
#include <criterion/criterion.h>

#include <string.h>

#include "letter/names.h"
#include "letter/view.h"

static const char book[] =
	"creditor: {name: Joinery Ltd, address: \"1 Dock Road\\nBristol\", country: GB,\n"
	"  email: a@joinery.example, phone: +44 117 496 0000,\n"
	"  website: https://joinery.example, registration: \"01234567\",\n"
	"  tax_id: GB123456789, bank: {holder: Joinery Ltd, iban: GB82WEST12345698765432,\n"
	"    bic: WESTGB2L, sort_code: 12-34-56, account: \"12345678\", name: West Bank},\n"
	"  pay_url: 'https://pay.example/?ref={{reference}}',\n"
	"  signatory: {name: Ruth Finch, title: Credit control}, payments_to: 2026-11-27}\n"
	"defaults: {currency: GBP, locale: en-GB, kind: business, policy: terms,\n"
	"  terms: net 30}\n"
	"policies:\n"
	"  terms:\n"
	"    kind: any\n"
	"    settles: costs-interest-principal\n"
	"    currency: GBP\n"
	"    law: \"Some Act 1998, https://law.example/20\"\n"
	"    interest: {percent: 8, claimed_from: last}\n"
	"    compensation: {bands: [{amount: 40}], claimed_from: last}\n"
	"    late_charge: {percent: 1, every: month, counts: started, max_percent: 10,\n"
	"      claimed_from: last}\n"
	"    stages:\n"
	"      - {name: first, after: 5, letter: reminder-1, deadline: 7,\n"
	"         fee: {amount: 1.50}}\n"
	"      - {name: last, after: 30, letter: final-demand, deadline: 14, final: true,\n"
	"         fee: {amount: 5.00}}\n"
	"customers:\n"
	"  - {id: acme, name: Acme Ltd, contact: Jo Smith, address: Leeds, country: GB,\n"
	"     email: ap@acme.example, phone: +44 113 496 0000, collector: Sam,\n"
	"     credit_limit: 5000.00, terms_signed: 2025-03-01, terms: 2/10 net 30}\n"
	"  - {id: jane, name: Jane Roe, address: York, kind: consumer}\n"
	"  - {id: over, name: Over Ltd, address: Lyon, country: FR}\n"
	"invoices:\n"
	"  - {number: A1, customer: acme, issued: 2026-09-01, delivered: 2026-08-30,\n"
	"     amount: 1000.00, reference: PO-1}\n"
	"  - {number: A2, customer: acme, issued: 2026-10-01, amount: 300.00,\n"
	"     dispute: {since: 2026-11-20, until: 2026-12-31, amount: 100.00,\n"
	"     reason: Short delivery}}\n"
	"  - {number: A3, customer: acme, issued: 2026-11-20, amount: 60.00}\n"
	"  - {number: A4, customer: acme, issued: 2026-10-10, amount: 500.00}\n"
	"  - {number: A5, customer: acme, issued: 2026-09-01, amount: 90.00}\n"
	"  - {number: A6, customer: acme, issued: 2026-09-01, amount: 400.00}\n"
	"  - {number: A7, customer: acme, issued: 2026-09-01, amount: 400.00}\n"
	"  - {number: A8, customer: acme, issued: 2026-09-01, amount: 400.00}\n"
	"  - {number: J1, customer: jane, issued: 2026-10-01, amount: 50.00}\n"
	"  - {number: J2, customer: jane, issued: 2026-09-01, amount: 30.00,\n"
	"     waive: {date: 2026-11-12, what: [compensation], reason: Rain}}\n"
	"payments:\n"
	"  - {date: 2026-11-08, customer: jane, amount: 30.00, for: J2}\n"
	"  - {date: 2026-11-05, customer: acme, amount: 200.00, reference: A1 part}\n"
	"  - {date: 2026-11-10, customer: acme, amount: 100.00, reference: A1 more}\n"
	"  - {date: 2026-11-10, amount: 45.00, for: A6}\n"
	"  - {date: 2026-11-12, amount: 100.00, for: A4}\n"
	"  - {date: 2026-11-14, customer: over, amount: 25.00}\n"
	"plans:\n"
	"  - {id: P, customer: acme, agreed: 2026-11-01, invoices: [A4], grace_days: 2,\n"
	"     instalments: [{due: 2026-11-10, amount: 200}, {due: 2026-12-10, amount: 300}]}\n"
	"  - {id: Q, customer: jane, agreed: 2026-11-01, invoices: [J2],\n"
	"     instalments: [{due: 2026-11-10, amount: 30}]}\n"
	"promises:\n"
	"  - {customer: acme, made: 2026-11-02, by: 2026-11-20, amount: 90, invoices: [A5]}\n"
	"  - {customer: acme, made: 2026-11-21, by: 2026-11-25, amount: 5000}\n"
	"log:\n"
	"  - {date: 2026-10-10, customer: acme, stage: first, invoices: [A1, A6, A7, A8]}\n"
	"  - {date: 2026-11-05, customer: acme, stage: last, invoices: [A1, A6, A7, A8]}\n"
	"  - {date: 2026-10-10, customer: jane, stage: first, invoices: [J2]}\n"
	"  - {date: 2026-10-20, customer: jane, stage: last, invoices: [J2]}\n"
	"  - {date: 2026-11-05, customer: jane, stage: first, invoices: [J1]}\n";

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates *templates;
	const struct value *specimen;
	struct escalation *escalations[3]; /* acme, jane, over */
	const struct value *views[8];
	size_t count;
};

static void reckon(struct bench *bench, const struct ledger *ledger, date day)
{
	size_t count = 0;
	struct account_key *keys = account_list(bench->arena, ledger, day, &count);
	cr_assert_eq(count, 3);
	for (size_t i = 0; i < count; i++)
		bench->escalations[i] =
			letter_judge(bench->arena,
				     account_reckon(bench->arena, ledger, &keys[i], day,
						    &bench->notices),
				     &bench->notices);
}

static void look(struct bench *bench, const struct escalation *escalation,
		 const struct letter *letter)
{
	struct document document = {escalation, letter};
	bench->views[bench->count++] = view_build(
		bench->arena, bench->templates, &document, STR("Title"), &bench->notices);
}

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	date day = date_from_civil(2026, 11, 30);
	const struct source *source =
		source_from_bytes(bench.sources, STR("book.yaml"), str_from_c(book));
	struct ledger *ledger = ledger_from_sources(bench.arena, bench.sources, &source,
						    1, day, &bench.notices);
	bench.templates = templates_new(bench.arena, bench.sources, STR(""), ledger,
					&bench.notices);
	if (bench.notices.errors)
		notices_print(&bench.notices, stderr, false);
	cr_assert_eq(bench.notices.errors, 0);
	reckon(&bench, ledger, day);
	for (size_t i = 0; i < 3; i++) {
		struct escalation *escalation = bench.escalations[i];
		look(&bench, escalation, NULL);
		for (size_t k = 0; k < escalation->nletters; k++)
			look(&bench, escalation, &escalation->letters[k]);
	}
	const struct locale *locale = template_locale(bench.templates, STR("en-GB"));
	bench.specimen = name_specimen(bench.arena, locale->words);
	return bench;
}

static void tear_down(struct bench *bench)
{
	templates_free(bench->templates);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* Every name of a is a name of b; what is empty has all names below it. */
static void expect_names(const struct value *a, const struct value *b, const char *where)
{
	if (a->kind == VALUE_EMPTY || b->kind == VALUE_EMPTY)
		return;
	cr_expect_eq(a->kind, b->kind, "%s differ in kind", where);
	if (a->kind == VALUE_LIST && a->first && b->first) {
		expect_names(a->first, b->first, where);
		return;
	}
	for (const struct value_field *f = a->fields; f; f = f->next) {
		const struct value *other = value_field(b, f->name);
		char name[200];
		snprintf(name, sizeof name, "%s.%.*s", where, STR_ARG(f->name));
		cr_expect_not_null(other, "%s is in one only", name);
		if (other)
			expect_names(f->value, other, name);
	}
}

Test(names, are_those_of_every_view_and_no_others)
{
	struct bench bench = set_up();
	for (size_t i = 0; i < bench.count; i++) {
		expect_names(bench.views[i], bench.specimen, "view");
		expect_names(bench.specimen, bench.views[i], "table");
	}
	tear_down(&bench);
}

static bool says_something(const struct value *value)
{
	if (value->kind == VALUE_TEXT)
		return value->text.len > 0;
	if (value->kind == VALUE_TRUTH)
		return value->truth;
	if (value->kind == VALUE_LIST)
		return value->first != NULL;
	return value->kind == VALUE_RECORD;
}

/* Whether a dotted name has something to say, in any item of the lists on its way. */
static bool is_filled(const struct value *value, struct str name)
{
	size_t dot = str_index(name, '.', 0);
	const struct value *field = value_field(value, str_slice(name, 0, dot));
	if (!field || dot == name.len)
		return field && says_something(field);
	name = str_slice(name, dot + 1, name.len);
	if (field->kind != VALUE_LIST)
		return is_filled(field, name);
	for (const struct value *item = field->first; item; item = item->next)
		if (is_filled(item, name))
			return true;
	return false;
}

Test(names, are_each_filled_in_some_document)
{
	struct bench bench = set_up();
	const struct name_entry *entry = NULL;
	for (size_t i = 0; (entry = name_at(i)); i++) {
		bool filled = false;
		for (size_t k = 0; k < bench.count; k++)
			filled |= is_filled(bench.views[k], entry->name);
		cr_expect(filled, "%.*s is always empty", STR_ARG(entry->name));
	}
	tear_down(&bench);
}

Test(names, all_have_a_meaning_and_an_example)
{
	const struct name_entry *entry = NULL;
	for (size_t i = 0; (entry = name_at(i)); i++) {
		bool holds_others =
			entry->type == NAME_LIST || entry->type == NAME_RECORD;
		cr_expect(entry->meaning.len, "%.*s has no meaning",
			  STR_ARG(entry->name));
		cr_expect(holds_others || entry->example.len, "%.*s has no example",
			  STR_ARG(entry->name));
	}
}

/* Money, dates, counts and rates have the forms that the table promises. */
static void expect_forms(const struct value *value, const struct name_entry *entry)
{
	static const char *const sums[] = {"plain", "short", "table"};
	static const char *const dates[] = {"iso", "medium", "short"};
	bool plain_only = entry->type == NAME_COUNT || entry->type == NAME_RATE;
	const char *const *forms = entry->type == NAME_DATE ? dates : sums;
	if (entry->type != NAME_DATE && entry->type != NAME_MONEY && !plain_only)
		return;
	for (size_t i = 0; i < (plain_only ? 1u : 3u); i++) {
		const struct value *form = value_field(value, str_from_c(forms[i]));
		cr_expect(form && form->text.len, "%.*s.%s", STR_ARG(entry->name),
			  forms[i]);
	}
}

Test(names, of_figures_have_their_forms)
{
	struct bench bench = set_up();
	const struct name_entry *entry = NULL;
	size_t tried = 0;
	for (size_t i = 0; (entry = name_at(i)); i++) {
		if (str_index(entry->name, '.', 0) < entry->name.len)
			continue;
		for (size_t k = 0; k < bench.count; k++) {
			const struct value *value =
				value_field(bench.views[k], entry->name);
			tried += value->kind == VALUE_RECORD;
			if (value->kind == VALUE_RECORD)
				expect_forms(value, entry);
		}
	}
	cr_expect_gt(tried, 50);
	tear_down(&bench);
}
