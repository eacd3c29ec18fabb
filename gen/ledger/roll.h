/* roll: who is known by which id: customers, invoices, plans, credit notes.
 * Floor 2. Owner: the desk.
 *
 * Ids must differ by more than case, because they name files. Looking a name up either
 * gives the record or makes a notice with the nearest name, unless the record was lost by
 * a fault that was already reported. */
#ifndef LEDGER_ROLL_H
#define LEDGER_ROLL_H

#include "ledger/reading.h"

enum { ROLL_AHEAD = 8 }; /* memory answers within so many look-ups */

/* Enters all records of the section's shelf; twice the same id is a notice at the second.
 */
void roll_enter(struct reading *reading, enum section section);
/* A name of the section will be looked up soon, when some ROLL_AHEAD others have been:
 * its place is fetched into the cache meanwhile. NULL: none. May use scratch. */
void roll_expect(const struct reading *reading, enum section section, const char *name);
/* The record of exactly that id, or NULL; no notice. */
void *roll_find(const struct reading *reading, enum section section, struct str id);
/* The same with a notice; `who` names it: "payment". Without a name, NULL silently.
 */
void *roll_call(struct reading *reading, enum section section, const struct name *name,
		const char *who);
/* The same for a PASSING name, NULL when there is none, that stands at `span`. */
void *roll_call_passing(struct reading *reading, enum section section, const char *name,
			struct span span, const char *who);

#endif
