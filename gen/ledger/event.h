/* event: credit notes, write-offs, plans, promises and the log: what they name.
 * Floor 2. Owner: the book. */
#ifndef LEDGER_EVENT_H
#define LEDGER_EVENT_H

#include "ledger/reading.h"

/* Resolves their customers, invoices and currencies, and checks that these belong
 * together. */
void event_resolve(struct reading *reading);

/* For both: the invoices of a list, in the book, unknown ones NULL. */
const struct invoice **event_invoices(struct reading *reading,
				      const struct name_list *names, const char *who);
/* One customer and one currency; false: a notice was made. */
bool event_share(struct reading *reading, const char *who,
		 const struct customer *customer, const struct name_list *names,
		 const struct invoice *const *invoices);

#endif
