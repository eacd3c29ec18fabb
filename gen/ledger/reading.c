#include "ledger/reading.h"

#include <string.h>

#include "base/limits.h"

static void join_shelves(struct reading *to, int section, const struct reading *runs,
			 size_t nruns)
{
	struct shelf *all = &to->shelves[section];
	size_t room = all->count;
	for (size_t i = 0; i < nruns; i++)
		room += runs[i].shelves[section].count;
	all->items =
		arena_grow(to->desk, all->items, all->room, room, sizeof *all->items);
	all->room = room;
	for (size_t i = 0; i < nruns; i++) {
		const struct shelf *shelf = &runs[i].shelves[section];
		if (shelf->count)
			memcpy(all->items + all->count, shelf->items,
			       shelf->count * sizeof *shelf->items);
		all->count += shelf->count;
	}
}

static void join_asides(struct reading *to, const struct reading *from)
{
	if (!from->aside)
		return;
	*(to->last_aside ? to->last_aside : &to->aside) = from->aside;
	to->last_aside = from->last_aside;
}

void reading_break(struct reading *reading, enum section section, struct str name)
{
	struct map *broken = &reading->broken[section];
	if (!broken->arena)
		*broken = map_new(reading->desk);
	*map_at(broken, str_copy(reading->desk, name)) = reading;
}

/* What was lost by a fault stays lost for the whole ledger. */
static void join_losses(struct reading *to, const struct reading *from)
{
	for (int i = 0; i < SECTION__COUNT; i++) {
		const struct map *broken = &from->broken[i];
		for (size_t k = 0; k < broken->count; k++)
			reading_break(to, (enum section)i, broken->entries[k].key);
		to->lost[i] |= from->lost[i];
	}
}

struct reading reading_new(struct arena *book, struct arena *texts, struct arena *desk,
			   struct arena *scratch, struct arena *file)
{
	struct reading reading = {.book = book,
				  .texts = texts,
				  .desk = desk,
				  .scratch = scratch,
				  .file = file};
	reading.amounts.arena = desk;
	for (int i = 0; i < 2; i++) {
		reading.drafts[i] = map_new(desk);
		reading.tables[i] = map_new(desk);
	}
	return reading;
}

void reading_join(struct reading *reading, const struct reading *runs, size_t nruns)
{
	for (int i = 0; i < SECTION__COUNT; i++)
		join_shelves(reading, i, runs, nruns);
	for (size_t i = 0; i < nruns; i++) {
		amounts_join(&reading->amounts, &runs[i].amounts);
		join_asides(reading, &runs[i]);
		join_losses(reading, &runs[i]);
		notices_merge(reading->notices, runs[i].notices);
	}
}

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

bool reading_may_search(struct reading *reading)
{
	return reading->searches++ < LIMIT_NOTICES;
}

const char *reading_noun(enum section section)
{
	const char *name = schema_sections[section].record->name;
	while (*name && *name != ' ')
		name++;
	return *name ? name + 1 : schema_sections[section].record->name;
}
