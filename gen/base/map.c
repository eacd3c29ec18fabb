#include "base/map.h"

#include "base/arena.h"

#define SLOTS_FIRST ((size_t)16)

static uint64_t hash_of(struct str key)
{
	return str_hash(key) >> 32 << 32;
}

static uint32_t index_of(uint64_t slot)
{
	return (uint32_t)slot - 1;
}

/* The slot of a key: the one that holds it, or the empty one where it belongs. nslots >
 * 0. */
static uint64_t *locate(const struct map *map, struct str key, uint64_t hash)
{
	size_t mask = map->nslots - 1;
	for (size_t at = (size_t)(hash >> 32) & mask;; at = (at + 1) & mask) {
		uint64_t *slot = &map->slots[at];
		if (!*slot)
			return slot;
		bool alike = *slot >> 32 == hash >> 32;
		if (alike && str_equal(map->entries[index_of(*slot)].key, key))
			return slot;
	}
}

/* Doubles the slots; all keys differ, so they need not be looked at. */
static void spread(struct map *map)
{
	size_t old = map->nslots, mask = old ? old * 2 - 1 : SLOTS_FIRST - 1;
	uint64_t *slots = ARENA_ARRAY(map->arena, uint64_t, mask + 1);
	for (size_t i = 0; i < old; i++) {
		if (!map->slots[i])
			continue;
		size_t at = (size_t)(map->slots[i] >> 32) & mask;
		while (slots[at])
			at = (at + 1) & mask;
		slots[at] = map->slots[i];
	}
	map->slots = slots;
	map->nslots = mask + 1;
}

/* Keeps the slots at most half full. */
static void make_room(struct map *map)
{
	if (map->nslots < 2 * (map->count + 1))
		spread(map);
	if (map->count < map->room)
		return;
	size_t room = map->room ? map->room * 2 : SLOTS_FIRST / 2;
	map->entries = arena_grow(map->arena, map->entries, map->count, room,
				  sizeof *map->entries);
	map->room = room;
}

struct map map_new(struct arena *arena)
{
	return (struct map){.arena = arena};
}

void **map_at(struct map *map, struct str key)
{
	make_room(map);
	uint64_t hash = hash_of(key), *slot = locate(map, key, hash);
	if (!*slot) {
		map->entries[map->count++] = (struct map_entry){.key = key};
		*slot = hash | map->count;
	}
	return &map->entries[index_of(*slot)].value;
}

void *map_find(const struct map *map, struct str key)
{
	if (map->nslots == 0)
		return NULL;
	uint64_t slot = *locate(map, key, hash_of(key));
	return slot ? map->entries[index_of(slot)].value : NULL;
}
