/* arena: alignment, zeroes, marks, growth and the end of memory. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

static void expect_zero(const unsigned char *at, size_t size)
{
	for (size_t i = 0; i < size; i++)
		cr_assert_eq(at[i], 0, "byte %zu of %zu is not zero", i, size);
}

Test(arena, gives_aligned_zeroed_memory_of_any_size)
{
	struct arena *arena = arena_new(0);
	for (size_t size = 0; size < 300; size++) {
		unsigned char *at = arena_alloc(arena, size);
		cr_assert_eq((size_t)at % (size == 0 || size % 16 ? 8 : 16), 0);
		expect_zero(at, size);
		memset(at, 0xAA, size);
	}
	arena_free(arena);
}

Test(arena, zeroes_again_what_a_rewind_gave_back)
{
	struct arena *arena = arena_new(64);
	memset(arena_alloc(arena, 10), 1, 10);
	struct arena_mark mark = arena_mark(arena);
	for (int i = 0; i < 20; i++)
		memset(arena_alloc(arena, 100), 0xFF, 100);
	arena_rewind(arena, mark);
	for (int i = 0; i < 40; i++)
		expect_zero(arena_alloc(arena, 57), 57);
	arena_free(arena);
}

Test(arena, keeps_what_stood_before_the_mark)
{
	struct arena *arena = arena_new(64);
	char *kept = arena_alloc(arena, 5);
	memcpy(kept, "kept", 5);
	struct arena_mark mark = arena_mark(arena);
	memset(arena_alloc(arena, 1000), 'x', 1000);
	arena_rewind(arena, mark);
	memset(arena_alloc(arena, 1000), 'y', 1000);
	cr_assert_str_eq(kept, "kept");
	arena_free(arena);
}

Test(arena, takes_no_new_memory_for_work_that_is_rewound)
{
	struct arena *arena = arena_new(64);
	size_t held = 0;
	for (int round = 0; round < 10; round++) {
		struct arena_mark mark = arena_mark(arena);
		for (int i = 0; i < 50; i++)
			arena_alloc(arena, 90);
		arena_rewind(arena, mark);
		if (round == 0)
			held = arena_bytes(arena);
	}
	cr_assert_eq(arena_bytes(arena), held);
	arena_free(arena);
}

Test(arena, rewinds_to_the_very_start)
{
	struct arena *arena = arena_new(64);
	struct arena_mark mark = arena_mark(arena);
	void *first = arena_alloc(arena, 8);
	arena_rewind(arena, mark);
	cr_assert_eq(arena_alloc(arena, 8), first);
	arena_free(arena);
}

Test(arena, holds_pieces_larger_than_a_block)
{
	struct arena *arena = arena_new(64);
	unsigned char *small = arena_alloc(arena, 8);
	unsigned char *large = arena_alloc(arena, 5u << 20);
	small[7] = 1;
	large[(5u << 20) - 1] = 2;
	cr_assert_geq(arena_bytes(arena), 5u << 20);
	arena_free(arena);
}

Test(arena, grows_the_newest_piece_in_place)
{
	struct arena *arena = arena_new(4096);
	int *old = ARENA_ARRAY(arena, int, 4);
	old[3] = 7;
	int *grown = arena_grow(arena, old, 4, 40, sizeof *old);
	cr_assert_eq(grown, old);
	cr_assert_eq(grown[3], 7);
	expect_zero((unsigned char *)(grown + 4), 36 * sizeof *grown);
	arena_free(arena);
}

Test(arena, grows_an_older_piece_by_copying)
{
	struct arena *arena = arena_new(4096);
	int *old = ARENA_ARRAY(arena, int, 4);
	old[0] = 5;
	int *newer = ARENA_NEW(arena, int);
	*newer = 9;
	int *grown = arena_grow(arena, old, 4, 8, sizeof *old);
	cr_assert_neq(grown, old);
	cr_assert_eq(grown[0], 5);
	cr_assert_eq(*newer, 9);
	expect_zero((unsigned char *)(grown + 4), 4 * sizeof *grown);
	arena_free(arena);
}

Test(arena, grows_from_nothing)
{
	struct arena *arena = arena_new(0);
	char *grown = arena_grow(arena, NULL, 0, 10, 1);
	expect_zero((unsigned char *)grown, 10);
	arena_free(arena);
}

Test(arena, lays_short_texts_side_by_side)
{
	struct arena *arena = arena_new(0);
	char *a = arena_text(arena, 3);
	char *b = arena_text(arena, 3);
	cr_assert_eq(b, a + 3);
	cr_assert_eq((size_t)arena_alloc(arena, 1) % 8, 0);
	arena_free(arena);
}

Test(arena, takes_over_what_lives_in_another)
{
	struct arena *arena = arena_new(64), *other = arena_new(64);
	char *theirs[50], *mine = arena_text(arena, 40);
	for (int i = 0; i < 50; i++)
		memset(theirs[i] = arena_text(other, 40), i, 40);
	memset(mine, 99, 40);
	size_t held = arena_bytes(arena) + arena_bytes(other);
	arena_adopt(arena, other);
	cr_assert_leq(arena_bytes(arena), held);
	for (int i = 0; i < 200; i++)
		memset(arena_text(arena, 40), 77, 40);
	for (int i = 0; i < 50; i++)
		cr_assert(theirs[i][0] == i && theirs[i][39] == i);
	cr_assert_eq(mine[39], 99);
	arena_free(arena);
}

Test(arena, takes_over_another_before_it_holds_anything_itself)
{
	struct arena *arena = arena_new(64), *other = arena_new(64);
	char *theirs = arena_text(other, 10);
	memcpy(theirs, "something", 10);
	arena_adopt(arena, other);
	memset(arena_text(arena, 60), 77, 60);
	cr_assert_str_eq(theirs, "something");
	arena_free(arena);
	other = arena_new(64);
	arena = arena_new(64);
	arena_adopt(arena, other);
	arena_free(arena);
}

Test(arena, ends_with_code_3_when_a_block_fails, .exit_code = 3)
{
	struct arena *arena = arena_new(64);
	arena_fail_after(arena, 2);
	for (size_t i = 0; i < 3; i++)
		arena_alloc(arena, (size_t)64 << i);
	_exit(0);
}

Test(arena, does_not_fail_before_its_time)
{
	struct arena *arena = arena_new(64);
	arena_fail_after(arena, 3);
	arena_alloc(arena, 64);
	arena_alloc(arena, 128);
	arena_fail_after(arena, 0);
	arena_alloc(arena, 1024);
	arena_free(arena);
}

Test(arena, says_one_fixed_line_at_the_end_of_memory)
{
	int ends[2];
	cr_assert_eq(pipe(ends), 0);
	if (fork() == 0) {
		dup2(ends[1], STDERR_FILENO);
		struct arena *arena = arena_new(0);
		arena_fail_after(arena, 1);
		arena_alloc(arena, 1);
		_exit(0);
	}
	close(ends[1]);
	char line[100] = "";
	cr_assert_gt(read(ends[0], line, sizeof line - 1), 0);
	cr_assert_str_eq(line, "collectgen: error: out of memory; nothing was written\n");
}

Test(arena, ends_when_a_product_overflows, .exit_code = 3)
{
	struct arena *arena = arena_new(0);
	arena_array(arena, SIZE_MAX / 2, 3);
	_exit(0);
}

Test(arena, gives_back_nothing_without_complaint)
{
	arena_free(NULL);
	arena_free(arena_new(0));
}

Test(arena, skips_a_block_that_is_too_small_after_a_rewind)
{
	struct arena *arena = arena_new(64);
	struct arena_mark mark = arena_mark(arena);
	for (int i = 0; i < 4; i++)
		arena_alloc(arena, 64);
	arena_rewind(arena, mark);
	unsigned char *large = arena_alloc(arena, 4096);
	memset(large, 1, 4096);
	expect_zero(arena_alloc(arena, 64), 64);
	cr_assert_eq(large[4095], 1);
	arena_free(arena);
}

Test(arena, has_a_place_for_an_empty_text)
{
	struct arena *arena = arena_new(0);
	cr_assert_not_null(arena_text(arena, 0));
	arena_free(arena);
}

Test(arena, grows_what_another_arena_holds)
{
	struct arena *arena = arena_new(0), *other = arena_new(0);
	int *old = ARENA_ARRAY(other, int, 4);
	old[3] = 7;
	int *grown = arena_grow(arena, old, 4, 8, sizeof *old);
	cr_assert_eq(grown[3], 7);
	arena_free(other);
	expect_zero((unsigned char *)(grown + 4), 4 * sizeof *grown);
	arena_free(arena);
}

Test(arena, keeps_its_own_spare_blocks_when_it_takes_over_another)
{
	struct arena *arena = arena_new(64), *other = arena_new(64);
	struct arena_mark mark = arena_mark(arena);
	for (int i = 0; i < 4; i++)
		arena_alloc(arena, 64);
	arena_rewind(arena, mark);
	arena_alloc(arena, 8);
	size_t held = arena_bytes(arena);
	memset(arena_alloc(other, 64), 1, 64);
	arena_adopt(arena, other);
	size_t both = arena_bytes(arena);
	cr_assert_gt(both, held);
	for (int i = 0; i < 3; i++)
		expect_zero(arena_alloc(arena, 64), 64);
	cr_assert_eq(arena_bytes(arena), both);
	arena_free(arena);
}

Test(arena, ends_when_a_piece_is_larger_than_any_memory, .exit_code = 3)
{
	struct arena *arena = arena_new(0);
	volatile size_t size = SIZE_MAX - 16;
	arena_text(arena, size);
	_exit(0);
}
