/* near: edit distance, for "did you mean".
 * Floor 0. Owner: scratch only, rewound. */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/str.h"

/* Optimal string alignment distance in bytes (a swap of neighbours costs 1), or limit + 1
 * as soon as it must be greater than limit. */
size_t near_distance(struct arena *scratch, struct str a, struct str b, size_t limit);

struct near {
	struct str wanted;
	struct str best; /* empty when nothing is near enough */
	size_t distance;
	struct arena *scratch;
};

/* Offer candidates one by one: near enough is a distance of at most a third of the longer
 * length (at least 1; 0 never, ties keep the bytewise smaller so that order is no
 * matter). */
struct near near_new(struct arena *scratch, struct str wanted);
void near_offer(struct near *near, struct str candidate);

#endif
