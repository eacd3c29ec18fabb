/* mention: the invoices that a payment's reference names (rule 4b).
 * Floor 3. Owner: the replay's arena.
 *
 * How a number is recognised is the ledger's business (ledger/reference.h): it has looked
 * for the customer in the same way. Here the account's own invoices are searched, those
 * issued by the payment's day. */
#ifndef RECKON_MENTION_H
#define RECKON_MENTION_H

#include "ledger/reference.h"
#include "reckon/replay.h"

struct mention_list {
	struct debt **debts; /* each once, in the order found */
	size_t count;
};

/* The index over all invoices of the account. */
struct reference *mention_index(struct replay *replay);
/* The invoices issued by `day` that the text names. */
struct mention_list mention_find(struct arena *arena, const struct reference *index,
				 struct str text, date day);

#endif
