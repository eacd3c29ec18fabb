/* parties: creditor and customer in the view, salutation and closing.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_PARTIES_H
#define LETTER_PARTIES_H

#include "letter/fill.h"

void parties_fill(const struct fill *fill);
/* The ledger's word: "business", "sole-trader", "consumer", "public". */
struct str parties_kind(enum kind kind);

#endif
