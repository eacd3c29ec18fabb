/* reference: finds invoice numbers in what a bank shows as the reference of a payment.
 * Floor 2. Owner: the arena given; numbers are borrowed.
 *
 * Rule 4b: whole words (no letter or digit directly before or after), ignoring case,
 * leftmost and longest first; where the number has a '-', '.', '/' or space the reference
 * may have any of these or none. Finding costs what the text is long, whatever number of
 * invoices.
 *
 * A number is also found directly behind RF and two digits: so a creditor reference (ISO
 * 11649) made of it names it, in one word or in groups of four as it is printed. */
#ifndef LEDGER_REFERENCE_H
#define LEDGER_REFERENCE_H

#include "base/arena.h"
#include "base/str.h"

struct reference; /* an index of numbers */

struct reference_hit {
	void *value;
	bool ambiguous; /* another number reads the same there and is as near */
};

/* Whether a number may be found (it is of the right customer, say); NULL: all may. */
struct reference_filter {
	bool (*allows)(const void *value, const void *context);
	const void *context;
};

struct reference *reference_new(struct arena *arena, size_t count);
void reference_add(struct reference *reference, struct str number, void *value);

/* The numbers found in `text`, from left to right, each place once; a number that stands
 * twice is found twice. The array lives in `arena`. */
struct reference_hit *reference_search(struct arena *arena,
				       const struct reference *reference, struct str text,
				       struct reference_filter filter, size_t *count);

#endif
