/* digest: SHA-256 by its published examples (FIPS 180-2). */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/digest.h"

static void expect(struct str text, const char *wanted)
{
	struct arena *arena = arena_new(0);
	struct buf buf = buf_new(arena, 0);
	digest_put(&buf, digest_from_str(text));
	cr_assert(str_equal(buf_str(&buf), str_from_c(wanted)));
	arena_free(arena);
}

Test(digest, agrees_with_the_published_examples)
{
	expect(STR(""),
	       "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	expect(STR("abc"),
	       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	expect(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
	       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

Test(digest, tells_texts_apart)
{
	cr_assert(digest_equal(digest_from_str(STR("a")), digest_from_str(STR("a"))));
	cr_assert_not(digest_equal(digest_from_str(STR("a")), digest_from_str(STR("b"))));
}

Test(digest, comes_out_the_same_from_pieces)
{
	struct digesting digesting;
	digest_begin(&digesting);
	digest_add(&digesting, STR("a"));
	digest_add(&digesting, STR(""));
	digest_add(&digesting, STR("bc"));
	cr_assert(digest_equal(digest_end(&digesting), digest_from_str(STR("abc"))));
}

static struct digest of_two(struct str one, struct str two)
{
	struct digesting digesting;
	digest_begin(&digesting);
	digest_add_text(&digesting, one);
	digest_add_text(&digesting, two);
	return digest_end(&digesting);
}

Test(digest, tells_rows_of_texts_apart_wherever_they_are_cut)
{
	cr_assert_not(
		digest_equal(of_two(STR("ab"), STR("c")), of_two(STR("a"), STR("bc"))));
}

Test(digest, is_read_back_from_its_digits)
{
	struct arena *arena = arena_new(0);
	struct digest wanted = digest_from_str(STR("abc")), found;
	struct buf buf = buf_new(arena, 0);
	digest_put(&buf, wanted);
	cr_assert(digest_read(buf_str(&buf), &found));
	cr_assert(digest_equal(found, wanted));
	cr_assert_not(digest_read(STR("ba78"), &found));
	buf.at[63] = 'G';
	cr_assert_not(digest_read(buf_str(&buf), &found));
	arena_free(arena);
}
