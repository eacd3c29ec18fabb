/* The whole family of letters, in every language, from one ledger that has all there is
 * to say: charges, fees, a dispute, a part payment, earlier deadlines, a person and a
 * firm. */
#include <criterion/criterion.h>

#include <string.h>

#include "letter/compose.h"

static const char book[] =
	"creditor: {name: Nordlicht GmbH, address: \"Lindenallee 12\\n20095 Hamburg\",\n"
	"  country: DE, email: a@nordlicht.example, phone: +49 40 123456,\n"
	"  bank: {holder: Nordlicht GmbH, iban: DE89370400440532013000, bic: COBADEFF},\n"
	"  signatory: {name: Rita Falk, title: Buchhaltung}, payments_to: [2026-11-27]}\n"
	"defaults: {currency: EUR, locale: LOCALE, policy: terms, kind: business,\n"
	"  terms: net 30}\n"
	"policies:\n"
	"  terms:\n"
	"    kind: any\n"
	"    currency: EUR\n"
	"    law: \"Some Act 1998, https://law.example/20\"\n"
	"    interest: {percent: 8, claimed_from: final-demand}\n"
	"    compensation: {bands: [{amount: 40}], claimed_from: final-demand}\n"
	"    stages:\n"
	"      - {name: courtesy, after: -7, letter: courtesy}\n"
	"      - {name: reminder-1, after: 5, letter: reminder-1, deadline: 7}\n"
	"      - {name: fourteen-days, after: 10, letter: fourteen-days, deadline: 15}\n"
	"      - {name: reminder-2, after: 16, letter: reminder-2, deadline: 7,\n"
	"         fee: {bands: [{percent: 15}], min: 40}}\n"
	"      - {name: final-demand, after: 30, letter: final-demand, deadline: 14,\n"
	"         final: true}\n"
	"  people: {extends: terms, compensation: none}\n"
	"customers:\n"
	"  - {id: a, name: A AG, address: Bonn, contact: Kim Meier}\n"
	"  - {id: b, name: B AG, address: Bonn}\n"
	"  - {id: c, name: Kim Roth, address: Bonn, kind: consumer,\n"
	"     policy: people}\n"
	"  - {id: d, name: D AG, address: Bonn, country: FR}\n"
	"  - {id: e, name: Kim Braun, address: Bonn, kind: consumer,\n"
	"     policy: people}\n"
	"invoices:\n"
	"  - {number: A1, customer: a, issued: 2026-11-01, due: 2026-12-05, amount: 500.00}\n"
	"  - {number: B1, customer: b, issued: 2026-10-20, due: 2026-11-20, amount: 1250.00,\n"
	"     reference: PO-1}\n"
	"  - {number: B2, customer: b, issued: 2026-10-20, due: 2026-11-21, amount: 300.00,\n"
	"     dispute: {since: 2026-11-25, until: 2026-12-31, reason: Bruch}}\n"
	"  - {number: B3, customer: b, issued: 2026-10-01, due: 2026-11-01, amount: 90.00}\n"
	"  - {number: C1, customer: c, issued: 2026-10-01, due: 2026-11-01, amount: 4321.00}\n"
	"  - {number: D1, customer: d, issued: 2026-09-01, due: 2026-10-01, amount: 99.99}\n"
	"  - {number: D2, customer: d, issued: 2026-10-10, due: 2026-11-10, amount: 50.00}\n"
	"  - {number: E1, customer: e, issued: 2026-08-01, due: 2026-08-31,\n"
	"     amount: 1234567.89}\n"
	"payments:\n"
	"  - {date: 2026-11-03, customer: e, amount: 200.00, reference: E1}\n"
	"plans:\n"
	"  - {id: p, customer: b, agreed: 2026-11-02, invoices: [B3],\n"
	"     first: 2026-12-01, every: month, count: 3}\n"
	"log:\n"
	"  - {date: 2026-11-06, customer: c, stage: reminder-1, invoices: [C1]}\n"
	"  - {date: 2026-10-06, customer: d, stage: reminder-1, invoices: [D1]}\n"
	"  - {date: 2026-10-12, customer: d, stage: fourteen-days, invoices: [D1]}\n"
	"  - {date: 2026-11-23, customer: d, stage: reminder-1, invoices: [D2]}\n"
	"  - {date: 2026-09-05, customer: e, stage: reminder-1, invoices: [E1]}\n"
	"  - {date: 2026-09-11, customer: e, stage: fourteen-days, invoices: [E1]}\n"
	"  - {date: 2026-10-01, customer: e, stage: reminder-2, invoices: [E1],\n"
	"     fee: 0.00}\n";

static const char *const tags[] = {"en-GB", "en-US", "en-IE", "de", "de-AT",
				   "de-CH", "fr",    "nl",    "es", "it"};

/* By customer: a to e. */
static const char *const letters[] = {"courtesy", "reminder-1", "fourteen-days",
				      "reminder-2", "final-demand"};

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct ledger *ledger;
	struct templates *templates;
	date day;
};

/* The ledger above with that locale. */
static struct str book_in(struct arena *arena, const char *tag)
{
	const char *place = strstr(book, "LOCALE");
	return str_format(arena, "%.*s%s%s", (int)(place - book), book, tag,
			  place + strlen("LOCALE"));
}

static void set_up(struct bench *bench, const char *tag)
{
	*bench = (struct bench){.arena = arena_new(0), .sources = sources_new()};
	bench->notices = notices_new(bench->arena, bench->sources);
	bench->day = date_from_civil(2026, 11, 30);
	const struct source *source = source_from_bytes(bench->sources, STR("book.yaml"),
							book_in(bench->arena, tag));
	bench->ledger = ledger_from_sources(bench->arena, bench->sources, &source, 1,
					    bench->day, &bench->notices);
	bench->templates = templates_new(bench->arena, bench->sources, STR(""),
					 bench->ledger, &bench->notices);
}

static void tear_down(struct bench *bench)
{
	if (bench->notices.errors)
		notices_print(&bench->notices, stderr, false);
	cr_expect_eq(bench->notices.errors, 0);
	templates_free(bench->templates);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* A device that knows no fonts: every byte is half as wide as it is high. */
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

static struct escalation *judge(struct bench *bench, size_t i)
{
	size_t count = 0;
	struct account_key *keys =
		account_list(bench->arena, bench->ledger, bench->day, &count);
	cr_assert_eq(count, 5);
	return letter_judge(bench->arena,
			    account_reckon(bench->arena, bench->ledger, &keys[i],
					   bench->day, &bench->notices),
			    &bench->notices);
}

static void expect_text(const char *tag, const char *letter, const struct layout *layout)
{
	size_t frames = 0;
	for (size_t p = 0; p < layout->npages; p++)
		for (size_t i = 0; i < layout->pages[p].nframes; i++) {
			const struct frame *frame = &layout->pages[p].frames[i];
			if (frame->kind != FRAME_TEXT)
				continue;
			frames++;
			cr_expect_eq(str_index(frame->text, '{', 0), frame->text.len,
				     "%s/%s: '%.*s'", tag, letter, STR_ARG(frame->text));
		}
	cr_expect_gt(frames, 20);
}

/* The letter of a customer; its statement where that one is named. */
static void compose(struct bench *bench, const char *tag, size_t i, const char *statement)
{
	struct escalation *escalation = judge(bench, i);
	const char *letter = statement ? statement : letters[i];
	cr_assert(statement || escalation->nletters == 1, "%s: %s", tag, letter);
	struct document document = {escalation,
				    statement ? NULL : &escalation->letters[0]};
	cr_assert(compose_prepare(bench->templates, &document, &bench->notices));
	struct composed *composed = compose_document(
		bench->arena, bench->templates, &document, &metrics, &bench->notices);
	cr_assert_not_null(composed, "%s: %s", tag, letter);
	cr_expect(str_ends(composed->template_path,
			   str_format(bench->arena, "/%s.md", letter)),
		  "%s: %.*s", tag, STR_ARG(composed->template_path));
	cr_expect(str_equal(composed->meta.language, str_from_c(tag)));
	expect_text(tag, letter, composed->layout);
}

Test(family, is_set_whole_in_every_language)
{
	for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
		struct bench bench;
		set_up(&bench, tags[t]);
		for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
			compose(&bench, tags[t], i, NULL);
			compose(&bench, tags[t], i, "statement");
		}
		tear_down(&bench);
	}
}

Test(family, tells_a_months_activity_in_every_language)
{
	for (size_t t = 0; t < sizeof tags / sizeof *tags; t++) {
		struct bench bench;
		char locale[40];
		snprintf(locale, sizeof locale, "%s, statement: activity", tags[t]);
		set_up(&bench, locale);
		for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
			compose(&bench, tags[t], i, "statement-activity");
		tear_down(&bench);
	}
}
