#include "reckon/set.h"

#include <criterion/criterion.h>

Test(set, finds_nothing_when_empty)
{
	struct arena *arena = arena_new(0);
	struct set none = set_new(arena, 0);
	struct set set = set_new(arena, 5000);
	cr_assert_eq(set_next(&none, 0), SET_END);
	cr_assert_eq(set_next(&set, 0), SET_END);
	cr_assert_eq(set_next(&set, 4999), SET_END);
	arena_free(arena);
}

Test(set, finds_the_first_member_at_or_after_a_place)
{
	static const size_t members[] = {0, 63, 64, 4095, 4096, 262143, 262144, 299999};
	struct arena *arena = arena_new(0);
	struct set set = set_new(arena, 300000);
	for (size_t i = 0; i < 8; i++)
		set_put(&set, members[i], true);
	size_t at = set_next(&set, 0);
	for (size_t i = 0; i < 8; i++) {
		cr_assert_eq(at, members[i]);
		at = set_next(&set, at + 1);
	}
	cr_assert_eq(at, SET_END);
	arena_free(arena);
}

Test(set, forgets_a_member_and_keeps_its_neighbours)
{
	struct arena *arena = arena_new(0);
	struct set set = set_new(arena, 10000);
	set_put(&set, 70, true);
	set_put(&set, 71, true);
	set_put(&set, 9000, true);
	set_put(&set, 70, false);
	set_put(&set, 71, false);
	cr_assert_eq(set_next(&set, 0), 9000);
	set_put(&set, 9000, false);
	set_put(&set, 9000, false);
	cr_assert_eq(set_next(&set, 0), SET_END);
	arena_free(arena);
}
