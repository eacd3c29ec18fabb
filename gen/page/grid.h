/* grid: a table's cells, measured, and the widths of its columns.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_GRID_H
#define PAGE_GRID_H

#include "page/frames.h"

struct cell {
	struct words words;
	struct wrapped lines; /* once the columns have their widths */
	enum align align;
	size_t across; /* empty columns behind it that it may lie across */
	struct type type;
	uint32_t element; /* once the table is set */
};

struct row {
	struct cell *cells; /* grid->columns of them */
	bool head, total;
	size_t lines; /* ≥ 1 */
};

struct grid {
	struct row *rows;
	size_t nrows, columns;
	bool headed;	/* its head has words in it */
	mpt *x, *width; /* [mpt] of each column, from the table's left edge */
	mpt whole;	/* [mpt] of the table */
	struct type type;
};

/* Cells measured, columns laid out in `width`, cells wrapped. The size goes down from
 * look_table_size(0) until figures stand on one line and text wraps gently. */
struct grid grid_from_table(const struct setting *setting, const struct part *table,
			    mpt width);

#endif
