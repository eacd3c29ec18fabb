/* excerpt: the user's own line with a caret under the thing meant.
 * Floor 1. Owner: the buffer's arena. */
#ifndef DIAG_EXCERPT_H
#define DIAG_EXCERPT_H

#include "diag/source.h"

/* Escape sequences around the carets; both empty without colour. */
struct paint {
	struct str begin, end;
};

/* Columns that stand before the gutter's '|': a blank, the line's number, a blank. */
size_t excerpt_gutter(uint32_t line);

/* Two lines: the place's line under its number, and carets under `length` bytes (clamped
 * to the line). Tabs stand in both, hidden characters are made visible, and of a long
 * line a window around the place is shown. */
void excerpt_put(struct buf *buf, const struct place *place, size_t length,
		 struct paint paint);

#endif
