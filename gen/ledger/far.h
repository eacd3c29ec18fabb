/* far: days that lie years away from all others of their section.
 * Floor 2. Owner: nothing but warnings.
 *
 * Only a few in a section can be far: when a past day is rebuilt, most of a ledger lies
 * in its future, and that is no mistake. */
#ifndef LEDGER_FAR_H
#define LEDGER_FAR_H

#include "ledger/reading.h"

/* Looks at every dated section; needs the as-of day. */
void far_check(struct reading *reading);

#endif
