/* figure: values that are numbers.
 * Floor 2. Owner: values only. False: a notice was made, with the corrected figure where
 * one can be guessed. */
#ifndef LEDGER_FIGURE_H
#define LEDGER_FIGURE_H

#include "ledger/reading.h"

/* Minor units when reading->currency is known, else packed and put on the waiting list.
 */
bool figure_money(struct reading *reading, const struct field *field,
		  const struct node *node, money *amount);
bool figure_percent(struct reading *reading, const struct field *field,
		    const struct node *node, ppm *percent);
/* [10^-6] */
bool figure_decimal(struct reading *reading, const struct field *field,
		    const struct node *node, int64_t *decimal);
bool figure_integer(struct reading *reading, const struct field *field,
		    const struct node *node, int32_t *integer);
/* Says that a figure has separators and how to write it; always false. */
bool figure_report_separator(struct reading *reading, const char *what, struct str text,
			     struct span span);

#endif
