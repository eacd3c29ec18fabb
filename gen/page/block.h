/* block: the parts of a text tree as boxes of a flow.
 * Floor 3, paper wing. Owner: the flow's arena. */
#ifndef PAGE_BLOCK_H
#define PAGE_BLOCK_H

#include "page/flow.h"

/* Where parts go: a column and how long its lines of running text may be. */
struct column {
	mpt x, width;
	mpt measure; /* ≤ width */
	enum role role;
	mpt tallest; /* [mpt] of a page's body: a panel that is higher may be divided */
};

/* One part, and all that is in it. */
void block_set(struct flow *flow, const struct part *part, const struct column *column);

/* The parts of a letter, to the end of the list. Its closing (the last short paragraphs:
 * formula and signature) never stands alone on a page. */
void block_set_letter(struct flow *flow, const struct part *parts,
		      const struct column *column);

/* Longest good line of running text: about LOOK_LINE_CHARACTERS, at most `width`. */
mpt block_measure(const struct setting *setting, mpt width);

#endif
