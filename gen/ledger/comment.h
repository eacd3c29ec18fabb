/* comment: texts that end where a comment begins that was perhaps none: PO #12.
 * Floor 2. Owner: nothing but a warning. */
#ifndef LEDGER_COMMENT_H
#define LEDGER_COMMENT_H

#include "ledger/reading.h"

/* A '#' directly before a letter or digit, on the line of a text without quotes. */
void comment_check(struct reading *reading, const struct node *node);

#endif
