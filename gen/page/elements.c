#include "page/elements.h"

#define DEEPEST 6 /* levels a heading can have */

struct elements elements_new(struct arena *arena)
{
	struct elements elements = {.arena = arena, .count = 1, .room = 64};
	elements.at = ARENA_ARRAY(arena, struct element, elements.room);
	elements.at[0] = (struct element){.tag = TAG_DOCUMENT};
	return elements;
}

struct element *element_open(struct elements *elements, enum tag tag)
{
	if (elements->count == elements->room) {
		elements->at =
			arena_grow(elements->arena, elements->at, elements->room,
				   (size_t)elements->room * 2, sizeof *elements->at);
		elements->room *= 2;
	}
	struct element *element = &elements->at[elements->count];
	*element = (struct element){.tag = tag, .parent = elements->open};
	elements->open = elements->count++;
	return element;
}

void element_open_heading(struct elements *elements, unsigned level)
{
	unsigned depth = elements->depth;
	while (depth > 0 && elements->levels[depth - 1] >= level)
		depth--;
	if (depth < DEEPEST)
		elements->levels[depth++] = level;
	elements->depth = depth;
	element_open(elements, TAG_HEADING)->level = depth;
}

void element_close(struct elements *elements)
{
	elements->open = elements->at[elements->open].parent;
}

uint32_t element_enter(struct elements *elements, uint32_t element)
{
	uint32_t before = elements->open;
	elements->open = element;
	return before;
}
