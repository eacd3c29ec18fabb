/* map: str → pointer, in order of insertion.
 * Floor 0. Owner: the arena; keys are borrowed, not copied. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_entry {
	struct str key;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries; /* in order of insertion */
	size_t count, room;
	uint64_t *slots; /* open addressing: 32 bits of the hash, entry index + 1 */
	size_t nslots;	 /* a power of two, or 0 */
};

struct map map_new(struct arena *arena);
/* The place of key's value, inserted as NULL when absent; valid until the next insertion.
 */
void **map_at(struct map *map, struct str key);
/* The value, or NULL when absent. */
void *map_find(const struct map *map, struct str key);

#endif
