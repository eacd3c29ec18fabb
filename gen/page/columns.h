/* columns: how wide a table's columns are.
 * Floor 3, paper wing. Owner: the caller's arrays. */
#ifndef PAGE_COLUMNS_H
#define PAGE_COLUMNS_H

#include "page/sheet.h"

/* What a column wants [mpt]. */
struct want {
	mpt least;   /* holds every word and every figure whole */
	mpt gentle;  /* text wraps onto two lines at the most */
	mpt natural; /* nothing wraps */
	bool figures;
};

/* [mpt] between columns of a table in so much width: narrow when it is too wide, none
 * when it has more columns than a page has room for. */
mpt columns_gutter(const struct want *wants, size_t count, mpt width);

/* The text's size [mpt]: the first of look_table_size at which text wraps gently, else
 * the last. Wants are those at the first size. */
mpt columns_size(const struct want *wants, size_t count, mpt width);

/* Widths that add up to `width` at the most: natural ones, or those of short columns
 * while long texts share the rest, or, where words cannot stay whole, the widest cut down
 * to a fair share; figures give last. */
void columns_spread(mpt *widths, const struct want *wants, size_t count, mpt width);

#endif
