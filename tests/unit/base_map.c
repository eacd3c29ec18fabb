/* map: finding, replacing, order. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/map.h"

Test(map, finds_what_was_put)
{
	struct arena *arena = arena_new(0);
	struct map map = map_new(arena);
	int one = 1, two = 2;
	cr_assert_null(map_find(&map, STR("a")));
	*map_at(&map, STR("a")) = &one;
	*map_at(&map, STR("")) = &two;
	cr_assert_eq(map_find(&map, STR("a")), &one);
	cr_assert_eq(map_find(&map, STR("")), &two);
	cr_assert_null(map_find(&map, STR("b")));
	arena_free(arena);
}

Test(map, has_one_place_for_a_key)
{
	struct arena *arena = arena_new(0);
	struct map map = map_new(arena);
	int one = 1, two = 2;
	*map_at(&map, STR("a")) = &one;
	cr_assert_eq(*map_at(&map, STR("a")), &one);
	*map_at(&map, STR("a")) = &two;
	cr_assert_eq(map.count, 1);
	cr_assert_eq(map_find(&map, STR("a")), &two);
	arena_free(arena);
}

Test(map, keeps_the_order_of_insertion_through_growth)
{
	struct arena *arena = arena_new(0);
	struct map map = map_new(arena);
	static int values[5000];
	for (int i = 0; i < 5000; i++)
		*map_at(&map, str_format(arena, "key-%d", (i * 7919) % 5000)) =
			&values[i];
	cr_assert_eq(map.count, 5000);
	for (int i = 0; i < 5000; i++) {
		cr_assert_eq(map.entries[i].value, &values[i]);
		struct str key = str_format(arena, "key-%d", (i * 7919) % 5000);
		cr_assert_eq(map_find(&map, key), &values[i]);
	}
	cr_assert_null(map_find(&map, STR("key-5000")));
	arena_free(arena);
}

Test(map, tells_keys_apart_whose_hashes_begin_alike)
{
	struct arena *arena = arena_new(0);
	struct map map = map_new(arena);
	struct str a = STR("INV-208672"), b = STR("INV-218189");
	cr_assert_eq(str_hash(a) >> 32, str_hash(b) >> 32, "find another such pair");
	int one = 1, two = 2;
	*map_at(&map, a) = &one;
	cr_assert_null(map_find(&map, b));
	*map_at(&map, b) = &two;
	cr_assert_eq(map_find(&map, a), &one);
	cr_assert_eq(map_find(&map, b), &two);
	arena_free(arena);
}
