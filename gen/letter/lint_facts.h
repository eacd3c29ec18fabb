/* lint_facts: the rules of letter lint that figures, days and kinds decide.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_LINT_FACTS_H
#define LETTER_LINT_FACTS_H

#include "letter/lint.h"

/* Which conditional patterns count for the document: a bit for each enum lint_when. */
unsigned lint_facts_when(const struct lint *lint);
/* L08, L09, L10, L16, L18, L21 and L24 of a letter; of a statement L16. */
void lint_facts_check(struct arena *job, const struct lint *lint);
/* The word for a kind of customer, as the ledger writes it. */
struct str lint_facts_kind(const struct lint *lint);

#endif
