/* hidden and scan: what no text may hold, and the look at a file's raw bytes. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "diag/hidden.h"
#include "diag/scan.h"
#include "diag/yaml.h"

Test(hidden, is_every_control_but_tab_and_line_feed)
{
	for (uint32_t point = 0; point < 0x20; point++)
		cr_assert_eq(hidden_character(point), point != '\t' && point != '\n');
	for (uint32_t point = 0x7F; point < 0xA0; point++)
		cr_assert(hidden_character(point));
}

Test(hidden, is_whatever_cannot_be_seen)
{
	static const uint32_t points[] = {
		0xAD,	0x34F,	0x61C,	0x115F, 0x1160, 0x180E,	 0x200B,  0x200F, 0x2028,
		0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x206F,	 0x3164,  0xFEFF, 0xFFA0,
		0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0xE0001, 0xE007F};
	for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
		cr_assert(hidden_character(points[i]), "U+%04X", (unsigned)points[i]);
		cr_assert_not_null(hidden_name(points[i]));
	}
}

Test(hidden, is_nothing_that_people_write)
{
	static const uint32_t points[] = {
		' ',	'~',	0xA0,	0xAE,	0x142,	0x3A9,	0x416,	0x2010,	 0x2013,
		0x2027, 0x202F, 0x20AC, 0x2019, 0x3042, 0xFE0F, 0xFFFD, 0x1F600, 0x20000};
	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		cr_assert_not(hidden_character(points[i]), "U+%04X", (unsigned)points[i]);
}

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

TestSuite(scan, .init = begin, .fini = end);

static enum verdict scan(struct str text)
{
	const struct source *source = source_from_bytes(sources, STR("x"), text);
	return scan_bytes(source, 0, text.len, true, &notices);
}

static void expect(struct str text, enum verdict verdict, enum notice_code code,
		   uint32_t at)
{
	size_t before = notices.errors;
	cr_assert_eq(scan(text), verdict);
	cr_assert_eq(notices.errors, before + 1);
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&notices, &count);
	uint32_t file = (uint32_t)sources_count(sources);
	for (size_t i = 0; i < count; i++)
		if (sorted[i]->span.file == file) {
			cr_assert_eq(sorted[i]->code, code);
			cr_assert_eq(sorted[i]->span.at, at, "at %u", sorted[i]->span.at);
		}
}

Test(scan, passes_clean_text)
{
	cr_assert_eq(scan(STR("")), VERDICT_CLEAN);
	cr_assert_eq(scan(STR("a: 1\r\nb: \xC5\x81\tx\r\n\r\n  c: 2\n")), VERDICT_CLEAN);
	cr_assert_eq(scan(STR("\xEF\xBB\xBF"
			      "a: 1\n")),
		     VERDICT_CLEAN);
	cr_assert_eq(scan(STR("=======\n<<<<<< six\n<<<<<<<<\n")), VERDICT_CLEAN);
	cr_assert_eq(scan(STR("a: 1\r\n")), VERDICT_CLEAN);
	cr_assert_eq(notices.errors, 0);
}

Test(scan, refuses_what_is_not_utf8_where_it_stands)
{
	expect(STR("name: M\xFCller GmbH\n"), VERDICT_UNREADABLE, NOTICE_ENCODING, 7);
	expect(STR("0123456789abcdef\xC0\xAF"), VERDICT_UNREADABLE, NOTICE_ENCODING, 16);
	expect(STR("x: \xED\xA0\x80"), VERDICT_UNREADABLE, NOTICE_ENCODING, 3);
	expect(STR("\xFF\xFE"
		   "a\0:\0"),
	       VERDICT_UNREADABLE, NOTICE_ENCODING, 0);
	expect(STR("\xFE\xFF\0a"), VERDICT_UNREADABLE, NOTICE_ENCODING, 0);
	expect(STR("a\0:\0"), VERDICT_UNREADABLE, NOTICE_ENCODING, 0);
}

Test(scan, refuses_hidden_characters_where_they_stand)
{
	expect(STR("name: A\xE2\x80\x8B"
		   "b\n"),
	       VERDICT_FLAWED, NOTICE_HIDDEN_CHARACTER, 7);
	expect(STR("n: \xE2\x80\xAE"
		   "x\n"),
	       VERDICT_FLAWED, NOTICE_HIDDEN_CHARACTER, 3);
	expect(STR("n: a\xC2\x85"
		   "b\n"),
	       VERDICT_UNREADABLE, NOTICE_HIDDEN_CHARACTER, 4);
	expect(STR("# \xE2\x80\xA8"
		   "b: 1\n"),
	       VERDICT_UNREADABLE, NOTICE_HIDDEN_CHARACTER, 2);
	expect(STR("n: \x1B[0m\n"), VERDICT_UNREADABLE, NOTICE_HIDDEN_CHARACTER, 3);
	expect(STR("0123456789: \x7F\n"), VERDICT_UNREADABLE, NOTICE_HIDDEN_CHARACTER,
	       12);
	expect(STR("n: \0\n"), VERDICT_UNREADABLE, NOTICE_HIDDEN_CHARACTER, 3);
	expect(STR("n: 1\n\xEF\xBB\xBFm: 2\n"), VERDICT_UNREADABLE,
	       NOTICE_HIDDEN_CHARACTER, 5);
}

Test(scan, refuses_a_carriage_return_that_ends_no_line)
{
	expect(STR("a: 1\rb: 2\n"), VERDICT_UNREADABLE, NOTICE_LONE_RETURN, 4);
	expect(STR("a: 1\r\r\n"), VERDICT_UNREADABLE, NOTICE_LONE_RETURN, 4);
	expect(STR("a: 1\r"), VERDICT_UNREADABLE, NOTICE_LONE_RETURN, 4);
}

Test(scan, refuses_tabs_in_the_indentation_once)
{
	expect(STR("a:\n\tb: 1\n\tc: 2\n  \td: 3\n"), VERDICT_UNREADABLE,
	       NOTICE_TAB_INDENT, 3);
	cr_assert(str_equal(notices.first->help,
			    STR("indent with spaces, here and in 2 more lines")));
	const struct source *source = source_from_bytes(sources, STR("y"), STR("\tx\n"));
	cr_assert(text_is_clean(source, false, &notices));
	cr_assert_not(text_is_clean(source, true, &notices));
}

Test(scan, refuses_a_merge_conflict_once)
{
	expect(STR("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n"),
	       VERDICT_UNREADABLE, NOTICE_CONFLICT_MARKER, 5);
	expect(STR("a: 1\n>>>>>>> x\n"), VERDICT_UNREADABLE, NOTICE_CONFLICT_MARKER, 5);
	expect(STR("<<<<<<<\r\n"), VERDICT_UNREADABLE, NOTICE_CONFLICT_MARKER, 0);
}

Test(scan, looks_only_at_its_part)
{
	const struct source *source =
		source_from_bytes(sources, STR("x"), STR("\xFF a: 1\n\xFF"));
	cr_assert_eq(scan_bytes(source, 1, 7, true, &notices), VERDICT_CLEAN);
	cr_assert_eq(scan_bytes(source, 1, 8, true, &notices), VERDICT_UNREADABLE);
	cr_assert_eq(notices.first->span.at, 7);
}
