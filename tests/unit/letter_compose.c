#include <criterion/criterion.h>

#include "letter/template.h"

/* One customer whose name is made of everything Markdown and Mustache know. */
#define NAME "| **x** [y](z) # <b> {{name}} &amp; 1. - + http://x a_b_c"

static const char book[] =
	"creditor: {name: Joinery Ltd, address: \"1 Dock Road\\nBristol\", country: GB,\n"
	"  payments_to: 2026-11-30}\n"
	"defaults: {currency: GBP, locale: en-GB, policy: terms, kind: business}\n"
	"policies:\n"
	"  terms:\n"
	"    stages:\n"
	"      - {name: first, after: 5, letter: reminder-1, deadline: 7}\n"
	"customers:\n"
	"  - {id: odd, name: \"" NAME "\", contact: \"*Jo* `Smith`\", address: Leeds}\n"
	"  - {id: none, name: None Ltd, address: York, statement: none}\n"
	"  - {id: paid, name: Paid Ltd, address: Hull}\n"
	"invoices:\n"
	"  - {number: \"A|1\", customer: odd, issued: 2026-09-01, due: 2026-10-01,\n"
	"     amount: 1000.00, reference: \"*PO*\"}\n"
	"  - {number: N1, customer: none, issued: 2026-11-01, due: 2026-12-01, amount: 1.00}\n"
	"  - {number: P1, customer: paid, issued: 2026-09-01, due: 2026-10-01, amount: 7.00}\n"
	"payments:\n"
	"  - {date: 2026-10-01, customer: paid, amount: 7.00, reference: P1}\n";

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct ledger *ledger;
	struct templates *templates;
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	const struct source *source =
		source_from_bytes(bench.sources, STR("book.yaml"), str_from_c(book));
	bench.ledger = ledger_from_sources(bench.arena, bench.sources, &source, 1,
					   date_from_civil(2026, 11, 30), &bench.notices);
	bench.templates = templates_new(bench.arena, bench.sources, STR(""), bench.ledger,
					&bench.notices);
	if (bench.notices.errors)
		notices_print(&bench.notices, stderr, false);
	cr_assert_eq(bench.notices.errors, 0);
	return bench;
}

static void tear_down(struct bench *bench)
{
	templates_free(bench->templates);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* The i-th account, by customer: none, odd, paid. */
static struct escalation *judge(struct bench *bench, size_t i, date day)
{
	size_t count = 0;
	struct account_key *keys = account_list(bench->arena, bench->ledger, day, &count);
	cr_assert_lt(i, count);
	struct account *account = account_reckon(bench->arena, bench->ledger, &keys[i],
						 day, &bench->notices);
	return letter_judge(bench->arena, account, &bench->notices);
}

/* A device that knows no fonts: every character is half as wide as it is high. */
static mpt width(const struct metrics *self, enum face face, mpt size, struct str text,
		 bool figures)
{
	(void)self;
	(void)face;
	(void)figures;
	return (mpt)(text.len * (size_t)size / 2);
}

static mpt ascent(const struct metrics *self, enum face face, mpt size)
{
	(void)self;
	(void)face;
	return size * 3 / 4;
}

static mpt descent(const struct metrics *self, enum face face, mpt size)
{
	(void)self;
	(void)face;
	return size / 4;
}

static const struct metrics metrics = {width, ascent, descent, NULL, NULL};

static struct composed *compose(struct bench *bench, struct escalation *escalation,
				bool letter)
{
	struct document document = {escalation, letter ? &escalation->letters[0] : NULL};
	cr_assert(compose_prepare(bench->templates, &document, &bench->notices));
	struct composed *composed = compose_document(
		bench->arena, bench->templates, &document, &metrics, &bench->notices);
	cr_assert_not_null(composed);
	return composed;
}

/* All text of a layout, frame after frame. */
static struct str text_of(struct bench *bench, const struct layout *layout)
{
	struct buf buf = buf_new(bench->arena, 0);
	for (size_t p = 0; p < layout->npages; p++) {
		for (size_t i = 0; i < layout->pages[p].nframes; i++) {
			const struct frame *frame = &layout->pages[p].frames[i];
			if (frame->kind != FRAME_TEXT)
				continue;
			buf_put(&buf, frame->text);
			buf_byte(&buf, '\n');
		}
	}
	return buf_str(&buf);
}

static bool contains(struct str text, const char *part)
{
	struct str wanted = str_from_c(part);
	for (size_t i = 0; i + wanted.len <= text.len; i++)
		if (str_equal(str_slice(text, i, i + wanted.len), wanted))
			return true;
	return false;
}

Test(compose, prints_every_name_as_it_is_written)
{
	struct bench bench = set_up();
	struct escalation *odd = judge(&bench, 1, date_from_civil(2026, 11, 30));
	struct composed *composed = compose(&bench, odd, true);
	struct str text = text_of(&bench, composed->layout);
	cr_expect(contains(text, "Dear *Jo* `Smith`,"), "%.*s", STR_ARG(text));
	cr_expect(contains(text, "A|1"));
	cr_expect(contains(text, "*PO*"));
	cr_expect(contains(text, "£1,000.00"));
	cr_expect(str_equal(composed->meta.title, STR("Payment reminder, " NAME)));
	tear_down(&bench);
}

Test(compose, says_what_the_document_is)
{
	struct bench bench = set_up();
	struct escalation *odd = judge(&bench, 1, date_from_civil(2026, 11, 30));
	struct composed *composed = compose(&bench, odd, true);
	cr_expect(str_equal(composed->title, STR("Payment reminder")));
	cr_expect(str_equal(composed->locale, STR("en-GB")));
	cr_expect(str_equal(composed->template_path, STR("letters/en/reminder-1.md")));
	cr_expect(str_equal(composed->meta.author, STR("Joinery Ltd")));
	cr_expect(str_equal(composed->meta.subject, STR("Payment reminder: £1,000.00")));
	cr_expect_eq(composed->meta.date.month, 11);
	tear_down(&bench);
}

Test(compose, gives_the_same_digest_only_for_the_same_facts)
{
	struct bench bench = set_up();
	date day = date_from_civil(2026, 11, 30);
	struct digest first = compose(&bench, judge(&bench, 1, day), false)->inputs;
	struct digest again = compose(&bench, judge(&bench, 1, day), false)->inputs;
	struct digest later = compose(&bench, judge(&bench, 1, day + 1), false)->inputs;
	struct digest letter = compose(&bench, judge(&bench, 1, day), true)->inputs;
	cr_expect(digest_equal(first, again));
	cr_expect_not(digest_equal(first, later));
	cr_expect_not(digest_equal(first, letter));
	tear_down(&bench);
}

Test(compose, counts_the_logo_among_its_inputs)
{
	struct bench bench = set_up();
	struct escalation *escalation = judge(&bench, 1, date_from_civil(2026, 11, 30));
	static const struct image image = {10, 10, NULL};
	struct composed *plain = compose(&bench, escalation, true);
	bench.templates->logo.image = &image;
	bench.templates->logo.digest = digest_from_str(STR("one"));
	struct composed *one = compose(&bench, escalation, true);
	bench.templates->logo.digest = digest_from_str(STR("two"));
	struct composed *two = compose(&bench, escalation, true);
	cr_assert_not(digest_equal(plain->inputs, one->inputs));
	cr_assert_not(digest_equal(one->inputs, two->inputs));
	size_t pictures = 0;
	for (size_t i = 0; i < one->layout->pages[0].nframes; i++)
		pictures += one->layout->pages[0].frames[i].image == &image;
	cr_assert_eq(pictures, 1);
	tear_down(&bench);
}

Test(compose, makes_statements_for_open_accounts_and_months_with_a_movement)
{
	struct bench bench = set_up();
	date november = date_from_civil(2026, 11, 30),
	     october = date_from_civil(2026, 10, 1);
	cr_expect(compose_statement_due(judge(&bench, 1, november)->account));
	cr_expect_not(compose_statement_due(judge(&bench, 2, november)->account));
	struct escalation *paid = judge(&bench, 1, october); /* none has no account yet */
	cr_expect(str_equal(paid->account->customer->id, STR("paid")));
	cr_expect(compose_statement_due(paid->account));
	tear_down(&bench);
}

Test(compose, makes_no_statement_for_who_wants_none)
{
	struct bench bench = set_up();
	struct escalation *none = judge(&bench, 0, date_from_civil(2026, 11, 30));
	cr_expect(str_equal(none->account->customer->id, STR("none")));
	cr_expect_not(compose_statement_due(none->account));
	tear_down(&bench);
}
