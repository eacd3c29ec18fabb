#include "ledger/reading.h"

void shelf_put(struct arena *arena, struct shelf *shelf, void *record, bool broken)
{
	if (shelf->count == shelf->room) {
		size_t room = shelf->room ? shelf->room * 2 : 16;
		shelf->items = arena_grow(arena, shelf->items, shelf->room, room,
					  sizeof *shelf->items);
		shelf->room = room;
	}
	shelf->items[shelf->count++] = (struct shelf_item){record, broken};
}

void reading_break(struct reading *reading, enum section section, struct str name)
{
	struct map *broken = &reading->broken[section];
	if (!broken->arena)
		*broken = map_new(reading->desk);
	*map_at(broken, str_copy(reading->desk, name)) = reading;
}

bool reading_lost(const struct reading *reading, enum section section, struct str name)
{
	return reading->lost[section] ||
	       map_find(&reading->broken[section], name) != NULL;
}

void reading_lose_all(struct reading *reading)
{
	for (int i = 0; i < SECTION__COUNT; i++)
		reading->lost[i] = true;
}

const char *reading_noun(enum section section)
{
	const char *name = schema_sections[section].record->name;
	while (*name && *name != ' ')
		name++;
	return *name ? name + 1 : schema_sections[section].record->name;
}
