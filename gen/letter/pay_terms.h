/* pay_terms: payment terms in the letter's language.
 * Floor 5. Owner: the arena given. */
#ifndef LETTER_PAY_TERMS_H
#define LETTER_PAY_TERMS_H

#include "letter/format.h"

/* "2/10 net 30" → "30 days net, 2% discount within 10 days"; empty without terms. */
struct str pay_terms(struct arena *arena, const struct locale *locale,
		     const struct terms *terms);

#endif
