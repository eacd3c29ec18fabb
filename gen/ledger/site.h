/* site: whether an address on the web can be one.
 * Floor 2. Owner: nothing but notices, all errors. False: one was made. */
#ifndef LEDGER_SITE_H
#define LEDGER_SITE_H

#include "ledger/reading.h"

/* http(s)://host…, or a bare host with a dot. */
bool site_check(struct reading *reading, const struct node *node, const char *key,
		struct str text);
/* http(s)://host… in which {{reference}}, {{customer}}, {{amount}} and {{currency}} are
 * filled in later, and nothing else. */
bool site_check_pay_url(struct reading *reading, const struct node *node, const char *key,
			struct str text);

#endif
