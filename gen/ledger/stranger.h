/* stranger: payments that are exactly another customer's invoice.
 * Floor 2. Owner: the scratch arena; nothing but warnings.
 *
 * A payment is a candidate when its amount is that of no invoice of its own customer and
 * it names none. It is a finding when just one invoice in the whole ledger has its amount
 * and currency, was there on its day, and nobody has paid it. */
#ifndef LEDGER_STRANGER_H
#define LEDGER_STRANGER_H

#include "ledger/reading.h"

struct stranger {
	const struct payment *payment;
	const struct invoice *invoice; /* the one of its amount */
	uint32_t matches;
};

struct strangers {
	struct stranger *items;
	size_t count, room;
};

/* False: the payment says too little, or too much, to be one. */
bool stranger_may_be(const struct payment *payment);
void stranger_put(struct reading *reading, struct strangers *strangers,
		  const struct payment *payment);
/* One walk over all invoices for all candidates. */
void stranger_warn(struct reading *reading, struct strangers *strangers);

#endif
