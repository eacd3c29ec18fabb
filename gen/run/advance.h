/* advance: the stages one letter moves invoices on to (rule 20).
 * Floor 6. Owner: the arena given; invoices are borrowed. */
#ifndef RUN_ADVANCE_H
#define RUN_ADVANCE_H

#include "escalate/letter.h"

/* What one log entry says: these invoices have reached this stage. */
struct advance {
	int32_t stage;			 /* index in the letter's policy */
	const struct invoice **invoices; /* by (due, issued, number) */
	size_t ninvoices;
	money fee; /* the letter's on its own stage, 0 on the others */
};

/* By stage, the lowest first. Invoices that are listed only are in none. */
struct advance *advance_list(struct arena *arena, const struct letter *letter,
			     size_t *count);

#endif
