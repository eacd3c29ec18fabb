/* table: rows of cells for a terminal, columns as wide as their widest cell.
 * Floor 7. Owner: the table's arena. Widths are counted in code points; whatever could
 * command a terminal is made visible. */
#ifndef CMD_TABLE_H
#define CMD_TABLE_H

#include "base/str.h"

enum paint {
	PAINT_PLAIN,
	PAINT_BOLD,
	PAINT_FAINT,
	PAINT_YELLOW,
	PAINT_RED,
	PAINT__COUNT
};

struct cell {
	struct str text;
	enum paint paint;
	bool right; /* flush right, as amounts are */
};

struct table_row {
	struct cell *cells; /* NULL: `line` stands alone */
	struct str line;    /* a line of its own, without columns */
	struct table_row *next;
};

struct table {
	struct arena *arena;
	size_t ncolumns;
	struct table_row *first, **last;
};

struct table table_new(struct arena *arena, size_t ncolumns);
/* A new row of empty cells to fill. */
struct cell *table_row(struct table *table);
void table_line(struct table *table, struct str line);
/* [columns of the terminal] */
size_t table_width(const struct table *table);
void table_put(struct buf *buf, const struct table *table, bool color);

/* Text in a paint, for what is not in a table. */
void table_paint(struct buf *buf, struct str text, enum paint paint, bool color);

#endif
