#include <criterion/criterion.h>

#include "text/escape.h"
#include "text/markdown.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
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

static struct part *parse(struct bench *bench, struct str text)
{
	struct rendered rendered = {.text = text};
	return markdown_parse(bench->arena, &rendered, &bench->notices);
}

/* The texts of a part's runs, and of the parts in it, side by side. */
static void put_runs(struct buf *buf, const struct part *part)
{
	for (const struct run *run = part->runs; run; run = run->next)
		buf_put(buf, run->text);
	for (const struct part *child = part->first; child; child = child->next)
		put_runs(buf, child);
}

static struct str text_of(struct bench *bench, const struct part *part)
{
	struct buf buf = buf_new(bench->arena, 0);
	put_runs(&buf, part);
	return buf_str(&buf);
}

static struct str escaped(struct bench *bench, const char *before, const char *value,
			  const char *after)
{
	struct buf buf = buf_new(bench->arena, 0);
	buf_put(&buf, str_from_c(before));
	escape_markdown(&buf, str_from_c(value));
	buf_put(&buf, str_from_c(after));
	return buf_str(&buf);
}

/* Things a customer might be called. */
static const char *const naughty[] = {
	"| **x** [y](z) # <b> &amp; 1. - + http://x a_b_c",
	"# heading",
	"- item",
	"+ item",
	"* item",
	"1. item",
	"12) item",
	"> quote",
	"```",
	"~~~",
	"---",
	"===",
	"***",
	"| a | b |",
	"<http://example.com>",
	"<b>x</b>",
	"<!-- x -->",
	"&lt;&#60;",
	"[a]: http://x",
	"![i](j)",
	"`code`",
	"a\\",
	"\\",
	"a\\|b",
	" leading and trailing  ",
	"two  spaces",
	"_a_ __b__ ~c~ $d$",
	"a*b*c",
	"www.example.com a@b.example",
	"{{name}}",
	"\xC2\xA0"
	"between no-break spaces"
	"\xC2\xA0",
	"Łódź Ωmega Ж € “quoted”",
	"x",
};

static void expect_same(struct bench *bench, const char *before, const char *after,
			enum part_kind kind, const char *value)
{
	struct part *part = parse(bench, escaped(bench, before, value, after));
	cr_assert_not_null(part);
	cr_expect_eq(part->kind, kind, "%s%s%s is of kind %d", before, value, after,
		     (int)part->kind);
	cr_expect_null(part->next, "%s ends its part", value);
	struct str got = text_of(bench, part);
	cr_expect(str_equal(got, str_from_c(value)), "'%.*s' is not '%s'", STR_ARG(got),
		  value);
}

Test(escape, brings_every_value_back_from_a_paragraph)
{
	struct bench bench = set_up();
	for (size_t i = 0; i < sizeof naughty / sizeof *naughty; i++) {
		expect_same(&bench, "", "\n", PART_PARAGRAPH, naughty[i]);
		expect_same(&bench, "", "", PART_PARAGRAPH, naughty[i]);
		expect_same(&bench, "# ", " #\n", PART_HEADING, naughty[i]);
		expect_same(&bench, "- ", "\n", PART_LIST, naughty[i]);
		expect_same(&bench, "> ", "\n", PART_PANEL, naughty[i]);
		expect_same(&bench, "**", "**\n", PART_PARAGRAPH, naughty[i]);
	}
	tear_down(&bench);
}

Test(escape, keeps_a_value_in_its_table_cell)
{
	struct bench bench = set_up();
	for (size_t i = 0; i < sizeof naughty / sizeof *naughty; i++) {
		struct part *table = parse(&bench, escaped(&bench, "| | |\n|---|---|\n| ",
							   naughty[i], " | end |\n"));
		cr_assert_not_null(table);
		cr_assert_eq(table->kind, PART_TABLE, "%s", naughty[i]);
		const struct part *row = table->first->next;
		cr_assert_null(row->next, "%s", naughty[i]);
		struct str cell = text_of(&bench, row->first);
		cr_expect(str_equal(cell, str_from_c(naughty[i])), "'%.*s' is not '%s'",
			  STR_ARG(cell), naughty[i]);
		cr_expect(str_equal(text_of(&bench, row->first->next), STR("end")));
	}
	tear_down(&bench);
}

/* The same numbers on every machine. */
static size_t roll(uint32_t *state, size_t sides)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % sides;
}

Test(escape, brings_back_whatever_is_made_of_markup)
{
	static const char *const pieces[] = {
		" ", "a",	 "b", ".", "|", "*", "_",  "`", "[",	    "]",
		"(", ")",	 "<", ">", "-", "+", "#",  "1", "\\",	    "!",
		"~", "\xC2\xA0", "é", "&", ";", ":", "#x", "=", "http://x", "&#32;"};
	static const char *const around[][2] = {
		{"", ""}, {"# ", "\n"}, {"- ", "\n"}, {"> ", "\n"}, {"1. ", "\n"}};
	uint32_t state = 1;
	for (size_t i = 0; i < 3000; i++) {
		struct bench bench = set_up();
		struct buf buf = buf_new(bench.arena, 0);
		for (size_t n = 1 + roll(&state, 12); n > 0; n--)
			buf_put(&buf, str_from_c(pieces[roll(&state, 30)]));
		const char *value = str_c(bench.arena, buf_str(&buf));
		const char *const *where = around[i % 5];
		struct str text = escaped(&bench, where[0], value, where[1]);
		struct part *part = parse(&bench, text);
		cr_assert_not_null(part);
		cr_expect_null(part->next, "%s", value);
		struct str got = text_of(&bench, part);
		cr_expect(str_equal(got, str_from_c(value)), "'%.*s' is not '%s'",
			  STR_ARG(got), value);
		tear_down(&bench);
	}
}

Test(escape, makes_line_ends_and_tabs_spaces)
{
	struct bench bench = set_up();
	struct str text = escaped(&bench, "", "a\nb\tc\r\nd", "");
	cr_expect(str_equal(text_of(&bench, parse(&bench, text)), STR("a b c  d")));
	tear_down(&bench);
}

Test(escape, holds_even_behind_a_backslash_of_the_template)
{
	struct bench bench = set_up();
	struct str text = escaped(&bench, "\\", "*x*", "");
	cr_expect(str_equal(text_of(&bench, parse(&bench, text)), STR("\\*x*")));
	tear_down(&bench);
}

Test(escape, keeps_a_value_inside_a_link_target)
{
	struct bench bench = set_up();
	const char *url = "https://pay.example/?a=(1)&ref=<x>_*[2]";
	struct part *part = parse(&bench, escaped(&bench, "[pay](<", url, ">)"));
	cr_assert_not_null(part->runs);
	cr_expect(str_equal(part->runs->link, str_from_c(url)), "%.*s",
		  STR_ARG(part->runs->link));
	tear_down(&bench);
}

Test(markdown, knows_styles_links_and_breaks)
{
	struct bench bench = set_up();
	struct part *part = parse(&bench, STR("a **b *c*** [d](e)  \nf\ng"));
	const struct run *run = part->runs;
	cr_expect_eq(run->style, 0);
	run = run->next;
	cr_expect_eq(run->style, STYLE_BOLD);
	run = run->next;
	cr_expect_eq(run->style, STYLE_BOLD | STYLE_ITALIC);
	run = run->next->next;
	cr_expect(str_equal(run->link, STR("e")));
	cr_expect(run->breaks);
	cr_expect(str_equal(run->next->text, STR("f g")));
	cr_expect_null(run->next->next);
	tear_down(&bench);
}

Test(markdown, gives_tight_items_a_paragraph_of_their_own)
{
	struct bench bench = set_up();
	struct part *list = parse(&bench, STR("3. a **b**\n4. c\n   - d\n   - e\n"));
	cr_assert_eq(list->kind, PART_LIST);
	cr_expect(list->ordered);
	cr_expect_eq(list->start, 3);
	const struct part *item = list->first;
	cr_expect_eq(item->first->kind, PART_PARAGRAPH);
	cr_expect_null(item->first->next);
	item = item->next;
	cr_expect_eq(item->first->kind, PART_PARAGRAPH);
	cr_expect_eq(item->first->next->kind, PART_LIST);
	cr_expect(str_equal(text_of(&bench, item), STR("cde")));
	tear_down(&bench);
}

Test(markdown, reads_tables_with_heads_and_alignment)
{
	struct bench bench = set_up();
	struct part *table = parse(&bench, STR("| a | b |\n|---|--:|\n| 1 | **2** |\n"));
	cr_assert_eq(table->kind, PART_TABLE);
	cr_expect_eq(table->columns, 2);
	cr_expect(table->first->head);
	cr_expect_not(table->first->next->head);
	cr_expect_eq(table->first->first->next->align, ALIGN_RIGHT);
	cr_expect_eq(table->first->next->first->next->runs->style, STYLE_BOLD);
	tear_down(&bench);
}

Test(markdown, reads_headings_rules_panels_and_code)
{
	struct bench bench = set_up();
	struct part *part =
		parse(&bench, STR("## h\n\n---\n\n> p\n\n```\na\n  b\n```\n"));
	cr_expect_eq(part->kind, PART_HEADING);
	cr_expect_eq(part->level, 2);
	part = part->next;
	cr_expect_eq(part->kind, PART_RULE);
	part = part->next;
	cr_expect_eq(part->kind, PART_PANEL);
	cr_expect_eq(part->first->kind, PART_PARAGRAPH);
	part = part->next;
	cr_expect_eq(part->kind, PART_CODE);
	cr_expect(str_equal(text_of(&bench, part), STR("a\n  b\n")));
	tear_down(&bench);
}

Test(markdown, says_where_in_the_text_each_part_stands)
{
	struct bench bench = set_up();
	struct part *part = parse(&bench, STR("ab\n\ncd **ef**\n"));
	cr_expect_eq(part->at, 0);
	cr_expect_eq(part->next->at, 4);
	cr_expect_eq(part->next->runs->next->at, 9);
	tear_down(&bench);
}

Test(markdown, prints_raw_html_as_it_is_written)
{
	struct bench bench = set_up();
	cr_expect(str_equal(text_of(&bench, parse(&bench, STR("a <b>c</b>\n"))),
			    STR("a <b>c</b>")));
	tear_down(&bench);
}

Test(markdown, refuses_images)
{
	struct bench bench = set_up();
	parse(&bench, STR("![logo](logo.png)\n"));
	cr_expect_eq(bench.notices.errors, 1);
	cr_expect_eq(bench.notices.first->code, NOTICE_MARKDOWN_REFUSED);
	tear_down(&bench);
}

Test(markdown, refuses_nesting_without_measure)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_fill(&buf, '>', 5000);
	parse(&bench, buf_str(&buf));
	cr_expect_eq(bench.notices.errors, 1);
	tear_down(&bench);
}

Test(markdown, decodes_the_references_letters_use)
{
	struct bench bench = set_up();
	struct str got = text_of(
		&bench, parse(&bench, STR("&amp;&#233;&#x20AC;&nbsp;&unknown; &#0;")));
	cr_expect(str_equal(got, STR("&é€\xC2\xA0&unknown; &#0;")), "%.*s", STR_ARG(got));
	tear_down(&bench);
}

Test(markdown, gives_nothing_for_an_empty_text)
{
	struct bench bench = set_up();
	cr_expect_null(parse(&bench, STR("")));
	cr_expect_null(parse(&bench, STR("\n\n")));
	tear_down(&bench);
}

Test(markdown, makes_an_image_of_a_code_a_part_of_its_own)
{
	struct bench bench = set_up();
	struct part *part = parse(&bench, STR("before\n\n![Scan *me*](qr:A%0Ab%c3 "
					      "\"what it \\\"is\\\"\")\n\nafter\n"));
	cr_assert_eq(bench.notices.errors, 0);
	const struct part *code = part->next;
	cr_assert_eq(code->kind, PART_SYMBOL);
	cr_assert(str_equal(code->payload, STR("A\nb%c3")));
	cr_assert(str_equal(code->alt, STR("what it \"is\"")));
	cr_assert(str_equal(text_of(&bench, code), STR("Scan me")));
	cr_assert_eq(code->next->kind, PART_PARAGRAPH);
	tear_down(&bench);
}

Test(markdown, refuses_images_that_are_no_codes)
{
	struct arena *arena = arena_new(0);
	struct buf longest = buf_new(arena, 0);
	buf_put(&longest, STR("![x](qr:"));
	buf_fill(&longest, 'a', 332);
	buf_put(&longest, STR(")"));
	const struct str images[] = {STR("![x](logo.png)"), STR("text ![x](qr:a)"),
				     STR("| ![x](qr:a) |\n|---|\n"), STR("![x](qr:)"),
				     buf_str(&longest)};
	for (size_t i = 0; i < sizeof images / sizeof *images; i++) {
		struct bench bench = set_up();
		parse(&bench, images[i]);
		cr_assert_eq(bench.notices.errors, 1, "%.*s", STR_ARG(images[i]));
		tear_down(&bench);
	}
	arena_free(arena);
}
