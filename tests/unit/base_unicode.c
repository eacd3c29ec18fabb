#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/unicode.h"

Test(unicode, makes_the_same_letters_the_same_bytes)
{
	struct arena *arena = arena_new(0);
	cr_assert(str_equal(unicode_nfc(arena, STR("Bru\xCC\x82le\xCC\x81")),
			    STR("Br\xC3\xBBl\xC3\xA9")));
	struct str plain = STR("Brule");
	cr_assert_eq(unicode_nfc(arena, plain).at, plain.at);
	arena_free(arena);
}

Test(unicode, compares_without_case_as_file_systems_do)
{
	struct arena *arena = arena_new(0);
	cr_assert(str_equal(unicode_caseless(arena, STR("INV-1")), STR("inv-1")));
	cr_assert(str_equal(unicode_caseless(arena, STR("STRASSE")),
			    unicode_caseless(arena, STR("Straße"))));
	cr_assert(str_equal(unicode_caseless(arena, STR("Łódź")),
			    unicode_caseless(arena, STR("ŁÓDŹ"))));
	cr_assert_eq(unicode_hash_caseless(arena, STR("Łódź")),
		     unicode_hash_caseless(arena, STR("ŁÓDŹ")));
	/* The Kelvin sign. */
	cr_assert_eq(unicode_hash_caseless(arena, STR("1K")),
		     unicode_hash_caseless(arena, STR("1\xE2\x84\xAA")));
	cr_assert_neq(unicode_hash_caseless(arena, STR("Łódź")),
		      unicode_hash_caseless(arena, STR("Łódz")));
	arena_free(arena);
}

Test(unicode, has_room_for_what_grows_most)
{
	struct arena *arena = arena_new(0);
	/* U+0390 folds to three characters, U+1D160 normalises to three of four bytes. */
	struct str folded = unicode_caseless(arena, STR("\xCE\x90\xCE\x90\xCE\x90"));
	cr_assert_gt(folded.len, 0);
	struct str composed = unicode_nfc(arena, STR("\xF0\x9D\x85\xA0\xF0\x9D\x85\xA0"));
	cr_assert_eq(composed.len, 24);
	arena_free(arena);
}

Test(unicode, knows_letters_and_digits_of_any_script)
{
	cr_assert(unicode_is_word('a'));
	cr_assert(unicode_is_word('9'));
	cr_assert(unicode_is_word(0x416));
	cr_assert(unicode_is_word(0x661));
	cr_assert_not(unicode_is_word('-'));
	cr_assert_not(unicode_is_word(0x2013));
}

Test(unicode, tells_letters_and_digits_from_their_neighbours)
{
	static const char outside[] = "/:@[`{";
	static const char inside[] = "09AZaz";
	for (const char *c = outside; *c; c++)
		cr_assert_not(unicode_is_word((unsigned char)*c), "%c", *c);
	for (const char *c = inside; *c; c++)
		cr_assert(unicode_is_word((unsigned char)*c), "%c", *c);
}

Test(unicode, goes_from_cluster_to_cluster)
{
	struct str text = STR("e\xCC\x81x");
	cr_assert_eq(unicode_cluster(text, 0), 3);
	cr_assert_eq(unicode_cluster(text, 3), 4);
	cr_assert_eq(unicode_cluster(text, 4), 4);
}
