/* rf: the creditor references of ISO 11649, RF and two check digits.
 * Floor 2. Owner: nothing but a warning. */
#ifndef LEDGER_RF_H
#define LEDGER_RF_H

#include "ledger/reading.h"

/* Looks for one in a reference, in one word or in groups of four. What is shorter than
 * ten characters may be a customer's own number and is left alone. */
void rf_check(struct reading *reading, const struct node *node, struct str text);

/* The first one at or behind *from whose check digits agree, in one word or in groups of
 * four: as one word, and where it begins and ends. Empty when there is none. */
struct str rf_next(struct arena *arena, struct str text, size_t *from, size_t *end);

/* The reference made of a name's letters and digits: INV-2026-001 → RF10INV2026001. Empty
 * when the name has other characters than these and - . / or blanks, or more than 21. */
struct str rf_from_name(struct arena *arena, struct str name);
/* Whether the whole text is one, in one word. */
bool rf_valid(struct str text);

#endif
