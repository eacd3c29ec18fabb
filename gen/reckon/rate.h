/* rate: the rate of interest that governs a day (rule 10).
 * Floor 3. Owner: values only; entries are borrowed from the ledger. */
#ifndef RECKON_RATE_H
#define RECKON_RATE_H

#include "ledger/ledger.h"

struct rate {
	ppm sum;       /* what is charged, never below zero */
	ppm reference; /* the table's part, RATE_NONE for a contract rate */
	const struct rate_entry *entry; /* NULL: contract rate, or none in the table */
	date until;   /* the first day that must be asked for again; DATE_LAST: never */
	bool missing; /* the table has no rate for the day */
};

/* The first day of the half-year a day is in: 1 January or 1 July. */
date rate_half(date day);
/* The day whose entry of the table governs `day`. */
date rate_key(const struct interest_rule *rule, date first, date day);
/* The rate on `day` of a debt whose interest began on `first`. */
struct rate rate_on(const struct interest_rule *rule, date first, date day);
/* Whether the day is one at which `rounding: segment` splits: an entry of the table. */
bool rate_splits(const struct interest_rule *rule, date day);
/* A built-in table: the first day of the earliest half-year between `first` and `last`
 * whose rate is asked for but has no entry of its own; else DATE_NONE. */
date rate_stale(const struct interest_rule *rule, date first, date last);
/* A ledger's own table: the entry in force on the latest day that asks (the first day
 * at-start, else `last`), where that is over 200 days old; else NULL. */
const struct rate_entry *rate_old(const struct interest_rule *rule, date first,
				  date last);

#endif
