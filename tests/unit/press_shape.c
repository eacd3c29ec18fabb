/* shape: text to codes and distances. */
#include <criterion/criterion.h>

#include "base/carried.h"
#include "base/utf8.h"
#include "press/shape.h"

static struct arena *arena;
static struct font *faces[FACE__COUNT];
static struct shape *shape;

static void begin(void)
{
	arena = arena_new(0);
	faces[FACE_REGULAR] =
		font_open(arena, carried_find(STR("fonts/regular.ttf"))->bytes);
	faces[FACE_BOLD] = font_open(arena, carried_find(STR("fonts/bold.ttf"))->bytes);
	faces[FACE_ITALIC] =
		font_open(arena, carried_find(STR("fonts/italic.ttf"))->bytes);
	shape = shape_new(arena, faces);
}

static void end(void)
{
	for (int i = 0; i < FACE__COUNT; i++)
		font_close(faces[i]);
	arena_free(arena);
}

TestSuite(shape, .init = begin, .fini = end);

static struct strokes shaped(struct str text)
{
	return shape_text(shape, FACE_REGULAR, text, false);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 8;
}

/* A word of letters, digits and signs that the faces have, capitals and lower case mixed.
 */
static size_t make_word(unsigned *seed, uint32_t points[12])
{
	static const uint32_t first[] = {'!', 0xC0, 0x100, 0x386, 0x400, 0x2013, 'A'};
	static const uint32_t count[] = {94, 64, 128, 74, 96, 12, 58};
	size_t length = 3 + next_random(seed) % 9;
	for (size_t i = 0; i < length;) {
		unsigned range = next_random(seed) % 7;
		uint32_t point = first[range] + next_random(seed) % count[range];
		if (shape_letter(shape, FACE_REGULAR, point).glyph &&
		    !block_combines(point))
			points[i++] = point;
	}
	return length;
}

/* The pairs one by one must give what the font gives for the whole. */
Test(shape, agrees_with_shaping_whole_words)
{
	unsigned seed = 1;
	for (int round = 0; round < 6000; round++) {
		enum face face = (enum face)(round % FACE__COUNT);
		uint32_t points[12];
		size_t length = make_word(&seed, points);
		struct buf text = buf_new(arena, 0);
		for (size_t i = 0; i < length; i++)
			utf8_put(&text, points[i]);
		const struct drawn *drawn = NULL;
		size_t count = font_shape(faces[face], points, length, true, &drawn);
		int64_t whole = 0;
		for (size_t i = 0; i < count; i++)
			whole += drawn[i].advance;
		cr_assert_eq(shape_width(shape, face, buf_str(&text), false), whole,
			     "'%.*s' in face %d", STR_ARG(buf_str(&text)), face);
	}
}

/* What the page is laid out with must be what is drawn. */
Test(shape, measures_what_it_draws)
{
	const struct str texts[] = {STR("Tomorrow, VAT P. \xC2\xA0To"),
				    STR("x\xCC\x84 e\xCC\x81 q\xCC\xA3\xCC\x81"),
				    STR("\xE2\x88\x92\xE2\x80\xAF"
					"5,00 non\xE2\x80\x91stop"),
				    STR("")};
	for (size_t i = 0; i < 2 * sizeof texts / sizeof *texts; i++) {
		struct str text = texts[i / 2];
		struct strokes strokes = shape_text(shape, FACE_BOLD, text, i % 2);
		int64_t width = 0;
		for (size_t k = 0; k < strokes.count; k++)
			width += shape_letter(shape, FACE_BOLD, strokes.at[k].code)
					 .advance +
				 strokes.at[k].gap;
		cr_assert_eq(shape_width(shape, FACE_BOLD, text, i % 2), width);
	}
}

Test(shape, kerns_text_and_not_amounts)
{
	cr_assert_eq(shape_width(shape, FACE_REGULAR, STR("To"), true) -
			     shape_width(shape, FACE_REGULAR, STR("To"), false),
		     70);
	cr_assert_eq(shaped(STR("To")).at[0].gap, -70);
}

Test(shape, draws_lookalikes_under_their_own_codes)
{
	struct letter minus = shape_letter(shape, FACE_REGULAR, 0x2212);
	cr_assert_eq(minus.glyph, font_glyph(faces[FACE_REGULAR], 0x2013));
	cr_assert_eq(shaped(STR("\xE2\x88\x92")).at[0].code, 0x2212);
	cr_assert_eq(shaped(STR("\xE2\x80\x91")).at[0].code, 0x2011);
	cr_assert_eq(shaped(STR("\xC2\xA0")).at[0].code, 0x00A0);
	cr_assert_eq(shaped(STR("\xC2\xA0")).missing, 0);
}

Test(shape, collects_the_blocks_a_text_touches)
{
	cr_assert_eq(shaped(STR("abc")).blocks, 1u << BLOCK_ASCII);
	cr_assert_eq(shaped(STR("Łó’")).blocks,
		     1u << BLOCK_EXTENDED | 1u << BLOCK_WEST | 1u << BLOCK_SIGNS);
}

Test(shape, names_the_first_character_it_cannot_draw)
{
	cr_assert_eq(shaped(STR("a \xD7\xA9\xD7\x9C")).missing, 0x05E9);
	cr_assert_eq(shaped(STR("\xF0\x9F\x98\x80")).missing, 0x1F600);
	cr_assert_eq(shaped(STR("a\xC2\xAD"
				"b"))
			     .missing,
		     0x00AD);
	cr_assert_eq(shaped(STR("x\xCC\x84\xD7\xA9")).missing, 0x05E9);
	cr_assert_eq(shaped(STR("a\xEE\x80\x81")).missing, 0xE001);
}

Test(shape, lets_a_mark_keep_its_letter)
{
	/* A letter with a mark that has a character of its own is drawn by that one's
	 * glyph, but stands for the two as they were written. */
	struct strokes strokes = shaped(STR("e\xCC\x81"));
	cr_assert_eq(strokes.count, 1);
	cr_assert_eq(strokes.at[0].code, 0x00E9);
	cr_assert_eq(strokes.at[0].joined, 1);
	cr_assert(str_equal(strokes.at[0].text, STR("e\xCC\x81")));
	/* One without is drawn by both, the mark off the pen's place. */
	strokes = shaped(STR("x\xCC\x84"));
	cr_assert_eq(strokes.count, 2);
	cr_assert_eq(strokes.at[0].joined, 0);
	cr_assert_neq(strokes.at[1].right, 0);
}

/* Any text at all: what is drawn is as wide as what is measured, joined strokes lie
 * within the text, and nothing is left out without being named. */
Test(shape, survives_any_text)
{
	unsigned seed = 3;
	struct arena *scratch = arena_new(0);
	struct arena_mark mark = arena_mark(scratch);
	for (int round = 0; round < 20000; round++) {
		struct buf text = buf_new(scratch, 0);
		for (unsigned i = next_random(&seed) % 12; i > 0; i--) {
			unsigned kind = next_random(&seed) % 8;
			uint32_t point = next_random(&seed) % (kind < 5 ? 0x600 : 0x3000);
			utf8_put(&text, kind == 7 ? 0x300 + point % 0x70 : point);
		}
		struct str s = buf_str(&text);
		struct strokes strokes = shape_text(shape, FACE_ITALIC, s, round % 2);
		int64_t width = 0;
		for (size_t k = 0; k < strokes.count; k++) {
			const struct stroke *stroke = &strokes.at[k];
			struct letter letter =
				shape_letter(shape, FACE_ITALIC, stroke->code);
			width += letter.advance + stroke->gap;
			cr_assert(letter.glyph || strokes.missing);
			cr_assert_leq(k + stroke->joined, strokes.count);
			cr_assert_leq(stroke->text.len, s.len);
		}
		if (!strokes.missing)
			cr_assert_eq(shape_width(shape, FACE_ITALIC, s, round % 2),
				     width);
		arena_rewind(scratch, mark);
	}
	arena_free(scratch);
}

Test(shape, keeps_every_mark_of_a_letter_that_has_too_many)
{
	struct buf tower = buf_new(arena, 0);
	buf_byte(&tower, 'e');
	for (int i = 0; i < 100; i++)
		buf_put(&tower, STR("\xCC\xAE")); /* no letter composes with this one */
	struct strokes few = shaped(str_slice(buf_str(&tower), 0, 1 + 2 * 30));
	size_t expected = few.count + 70;
	cr_assert_eq(few.count, 31);
	struct strokes all = shaped(buf_str(&tower));
	cr_assert_eq(all.count, expected);
	cr_assert_eq(all.missing, 0);
	for (size_t i = 1; i < all.count; i++)
		cr_assert_eq(all.at[i].code, 0x32E, "mark %zu", i);
}
