/* phrase: values with a small language of their own: terms, starts, delivery, currencies.
 * Floor 2. Owner: what is read is copied to the book. Each has field_read's form. */
#ifndef LEDGER_PHRASE_H
#define LEDGER_PHRASE_H

#include "ledger/reading.h"

bool phrase_currency(struct reading *reading, const struct field *field,
		     const struct node *node, void *base);
bool phrase_terms(struct reading *reading, const struct field *field,
		  const struct node *node, void *base);
bool phrase_starts(struct reading *reading, const struct field *field,
		   const struct node *node, void *base);
bool phrase_delivery(struct reading *reading, const struct field *field,
		     const struct node *node, void *base);

#endif
