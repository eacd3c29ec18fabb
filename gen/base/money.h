/* money: integer minor units, currencies, exact decimals and the one rounding.
 * Floor 0. Owner: values only.
 *
 * Nothing here is a float. Sums are checked: an overflow saturates and sets the caller's
 * sticky flag, which the account's owner turns into an error (never a wrap). */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/str.h"

typedef int64_t money;		     /* [minor units] */
__extension__ typedef __int128 wide; /* exact intermediate products */

/* The largest amount a ledger may state. */
#define MONEY_LIMIT INT64_C(1000000000000000)

struct currency {
	char code[4];	  /* ISO 4217 */
	uint8_t decimals; /* 0, 2, 3 or 4 */
};

/* The currency of a code, or NULL. Static storage: pointers compare equal. */
const struct currency *currency_find(struct str code);
/* The table, for hints: NULL after the last. */
const struct currency *currency_at(size_t index);

money money_add(money a, money b, bool *overflow);
money money_subtract(money a, money b, bool *overflow);
/* Narrows, or saturates and sets *overflow. */
money money_from_wide(wide exact, bool *overflow);

/* The one rounding: numerator ÷ denominator to the nearest integer, half away from zero.
 * denominator > 0. */
wide round_half_away(wide numerator, wide denominator);

/* "1250.00", "-0.05", "1250" for JPY: the plain form of JSON and `.plain`. */
void money_put(struct buf *buf, money amount, unsigned decimals);

/* Reads an unsigned or signed decimal into an integer of 10^-decimals units.
 * Errors in the order they are found; `at` is the offset of the offending byte. */
enum decimal_fault {
	DECIMAL_OK,
	DECIMAL_EMPTY,
	DECIMAL_SIGN,	   /* a minus where none is allowed, or a plus */
	DECIMAL_SYMBOL,	   /* not a digit: a currency sign, a separator, a letter */
	DECIMAL_SEPARATOR, /* looks like 1,250.00 or 1.234,50 or 1 250 */
	DECIMAL_PLACES,	   /* more decimals than the type has */
	DECIMAL_RANGE,	   /* above the limit */
	DECIMAL_FAULT__COUNT
};

struct decimal {
	int64_t value; /* [10^-decimals] */
	enum decimal_fault fault;
	size_t at;
};

struct decimal decimal_from_str(struct str s, unsigned decimals, bool sign,
				int64_t limit);

#endif
