/* interest: what one segment is worth, and all of them (rule 10).
 * Floor 3. Owner: values only. */
#ifndef RECKON_INTEREST_H
#define RECKON_INTEREST_H

#include "reckon/accrual.h"

/* The denominator of all exact interest under a rule: 10^6 × days_unit. */
wide interest_denominator(const struct interest_rule *rule);
/* Fills days, numerator, denominator and the segment's own rounded interest
 * (`once` leaves the latter 0: it is rounded as a whole). */
void interest_work_out(const struct interest_rule *rule, struct segment *segment,
		       bool *overflow);
/* One day's interest for a letter, exact (rounded under `daily`): numerator ÷
 * denominator. */
void interest_day(const struct interest_rule *rule, money base, ppm rate, date day,
		  wide *numerator, wide *denominator);
/* Closed segments and the open one, rounded as the rule says. */
money interest_total(const struct accrual *a);

#endif
