/* topic_ledger: the ledger language in print, from the table that reads it.
 * Floor 7. Owner: the buffer's arena. */
#ifndef CMD_TOPIC_LEDGER_H
#define CMD_TOPIC_LEDGER_H

#include "ledger/schema.h"

void topic_ledger(struct buf *out);

/* Its parts, for the manual. What holds for every section: */
struct str topic_ledger_preface(void);
/* "a list" */
const char *topic_ledger_shape(enum section section);
/* "money, required": what a field takes. */
struct str topic_ledger_value(struct arena *arena, const struct field *field);

#endif
