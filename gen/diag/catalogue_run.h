/* catalogue_run: what building reports of what was built before (floor 6).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_RUN_H
#define DIAG_CATALOGUE_RUN_H

#define NOTICES_RUN(X) \
	X(LETTER_CHANGED, "letter-changed", ERROR, \
	  "letter '%.*s' was sent and would be another one now", \
	  "The log holds this letter with its digest, so it went out as it was then. The ledger now makes a different letter for that day, or none: something was changed or added with hindsight, or collectgen or a library is another version. A record of what was sent must not change, so nothing is written. Build for a later day: the ledger as it is now decides what comes next.")

#endif
