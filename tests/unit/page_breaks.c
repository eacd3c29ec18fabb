/* breaks: where a line may end. Allowed breaks are written as '|'. */
#include <glob.h>
#include <stdio.h>

#include "page_fixture.h"

#include "page/breaks.h"

static const char *broken(struct arena *arena, const char *text)
{
	struct str s = str_from_c(text);
	char *marks = arena_text(arena, s.len + 1);
	breaks_find(s, marks);
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < s.len; i++) {
		if (marks[i] == BREAK_ALLOWED)
			buf_byte(&buf, '|');
		buf_byte(&buf, s.at[i]);
	}
	return str_c(arena, buf_str(&buf));
}

static void expect(const char *text, const char *wanted)
{
	struct arena *arena = arena_new(0);
	cr_expect_str_eq(broken(arena, text), wanted);
	arena_free(arena);
}

Test(breaks, stand_behind_blanks_and_hyphens)
{
	expect("", "");
	expect("a", "a");
	expect("please pay now", "please |pay |now");
	expect("a well-known firm", "a |well-|known |firm");
	expect("either/or (perhaps) so", "either/|or |(perhaps) |so");
	expect("yes, I see. Thanks", "yes, |I |see. |Thanks");
	expect("two  blanks", "two  |blanks");
}

Test(breaks, never_stand_in_invoice_numbers_amounts_and_codes)
{
	expect("for INV-2026-001 and 2026/0042", "for |INV-2026-001 |and |2026/0042");
	expect("of £1,250.00, due", "of |£1,250.00, |due");
	expect("sort code 12-34-56 now", "sort |code |12-34-56 |now");
	expect("all 1–30 days late", "all |1–30 days |late");
	expect("e.g. a,b at a.finch@joinery.example",
	       "e.g. |a,b |at |a.finch@joinery.example");
	expect("A/2-b-c", "A/2-b-c");
}

Test(breaks, never_stand_at_a_no_break_space)
{
	expect("by 14\u00a0February\u00a02026 at", "by |14\u00a0February\u00a02026 |at");
	expect("1\u202f250,00\u00a0€ net", "1\u202f250,00\u00a0€ |net");
}

Test(breaks, keep_a_date_whole)
{
	expect("on 30\u00a0November 2026 we", "on |30\u00a0November 2026 |we");
	expect("on November\u00a030, 2026, we", "on |November\u00a030, 2026, |we");
	expect("el 30\u00a0de\u00a0noviembre de 2026 a",
	       "el |30\u00a0de\u00a0noviembre de 2026 |a");
	expect("dem 30.\u00a0Nov. 2026 an", "dem |30.\u00a0Nov. 2026 |an");
	expect("in November 2026", "in |November |2026");
	expect("30\u00a0days 20261", "30\u00a0days |20261");
}

Test(breaks, leave_a_dot_between_two_things_with_the_first)
{
	expect("Finch Ltd · Dock Road", "Finch |Ltd · |Dock |Road");
	expect("·", "·");
}

Test(breaks, keep_a_number_with_its_unit_and_its_currency)
{
	expect("within 30 days of", "within |30 days |of");
	expect("at 8 % a year", "at |8 % |a |year");
	expect("EUR 12.50 net", "EUR 12.50 |net");
	expect("£ 5 per § 288", "£ 5 |per |§ 288");
	expect("in 2026. We do", "in |2026. |We |do");
	expect("on +44 117 496 0000. We", "on |+44 117 496 0000. |We");
	expect("call 0117 496 or write", "call |0117 496 |or |write");
}

Test(breaks, may_stand_in_addresses_of_web_pages)
{
	struct arena *arena = arena_new(0);
	const char *marked = broken(arena, "https://pay.example/2026/001?ref=7");
	cr_assert_not_null(strchr(marked, '|'));
	arena_free(arena);
}

Test(breaks, of_plain_words_are_those_of_the_rule)
{
	/* A dash at the end sends the text the long way. */
	static const char *const plain[] = {
		"Dear Sir,\nin May, Mr. Finch  wrote. a,b c.d e\n\nend ",
		"Élodie Brûlé owes £5 or €6 or 7\u00a0€ by 1\u00a0May\u00a02026; A & B: x@y +44 1 ",
		"a \u00a0b Łódź ",
	};
	struct arena *arena = arena_new(0);
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		const char *marked = broken(arena, plain[i]);
		const char *rule = broken(
			arena, str_c(arena, str_format(arena, "%sx - y", plain[i])));
		cr_assert_eq(strncmp(marked, rule, strlen(marked)), 0, "%s\n%s", marked,
			     rule);
	}
	arena_free(arena);
}

Test(breaks, leave_what_is_read_as_one_character_whole)
{
	struct str text = STR("e\u0301x");
	cr_assert_eq(breaks_cluster(text, 0), 3);
	cr_assert_eq(breaks_cluster(text, 3), 4);
}

/* A text is looked over before the library is asked about it: both agree. What no look
 * passes, a '#' behind the text, brings the library in. */
static void expect_agreement(struct arena *arena, struct str text)
{
	struct arena_mark mark = arena_mark(arena);
	struct str asked = str_format(arena, "%.*s #", STR_ARG(text));
	char *here = arena_text(arena, text.len), *there = arena_text(arena, asked.len);
	breaks_find(text, here);
	breaks_find(asked, there);
	for (size_t i = 0; i < text.len; i++)
		cr_assert_eq(here[i] == BREAK_ALLOWED, there[i] == BREAK_ALLOWED,
			     "'%.*s' at %zu", STR_ARG(text), i);
	arena_rewind(arena, mark);
}

Test(breaks, are_those_of_the_library_in_texts_that_need_none)
{
	static const char *const pieces[] = {
		"a",  "Rate", " ", " ", "-",  "/", "(", ")", "’", "“",	 "”",	"'",
		"\"", "12",   "5", "%", "@",  ",", ".", ":", ";", "&",	 "ü",	"é",
		"€",  "£",    "+", "·", "\n", "b", "x", "7", " ", "Nr.", "EUR", "\u00a0"};
	struct arena *arena = arena_new(0);
	unsigned seed = 1;
	for (int n = 0; n < 60000; n++) {
		struct buf buf = buf_new(arena, 0);
		for (int i = 0; i < 2 + n % 12; i++) {
			seed = seed * 1103515245u + 12345u;
			buf_put(&buf,
				str_from_c(pieces[(seed >> 16) %
						  (sizeof pieces / sizeof *pieces)]));
		}
		expect_agreement(arena, buf_str(&buf));
	}
	arena_free(arena);
}

/* Any two characters of ASCII behind each other, alone and in a text's company. */
Test(breaks, are_those_of_the_library_between_any_two_characters)
{
	static const char *const around[] = {"%c%c",	 "x%c%cy z", "1%c%c2 3",
					     "a %c%c b", "(a%c %cb", "a/%cb %c5"};
	struct arena *arena = arena_new(0);
	for (size_t i = 0; i < sizeof around / sizeof *around; i++)
		for (int a = '\n'; a < 0x7F; a = a == '\n' ? ' ' : a + 1)
			for (int b = '\n'; b < 0x7F; b = b == '\n' ? ' ' : b + 1) {
				char text[16];
				snprintf(text, sizeof text, around[i], a, b);
				expect_agreement(arena, str_from_c(text));
			}
	arena_free(arena);
}

/* Each line of a file. Returns how many there are. */
static size_t expect_agreement_in(struct arena *arena, const char *path)
{
	char line[1024];
	size_t lines = 0;
	FILE *file = fopen(path, "r");
	cr_assert_not_null(file, "%s", path);
	for (; fgets(line, sizeof line, file); lines++)
		expect_agreement(arena, str_trim(str_from_c(line)));
	fclose(file);
	return lines;
}

Test(breaks, are_those_of_the_library_in_every_letter)
{
	struct arena *arena = arena_new(0);
	glob_t found = {0};
	size_t lines = 0;
	glob("tests/golden/*/*.txt", 0, NULL, &found);
	glob("tests/golden/*/*/*.txt", GLOB_APPEND, NULL, &found);
	for (size_t i = 0; i < found.gl_pathc; i++)
		lines += expect_agreement_in(arena, found.gl_pathv[i]);
	globfree(&found);
	cr_assert_gt(lines, 5000, "only %zu lines", lines);
	arena_free(arena);
}
