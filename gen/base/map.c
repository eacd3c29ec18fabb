#include "base/map.h"

#include "base/arena.h"

#define SLOTS_FIRST ((size_t)16)

/* The slot of key: the one that holds it, or the empty one where it belongs. nslots > 0. */
static size_t locate(const struct map *map, struct str key)
{
	size_t mask = map->nslots - 1;
	size_t slot = (size_t)str_hash(key) & mask;
	while (map->slots[slot] &&
	       !str_equal(map->entries[map->slots[slot] - 1].key, key))
		slot = (slot + 1) & mask;
	return slot;
}

/* Keeps the slots at most half full. */
static void make_room(struct map *map)
{
	if (map->count == map->room) {
		size_t room = map->room ? map->room * 2 : SLOTS_FIRST / 2;
		map->entries = arena_grow(map->arena, map->entries, map->count, room,
					  sizeof *map->entries);
		map->room = room;
	}
	if (map->nslots >= 2 * (map->count + 1))
		return;
	map->nslots = map->nslots ? map->nslots * 2 : SLOTS_FIRST;
	map->slots = ARENA_ARRAY(map->arena, uint32_t, map->nslots);
	for (size_t i = 0; i < map->count; i++)
		map->slots[locate(map, map->entries[i].key)] = (uint32_t)i + 1;
}

struct map map_new(struct arena *arena)
{
	return (struct map){.arena = arena};
}

void **map_at(struct map *map, struct str key)
{
	make_room(map);
	size_t slot = locate(map, key);
	if (!map->slots[slot]) {
		map->entries[map->count++] = (struct map_entry){.key = key};
		map->slots[slot] = (uint32_t)map->count;
	}
	return &map->entries[map->slots[slot] - 1].value;
}

void *map_find(const struct map *map, struct str key)
{
	if (map->nslots == 0)
		return NULL;
	uint32_t index = map->slots[locate(map, key)];
	return index ? map->entries[index - 1].value : NULL;
}
