/* table: rows of cells as boxes of a flow.
 * Floor 3, paper wing. Owner: the flow's arena.
 *
 * The head is repeated on every page and stands with at least two rows; a row that is
 * bold in all its cells is a total: a rule above it, at least two rows with it. A table
 * whose head is empty has none and is only as wide as its text. */
#ifndef PAGE_TABLE_H
#define PAGE_TABLE_H

#include "page/flow.h"

/* `slot` is the room: x, width, role of a table without a head (a panel's). */
void table_set(struct flow *flow, const struct part *table, const struct slot *slot);

#endif
