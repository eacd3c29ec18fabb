/* letterhead: who writes: logo, name, lines, and the small line above the address.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_LETTERHEAD_H
#define PAGE_LETTERHEAD_H

#include "page/frames.h"

/* The first y below the block on either side [mpt]; 0: nothing is there. */
struct letterhead {
	mpt left, right;
};

/* With a logo, that stands in the name's place and the name heads the lines. */
struct letterhead letterhead_set(struct frames *frames, const struct setting *setting,
				 const struct sheet *sheet);

/* Where the right-hand block begins: letterhead, reference block or address share this
 * edge. */
mpt letterhead_axis(const struct profile *profile);

#endif
