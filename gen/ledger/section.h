/* section: one file's sections, record by record, onto the desk.
 * Floor 2. Owner: see reading.h.
 *
 * Files may be read in any order of sections; nothing is looked up here. Only what one
 * record says by itself is checked. */
#ifndef LEDGER_SECTION_H
#define LEDGER_SECTION_H

#include "ledger/reading.h"

void section_read(struct reading *reading, const struct source *source);

#endif
