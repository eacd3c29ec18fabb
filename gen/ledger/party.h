/* party: customers with what stands in for what they do not say.
 * Floor 2. Owner: the book. */
#ifndef LEDGER_PARTY_H
#define LEDGER_PARTY_H

#include "ledger/reading.h"

/* Checks that creditor and defaults are there and name policies that exist, then resolves
 * every customer's country, locale, currency, channel, kind and policy. */
void party_resolve(struct reading *reading);
/* The policy of an invoice (its own, the customer's, the defaults', else plain) or NULL
 * when it is broken. */
const struct policy *party_policy(struct reading *reading, const struct invoice *invoice);

/* A pair of days in the wrong order is a notice; days that are absent are not. */
bool party_dates(struct reading *reading, struct span span, const char *early, date first,
		 const char *late, date last);
/* Open ends become DATE_LAST. */
void party_holds(struct reading *reading, struct hold *holds, size_t count);

#endif
