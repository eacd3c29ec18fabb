/* Every limit of base/limits.h that a test can afford, just reached and just passed.
 * Files in a ledger and the largest file are in tests/scale.sh, nesting in diag_yaml.c,
 * findings in diag_notice.c, pages in page_sheet.c. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/limits.h"
#include "diag/yaml.h"
#include "text/markdown.h"
#include "text/mustache.h"
#include "text/sample.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	unsigned depth; /* partials that there are */
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* Nothing was found, or this alone. */
static void expect(const struct bench *bench, bool reached, enum notice_code code)
{
	cr_assert_eq(bench->notices.errors, reached, "%zu errors", bench->notices.errors);
	if (reached)
		cr_assert_eq(bench->notices.first->code, code, "%s",
			     notice_code_name(bench->notices.first->code));
}

static void read_text(size_t len, bool reached)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_put(&buf, STR("note: "));
	buf_fill(&buf, 'x', len);
	const struct source *source =
		source_from_bytes(bench.sources, STR("view.yaml"), buf_str(&buf));
	sample_read(bench.arena, source, &bench.notices);
	expect(&bench, reached, NOTICE_YAML_LONG);
	tear_down(&bench);
}

Test(limits, text_of_a_ledger)
{
	read_text(LIMIT_TEXT_BYTES, false);
	read_text(LIMIT_TEXT_BYTES + 1, true);
}

static const struct source *no_partial(const struct partials *self, struct str name)
{
	(void)self;
	(void)name;
	return NULL;
}

/* The partial "p7" holds the partial "p8", and so on; the last one nothing. */
static const struct source *next_partial(const struct partials *self, struct str name)
{
	const struct bench *bench = self->data;
	unsigned number = (unsigned)strtoul(name.at + 1, NULL, 10);
	struct str text = number == bench->depth
				  ? STR("end")
				  : str_format(bench->arena, "{{>p%u}}", number + 1);
	return source_from_bytes(bench->sources, name, text);
}

static struct rendered render(struct bench *bench, struct str text, struct str view,
			      const struct partials *partials)
{
	const struct source *source =
		source_from_bytes(bench->sources, STR("letter.md"), text);
	const struct source *values =
		source_from_bytes(bench->sources, STR("view.yaml"), view);
	struct mustache *mustache =
		mustache_parse(bench->arena, source, 0, partials, &bench->notices);
	struct value *value = sample_read(bench->arena, values, &bench->notices);
	cr_assert_not_null(mustache);
	return mustache_render(bench->arena, mustache, value,
			       (struct mustache_options){ESCAPE_NONE, true},
			       &bench->notices);
}

static void render_bytes(size_t len, bool reached)
{
	struct bench bench = set_up();
	const struct partials none = {.find = no_partial};
	struct buf buf = buf_new(bench.arena, 0);
	buf_fill(&buf, 'x', len);
	struct rendered got = render(&bench, buf_str(&buf), STR("a: b"), &none);
	cr_assert_leq(got.text.len, LIMIT_RENDERED_BYTES);
	expect(&bench, reached, NOTICE_RENDERED_LARGE);
	tear_down(&bench);
}

Test(limits, text_of_a_letter)
{
	render_bytes(LIMIT_RENDERED_BYTES, false);
	render_bytes(LIMIT_RENDERED_BYTES + 1, true);
}

static void render_partials(unsigned depth, bool reached)
{
	struct bench bench = set_up();
	const struct partials chain = {.find = next_partial, .data = &bench};
	bench.depth = depth;
	render(&bench, STR("{{>p1}}"), STR("a: b"), &chain);
	expect(&bench, reached, NOTICE_PARTIAL_DEEP);
	tear_down(&bench);
}

Test(limits, partials_in_partials)
{
	render_partials(LIMIT_PARTIAL_DEPTH, false);
	render_partials(LIMIT_PARTIAL_DEPTH + 1, true);
}

/* `items` things in a list, `tags` empty comments a thing: a step each, and one more for
 * the thing and for the section. */
static void render_steps(unsigned outer, unsigned inner, bool reached)
{
	struct bench bench = set_up();
	const struct partials none = {.find = no_partial};
	struct buf view = buf_new(bench.arena, 0);
	buf_put(&view, STR("a: ["));
	for (unsigned i = 0; i < outer; i++)
		buf_put(&view, STR("1,"));
	buf_put(&view, STR("]\nb: ["));
	for (unsigned i = 0; i < inner; i++)
		buf_put(&view, STR("1,"));
	buf_put(&view, STR("]\n"));
	render(&bench, STR("{{#a}}{{#b}}{{/b}}{{/a}}"), buf_str(&view), &none);
	expect(&bench, reached, NOTICE_TEMPLATE_ENDLESS);
	tear_down(&bench);
}

/* Steps: 1 for {{#a}}, and for each of its items 1, 1 for {{#b}} and one each of its. */
Test(limits, tags_followed)
{
	cr_assert_eq(1 + 3999 * (2 + 998), LIMIT_TEMPLATE_STEPS - 999);
	render_steps(3999, 998, false);
	render_steps(4000, 998, true);
}

static void set_cells(size_t rows, bool reached)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_put(&buf,
		STR("|a|b|c|d|e|f|g|h|i|j|\n|---|---|---|---|---|---|---|---|---|---|\n"));
	for (size_t i = 1; i < rows; i++)
		buf_put(&buf, STR("|x\n"));
	struct rendered rendered = {.text = buf_str(&buf)};
	markdown_parse(bench.arena, &rendered, &bench.notices);
	expect(&bench, reached, NOTICE_MARKDOWN_REFUSED);
	tear_down(&bench);
}

Test(limits, cells_of_tables)
{
	set_cells(LIMIT_TABLE_CELLS / 10, false);
	set_cells(LIMIT_TABLE_CELLS / 10 + 1, true);
}
