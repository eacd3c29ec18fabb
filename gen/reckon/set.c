#include "reckon/set.h"

#define BITS 64u

static size_t lowest(uint64_t bits)
{
	return (size_t)__builtin_ctzll(bits);
}

/* Up to the level where something follows; *at is its place there. */
static unsigned climb(const struct set *set, size_t *at)
{
	for (unsigned level = 0; level < set->levels; level++) {
		size_t word = *at / BITS;
		if (word >= set->counts[level])
			return set->levels;
		uint64_t bits = set->words[level][word] >> (*at % BITS);
		if (bits != 0) {
			*at += lowest(bits);
			return level;
		}
		*at = word + 1;
	}
	return set->levels;
}

struct set set_new(struct arena *arena, size_t size)
{
	struct set set = {.levels = 0};
	size_t count = size;
	do {
		count = (count + BITS - 1) / BITS;
		set.words[set.levels] = ARENA_ARRAY(arena, uint64_t, count);
		set.counts[set.levels++] = count;
	} while (count > 1);
	return set;
}

void set_put(struct set *set, size_t place, bool member)
{
	for (unsigned level = 0; level < set->levels; level++) {
		uint64_t *word = &set->words[level][place / BITS];
		uint64_t bit = UINT64_C(1) << (place % BITS);
		*word = member ? *word | bit : *word & ~bit;
		member = *word != 0;
		place /= BITS;
	}
}

size_t set_next(const struct set *set, size_t from)
{
	size_t at = from;
	unsigned level = climb(set, &at);
	if (level == set->levels)
		return SET_END;
	while (level > 0)
		at = at * BITS + lowest(set->words[--level][at]);
	return at;
}
