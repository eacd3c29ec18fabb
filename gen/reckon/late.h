/* late: late charges, month by month (rule 11).
 * Floor 3. Owner: values only. */
#ifndef RECKON_LATE_H
#define RECKON_LATE_H

#include "reckon/accrual.h"

/* The first day of a late charge, or DATE_LAST without a rule. */
void late_begin(struct accrual *a);
/* Charges each day of [from, to) that is one of the rule's, on the base that holds there.
 */
void late_run(struct accrual *a, money base, date from, date to);

#endif
