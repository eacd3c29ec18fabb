/* mail: whether an e-mail address can be one.
 * Floor 2. Owner: nothing but notices. False: an error was made. */
#ifndef LEDGER_MAIL_H
#define LEDGER_MAIL_H

#include "ledger/reading.h"

bool mail_check(struct reading *reading, const struct node *node, const char *key,
		struct str text);

#endif
