/* tally: the amounts of one account side by side, sorted, invoices and payments.
 * Floor 2. Owner: the scratch arena; a tally is gone with the next one. */
#ifndef LEDGER_TALLY_H
#define LEDGER_TALLY_H

#include "ledger/reading.h"

struct tally_entry {
	money amount;
	uint32_t index; /* in the ledger's array */
};

struct tally_list {
	struct tally_entry *items; /* by amount, then index */
	size_t count;
};

struct tally {
	const struct ledger *ledger;
	struct arena *scratch;
	struct tally_list invoices, payments;
	size_t next_invoice, next_payment; /* where the next account may begin */
};

struct tally tally_new(struct reading *reading);
/* The next account with payments; false when there is none. */
bool tally_next(struct tally *tally);
/* The first of that amount, or NULL. */
const struct tally_entry *tally_find(const struct tally_list *list, money amount);
/* Digits between the first and the last that is not zero: 12,300.00 has three. */
unsigned tally_digits(money amount);

#endif
