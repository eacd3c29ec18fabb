#include "press/pairs.h"

/* Open addressing; a text has few hundred pairs, all of Latin some ten thousand. */
enum { ROOM_FIRST = 1024 };

struct place {
	uint32_t key; /* left and right, 0: free (no text has U+0000) */
	int16_t kern;
};

struct pairs {
	struct arena *arena;
	struct place *places;
	size_t room, count; /* room is a power of two */
};

struct pairs *pairs_new(struct arena *arena)
{
	struct pairs *pairs = ARENA_NEW(arena, struct pairs);
	pairs->arena = arena;
	pairs->room = ROOM_FIRST;
	pairs->places = ARENA_ARRAY(arena, struct place, ROOM_FIRST);
	return pairs;
}

/* The place of a key, or the free one where it belongs. */
static struct place *find(struct place *places, size_t room, uint32_t key)
{
	size_t i = (key * 0x9E3779B1u) >> 7;
	while (places[i & (room - 1)].key != key && places[i & (room - 1)].key != 0)
		i++;
	return &places[i & (room - 1)];
}

static void grow(struct pairs *pairs)
{
	size_t room = pairs->room * 4;
	struct place *places = ARENA_ARRAY(pairs->arena, struct place, room);
	for (size_t i = 0; i < pairs->room; i++) {
		if (pairs->places[i].key)
			*find(places, room, pairs->places[i].key) = pairs->places[i];
	}
	pairs->places = places;
	pairs->room = room;
}

/* What two characters are wide together beyond their advances; nothing where the font
 * would draw other glyphs than theirs. */
static int16_t ask(struct font *font, uint16_t left, uint16_t right)
{
	const uint32_t points[] = {left, right};
	const struct drawn *drawn = NULL;
	uint16_t first = font_glyph(font, left), second = font_glyph(font, right);
	size_t count = font_shape(font, points, 2, true, &drawn);
	if (count != 2 || drawn[0].glyph != first || drawn[1].glyph != second)
		return 0;
	return (int16_t)(drawn[0].advance - font_advance(font, first) + drawn[1].advance -
			 font_advance(font, second));
}

int16_t pairs_kern(struct pairs *pairs, struct font *font, uint16_t left, uint16_t right)
{
	uint32_t key = (uint32_t)left << 16 | right;
	struct place *place = find(pairs->places, pairs->room, key);
	if (place->key)
		return place->kern;
	if (pairs->count * 2 >= pairs->room) {
		grow(pairs);
		place = find(pairs->places, pairs->room, key);
	}
	pairs->count++;
	*place = (struct place){key, ask(font, left, right)};
	return place->kern;
}
