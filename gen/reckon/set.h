/* set: places of a sorted array, the next member found at once.
 * Floor 3. Owner: the arena given.
 *
 * Which invoices still owe something is asked at every payment. A few such sets answer
 * without walking over what is settled, so an invoice of a large account costs what one
 * of a small account costs. A word says which of 64 places are members; the words above
 * say which words below are not empty. */
#ifndef RECKON_SET_H
#define RECKON_SET_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define SET_LEVELS 5 /* 64^5 places: more than memory holds */
#define SET_END SIZE_MAX

struct set {
	uint64_t *words[SET_LEVELS];
	size_t counts[SET_LEVELS];
	unsigned levels;
};

/* An empty set over the places 0 … size − 1. */
struct set set_new(struct arena *arena, size_t size);
/* Makes a place a member or not. */
void set_put(struct set *set, size_t place, bool member);
/* The first member at or after a place, or SET_END. */
size_t set_next(const struct set *set, size_t from);

#endif
