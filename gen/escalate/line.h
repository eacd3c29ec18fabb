/* line: what a letter lists, each invoice with what it asks for (rules 12, 17, 19).
 * Floor 4, money wing. Owner: the arena given. */
#ifndef ESCALATE_LINE_H
#define ESCALATE_LINE_H

#include "escalate/group.h"

/* Fills the lines, the blocked invoices and their sums of a letter whose policy and stage
 * are set; progress is trigger_list's. */
void line_list(struct arena *arena, struct letter *letter, const struct account *account,
	       const struct progress *progress, bool *overflow);

#endif
