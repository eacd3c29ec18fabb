#include <criterion/criterion.h>

#include "base/arena.h"
#include "run/manifest.h"

static struct str then_items[] = {STR_LIT("collectgen 1.0.0"), STR_LIT("libharu 2.3.0"),
				  STR_LIT("Font Old 1")};
static struct str now_items[] = {STR_LIT("collectgen 1.0.0"), STR_LIT("libharu 2.4.0"),
				 STR_LIT("Font New 1")};

Test(versions, of_a_manifest_are_those_it_was_made_with)
{
	struct arena *arena = arena_new(0);
	struct versions then = {then_items, 3}, read;
	struct manifest manifest = manifest_new(arena);

	read = versions_from_manifest(
		arena, manifest_text(&manifest, &then, date_from_civil(2026, 11, 30)));
	cr_assert_eq(read.count, 3);
	cr_assert_eq(versions_difference(arena, &then, &read).len, 0);
	cr_assert(str_equal(versions_program(&read), STR("1.0.0")));
	cr_assert_eq(versions_from_manifest(arena, STR("{}\n")).count, 0);
	arena_free(arena);
}

Test(versions, that_differ_are_named_with_both)
{
	struct arena *arena = arena_new(0);
	struct versions then = {then_items, 3}, now = {now_items, 3};

	cr_assert(str_equal(versions_difference(arena, &then, &now),
			    STR("libharu 2.3.0 became libharu 2.4.0, "
				"Font Old 1 is no more, Font New 1 is new")));
	arena_free(arena);
}

Test(versions, of_this_program_begin_with_itself)
{
	struct arena *arena = arena_new(0);
	struct versions now = versions_now(arena, NULL);

	cr_assert(str_starts(now.items[0], STR("collectgen ")));
	cr_assert_gt(now.count, 3);
	arena_free(arena);
}
