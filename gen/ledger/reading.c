#include "ledger/reading.h"

#include <string.h>

#include "base/limits.h"

static void join_shelf(struct shelf *to, const struct shelf *from)
{
	if (!from->first)
		return;
	*(to->last ? &to->last->next : &to->first) = from->first;
	to->last = from->last;
	to->count += from->count;
}

static void join_asides(struct reading *to, const struct reading *from)
{
	if (!from->aside)
		return;
	*(to->last_aside ? to->last_aside : &to->aside) = from->aside;
	to->last_aside = from->last_aside;
}

const char *reading_name(struct reading *reading, struct str text)
{
	if (!reading->names)
		reading->names = ARENA_ARRAY(reading->desk, const char *, NAMES_KEPT);
	const char **kept = &reading->names[str_hash(text) & (NAMES_KEPT - 1)];
	if (!*kept || !str_equal(str_from_c(*kept), text))
		*kept = str_c(reading->desk, text);
	return *kept;
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
			   struct arena *boards, struct arena *scratch,
			   struct arena *file)
{
	struct reading reading = {.book = book,
				  .texts = texts,
				  .desk = desk,
				  .boards = boards,
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
	for (size_t i = 0; i < nruns; i++) {
		for (int k = 0; k < SECTION__COUNT; k++)
			join_shelf(&reading->shelves[k], &runs[i].shelves[k]);
		amounts_join(&reading->amounts, &runs[i].amounts);
		join_asides(reading, &runs[i]);
		join_losses(reading, &runs[i]);
		notices_merge(reading->notices, runs[i].notices);
	}
}

void shelf_put(struct arena *arena, struct shelf *shelf, void *record, bool broken,
	       uint64_t footprint)
{
	struct shelf_board *last = shelf->last;
	if (!last || last->count == SHELF_BOARD) {
		struct shelf_board *board = ARENA_NEW(arena, struct shelf_board);
		*(last ? &last->next : &shelf->first) = board;
		shelf->last = last = board;
	}
	last->records[last->count] = record;
	last->footprints[last->count] = footprint;
	last->broken[last->count++] = broken;
	shelf->count++;
}

void shelf_settle(struct arena *arena, struct shelf *shelf)
{
	size_t at = 0;
	shelf->records = ARENA_ARRAY(arena, void *, shelf->count);
	shelf->broken = ARENA_ARRAY(arena, bool, shelf->count);
	for (const struct shelf_board *board = shelf->first; board; board = board->next) {
		memcpy(shelf->records + at, board->records,
		       board->count * sizeof *board->records);
		memcpy(shelf->broken + at, board->broken,
		       board->count * sizeof *board->broken);
		at += board->count;
	}
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
