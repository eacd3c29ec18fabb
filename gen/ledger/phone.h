/* phone: whether a telephone number can be dialled (ITU-T E.123).
 * Floor 2. Owner: nothing but a notice. False: it was made. */
#ifndef LEDGER_PHONE_H
#define LEDGER_PHONE_H

#include "ledger/reading.h"

bool phone_check(struct reading *reading, const struct node *node, const char *key,
		 struct str text);

#endif
