#include "base/memo.h"

#include <string.h>

#include "base/arena.h"
#include "base/limits.h"

#define SLOTS 4096u /* a power of two */
#define ALIGNMENT 8u

/* Where a key's entry stands. */
struct slot {
	uint32_t hash; /* half of the key's */
	uint32_t at;   /* [bytes] of the store, behind it by 1; 0: free */
};

/* What stands in the store, the outcome's bytes behind it, and behind those the key's. */
struct entry {
	uint32_t size, head, text; /* [bytes] */
	uint32_t unused;	   /* the outcome is aligned */
};

struct memo {
	struct slot slots[SLOTS];
	uint64_t count; /* of all ever kept */
	size_t used;	/* [bytes] of the store */
	_Alignas(ALIGNMENT) char store[LIMIT_MEMO_BYTES];
};

static uint64_t hash_of(struct memo_key key)
{
	return str_hash(key.text) * 31 + str_hash(key.head);
}

static size_t place_of(uint64_t hash)
{
	return (size_t)(hash >> 32) & (SLOTS - 1);
}

static size_t aligned(size_t size)
{
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static bool is_of(const struct entry *entry, struct memo_key key)
{
	const char *bytes = (const char *)(entry + 1) + entry->size;
	struct str head = {bytes, entry->head}, text = {bytes + entry->head, entry->text};
	return str_equal(text, key.text) && str_equal(head, key.head);
}

/* Every entry begins where ALIGNMENT divides. */
static void *entry_at(char *at)
{
	return at;
}

struct memo *memo_new(struct arena *arena)
{
	return ARENA_NEW(arena, struct memo);
}

const void *memo_find(const struct memo *memo, struct memo_key key)
{
	uint64_t hash = hash_of(key);
	struct slot slot = memo->slots[place_of(hash)];
	if (!slot.at || slot.hash != (uint32_t)hash)
		return NULL;
	const struct entry *entry = (const void *)(memo->store + slot.at - 1);
	return is_of(entry, key) ? entry + 1 : NULL;
}

void *memo_keep(struct memo *memo, struct memo_key key, size_t size)
{
	const size_t most = sizeof memo->store / 16;
	if (size > most || key.head.len > most || key.text.len > most)
		return NULL;
	size_t whole = aligned(sizeof(struct entry) + size + key.head.len + key.text.len);
	if (whole > sizeof memo->store - memo->used) {
		memset(memo->slots, 0, sizeof memo->slots);
		memo->used = 0;
	}
	uint64_t hash = hash_of(key);
	struct entry *entry = entry_at(memo->store + memo->used);
	*entry = (struct entry){(uint32_t)size, (uint32_t)key.head.len,
				(uint32_t)key.text.len, 0};
	char *bytes = (char *)(entry + 1) + size;
	memcpy(bytes, key.head.at, key.head.len);
	if (key.text.len) /* else there may be no bytes at all */
		memcpy(bytes + key.head.len, key.text.at, key.text.len);
	memo->slots[place_of(hash)] =
		(struct slot){(uint32_t)hash, (uint32_t)memo->used + 1};
	memo->used += whole;
	memo->count++;
	return entry + 1;
}

uint64_t memo_count(const struct memo *memo)
{
	return memo->count;
}
