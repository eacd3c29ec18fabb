/* plan: who would get what, and who is held back, in two forms.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_PLAN_H
#define CMD_PLAN_H

#include "print.h"
#include "run/book.h"

/* `refused`: payments_to is stale, so letters are counted but not listed. */
struct str plan_text(struct arena *arena, const struct book *book, bool refused,
		     bool color);
struct str plan_json(struct arena *arena, const struct book *book, bool refused);

#endif
