#include "base/carried.h"

/* Written by carry.sh at build time, sorted bytewise by path. */
extern const struct carried carried_table[];
extern const size_t carried_count;
extern const char carried_sources[64];

const struct carried *carried_find(struct str path)
{
	size_t low = 0, high = carried_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(path, carried_table[middle].path);
		if (order == 0)
			return &carried_table[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

const struct carried *carried_at(size_t index)
{
	return index < carried_count ? &carried_table[index] : NULL;
}

struct str carried_identity(void)
{
	return (struct str){carried_sources, sizeof carried_sources};
}
