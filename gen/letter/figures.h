/* figures: amounts in tables, for sub-totals over page ends.
 * Floor 5. Owner: values only; locale and currency outlive them. */
#ifndef LETTER_FIGURES_H
#define LETTER_FIGURES_H

#include "letter/locale.h"
#include "page/sheet.h"

/* Reads what format_figure and format_money write (exactly the currency's decimals, the
 * locale's own marks) and writes sums as format_figure does. */
struct figures figures_of(const struct locale *locale, const struct currency *currency);

#endif
