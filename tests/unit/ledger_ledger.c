#include <criterion/criterion.h>

#include <string.h>

#include "ledger/ledger.h"

#define CREDITOR \
	"creditor: {name: Us, address: Here, country: GB, payments_to: 2026-11-27}\n"
#define DEFAULTS "defaults: {currency: GBP, terms: net 30, kind: business}\n"
#define ACME "customers: [{id: acme, name: Acme, address: There}]\n"

static struct arena *book, *notice_arena;
static struct sources *sources;
static struct notices notices;

static void open_book(void)
{
	book = arena_new(0);
	notice_arena = arena_new(0);
	sources = sources_new();
	notices = notices_new(notice_arena, sources);
}

static void close_book(void)
{
	arena_free(book);
	arena_free(notice_arena);
	sources_free(sources);
}

TestSuite(ledger, .init = open_book, .fini = close_book);

static struct ledger *read_files(const char *const *texts, size_t count)
{
	const struct source *files[8];
	for (size_t i = 0; i < count; i++)
		files[i] = source_from_bytes(sources, str_format(book, "%zu.yaml", i),
					     str_from_c(texts[i]));
	return ledger_from_sources(book, sources, files, count,
				   date_from_civil(2026, 11, 30), &notices);
}

static struct ledger *read_text(const char *text)
{
	return read_files(&text, 1);
}

static struct ledger *read_clean(const char *text)
{
	struct ledger *ledger = read_text(text);
	if (notices.first)
		cr_assert_fail("%.*s", STR_ARG(notices.first->text));
	return ledger;
}

/* The codes of all findings, in the order of printing, joined by blanks. */
static const char *codes(void)
{
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&notices, &count);
	struct buf buf = buf_new(book, 0);
	for (size_t i = 0; i < count; i++)
		buf_format(&buf, "%s%s", i ? " " : "", notice_code_name(sorted[i]->code));
	return str_c(book, buf_str(&buf));
}

Test(ledger, reads_nothing_from_empty_files)
{
	const char *const texts[] = {CREDITOR, "", "# only a comment\n", "payments:\n"};
	struct ledger *ledger = read_files(texts, 4);
	cr_assert_str_eq(codes(), "");
	cr_assert_eq(ledger->files, 4);
	cr_assert_eq(ledger->ncustomers, 0);
}

Test(ledger, takes_sections_in_any_order_over_any_files)
{
	const char *const texts[] = {
		"payments: [{date: 2026-11-09, amount: 5, for: R-1}]\n",
		"invoices: [{number: R-1, customer: acme, issued: "
		"2026-11-02, amount: 12.5}]\n",
		ACME DEFAULTS CREDITOR};
	struct ledger *ledger = read_files(texts, 3);
	cr_assert_str_eq(codes(), "");
	const struct payment *payment = ledger->payments[0];
	cr_assert_eq(payment->customer, ledger_customer(ledger, STR("acme")));
	cr_assert_eq(payment->fors[0].invoice, ledger_invoice(ledger, STR("R-1")));
	cr_assert_eq(payment->amount, 500);
	cr_assert_eq(ledger->invoices[0]->amount, 1250);
	cr_assert_eq(ledger->invoices[0]->due, date_from_civil(2026, 12, 2));
}

Test(ledger, counts_amounts_in_the_currency_they_turn_out_to_have)
{
	struct ledger *ledger = read_clean(
		CREDITOR
		"invoices:\n"
		"  - {number: Y, customer: yen, issued: 2026-11-02, due: 2026-11-02, amount: 1250}\n"
		"  - {number: K, customer: kwd, issued: 2026-11-02, due: 2026-11-02, amount: 1.25}\n"
		"customers:\n"
		"  - {id: yen, name: A, address: B, currency: JPY}\n"
		"  - {id: kwd, name: A, address: B, currency: KWD, credit_limit: 7}\n");
	cr_assert_eq(ledger_invoice(ledger, STR("Y"))->amount, 1250);
	cr_assert_eq(ledger_invoice(ledger, STR("K"))->amount, 1250);
	cr_assert_eq(ledger_customer(ledger, STR("kwd"))->rare->credit_limit, 7000);
}

Test(ledger, says_nothing_twice_about_a_customer_it_could_not_read)
{
	read_text(
		CREDITOR DEFAULTS
		"customers: [{id: acme, name: Acme}]\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-11-02, amount: 5}]\n");
	cr_assert_str_eq(codes(), "key-missing");
}

Test(ledger, says_nothing_twice_about_a_field_it_could_not_read)
{
	read_text(
		CREDITOR DEFAULTS ACME
		"invoices: [{number: R-1, customer: acme, issued: 2026-02-30, amount: x}]\n"
		"payments: [{date: 2026-11-09, customer: acme, amount: 5, for: R-1}]\n");
	cr_assert_str_eq(codes(), "date-unreal figure-form");
}

Test(ledger, says_nothing_about_what_stood_behind_a_broken_line)
{
	const char *const texts[] = {
		CREDITOR DEFAULTS
		"invoices: [{number: R-1, customer: acme, issued: 2026-11-02, amount: 5}]\n",
		"customers:\n  - {id: acme, name: Acme, address: [\n"};
	read_files(texts, 2);
	cr_assert_str_eq(codes(), "yaml-syntax");
}

Test(ledger, inherits_what_a_policy_does_not_say)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS "policies:\n"
				  "  mild: {extends: strict, interest: {percent: 5}}\n"
				  "  strict: {extends: gb-business, grace_days: 2}\n"
				  "  free: {extends: strict, interest: none}\n");
	const struct policy *mild = ledger_policy(ledger, STR("mild"));
	const struct policy *strict = ledger_policy(ledger, STR("strict"));
	const struct policy *unpaid = ledger_policy(ledger, STR("free"));
	cr_assert_eq(mild->grace_days, 2);
	cr_assert_eq(mild->nstages, 3);
	cr_assert_eq(mild->interest.percent, 50000);
	cr_assert_eq(mild->interest.reference.text.len, 0);
	cr_assert_eq(mild->interest.plus, 0);
	cr_assert_eq(mild->interest.claim, 2);
	cr_assert_eq(strict->interest.plus, 80000);
	cr_assert_eq(strict->interest.table->entries[0].percent, 5000);
	cr_assert_eq(strict->compensation.bands.items[1].amount, 7000);
	cr_assert_eq(strict->min_balance, 1000);
	cr_assert_eq(unpaid->interest.span.file, 0);
	cr_assert_neq(unpaid->compensation.span.file, 0);
}

Test(ledger, carries_the_british_policy_as_it_is_published)
{
	struct ledger *ledger =
		read_clean(CREDITOR "defaults: {policy: gb-sole-trader}\n");
	const struct policy *policy = ledger_policy(ledger, STR("gb-business"));
	const struct policy *trader = ledger_policy(ledger, STR("gb-sole-trader"));
	cr_assert(policy->built_in);
	cr_assert_eq(policy->kind, KIND_BUSINESS);
	cr_assert_eq(policy->interest.fixed, FIXED_AT_START);
	cr_assert_eq(policy->interest.claim, 2);
	cr_assert_eq(policy->compensation.claim, 2);
	cr_assert_eq(policy->stages[0].after, 5);
	cr_assert_eq(policy->stages[1].after, 16);
	cr_assert_eq(policy->stages[2].after, 30);
	cr_assert_eq(policy->stages[2].deadline, 14);
	cr_assert(policy->stages[2].final);
	cr_assert_eq(policy->min_interval, 7);
	cr_assert_eq(trader->stages[2].deadline, 30);
	cr_assert_eq(trader->interest.plus, 80000);
	cr_assert_not_null(ledger_policy(ledger, STR("plain")));
	cr_assert_eq(ledger->tables[0]->count, 32);
}

Test(ledger, lets_own_rates_replace_the_carried_ones)
{
	struct ledger *ledger =
		read_clean(CREDITOR "rates: {boe: [{from: 2026-07-01, percent: 4}, "
				    "{from: 2027-01-01, percent: -0.25}]}\n");
	const struct rate_table *table = ledger->tables[0];
	cr_assert(table->built_in);
	cr_assert_eq(table->count, 33);
	cr_assert_eq(table->entries[31].percent, 40000);
	cr_assert_not(table->entries[31].built_in);
	cr_assert_eq(table->entries[32].percent, -2500);
	cr_assert_eq(table->entries[30].percent, 37500);
}

Test(ledger, gives_a_payment_to_the_customer_its_reference_names)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS
		"customers: [{id: acme, name: A, address: B}, {id: bolt, name: A, address: B}]\n"
		"invoices:\n"
		"  - {number: R-1, customer: acme, issued: 2026-11-02, amount: 5}\n"
		"  - {number: R-2, customer: bolt, issued: 2026-11-02, amount: 5, currency: EUR}\n"
		"payments: [{date: 2026-11-09, amount: 5, reference: your invoice r2}]\n");
	cr_assert(str_equal(ledger->payments[0]->customer->id, STR("bolt")));
	cr_assert_str_eq(ledger->payments[0]->currency->code, "EUR");
}

Test(ledger, gives_a_payment_to_the_customer_whose_creditor_reference_it_quotes)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS
		"customers:\n"
		"  - {id: acme, name: A, address: B}\n"
		"  - {id: bolt, name: A, address: B, currency: EUR}\n"
		"payments:\n"
		"  - {date: 2026-11-08, amount: 5, reference: RF54 ACME}\n"
		"  - {date: 2026-11-09, amount: 7, reference: from Bolt RF62BOLT}\n");
	cr_assert(str_equal(ledger->payments[0]->customer->id, STR("acme")));
	cr_assert(str_equal(ledger->payments[1]->customer->id, STR("bolt")));
	cr_assert_str_eq(ledger->payments[1]->currency->code, "EUR");
}

Test(ledger, knows_a_stage_by_its_earlier_name)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS ACME
		"policies: {ours: {stages: [{name: first, after: 2}, {name: second, after: 9, was: [two]}]}}\n"
		"invoices: [{number: R-1, customer: acme, issued: 2026-11-02, amount: 5, policy: ours}]\n"
		"log: [{date: 2026-11-20, customer: acme, stage: two, invoices: R-1}]\n");
	cr_assert_eq(ledger->log[0]->stage, 1);
}

Test(ledger, sorts_what_it_reads_whatever_the_order_of_files)
{
	static const char *const texts[] = {
		CREDITOR DEFAULTS,
		"customers: [{id: b, name: B, address: B}, {id: a, name: A, address: A}]\n",
		"invoices:\n"
		"  - {number: R-3, customer: b, issued: 2026-11-02, amount: 5}\n"
		"  - {number: R-2, customer: a, issued: 2026-11-02, amount: 5}\n"
		"  - {number: R-1, customer: a, issued: 2026-11-01, amount: 5}\n",
		"payments:\n"
		"  - {date: 2026-11-09, customer: a, amount: 5, reference: y}\n"
		"  - {date: 2026-11-09, customer: a, amount: 5, reference: x}\n"
		"  - {date: 2026-11-09, customer: a, amount: 7}\n"};
	for (size_t turn = 0; turn < 4; turn++) {
		const char *turned[4];
		for (size_t i = 0; i < 4; i++)
			turned[i] = texts[(i + turn) % 4];
		struct ledger *ledger = read_files(turned, 4);
		cr_assert_str_eq(codes(), "");
		cr_assert(str_equal(ledger->customers[0]->id, STR("a")));
		cr_assert_eq(ledger->customers[1]->index, 1);
		cr_assert(str_equal(ledger->invoices[0]->number, STR("R-1")));
		cr_assert(str_equal(ledger->invoices[2]->number, STR("R-3")));
		cr_assert_eq(ledger->payments[0]->amount, 700);
		cr_assert(str_equal(ledger->payments[1]->rare->reference, STR("x")));
	}
}

Test(ledger, reads_words_that_other_readers_take_for_something_else)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS "customers: [{id: no, name: 'null', address: ~, "
				  "contact: 1_000, phone: 010, collector: 12:30:00}]\n");
	const struct customer *customer = ledger->customers[0];
	cr_assert(str_equal(customer->id, STR("no")));
	cr_assert(str_equal(customer->address, STR("~")));
	cr_assert(str_equal(customer->contact, STR("1_000")));
	cr_assert(str_equal(customer->rare->phone, STR("010")));
	cr_assert(str_equal(customer->rare->collector, STR("12:30:00")));
}

Test(ledger, explains_a_comma_that_ended_an_entry)
{
	read_text(
		CREDITOR DEFAULTS ACME
		"invoices: [{number: R-1, customer: acme, issued: 2026-11-02, amount: 1.234,50}]\n");
	cr_assert_str_eq(codes(), "figure-separator");
	cr_assert(str_equal(notices.first->help, STR("write 1234.50")));
}

Test(ledger, reads_a_number_alike_however_its_accents_are_written)
{
	struct ledger *ledger = read_clean(
		CREDITOR DEFAULTS ACME
		"invoices: [{number: Re\xCC\x81-1, customer: acme, issued: 2026-11-02, amount: 5}]\n"
		"payments: [{date: 2026-11-09, amount: 5, for: {R\xC3\xA9-1: 5}},"
		" {date: 2026-11-10, amount: 5, for: {Re\xCC\x81-1: 5}}]\n");
	cr_assert_eq(ledger->payments[0]->fors[0].invoice, ledger->invoices[0]);
	cr_assert_eq(ledger->payments[1]->fors[0].invoice, ledger->invoices[0]);
}

Test(ledger, takes_every_section_and_field_of_its_language)
{
	struct ledger *ledger = read_text(
		CREDITOR DEFAULTS ACME
		"invoices:\n"
		"  - number: R-1\n"
		"    customer: acme\n"
		"    issued: 2026-01-15\n"
		"    delivered: 2026-01-10\n"
		"    lines: [{description: Oak, quantity: 2.5, unit: m, unit_price: 400, tax: 20}]\n"
		"    terms: 2/10 net 30\n"
		"    dispute: [{since: 2026-02-20, until: 2026-03-10, amount: 300.00}]\n"
		"    waive: {date: 2026-03-01, what: [interest, fees]}\n"
		"    opening: {as_of: 2026-01-01, interest: 12.50}\n"
		"credit_notes: [{number: C-1, customer: acme, invoice: R-1, issued: 2026-02-01, amount: 100}]\n"
		"write_offs: [{date: 2026-06-30, invoice: R-1}]\n"
		"plans:\n"
		"  - {id: p, customer: acme, agreed: 2026-03-15, invoices: R-1, first: 2026-04-01, every: month, count: 6}\n"
		"promises: [{customer: acme, made: 2026-02-18, by: 2026-02-25, amount: 500}]\n");
	cr_assert_str_eq(codes(), "");
	const struct invoice *invoice = ledger->invoices[0];
	cr_assert_eq(invoice->amount, 120000);
	cr_assert_eq(invoice->rare->disputes[0].amount, 30000);
	cr_assert(invoice->rare->waives[0].interest && invoice->rare->waives[0].fees);
	cr_assert_not(invoice->rare->waives[0].compensation);
	cr_assert_eq(invoice->rare->opening.interest, 1250);
	cr_assert_eq(invoice->rare->opening.costs, MONEY_NONE);
	cr_assert_eq(ledger->credit_notes[0]->invoice, invoice);
	cr_assert_eq(ledger->credit_notes[0]->amount, 10000);
	cr_assert_eq(ledger->write_offs[0]->amount, MONEY_NONE);
	cr_assert_eq(ledger->plans[0]->every, EVERY_MONTH);
	cr_assert_eq(ledger->promises[0]->amount, 50000);
}
