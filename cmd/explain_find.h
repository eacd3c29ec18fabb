/* explain_find: which customer, invoice or letter a name on the command line means.
 * Floor 7. Owner: the call's arena; the book is borrowed. */
#ifndef CMD_EXPLAIN_FIND_H
#define CMD_EXPLAIN_FIND_H

#include "call.h"
#include "run/book.h"

struct subject {
	const struct customer *customer; /* NULL: something else is meant */
	const struct progress *progress; /* an invoice */
	const struct letter *letter;
	size_t account; /* whose place in the book, for the latter two */
};

/* "acme", "INV-1", "acme/reminder-2", "letters/acme/reminder-2-GBP-plain.pdf"; where a
 * customer and an invoice share a name, "customer/NAME" or "invoice/NAME". False when
 * nothing or more than one thing is meant: said, with the nearest name. */
bool explain_find(struct call *call, const struct book *book, struct str name,
		  struct subject *subject);

#endif
