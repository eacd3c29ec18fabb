/* bill: an invoice's customer, policy, due day and amount.
 * Floor 2. Owner: the book. */
#ifndef LEDGER_BILL_H
#define LEDGER_BILL_H

#include "ledger/reading.h"

/* Resolves every invoice: names, currency, terms, due. Amounts must be settled by
 * amounts_settle before bill_total. */
void bill_resolve(struct reading *reading);
/* Amounts from lines (rule 9), and where both are written, that they agree. */
void bill_total(struct reading *reading);

/* [minor] quantity × unit price, rounded once. */
wide bill_line(const struct line *line, const struct currency *currency);

/* The lines of one tax rate together. */
struct bill_share {
	ppm rate;
	wide net, tax; /* [minor] */
};

/* One share a rate, by rate; tax on each one's sum, rounded. */
struct bill_share *bill_shares(struct arena *scratch, const struct line *lines,
			       size_t count, const struct currency *currency,
			       size_t *nshares);

/* Rule 9: each line rounded, tax on the sum of each rate's lines, rounded a rate. Exact;
 * an overflow sets *overflow. *tax is the part of it that is tax. */
money bill_from_lines(struct arena *scratch, const struct line *lines, size_t count,
		      const struct currency *currency, money *tax, bool *overflow);

#endif
