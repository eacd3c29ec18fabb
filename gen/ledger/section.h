/* section: one file's sections, record by record, onto the desk.
 * Floor 2. Owner: see reading.h.
 *
 * Files may be read in any order of sections; nothing is looked up here. Only what one
 * record says by itself is checked. What a file says of sections that are no lists waits
 * until all files are there. */
#ifndef LEDGER_SECTION_H
#define LEDGER_SECTION_H

#include "ledger/reading.h"

/* Reads the records of the lists; the other sections are put aside. */
void section_gather(struct reading *reading, const struct source *source);
/* Reads what was put aside, in its order. */
void section_settle(struct reading *reading);

#endif
