/* linear NAME N: one pathological input of size N, for counting the instructions it
 * takes: what lies between reading and writing must not grow faster than the input.
 * Without arguments: the names, each with a size that takes a while. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "diag/notice.h"
#include "escalate/letter.h"
#include "letter/trial.h"
#include "press/press.h"
#include "text/markdown.h"
#include "text/sample.h"

enum { DAY = 20787 /* 2026-11-30 */ };

struct job {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct press *press;
	struct locale *locale;
	struct buf text;
	size_t n;
};

static void repeat(struct job *job, const char *piece)
{
	for (size_t i = 0; i < job->n; i++)
		buf_put(&job->text, str_from_c(piece));
}

/* ---- what is done with the input ---- */

static void as_ledger(struct job *job)
{
	const struct source *file =
		source_from_bytes(job->sources, STR("a.yaml"), buf_str(&job->text));
	const struct ledger *ledger = ledger_from_sources(job->arena, job->sources, &file,
							  1, DAY, &job->notices);
	size_t count;
	if (job->notices.errors)
		return;
	struct account_key *keys = account_list(job->arena, ledger, DAY, &count);
	for (size_t i = 0; i < count; i++)
		letter_judge(
			job->arena,
			account_reckon(job->arena, ledger, &keys[i], DAY, &job->notices),
			&job->notices);
}

static void as_template(struct job *job)
{
	const struct source *file =
		source_from_bytes(job->sources, STR("a.md"), buf_str(&job->text));
	const struct source *values = source_from_bytes(
		job->sources, STR("view.yaml"), STR("a: word\nb: [{c: 1}, {c: 2}]\n"));
	struct value *view = sample_read(job->arena, values, &job->notices);
	struct trial *trial = trial_open(job->arena, job->sources, file, job->locale,
					 true, &job->notices);
	if (trial)
		trial_text(trial, view, ESCAPE_MARKDOWN);
}

static void as_page(struct job *job)
{
	const struct source *file =
		source_from_bytes(job->sources, STR("a.md"), buf_str(&job->text));
	struct trial *trial = trial_open(job->arena, job->sources, file, job->locale,
					 true, &job->notices);
	if (trial)
		trial_page(trial, value_record(job->arena), profile_find(STR("din-b")),
			   press_metrics(job->press));
}

/* ---- the inputs ---- */

static void put_head(struct job *job)
{
	buf_put(&job->text,
		STR("creditor: {name: A, address: B, country: GB, payments_to: 2026-11-27}\n"
		    "defaults: {currency: GBP, policy: plain, kind: business, terms: net 30}\n"
		    "customers: [{id: c, name: C, address: D}]\n"));
}

static void flow_mappings(struct job *job)
{
	buf_put(&job->text, STR("log: ["));
	repeat(job, "{date: 2026-01-01, note: x}, ");
	buf_put(&job->text, STR("]\n"));
}

static void open_brackets(struct job *job)
{
	repeat(job, "[");
}

static void open_mappings(struct job *job)
{
	repeat(job, "{a: ");
}

static void plain_words(struct job *job)
{
	buf_put(&job->text, STR("note: "));
	for (size_t i = 0; i < job->n; i++)
		buf_put(&job->text, i % 20 ? STR("word ") : STR("word\n  "));
}

static void quoted_escapes(struct job *job)
{
	buf_put(&job->text, STR("note: \""));
	repeat(job, "\\u00e9");
	buf_byte(&job->text, '"');
}

static void unknown_keys(struct job *job)
{
	buf_put(&job->text, STR("creditor:\n"));
	for (size_t i = 0; i < job->n; i++)
		buf_format(&job->text, "  nam%zu: x\n", i);
}

static void same_key(struct job *job)
{
	buf_put(&job->text, STR("creditor:\n"));
	repeat(job, "  name: x\n");
}

static void comments(struct job *job)
{
	repeat(job, "# --- [ { \" '\n");
	put_head(job);
}

static void put_invoices(struct job *job)
{
	put_head(job);
	buf_put(&job->text, STR("invoices:\n"));
	for (size_t i = 0; i < job->n; i++)
		buf_format(
			&job->text,
			"  - {number: N-%05zu, customer: c, issued: 2026-08-01, amount: 9}\n",
			i);
	buf_put(&job->text, STR("payments:\n"));
}

static void payments_oldest_first(struct job *job)
{
	put_invoices(job);
	repeat(job, "  - {date: 2026-09-01, customer: c, amount: 7}\n");
}

static void one_payment_for_all(struct job *job)
{
	put_invoices(job);
	buf_put(&job->text,
		STR("  - {date: 2026-09-01, customer: c, amount: 99999, for: ["));
	for (size_t i = 0; i < job->n; i++)
		buf_format(&job->text, "N-%05zu, ", i);
	buf_put(&job->text, STR("]}\n"));
}

static void references_that_match(struct job *job)
{
	put_invoices(job);
	for (size_t i = 0; i < job->n; i++)
		buf_format(
			&job->text,
			"  - {date: 2026-09-01, customer: c, amount: 1, reference: n %05zu}\n",
			i);
}

static void references_that_nearly_match(struct job *job)
{
	put_invoices(job);
	repeat(job, "  - {date: 2026-09-01, customer: c, amount: 1, reference: "
		    "N-N-N-N-0-00-000-N-N-0-0-0 N N N 0000 N-}\n");
}

static void long_reference(struct job *job)
{
	put_head(job);
	buf_put(&job->text,
		STR("invoices: [{number: N-1, customer: c, issued: 2026-08-01, amount: 9}]\n"
		    "payments:\n"
		    "  - {date: 2026-09-01, customer: c, amount: 7, reference: "));
	repeat(job, "N-N-N 1");
	buf_put(&job->text, STR("}\n"));
}

static void unknown_customers(struct job *job)
{
	put_head(job);
	buf_put(&job->text, STR("promises:\n"));
	for (size_t i = 0; i < job->n; i++)
		buf_format(&job->text,
			   "  - {customer: c%zu, made: 2026-01-01, by: 2026-02-01}\n", i);
}

static void tags_open(struct job *job)
{
	repeat(job, "{{");
}

static void tags_values(struct job *job)
{
	repeat(job, "{{a}} {{x}}");
}

static void tags_sections(struct job *job)
{
	repeat(job, "{{#b}}{{c}}{{/b}}\n");
}

static void tags_delimiters(struct job *job)
{
	repeat(job, "{{=<% %>=}}<%={{ }}=%>");
}

static void tags_braces(struct job *job)
{
	repeat(job, "{ {");
}

static void stars(struct job *job)
{
	repeat(job, "*a **a _b __c ");
}

static void stars_shut(struct job *job)
{
	repeat(job, "a**b");
	repeat(job, "c* ");
}

static void square_brackets(struct job *job)
{
	repeat(job, "[");
	repeat(job, "](");
}

static void links(struct job *job)
{
	repeat(job, "[a](b) ");
}

static void link_definitions(struct job *job)
{
	for (size_t i = 0; i < job->n; i++)
		buf_format(&job->text, "[r%zu]: http://x\n", i);
	repeat(job, "[r1] [x] ");
}

static void backticks(struct job *job)
{
	for (size_t i = 0; i < job->n; i++) {
		buf_fill(&job->text, '`', 1 + i % 40);
		buf_byte(&job->text, ' ');
	}
}

static void entities(struct job *job)
{
	repeat(job, "&amp;&#x41;&nope;&");
}

static void quotes(struct job *job)
{
	repeat(job, ">");
	repeat(job, "> a\n");
}

static void list_items(struct job *job)
{
	repeat(job, "- a\n\n  b\n");
}

static void table_rows(struct job *job)
{
	buf_put(&job->text, STR("|a|b|\n|---|--:|\n"));
	repeat(job, "|word|1.00|\n");
}

static void table_columns(struct job *job)
{
	repeat(job, "|a");
	buf_put(&job->text, STR("|\n"));
	repeat(job, "|---");
	buf_put(&job->text, STR("|\n"));
	repeat(job, "|b");
}

static void one_word(struct job *job)
{
	repeat(job, "abcdefgh");
}

static void short_words(struct job *job)
{
	repeat(job, "a b, c-d ");
}

static void marks(struct job *job)
{
	buf_byte(&job->text, 'e');
	repeat(job, "\xCC\x88\xCC\x81");
}

static void breakable_signs(struct job *job)
{
	repeat(job, "\xE2\x80\x94(\xC2\xAB/%\xC2\xBB)");
}

static const struct input {
	const char *name;
	size_t n;
	void (*put)(struct job *job);
	void (*work)(struct job *job);
} inputs[] = {
	{"yaml flow mappings", 500, flow_mappings, as_ledger},
	{"yaml open brackets", 5000, open_brackets, as_ledger},
	{"yaml open mappings", 5000, open_mappings, as_ledger},
	{"yaml plain words", 5000, plain_words, as_ledger},
	{"yaml escapes", 5000, quoted_escapes, as_ledger},
	{"yaml unknown keys", 1000, unknown_keys, as_ledger},
	{"yaml the same key", 1000, same_key, as_ledger},
	{"yaml comments", 2500, comments, as_ledger},
	{"payments, oldest first", 250, payments_oldest_first, as_ledger},
	{"payments, one for all", 250, one_payment_for_all, as_ledger},
	{"references that match", 250, references_that_match, as_ledger},
	{"references that nearly match", 250, references_that_nearly_match, as_ledger},
	{"references, a long one", 2500, long_reference, as_ledger},
	{"customers unknown", 500, unknown_customers, as_ledger},
	{"mustache open tags", 2500, tags_open, as_template},
	{"mustache values", 1250, tags_values, as_template},
	{"mustache sections", 1000, tags_sections, as_template},
	{"mustache delimiters", 500, tags_delimiters, as_template},
	{"mustache braces", 2500, tags_braces, as_template},
	{"markdown stars", 1000, stars, as_page},
	{"markdown stars that shut", 1000, stars_shut, as_page},
	{"markdown square brackets", 1000, square_brackets, as_page},
	{"markdown links", 750, links, as_page},
	{"markdown link definitions", 500, link_definitions, as_page},
	{"markdown backticks", 500, backticks, as_page},
	{"markdown entities", 750, entities, as_page},
	{"markdown quotes", 750, quotes, as_page},
	{"markdown list items", 375, list_items, as_page},
	{"markdown table rows", 375, table_rows, as_page},
	{"markdown table columns", 1000, table_columns, as_page},
	{"lines of one word", 1000, one_word, as_page},
	{"lines of short words", 1000, short_words, as_page},
	{"lines of marks", 1000, marks, as_page},
	{"lines of signs", 1000, breakable_signs, as_page},
};

/* Callgrind counts what happens in here. */
__attribute__((noinline)) void measured(const struct input *input, struct job *job);
void measured(const struct input *input, struct job *job)
{
	input->work(job);
}

static void work(const struct input *input, size_t n)
{
	struct job job = {.arena = arena_new(0), .sources = sources_new(), .n = n};
	struct str fault;
	job.notices = notices_new(job.arena, job.sources);
	job.press = press_new(job.arena, NULL, &fault);
	job.locale = locale_carried(job.arena, job.sources, STR("en-GB"), &job.notices);
	job.text = buf_new(job.arena, 0);
	if (!job.press || !job.locale)
		exit(2);
	input->put(&job);
	measured(input, &job);
	press_free(job.press);
	sources_free(job.sources);
	arena_free(job.arena);
}

int main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
		if (argc < 3)
			printf("%zu %s\n", inputs[i].n, inputs[i].name);
		else if (strcmp(argv[1], inputs[i].name) == 0)
			work(&inputs[i], strtoul(argv[2], NULL, 10));
	}
	return 0;
}
