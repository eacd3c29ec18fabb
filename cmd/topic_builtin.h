/* topic_builtin: what `collectgen help policies` and `help rates` print: the policies and
 * rates the program carries, read by the ledger's own reader.
 * Floor 7. Owner: the arena of `out`. */
#ifndef CMD_TOPIC_BUILTIN_H
#define CMD_TOPIC_BUILTIN_H

#include "base/str.h"

/* A line for each policy: name, kind, currency, days it is valid for, law. */
void topic_policies(struct buf *out);
/* A line for each day on which a rate begins, a column for each table. */
void topic_rates(struct buf *out);

#endif
