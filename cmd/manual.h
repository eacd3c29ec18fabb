/* manual: the pages of the manual, made from the tables that drive the program.
 * Floor 7. Owner: the buffer's arena. `make install` writes them; `collectgen help PAGE`
 * prints one, PAGE being its file's name. */
#ifndef CMD_MANUAL_H
#define CMD_MANUAL_H

#include "base/str.h"

/* The page "collectgen.1", "collectgen-ledger.5", …; false when there is none of the
 * name. */
bool manual_put(struct buf *out, struct str page);
/* The file's name of the i-th page, NULL after the last. */
const char *manual_at(size_t index);

/* The pages, each in its room. */
void manual_program(struct buf *out);
void manual_ledger(struct buf *out);
void manual_templates(struct buf *out);
void manual_policies(struct buf *out);

#endif
