/* calendar: days as they are written.
 * Floor 2. Owner: values only. False: a notice was made, with the day that must be meant
 * where the order of the numbers leaves no doubt. */
#ifndef LEDGER_CALENDAR_H
#define LEDGER_CALENDAR_H

#include "ledger/reading.h"

bool calendar_date(struct reading *reading, const char *key, const struct node *node,
		   date *day);

#endif
