/* str and buf: comparing, cutting, building. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static struct arena *arena;

static void begin(void)
{
	arena = arena_new(0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(str, .init = begin, .fini = end);
TestSuite(buf, .init = begin, .fini = end);

static void expect(struct str got, const char *wanted)
{
	cr_assert(str_equal(got, str_from_c(wanted)), "got '%.*s', wanted '%s'",
		  STR_ARG(got), wanted);
}

Test(str, compares_bytewise_with_the_prefix_first)
{
	cr_assert_lt(str_compare(STR("ab"), STR("abc")), 0);
	cr_assert_gt(str_compare(STR("b"), STR("abc")), 0);
	cr_assert_gt(str_compare(STR("\xC3\xA9"), STR("z")), 0);
	cr_assert_eq(str_compare(STR(""), (struct str){NULL, 0}), 0);
	cr_assert_lt(str_compare(STR(""), STR("a")), 0);
}

Test(str, tells_equal_from_unequal)
{
	cr_assert(str_equal(STR("abc"), STR("abc")));
	cr_assert_not(str_equal(STR("abc"), STR("abC")));
	cr_assert_not(str_equal(STR("abc"), STR("ab")));
	cr_assert(str_equal_caseless(STR("Inv-1"), STR("iNV-1")));
	cr_assert_not(str_equal_caseless(STR("[a"), STR("{a")));
	cr_assert_not(str_equal_caseless(STR("a"), STR("aa")));
}

Test(str, knows_its_beginning_and_its_end)
{
	cr_assert(str_starts(STR("reminder-1"), STR("reminder")));
	cr_assert(str_starts(STR("x"), STR("")));
	cr_assert_not(str_starts(STR("re"), STR("rem")));
	cr_assert(str_ends(STR("a.yaml"), STR(".yaml")));
	cr_assert_not(str_ends(STR("yaml"), STR(".yaml")));
}

Test(str, clamps_a_slice)
{
	expect(str_slice(STR("abcdef"), 2, 4), "cd");
	expect(str_slice(STR("abc"), 2, 99), "c");
	expect(str_slice(STR("abc"), 9, 99), "");
	expect(str_slice(STR("abc"), 2, 1), "");
	expect(str_slice((struct str){NULL, 0}, 0, 5), "");
}

Test(str, trims_blanks_and_line_ends)
{
	expect(str_trim(STR(" \t\r\n a b \r\n")), "a b");
	expect(str_trim(STR(" \n ")), "");
	expect(str_trim(STR("")), "");
}

Test(str, finds_a_byte)
{
	cr_assert_eq(str_index(STR("a:b:c"), ':', 0), 1);
	cr_assert_eq(str_index(STR("a:b:c"), ':', 2), 3);
	cr_assert_eq(str_index(STR("abc"), ':', 0), 3);
	cr_assert_eq(str_index(STR("abc"), 'a', 7), 3);
}

Test(str, cuts_line_by_line)
{
	struct str rest = STR("one\n\nthree"), line;
	cr_assert(str_line(&rest, &line));
	expect(line, "one");
	cr_assert(str_line(&rest, &line));
	expect(line, "");
	cr_assert(str_line(&rest, &line));
	expect(line, "three");
	cr_assert_not(str_line(&rest, &line));
}

Test(str, copies_with_a_closing_nul)
{
	const char text[] = {'a', 'b', 'c', 'X'};
	char *copy = str_c(arena, (struct str){text, 3});
	cr_assert_str_eq(copy, "abc");
	expect(str_copy(arena, STR("")), "");
}

Test(str, formats_short_and_long)
{
	expect(str_format(arena, "%d-%s", 7, "x"), "7-x");
	struct str padded = str_format(arena, "%5000d", 1);
	cr_assert_eq(padded.len, 5000);
	cr_assert_eq(padded.at[4999], '1');
}

Test(str, hashes_by_content_and_length)
{
	char a[] = "acme-2026-0000001", b[] = "acme-2026-0000001";
	cr_assert_eq(str_hash(str_from_c(a)), str_hash(str_from_c(b)));
	cr_assert_neq(str_hash(STR("a")), str_hash(STR("b")));
	cr_assert_neq(str_hash(STR("a\0")), str_hash(STR("a")));
	cr_assert_neq(str_hash(STR("12345678a")), str_hash(STR("12345678b")));
	cr_assert_eq(str_hash_caseless(STR("INV-2026-0001")),
		     str_hash_caseless(STR("inv-2026-0001")));
	cr_assert_neq(str_hash_caseless(STR("INV-2026-0001")),
		      str_hash_caseless(STR("INV-2026-0002")));
}

Test(buf, builds_text_piece_by_piece)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, STR("total "));
	buf_format(&buf, "%s=", "x");
	buf_int(&buf, -1250);
	buf_byte(&buf, ' ');
	buf_fill(&buf, '.', 3);
	expect(buf_str(&buf), "total x=-1250 ...");
}

Test(buf, writes_the_extreme_integers)
{
	struct buf buf = buf_new(arena, 0);
	buf_int(&buf, INT64_MIN);
	buf_byte(&buf, ' ');
	buf_int(&buf, INT64_MAX);
	buf_byte(&buf, ' ');
	buf_int(&buf, 0);
	expect(buf_str(&buf), "-9223372036854775808 9223372036854775807 0");
}

Test(buf, drops_what_goes_past_its_limit)
{
	struct buf buf = buf_new(arena, 5);
	buf_put(&buf, STR("12345"));
	cr_assert_not(buf.full);
	buf_put(&buf, STR("6"));
	cr_assert(buf.full);
	expect(buf_str(&buf), "12345");
}

Test(buf, drops_a_byte_past_its_limit)
{
	struct buf buf = buf_new(arena, 2);
	buf_byte(&buf, 'a');
	buf_byte(&buf, 'b');
	cr_assert_not(buf.full);
	buf_byte(&buf, 'c');
	cr_assert(buf.full);
	expect(buf_str(&buf), "ab");
}

Test(buf, opens_a_place_for_nothing_too)
{
	struct buf buf = buf_new(arena, 0);
	cr_assert_not_null(buf_open(&buf, 0));
	cr_assert_eq(buf.len, 0);
}

Test(buf, keeps_the_part_that_fits)
{
	struct buf buf = buf_new(arena, 4);
	buf_fill(&buf, 'x', 10);
	expect(buf_str(&buf), "xxxx");
	cr_assert(buf.full);
}

Test(buf, grows_over_many_blocks)
{
	struct buf buf = buf_new(arena, 0);
	for (int i = 0; i < 100000; i++) {
		buf_put(&buf, STR("0123456789"));
		if (i % 1000 == 0)
			arena_alloc(arena, 1);
	}
	struct str all = buf_str(&buf);
	cr_assert_eq(all.len, 1000000);
	for (size_t i = 0; i < all.len; i++)
		cr_assert_eq(all.at[i], "0123456789"[i % 10]);
}

Test(buf, formats_more_than_its_small_stage)
{
	struct buf buf = buf_new(arena, 0);
	buf_format(&buf, "%300d|%255d", 1, 2);
	cr_assert_eq(buf_str(&buf).len, 556);
}

Test(str, gives_pieces_that_tell_short_texts_apart)
{
	const char *text = "abcdefghijk";
	for (size_t len = 0; len < 8; len++)
		for (size_t i = 0; i < len; i++) {
			struct str one = {text, len};
			char *other = arena_text(arena, len);
			memcpy(other, text, len);
			cr_assert_eq(str_piece(one, 0),
				     str_piece((struct str){other, len}, 0));
			other[i] ^= (char)0x80;
			cr_assert_neq(str_piece(one, 0),
				      str_piece((struct str){other, len}, 0));
		}
	cr_assert_eq(str_piece(STR("abc"), 3), 0);
	cr_assert_eq(str_piece(STR("xyzabc"), 3), str_piece(STR("abc"), 0));
	cr_assert_eq(str_piece(STR("abcdefgh"), 0), str_piece(STR("abcdefghi"), 0));
}
