/* reckon_book: small ledgers written as YAML, reckoned, for the tests of floor 3.
 * A creditor, defaults (GBP, business, policy 'test', net 30) and the customer 'acme' are
 * already there; a test writes its policy, its invoices and what happened to them. */
#ifndef TESTS_RECKON_BOOK_H
#define TESTS_RECKON_BOOK_H

#include <criterion/criterion.h>

#include "reckon/account.h"

struct book {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct ledger *ledger;
	struct account **accounts;
	size_t count;
};

/* Reads and reckons; a ledger that is refused fails the test with what was said. */
struct book *book_new(const char *as_of, const char *yaml);
/* The same of two files that are all there is. */
struct book *book_bare(const char *as_of, const char *first, const char *second);
/* The same from a printf form. */
struct book *book_format(const char *as_of, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void book_free(struct book *book);
/* The first account. */
const struct account *book_account(const struct book *book);
/* The invoice's item; the test fails without it. */
const struct item *book_item(const struct book *book, const char *number);
/* How many findings of that code. */
size_t book_found(const struct book *book, enum notice_code code);
date book_day(const char *text);

#define MONEY_IS(actual, expected) \
	do { \
		money got_ = (actual), wanted_ = (expected); \
		cr_assert_eq(got_, wanted_, "%s: %lld, not %lld", #actual, \
			     (long long)got_, (long long)wanted_); \
	} while (0)

#define OPEN(book, number, CHARGE) \
	(book_item((book), (number))->charges[CHARGE_##CHARGE].open)
#define ACCRUED(book, number, CHARGE) \
	(book_item((book), (number))->charges[CHARGE_##CHARGE].accrued)

#endif
