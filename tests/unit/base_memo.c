/* memo: finding what was kept, and nothing else. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/memo.h"

static struct memo_key key(struct str head, struct str text)
{
	return (struct memo_key){head, text};
}

static void keep(struct memo *memo, struct memo_key key, uint64_t value)
{
	uint64_t *room = memo_keep(memo, key, sizeof *room);
	cr_assert_not_null(room);
	*room = value;
}

static uint64_t found(const struct memo *memo, struct memo_key key)
{
	const uint64_t *value = memo_find(memo, key);
	return value ? *value : 0;
}

Test(memo, finds_what_was_kept_under_an_equal_key)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	char name[] = "Ashcombe";
	cr_assert_null(memo_find(memo, key(STR("h"), STR("Ashcombe"))));
	keep(memo, key(STR("h"), str_from_c(name)), 7);
	name[0] = 'x'; /* the key is its own */
	cr_assert_eq(found(memo, key(STR("h"), STR("Ashcombe"))), 7);
	cr_assert_null(memo_find(memo, key(STR("h"), str_from_c(name))));
	arena_free(arena);
}

Test(memo, tells_a_heads_bytes_from_a_texts)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	keep(memo, key(STR("ab"), STR("c")), 1);
	cr_assert_null(memo_find(memo, key(STR("a"), STR("bc"))));
	cr_assert_null(memo_find(memo, key(STR(""), STR("abc"))));
	keep(memo, key(STR(""), STR("")), 2);
	cr_assert_eq(found(memo, key(STR(""), STR(""))), 2);
	arena_free(arena);
}

Test(memo, gives_the_newest)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	keep(memo, key(STR("h"), STR("t")), 1);
	cr_assert_eq(memo_count(memo), 1);
	keep(memo, key(STR("h"), STR("t")), 2);
	cr_assert_eq(memo_count(memo), 2);
	cr_assert_eq(found(memo, key(STR("h"), STR("t"))), 2);
	arena_free(arena);
}

/* Two texts whose hashes agree in all that a place and its slot know of one (44 bits):
 * the key's own bytes decide. Whoever changes str_hash looks for another two. */
Test(memo, tells_keys_of_one_hash_apart)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	struct str one = STR("invoice 414967"), other = STR("invoice 18290864");
	cr_assert_eq((str_hash(one) ^ str_hash(other)) << 20, 0);
	keep(memo, key(STR("h"), one), 1);
	cr_assert_null(memo_find(memo, key(STR("h"), other)));
	keep(memo, key(one, STR("t")), 2);
	cr_assert_null(memo_find(memo, key(other, STR("t"))));
	cr_assert_eq(found(memo, key(one, STR("t"))), 2);
	arena_free(arena);
}

/* Far more than it holds: what is found is always right, and the newest always is. */
Test(memo, never_gives_one_for_another_however_much_is_kept)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	struct arena_mark mark = arena_mark(arena);
	size_t hits = 0, many = 3 * (LIMIT_MEMO_BYTES / 32);
	for (uint64_t i = 1; i <= many; i++) {
		uint64_t other = i - i * 7919 % (i < 50 ? i : 50);
		struct str text = str_format(arena, "invoice %d", (int)i);
		keep(memo, key(STR("h"), text), i);
		cr_assert_eq(found(memo, key(STR("h"), text)), i);
		text = str_format(arena, "invoice %d", (int)other);
		uint64_t value = found(memo, key(STR("h"), text));
		cr_assert(value == other || value == 0);
		hits += value == other;
		arena_rewind(arena, mark);
	}
	cr_assert_gt(hits, many * 9 / 10);
	arena_free(arena);
}

Test(memo, has_no_room_for_what_would_drive_out_all_else)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	struct str most = {arena_text(arena, LIMIT_MEMO_BYTES), LIMIT_MEMO_BYTES / 16};
	struct str more = {most.at, most.len + 1};
	cr_assert_not_null(memo_keep(memo, key(most, most), most.len));
	cr_assert_null(memo_keep(memo, key(STR("h"), STR("t")), more.len));
	cr_assert_null(memo_keep(memo, key(more, STR("t")), 1));
	cr_assert_null(memo_keep(memo, key(STR("h"), more), 1));
	cr_assert_not_null(memo_find(memo, key(most, most)));
	arena_free(arena);
}

Test(memo, keeps_what_it_gives_out_aligned)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	for (size_t i = 0; i < 64; i++) {
		struct str text = {"0123456789012345678901234567890123456789012345678901"
				   "234567890123",
				   i};
		char *room = memo_keep(memo, key(STR("h"), text), i);
		memset(room, 'x', i);
		cr_assert_eq((uintptr_t)room % sizeof(void *), 0);
		cr_assert_eq(memo_find(memo, key(STR("h"), text)), room);
	}
	arena_free(arena);
}

Test(memo, takes_a_key_without_a_text)
{
	struct arena *arena = arena_new(0);
	struct memo *memo = memo_new(arena);
	struct str none = {NULL, 0};
	cr_assert_null(memo_find(memo, key(STR("head"), none)));
	char *kept = memo_keep(memo, key(STR("head"), none), 1);
	*kept = 'x';
	const char *found = memo_find(memo, key(STR("head"), STR("")));
	cr_assert_eq(*found, 'x');
	cr_assert_null(memo_find(memo, key(STR("head"), STR("text"))));
	arena_free(arena);
}
