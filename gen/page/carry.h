/* carry: sub-totals of a table that goes over a page end, carried to the next page.
 * Floor 3, paper wing. Owner: the setting's arena.
 *
 * A column is carried when its total says how: the first total row's amount is the sum of
 * the amounts above it, or (a running balance) the last of them. So a sum is never
 * printed that the table itself does not bear out, and a column of days or rates is left
 * alone. */
#ifndef PAGE_CARRY_H
#define PAGE_CARRY_H

#include "page/grid.h"

struct carry;

/* What of the table can be carried, or NULL. The slot is the table's; the grid outlives
 * the carry. */
struct carry *carry_from_table(const struct setting *setting, const struct part *table,
			       const struct grid *grid, const struct slot *slot);
/* Rows [0, carry_rows) of the grid, heads among them, may be followed by a sub-total. */
size_t carry_rows(const struct carry *carry);
/* [mpt] of "Carried forward" below a row, or of "Brought forward" under a repeated head.
 */
mpt carry_height(const struct carry *carry);
/* Writes the line that follows row `row` of the grid, with its top at `y`: at the foot of
 * the page it was on, or, `brought`, at the head of the next. */
void carry_set(const struct carry *carry, struct frames *frames, size_t row, bool brought,
	       mpt y);

#endif
