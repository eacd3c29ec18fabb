/* order: the order of things, so that the order of files never changes a sum (rules 3,
 * 4d). Floor 3. Owner: values only. Comparisons for qsort. */
#ifndef RECKON_ORDER_H
#define RECKON_ORDER_H

#include "reckon/event.h"

/* By (due, issued, number). */
int order_invoices(const struct invoice *a, const struct invoice *b);
/* Of struct event: by day, kind, and within a day as rule 3 says. */
int order_events(const void *a, const void *b);
/* Of struct plan_run: by agreed, then id. */
int order_plans(const void *a, const void *b);
/* Of struct promise_run: by made, by, then amount. */
int order_promises(const void *a, const void *b);

#endif
