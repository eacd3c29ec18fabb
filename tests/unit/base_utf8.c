/* utf8: decoding, encoding, refusing. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/utf8.h"

static uint32_t first(struct str s)
{
	size_t at = 0;
	return utf8_next(s, &at);
}

Test(utf8, decodes_one_to_four_bytes)
{
	struct str s = STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
	static const uint32_t wanted[] = {'a', 0xE9, 0x20AC, 0x1F600};
	size_t at = 0;
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(utf8_next(s, &at), wanted[i]);
	cr_assert_eq(at, s.len);
}

Test(utf8, refuses_what_is_not_a_character)
{
	cr_assert_eq(first(STR("\x80")), UTF8_BAD);
	cr_assert_eq(first(STR("\xC0\xAF")), UTF8_BAD);
	cr_assert_eq(first(STR("\xE0\x80\xAF")), UTF8_BAD);
	cr_assert_eq(first(STR("\xED\xA0\x80")), UTF8_BAD);
	cr_assert_eq(first(STR("\xF0\x80\x80\x80")), UTF8_BAD);
	cr_assert_eq(first(STR("\xF4\x90\x80\x80")), UTF8_BAD);
	cr_assert_eq(first(STR("\xFF")), UTF8_BAD);
	cr_assert_eq(first(STR("\xE2\x82")), UTF8_BAD);
	cr_assert_eq(first(STR("\xC3"
			       "a")),
		     UTF8_BAD);
}

Test(utf8, moves_one_byte_past_a_bad_one)
{
	struct str s = STR("\xE2\x82"
			   "a");
	size_t at = 0;
	utf8_next(s, &at);
	cr_assert_eq(at, 1);
	utf8_next(s, &at);
	cr_assert_eq(at, 2);
	cr_assert_eq(utf8_next(s, &at), 'a');
}

Test(utf8, encodes_what_it_decodes)
{
	struct arena *arena = arena_new(0);
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		struct arena_mark mark = arena_mark(arena);
		struct buf buf = buf_new(arena, 0);
		utf8_put(&buf, point);
		size_t at = 0;
		cr_assert_eq(utf8_next(buf_str(&buf), &at), point);
		cr_assert_eq(at, buf_str(&buf).len);
		arena_rewind(arena, mark);
	}
	arena_free(arena);
}

Test(utf8, finds_the_first_invalid_byte)
{
	cr_assert_eq(utf8_valid(STR("")), 0);
	cr_assert_eq(utf8_valid(STR("plain text of some length")), 25);
	cr_assert_eq(utf8_valid(STR("0123456\xC3\xA9xyz")), 12);
	cr_assert_eq(utf8_valid(STR("0123456789\xC3")), 10);
	cr_assert_eq(utf8_valid(STR("01234567\xFF"
				    "89")),
		     8);
}

Test(utf8, counts_code_points)
{
	cr_assert_eq(utf8_count(STR("")), 0);
	cr_assert_eq(utf8_count(STR("\xC5\x81\xC3\xB3"
				    "d\xC5\xBA")),
		     4);
	cr_assert_eq(utf8_count(STR("a\xFF"
				    "b")),
		     3);
}
