/* topic_ledger: the ledger language in print, from the table that reads it.
 * Floor 7. Owner: the buffer's arena. */
#ifndef CMD_TOPIC_LEDGER_H
#define CMD_TOPIC_LEDGER_H

#include "base/str.h"

void topic_ledger(struct buf *out);

#endif
