#include <criterion/criterion.h>

#include "letter/keep.h"
#include "text/markdown.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct included included;
};

static const struct source *find(const struct partials *partials, struct str name)
{
	struct bench *bench = (struct bench *)(uintptr_t)partials->data;
	const struct source *source =
		source_from_bytes(bench->sources, name,
				  STR("Before it.\n\n- one\n- two\n\nBehind it.\n\n"));
	keep_include(&bench->included, name, source);
	return source;
}

/* The blocks of a small letter with `keep` as its front matter has it: for each a letter,
 * capital when it is to be whole, with + when it holds on to the next. */
static void expect(const char *keep, const char *wanted)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	bench.included.arena = bench.arena;
	struct partials partials = {find, NULL, &bench};
	const struct source *letter = source_from_bytes(
		bench.sources, STR("letter.md"),
		STR("Hello.\n\n| A |\n|---|\n| 1 |\n\n{{>middle}}\n- last\n"));
	const struct source *front =
		source_from_bytes(bench.sources, STR("front"), str_from_c(keep));
	struct mustache *body =
		mustache_parse(bench.arena, letter, 0, &partials, &bench.notices);
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	struct rendered text = mustache_render(
		bench.arena, body, value_record(bench.arena), options, &bench.notices);
	struct part *parts = markdown_parse(bench.arena, &text, &bench.notices);
	const struct node *root = yaml_read(bench.arena, front, &bench.notices);
	struct keep kept = keep_read(bench.arena, node_find(root, STR("keep")),
				     &bench.included, &bench.notices);
	keep_mark(&kept, parts, &text);
	struct buf got = buf_new(bench.arena, 0);
	for (const struct part *part = parts; part; part = part->next) {
		char name = part->kind == PART_TABLE  ? 't'
			    : part->kind == PART_LIST ? 'l'
						      : 'p';
		buf_byte(&got, part->whole ? (char)(name - 'a' + 'A') : name);
		buf_put(&got, part->with_next ? STR("+") : STR(""));
	}
	cr_expect(str_equal(buf_str(&got), str_from_c(wanted)), "%s: '%.*s' is not '%s'",
		  keep, STR_ARG(buf_str(&got)), wanted);
	cr_expect_eq(bench.notices.errors, 0);
	sources_free(bench.sources);
	arena_free(bench.arena);
}

Test(keep, nothing_unless_it_is_asked_for)
{
	expect("title: T", "ptplpl");
	expect("keep: []", "ptplpl");
}

Test(keep, blocks_of_a_kind_whole)
{
	expect("keep: [tables]", "pTplpl");
	expect("keep: lists", "ptpLpL");
	expect("keep: [paragraphs, tables]", "PTPlPl");
}

Test(keep, what_a_partial_makes_together)
{
	expect("keep: [middle]", "ptP+L+Pl");
	expect("keep: [tables, middle]", "pTP+L+Pl");
}
