/* amount: money as it is written, and as minor units once its currency is known.
 * Floor 2. Owner: the desk's arena (see reading.h).
 *
 * An amount's currency may stand in another record of another file. Until it is known a
 * money field holds its digits and how many of them stand behind the point;
 * amounts_settle turns all of them into minor units when the records' currencies have
 * been resolved. Most amounts are fields of a record that keeps their place: these are
 * found on its shelf, the others wait in a list. */
#ifndef LEDGER_AMOUNT_H
#define LEDGER_AMOUNT_H

#include "ledger/schema.h"

/* One money field that waits for its currency. */
struct amount {
	money *at;
	const void *record; /* the whole record it is in */
	struct span span;
	enum section section;
};

#define AMOUNTS_CHUNK 128

struct amounts_chunk {
	struct amounts_chunk *next;
	size_t count;
	struct amount items[AMOUNTS_CHUNK];
};

struct reading;

struct amounts {
	struct arena *arena;
	struct amounts_chunk *first, *last;
};

/* Digits and places as one number, 0 ≤ places ≤ 4. */
money amount_pack(int64_t digits, unsigned places);

/* Whether amounts of that field are found on the shelf and need not wait. */
bool amount_is_found(const struct field *field);
void amount_wait(struct amounts *amounts, const struct amount *amount);
/* Those of `more` wait behind the others, where they are. */
void amounts_join(struct amounts *amounts, const struct amounts *more);

/* Writes minor units into every field that waits. Amounts with more decimals than their
 * currency has are notices; those of records without a currency stay as they are, for a
 * notice was made about that. */
void amounts_settle(struct reading *reading);

#endif
