/* subset: what a document embeds of a face. */
#include <criterion/criterion.h>

#include "base/carried.h"
#include "press/subset.h"

static struct arena *arena;
static struct font *faces[FACE__COUNT];
static struct shape *shape;
static struct deflate *deflate;

static void begin(void)
{
	arena = arena_new(0);
	deflate = deflate_open(arena);
	for (int i = 0; i < FACE__COUNT; i++)
		faces[i] =
			font_open(arena, carried_find(STR("fonts/regular.ttf"))->bytes);
	shape = shape_new(arena, faces);
}

static void end(void)
{
	for (int i = 0; i < FACE__COUNT; i++)
		font_close(faces[i]);
	deflate_close(deflate);
	arena_free(arena);
}

TestSuite(subset, .init = begin, .fini = end);

static struct subset *fresh(void)
{
	return subset_new(arena, faces, shape, deflate);
}

static bool same(const struct outfit *a, const struct outfit *b)
{
	return str_equal(a->name, b->name) && str_equal(a->program, b->program) &&
	       str_equal(a->glyphs, b->glyphs) && str_equal(a->unicode, b->unicode) &&
	       str_equal(a->widths, b->widths) && a->length == b->length;
}

Test(subset, makes_an_outfit_once)
{
	struct subset *subset = fresh();
	const struct outfit *outfit = subset_outfit(subset, FACE_REGULAR, 1);
	cr_assert_eq(subset_outfit(subset, FACE_REGULAR, 1), outfit);
	cr_assert_eq(subset_outfit(subset, FACE_REGULAR, 0), outfit,
		     "ASCII is always there");
}

Test(subset, depends_on_nothing_that_was_made_before)
{
	struct subset *one = fresh(), *two = fresh();
	for (unsigned blocks = 0; blocks < 64; blocks += 5)
		subset_outfit(one, FACE_REGULAR, blocks);
	for (unsigned blocks = 1; blocks < 64; blocks += 13)
		cr_assert(same(subset_outfit(one, FACE_REGULAR, blocks),
			       subset_outfit(two, FACE_REGULAR, blocks)));
}

Test(subset, is_small_for_most_letters)
{
	struct subset *subset = fresh();
	unsigned common = 1u << BLOCK_ASCII | 1u << BLOCK_SIGNS;
	const struct outfit *outfit = subset_outfit(subset, FACE_REGULAR, common);
	cr_assert_lt(outfit->program.len + outfit->unicode.len + outfit->glyphs.len,
		     7500);
	common |= 1u << BLOCK_WEST;
	outfit = subset_outfit(subset, FACE_REGULAR, common);
	cr_assert_lt(outfit->program.len + outfit->unicode.len + outfit->glyphs.len,
		     13000);
}

Test(subset, tells_different_sets_apart_by_their_tags)
{
	struct subset *subset = fresh();
	struct str seen[BLOCK__COUNT];
	for (int b = 0; b < BLOCK__COUNT; b++) {
		seen[b] = subset_outfit(subset, FACE_REGULAR, 1u << b)->name;
		cr_assert_eq(seen[b].at[6], '+');
		for (int k = 0; k < b; k++)
			cr_assert_not(str_equal(seen[b], seen[k]));
	}
}

/* The digits have the usual one, and with them some signs. */
Test(subset, states_widths_in_runs_but_for_the_usual_one)
{
	struct str widths = subset_outfit(fresh(), FACE_REGULAR, 1)->widths;
	cr_assert(str_starts(widths, STR("/DW 572/W[32[260 269 408 646]37[831 732 225 "
					 "300 300 551]44[268 322 268 372]58[268 268]")),
		  "%.*s", STR_ARG(widths));
	cr_assert(str_ends(widths, STR("380 551 380]]")), "%.*s", STR_ARG(widths));
}
