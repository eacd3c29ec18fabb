/* admit: fonts from outside, sound ones taken and all others refused by name. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/carried.h"
#include "base/limits.h"
#include "press/admit.h"
#include "press/press.h"

/* A font that a test may break. */
struct copy {
	struct arena *arena;
	char *at;
	struct str bytes;
};

static struct copy copy_of(const char *name)
{
	const struct carried *file = carried_find(str_from_c(name));
	struct copy copy = {.arena = arena_new(0)};
	copy.at = arena_text(copy.arena, file->bytes.len);
	memcpy(copy.at, file->bytes.at, file->bytes.len);
	copy.bytes = (struct str){copy.at, file->bytes.len};
	return copy;
}

static struct copy regular(void)
{
	return copy_of("fonts/regular.ttf");
}

static void put_word(struct copy *copy, size_t at, unsigned value)
{
	copy->at[at] = (char)(value >> 8);
	copy->at[at + 1] = (char)value;
}

static void put_long(struct copy *copy, size_t at, uint32_t value)
{
	put_word(copy, at, value >> 16);
	put_word(copy, at + 2, value & 0xFFFF);
}

/* Where the directory speaks of a table. */
static size_t entry_of(const struct copy *copy, const char *tag)
{
	for (size_t i = 0; i < sfnt_word(copy->bytes, 4); i++)
		if (memcmp(copy->at + 12 + 16 * i, tag, 4) == 0)
			return 12 + 16 * i;
	cr_assert_fail("no table '%s'", tag);
	return 0;
}

static size_t table_of(const struct copy *copy, const char *tag)
{
	return sfnt_long(copy->bytes, entry_of(copy, tag) + 8);
}

/* The sum of a table that was changed, made right. */
static void mend(struct copy *copy, const char *tag)
{
	size_t entry = entry_of(copy, tag), from = table_of(copy, tag);
	size_t length = sfnt_long(copy->bytes, entry + 12);
	uint32_t sum = 0;
	for (size_t i = 0; i < length; i++)
		if (strcmp(tag, "head") != 0 || i < 8 || i >= 12)
			sum += (uint32_t)sfnt_byte(copy->bytes, from + i)
			       << (24 - 8 * (i % 4));
	put_long(copy, entry + 4, sum);
}

/* Refused so, and for this reason. */
static void expect(struct copy *copy, enum sfnt_fault wanted, const char *start)
{
	struct str why;
	enum sfnt_fault fault = admit_font(copy->arena, copy->bytes, &why);
	cr_assert_eq(fault, wanted, "%d, not %d: %.*s", fault, wanted, STR_ARG(why));
	cr_assert(str_starts(why, str_from_c(start)), "'%.*s' is not '%s'", STR_ARG(why),
		  start);
	arena_free(copy->arena);
}

/* With one word of a table, `at` bytes into it, changed. */
static void expect_word(const char *tag, size_t at, unsigned value,
			enum sfnt_fault wanted, const char *start)
{
	struct copy copy = regular();
	put_word(&copy, table_of(&copy, tag) + at, value);
	mend(&copy, tag);
	expect(&copy, wanted, start);
}

Test(admit, takes_a_sound_font)
{
	static const char *const names[] = {"fonts/regular.ttf", "fonts/bold.ttf",
					    "fonts/italic.ttf"};
	for (int i = 0; i < 3; i++) {
		struct copy copy = copy_of(names[i]);
		expect(&copy, SFNT_SOUND, "");
	}
}

Test(admit, names_what_is_no_truetype_font)
{
	static const struct {
		const char *bytes, *why;
	} others[] = {{"OTTO....", "it is an OpenType font with PostScript"},
		      {"ttcf....", "it is a collection"},
		      {"wOFF....", "it is a web font"},
		      {"wOF2....", "it is a web font"},
		      {"%!PS-AdobeFont", "it is a PostScript font"},
		      {"PK\x03\x04", "it is an archive"},
		      {"version https://git-lfs.github.com", "it is a pointer"},
		      {"%PDF-1.7", "it is no font"},
		      {"", "it is no font"}};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct copy copy = {.arena = arena_new(0),
				    .bytes = str_from_c(others[i].bytes)};
		expect(&copy, SFNT_FOREIGN, others[i].why);
	}
}

Test(admit, refuses_a_variable_font)
{
	struct copy copy = regular();
	memcpy(copy.at + entry_of(&copy, "cmap") + 16, "fvar", 4);
	expect(&copy, SFNT_FOREIGN, "it is a variable font");
}

Test(admit, asks_whether_the_makers_allow_it)
{
	expect_word("OS/2", 8, 0x0000, SFNT_SOUND, "");
	expect_word("OS/2", 8, 0x0004, SFNT_SOUND, "");
	expect_word("OS/2", 8, 0x0008, SFNT_SOUND, "");
	expect_word("OS/2", 8, 0x000A, SFNT_SOUND, "");
	expect_word("OS/2", 8, 0x0002, SFNT_FORBIDDEN, "its makers do not allow it in");
	expect_word("OS/2", 8, 0x0100, SFNT_FORBIDDEN, "its makers do not allow a part");
	expect_word("OS/2", 8, 0x0200, SFNT_FORBIDDEN, "its makers do not allow its out");
}

Test(admit, refuses_a_table_that_is_not_what_it_should_be)
{
	expect_word("head", 12, 0, SFNT_DAMAGED, "its table 'head' is not one");
	expect_word("head", 18, 15, SFNT_DAMAGED, "its table 'head' gives no possible");
	expect_word("head", 18, 16385, SFNT_DAMAGED, "its table 'head' gives no");
	expect_word("head", 50, 2, SFNT_DAMAGED, "its table 'head' names an unknown");
	expect_word("maxp", 0, 0, SFNT_DAMAGED, "its table 'maxp' is not one");
	expect_word("maxp", 4, 0, SFNT_DAMAGED, "its table 'maxp' counts no");
	expect_word("maxp", 4, 65535, SFNT_DAMAGED, "its table 'hmtx' is too short");
	expect_word("hhea", 4, 0, SFNT_DAMAGED, "its table 'hhea' is not one");
	expect_word("hhea", 34, 0, SFNT_DAMAGED, "its table 'hhea' counts other");
	expect_word("hhea", 34, 65535, SFNT_DAMAGED, "its table 'hhea' counts other");
	expect_word("cmap", 2, 0, SFNT_DAMAGED, "its table 'cmap' is not one");
	expect_word("cmap", 2, 65535, SFNT_DAMAGED, "its table 'cmap' is not one");
	expect_word("cmap", 8, 65535, SFNT_DAMAGED, "its table 'cmap' leads out");
	expect_word("loca", 2, 65535, SFNT_DAMAGED, "its glyph ");
}

Test(admit, refuses_a_table_that_is_missing_or_leads_out_of_the_file)
{
	static const char *const tags[] = {"OS/2", "cmap", "glyf", "head",
					   "hhea", "hmtx", "loca", "maxp"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct copy gone = regular(), far = regular(), long_ = regular();
		put_long(&gone, entry_of(&gone, tags[i]) + 12, 0);
		put_long(&gone, entry_of(&gone, tags[i]) + 4, 0);
		put_long(&far, entry_of(&far, tags[i]) + 8, 0xFFFFFFFF);
		put_long(&long_, entry_of(&long_, tags[i]) + 12, 0xFFFFFFFF);
		expect(&gone, SFNT_DAMAGED,
		       i == 0 ? "its table 'OS/2' is missing" : "its table '");
		expect(&far, SFNT_DAMAGED, "it ends too early");
		expect(&long_, SFNT_DAMAGED, "it ends too early");
	}
}

Test(admit, refuses_tables_in_disorder_or_twice)
{
	struct copy copy = regular();
	memcpy(copy.at + 28, copy.at + 12, 4);
	expect(&copy, SFNT_DAMAGED, "its tables are not in their order");
}

Test(admit, notices_a_byte_that_was_turned)
{
	static const char *const tags[] = {"glyf", "loca", "hmtx", "GPOS", "name"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct copy copy = regular();
		copy.at[table_of(&copy, tags[i]) + 9] ^= 1;
		expect(&copy, SFNT_DAMAGED,
		       str_c(copy.arena,
			     str_format(copy.arena, "its table '%s' does not add up",
					tags[i])));
	}
}

Test(admit, ends_with_a_reason_wherever_the_file_is_cut)
{
	struct copy copy = regular();
	struct str why;
	for (size_t cut = 0; cut < copy.bytes.len; cut += cut < 600 ? 1 : 997) {
		struct str part = str_slice(copy.bytes, 0, cut);
		cr_assert_neq(admit_font(copy.arena, part, &why), SFNT_SOUND, "%zu", cut);
		cr_assert_gt(why.len, 0);
	}
	arena_free(copy.arena);
}

/* ---- glyphs ---- */

static size_t glyph_at(const struct copy *copy, size_t glyph)
{
	size_t loca = table_of(copy, "loca"), glyf = table_of(copy, "glyf");
	bool wide = sfnt_word(copy->bytes, table_of(copy, "head") + 50);
	return glyf + (wide ? sfnt_long(copy->bytes, loca + 4 * glyph)
			    : 2 * (size_t)sfnt_word(copy->bytes, loca + 2 * glyph));
}

static bool is_composite(const struct copy *copy, size_t glyph)
{
	size_t at = glyph_at(copy, glyph);
	return at < glyph_at(copy, glyph + 1) && sfnt_signed(copy->bytes, at) < 0;
}

/* The first `count` glyphs made of two plain ones. */
static void find_composites(const struct copy *copy, size_t *found, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; n < count; i++) {
		size_t at = glyph_at(copy, i) + 10;
		cr_assert_lt(i, sfnt_word(copy->bytes, table_of(copy, "maxp") + 4));
		if (!is_composite(copy, i) ||
		    is_composite(copy, sfnt_word(copy->bytes, at + 2)))
			continue;
		unsigned flags = sfnt_word(copy->bytes, at);
		size_t next = at + (flags & 1 ? 8 : 6);
		if (flags & 0x20 && !(flags & 0xC8) &&
		    !is_composite(copy, sfnt_word(copy->bytes, next + 2)))
			found[n++] = i;
	}
}

static void make_part(struct copy *copy, size_t glyph, size_t part)
{
	put_word(copy, glyph_at(copy, glyph) + 12, (unsigned)part);
	mend(copy, "glyf");
}

Test(admit, refuses_glyphs_made_of_themselves)
{
	struct copy copy = regular();
	size_t two[2];
	find_composites(&copy, two, 2);
	make_part(&copy, two[0], two[1]);
	make_part(&copy, two[1], two[0]);
	expect(&copy, SFNT_DAMAGED, "its glyph ");
	copy = regular();
	make_part(&copy, two[0], two[0]);
	struct str why;
	cr_assert_eq(admit_font(copy.arena, copy.bytes, &why), SFNT_DAMAGED);
	cr_assert(str_ends(why, STR("is made of itself")), "%.*s", STR_ARG(why));
	arena_free(copy.arena);
}

static void expect_chain(size_t length, enum sfnt_fault wanted)
{
	struct copy copy = regular();
	size_t chain[LIMIT_GLYPH_DEPTH + 1];
	find_composites(&copy, chain, length);
	for (size_t i = 0; i + 1 < length; i++)
		make_part(&copy, chain[i], chain[i + 1]);
	expect(&copy, wanted, wanted == SFNT_SOUND ? "" : "its glyph ");
}

Test(admit, follows_glyphs_in_glyphs_to_the_limit_and_no_further)
{
	expect_chain(LIMIT_GLYPH_DEPTH, SFNT_SOUND);
	expect_chain(LIMIT_GLYPH_DEPTH + 1, SFNT_DAMAGED);
}

Test(admit, refuses_a_glyph_of_one_that_is_not_there)
{
	struct copy copy = regular();
	size_t one;
	find_composites(&copy, &one, 1);
	make_part(&copy, one, 0xFFFF);
	struct str why;
	cr_assert_eq(admit_font(copy.arena, copy.bytes, &why), SFNT_DAMAGED);
	cr_assert(str_ends(why, STR("is made of one that is not there")));
	arena_free(copy.arena);
}

Test(admit, refuses_a_glyph_longer_than_its_place)
{
	struct copy copy = regular();
	put_word(&copy, glyph_at(&copy, 0), 0x7FFF);
	mend(&copy, "glyf");
	expect(&copy, SFNT_DAMAGED, "its glyph ");
	copy = regular();
	put_word(&copy, glyph_at(&copy, 0) + 10, 0xFFFF);
	mend(&copy, "glyf");
	expect(&copy, SFNT_DAMAGED, "its glyph ");
}

/* Whatever is admitted sets a page: one that is printed, or a finding. */
static void use(struct copy *copy)
{
	const struct str own[FACE__COUNT] = {copy->bytes, copy->bytes, copy->bytes};
	struct str fault;
	struct press *other = press_new(copy->arena, own, &fault);
	cr_assert_not_null(other);
	const struct metrics *metrics = press_metrics(other);
	cr_assert_geq(metrics->width(metrics, FACE_BOLD, 10500,
				     STR("Tomorrow, \xC5\x81\xC3\xB3"
					 "d\xC5\xBA, o\xCC\x88"),
				     false),
		      -100000);
	press_free(other);
}

Test(admit, survives_any_byte_turned_behind_mended_sums)
{
	static const char *const tags[] = {"cmap", "glyf", "GPOS", "GSUB", "GDEF", "head",
					   "hhea", "hmtx", "loca", "maxp", "OS/2"};
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct copy copy = regular();
		size_t from = table_of(&copy, tags[i]);
		size_t length = sfnt_long(copy.bytes, entry_of(&copy, tags[i]) + 12);
		for (size_t k = 0; k < 24; k++) {
			size_t at = from + (k < 12 ? k * 7 : k * length / 24) % length;
			char kept = copy.at[at];
			struct str why;
			copy.at[at] = (char)~kept;
			mend(&copy, tags[i]);
			if (admit_font(copy.arena, copy.bytes, &why) == SFNT_SOUND)
				use(&copy);
			else
				cr_assert_gt(why.len, 0);
			copy.at[at] = kept;
		}
		arena_free(copy.arena);
	}
}
