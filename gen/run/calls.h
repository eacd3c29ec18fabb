/* calls: whom to ring, as calls.csv: the number, when it may be rung, what is owed, the
 * last contacts and a line to say.
 * Floor 6. Owner: the arena given.
 *
 * A row for each account with something overdue that nothing holds back, of a customer
 * with a telephone number. Ringing is left to people. */
#ifndef RUN_CALLS_H
#define RUN_CALLS_H

#include "letter/compose.h"

#define CALLS_NAME "calls.csv"

/* The row, in `kept`; empty: no call. Safe on any thread with its own arenas. */
struct str calls_row(struct arena *job, struct arena *kept,
		     const struct templates *templates,
		     const struct escalation *escalation, struct notices *notices);
/* What stands above the rows. */
struct str calls_head(struct arena *arena);

#endif
