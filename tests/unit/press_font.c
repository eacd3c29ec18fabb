/* font: one face by HarfBuzz. */
#include <criterion/criterion.h>

#include "base/carried.h"
#include "press/font.h"

static struct arena *arena;
static struct font *font;

static void begin(void)
{
	arena = arena_new(0);
	font = font_open(arena, carried_find(STR("fonts/regular.ttf"))->bytes);
	cr_assert_not_null(font);
}

static void end(void)
{
	font_close(font);
	arena_free(arena);
}

TestSuite(font, .init = begin, .fini = end);

static int pair(uint32_t left, uint32_t right, bool kerning)
{
	const uint32_t points[] = {left, right};
	const struct drawn *drawn = NULL;
	cr_assert_eq(font_shape(font, points, 2, kerning, &drawn), 2);
	return drawn[0].advance - font_advance(font, font_glyph(font, left));
}

Test(font, kerns_as_its_makers_meant)
{
	cr_assert_eq(pair('T', 'o', true), -70);
	cr_assert_eq(pair('P', '.', true), -130);
	cr_assert_eq(pair('n', 'n', true), 0);
}

Test(font, leaves_amounts_alone)
{
	cr_assert_eq(pair('T', 'o', false), 0);
}

Test(font, has_figures_of_one_width)
{
	for (uint32_t digit = '1'; digit <= '9'; digit++)
		cr_assert_eq(font_advance(font, font_glyph(font, digit)),
			     font_advance(font, font_glyph(font, '0')));
}

Test(font, makes_no_ligatures)
{
	const uint32_t office[] = {'o', 'f', 'f', 'i', 'c', 'e'};
	const struct drawn *drawn = NULL;
	cr_assert_eq(font_shape(font, office, 6, true, &drawn), 6);
}

Test(font, knows_its_measures)
{
	cr_assert(str_equal(font->name, STR("NotoSans-Regular")));
	cr_assert_eq(font->ascent, 1069);
	cr_assert_eq(font->descent, 293);
	cr_assert_eq(font->cap_height, 714);
	cr_assert_eq(font->weight, 400);
	cr_assert_eq(font->angle, 0);
	cr_assert_lt(font->box[1], -200);
	cr_assert_gt(font->box[3], 900);
}

Test(font, refuses_what_is_no_font)
{
	cr_assert_null(font_open(arena, STR("")));
	cr_assert_null(
		font_open(arena, STR("%PDF-1.7 is not a font, long as it may be")));
	struct str half = carried_find(STR("fonts/bold.ttf"))->bytes;
	half.len /= 100;
	cr_assert_null(font_open(arena, half));
}

Test(font, is_cut_down_to_the_glyphs_wanted)
{
	bool *wanted = ARENA_ARRAY(arena, bool, font->nglyphs);
	uint16_t *numbers = ARENA_ARRAY(arena, uint16_t, font->nglyphs);
	wanted[font_glyph(font, 'A')] = wanted[font_glyph(font, 'z')] = true;
	struct str part = font_subset(arena, font, wanted, numbers);
	cr_assert_gt(part.len, 300);
	cr_assert_lt(part.len, 2000);
	cr_assert_eq(numbers[font_glyph(font, 'A')], 1);
	cr_assert_eq(numbers[font_glyph(font, 'z')], 2);
	cr_assert_eq(numbers[font_glyph(font, 'B')], 0);
}
