/* clause: what a policy's clauses say together: stages, bands, names, defaults.
 * Floor 2. Owner: nothing is allocated but notices. */
#ifndef LEDGER_CLAUSE_H
#define LEDGER_CLAUSE_H

#include "ledger/reading.h"

/* Turns stage names into indices and rates' names into tables, sets what stands in for
 * what is absent, and checks it all. False: a notice was made. */
bool clause_check(struct reading *reading, struct policy *policy);

#endif
