/* wrap: words to lines, as even as they can be.
 * Floor 3, paper wing. Owner: the arena given.
 *
 * Ragged right: the fewest lines that hold the words, and among those the ones whose free
 * ends differ least (the last line's end is free, but it is no single short word where
 * that can be helped). Linear in the words for lines of bounded length. */
#ifndef PAGE_WRAP_H
#define PAGE_WRAP_H

#include "page/words.h"

struct stretch {
	size_t from, to; /* words [from, to) */
	mpt width;	 /* [mpt] without the blanks at its end */
};

struct wrapped {
	struct stretch *at;
	size_t count;
};

/* A word wider than `width` has a line of its own (words_fit leaves none). No words give
 * no lines. */
struct wrapped wrap_words(struct arena *arena, const struct words *words, mpt width);

#endif
