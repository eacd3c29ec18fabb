/* notice: collecting, sorting and showing. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/notice.h"

static struct arena *arena;
static struct sources *sources;
static struct notices notices;

static void begin(void)
{
	arena = arena_new(0);
	sources = sources_new();
	notices = notices_new(arena, sources);
}

static void end(void)
{
	sources_free(sources);
	arena_free(arena);
}

/* What stands below a finding that says nothing of its own. */
#define MORE "   = help: 'collectgen help yaml-tag' says more\n"

TestSuite(notice, .init = begin, .fini = end);

static void expect_print(bool color, const char *wanted)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	notices_print(&notices, out, color);
	fclose(out);
	cr_assert_str_eq(text, wanted, "printed:\n%s\nwanted:\n%s", text, wanted);
	free(text);
}

static struct span at(const char *path, const char *text, uint32_t byte)
{
	const struct source *source =
		source_from_bytes(sources, str_from_c(path), str_from_c(text));
	return (struct span){source->file, byte};
}

static struct notice *tag(struct span span, const char *word)
{
	return NOTICE(&notices, YAML_TAG, span, STR_ARG(str_from_c(word)));
}

Test(notice, shows_the_line_a_caret_help_and_notes)
{
	struct span span =
		at("invoices/2026.yaml", "a: 1\nb: 2\nx:\n  - for: [R-2013]\n", 23);
	struct notice *notice = tag(span, "R-2013");
	notice_help(&notices, notice, "did you mean '%s'?", "R-2031");
	notice_note(&notices, notice, (struct span){span.file, 3}, "it is declared here");
	notice_note(&notices, notice, (struct span){span.file, 8}, "and here");
	expect_print(
		false,
		"invoices/2026.yaml:4:11: error: a tag 'R-2013' is not allowed [yaml-tag]\n"
		" 4 |   - for: [R-2013]\n"
		"   |           ^^^^^^\n"
		"   = help: did you mean 'R-2031'?\n"
		"invoices/2026.yaml:1:4: note: it is declared here\n"
		"invoices/2026.yaml:2:4: note: and here\n");
}

Test(notice, widens_its_gutter_with_the_line_number)
{
	char text[300] = "";
	for (int i = 0; i < 99; i++)
		strcat(text, "#\n");
	strcat(text, "x: y\n");
	notice_help(&notices, tag(at("a", text, 201), "y"), "write z");
	expect_print(false, "a:100:4: error: a tag 'y' is not allowed [yaml-tag]\n"
			    " 100 | x: y\n"
			    "     |    ^\n"
			    "     = help: write z\n");
}

Test(notice, echoes_tabs_below_tabs)
{
	tag(at("a", "\tk:\tvalue", 4), "v");
	expect_print(false, "a:1:5: error: a tag 'v' is not allowed [yaml-tag]\n"
			    " 1 | \tk:\tvalue\n"
			    "   | \t  \t^^^^^\n" MORE);
}

Test(notice, counts_columns_in_code_points_and_carets_in_cells)
{
	tag(at("a",
	       "\xC5\x81\xC3\xB3"
	       "d\xC5\xBA: \xE2\x82\xAC"
	       "1",
	       9),
	    "v");
	tag(at("b", "\xE6\x97\xA5\xE6\x9C\xAC: x", 8), "w");
	tag(at("c", "e\xCC\x81: x", 5), "x");
	expect_print(false, "a:1:7: error: a tag 'v' is not allowed [yaml-tag]\n"
			    " 1 | \xC5\x81\xC3\xB3"
			    "d\xC5\xBA: \xE2\x82\xAC"
			    "1\n"
			    "   |       ^^\n" MORE
			    "b:1:5: error: a tag 'w' is not allowed [yaml-tag]\n"
			    " 1 | \xE6\x97\xA5\xE6\x9C\xAC: x\n"
			    "   |       ^\n" MORE
			    "c:1:5: error: a tag 'x' is not allowed [yaml-tag]\n"
			    " 1 | e\xCC\x81: x\n"
			    "   |    ^\n" MORE);
}

Test(notice, makes_hidden_characters_visible)
{
	tag(at("a\033[31m",
	       "\xE2\x80\xAE"
	       "x: \033y\xFF",
	       6),
	    "z\033\n\xC2\x85");
	expect_print(false,
		     "a<U+001B>[31m:1:5: error: a tag 'z<U+001B><U+000A><U+0085>' is "
		     "not allowed [yaml-tag]\n"
		     " 1 | <U+202E>x: <U+001B>y<0xFF>\n"
		     "   |            ^^^^^^^^^^^^^^^\n" MORE);
}

Test(notice, clamps_the_carets_to_the_line)
{
	tag(at("a", "k: ab\nc", 3), "v")->length = 50;
	tag(at("b", "k: ab\nc", 5), "w");
	tag(at("c", "k: 1\n\nc", 5), "x");
	expect_print(false, "a:1:4: error: a tag 'v' is not allowed [yaml-tag]\n"
			    " 1 | k: ab\n"
			    "   |    ^^\n" MORE
			    "b:1:6: error: a tag 'w' is not allowed [yaml-tag]\n"
			    " 1 | k: ab\n"
			    "   |      ^\n" MORE
			    "c:2:1: error: a tag 'x' is not allowed [yaml-tag]\n"
			    " 2 |\n"
			    "   | ^\n" MORE);
}

Test(notice, shows_a_window_of_a_long_line)
{
	char text[700];
	memset(text, 'a', sizeof text);
	text[sizeof text - 1] = 0;
	memcpy(text + 298, ", FAULT,", 8);
	text[0] = '[';
	tag(at("x", text, 300), "v");
	char *print = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&print, &len);
	notices_print(&notices, out, false);
	fclose(out);
	cr_assert_not_null(strstr(print, "x:1:301: error"));
	char *line = strchr(print, '\n') + 1, *carets = strchr(line, '\n') + 1;
	cr_assert_eq(strncmp(line, " 1 | …aaa", strlen(" 1 | …aaa")), 0);
	cr_assert_lt(carets - line, 180);
	cr_assert_str_eq(strchr(carets, '^'), "^^^^^\n" MORE);
	/* The sign of the cut is three bytes in one cell. */
	cr_assert_eq(strstr(line, "FAULT") - line - 2, strchr(carets, '^') - carets);
	free(print);
}

Test(notice, shows_a_line_of_two_hundred_columns_whole)
{
	char text[201];
	memset(text, 'a', 200);
	text[200] = 0;
	tag(at("x", text, 0), "v");
	char *print = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&print, &len);
	notices_print(&notices, out, false);
	fclose(out);
	cr_assert_null(strstr(print, "…"));
	cr_assert_not_null(strstr(print, text));
	free(print);
}

Test(notice, names_the_program_when_it_has_no_place)
{
	notice_help(&notices, tag((struct span){0, 0}, "v"), "do");
	expect_print(false, "collectgen: error: a tag 'v' is not allowed [yaml-tag]\n"
			    "   = help: do\n");
}

Test(notice, is_sorted_by_path_place_and_code)
{
	struct span late = at("b", "x: 1\ny: 2\n", 5), early = at("a", "x: 1\n", 0);
	tag(late, "4");
	tag((struct span){late.file, 0}, "3");
	struct span start = {late.file, 0};
	NOTICE_PLAIN(&notices, TAB_INDENT, start);
	tag(early, "2");
	tag((struct span){0, 0}, "1");
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&notices, &count);
	cr_assert_eq(count, 5);
	cr_assert_eq(sorted[0]->span.file, 0);
	cr_assert_eq(sorted[1]->span.file, early.file);
	cr_assert_eq(sorted[2]->code, NOTICE_TAB_INDENT);
	cr_assert_eq(sorted[3]->span.at, 0);
	cr_assert_eq(sorted[4]->span.at, 5);
}

Test(notice, counts_an_exact_repeat_once)
{
	struct span span = at("a", "x: 1\n", 0);
	tag(span, "v");
	notice_help(&notices, tag(span, "v"), "lost");
	tag(span, "w");
	size_t count = 0;
	notices_sorted(&notices, &count);
	cr_assert_eq(count, 2);
	cr_assert_eq(notices.errors, 2);
	cr_assert_eq(notices.warnings, 0);
}

Test(notice, counts_a_fault_once_however_often_its_file_is_read)
{
	tag(at("a", "x: 1\n", 0), "v");
	tag(at("a", "x: 1\n", 0), "v");
	tag(at("a", "x: 2\n", 0), "v");
	tag(at("b", "x: 1\n", 0), "v");
	size_t count = 0;
	notices_sorted(&notices, &count);
	cr_assert_eq(count, 3);
}

Test(notice, is_merged_with_all_it_has)
{
	struct arena *job = arena_new(0);
	struct notices other = notices_new(job, sources);
	struct span span = at("a", "x: 1\n", 3);
	struct notice *notice = NOTICE(&other, YAML_TAG, span, STR_ARG(STR("v")));
	notice_help(&other, notice, "help");
	notice_note(&other, notice, span, "one");
	notice_note(&other, notice, span, "two");
	tag((struct span){span.file, 0}, "u");
	notices_merge(&notices, &other);
	arena_free(job);
	cr_assert_eq(notices.errors, 2);
	expect_print(false,
		     "a:1:1: error: a tag 'u' is not allowed [yaml-tag]\n"
		     " 1 | x: 1\n"
		     "   | ^\n" MORE "a:1:4: error: a tag 'v' is not allowed [yaml-tag]\n"
		     " 1 | x: 1\n"
		     "   |    ^\n"
		     "   = help: help\n"
		     "a:1:4: note: one\n"
		     "a:1:4: note: two\n");
}

Test(notice, has_colours_only_when_asked)
{
	notice_help(&notices, tag(at("a", "x: 1\n", 3), "v"), "do");
	expect_print(true,
		     "\033[1ma:1:4:\033[0m \033[1;31merror:\033[0m a tag 'v' is not "
		     "allowed [yaml-tag]\n"
		     " 1 | x: 1\n"
		     "   |    \033[1;31m^\033[0m\n"
		     "   = \033[36mhelp:\033[0m do\n");
}

/* What is printed ends so, or does not hold it at all. */
static void expect_end(bool never, const char *end)
{
	char *print = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&print, &len);
	notices_print(&notices, out, false);
	fclose(out);
	if (never)
		cr_assert_null(strstr(print, end));
	else
		cr_assert(str_ends(str_from_c(print), str_from_c(end)));
	free(print);
}

Test(notice, prints_so_many_and_counts_the_rest)
{
	char text[1000];
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = 0;
	struct span span = at("a", text, 0);
	for (uint32_t i = 0; i < LIMIT_NOTICES; i++)
		tag((struct span){span.file, i}, "v");
	expect_end(true, "collectgen: note: ");
	tag((struct span){span.file, LIMIT_NOTICES}, "v");
	expect_end(false, "collectgen: note: 1 more finding is not shown\n");
	for (uint32_t i = 1; i < 34; i++)
		tag((struct span){span.file, LIMIT_NOTICES + i}, "v");
	expect_end(false, "collectgen: note: 34 more findings are not shown\n");
}

Test(notice, finds_name_severity_and_paragraph_of_a_code)
{
	cr_assert_str_eq(notice_code_name(NOTICE_TAB_INDENT), "tab-indent");
	cr_assert_eq(notice_severity(NOTICE_TAB_INDENT), SEVERITY_ERROR);
	for (int code = 0; code < NOTICE_CODE__COUNT; code++)
		cr_assert_gt(strlen(notice_paragraph((enum notice_code)code)), 20);
}
