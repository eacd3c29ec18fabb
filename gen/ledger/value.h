/* value: the small things that records of the ledger are made of.
 * Floor 2. Owner: values; texts and lists live in the book arena.
 *
 * Absent values: empty str, DATE_NONE, MONEY_NONE, NULL, RATE_NONE. */
#ifndef LEDGER_VALUE_H
#define LEDGER_VALUE_H

#include "base/date.h"
#include "base/money.h"
#include "diag/source.h"

#define MONEY_NONE INT64_MIN
#define RATE_NONE INT64_MIN
typedef int64_t ppm; /* [parts per million]: 8 % = 80000 */

struct text_list {
	struct str *items;
	size_t count;
};

struct date_list {
	date *items;
	struct span *spans;
	size_t count;
};

/* A name that stands for another record, resolved when the book is frozen. */
struct name {
	struct str text;
	struct span span;
};

struct name_list {
	struct name *items;
	size_t count;
};

enum kind {
	KIND_NONE,
	KIND_BUSINESS,
	KIND_SOLE_TRADER,
	KIND_CONSUMER,
	KIND_PUBLIC,
	KIND_ANY,
	KIND__COUNT
};

enum channel {
	CHANNEL_NONE,
	CHANNEL_EMAIL,
	CHANNEL_POST,
	CHANNEL_PHONE,
	CHANNEL_VISIT,
	CHANNEL__COUNT
};

struct channel_list {
	uint8_t items[CHANNEL__COUNT]; /* enum channel */
	uint8_t count;
};

/* Payment terms: net N | due on receipt | N days end of month | end of month + N | p/d
 * net N. */
enum terms_form {
	TERMS_NONE,
	TERMS_NET,
	TERMS_RECEIPT,
	TERMS_DAYS_EOM,
	TERMS_EOM_PLUS,
	TERMS__COUNT
};

struct terms {
	enum terms_form form;
	int32_t days;	       /* N */
	ppm discount;	       /* p of p/d, 0: none */
	int32_t discount_days; /* d */
	struct str text;       /* as written */
	struct span span;
};

#endif
