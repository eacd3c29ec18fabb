/* outlook: what comes next for an account, in a few words.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_OUTLOOK_H
#define CMD_OUTLOOK_H

#include "print.h"

/* "reminder-2 now", "reminder-1 from 2026-12-04", "held", "decide" (the sequence has
 * ended); empty when nothing is coming. */
struct str outlook_next(struct arena *arena, const struct escalation *escalation);

/* "dispute until 2026-12-31: short delivery" */
struct str outlook_block(struct arena *arena, const struct block *block);

/* Why something is held back: "the last letter is too recent, until 2026-12-02". */
struct str outlook_held(struct arena *arena, const struct escalation *escalation,
			const struct held *held);

#endif
