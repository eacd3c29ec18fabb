/* What reckoning points out. */
#include "reckon_book.h"

#define INVOICE \
	"invoices: [{number: X, customer: acme, issued: 2026-08-01, amount: 1000}]\n"

static size_t found(const char *as_of, const char *yaml, enum notice_code code)
{
	struct book *book = book_new(as_of, yaml);
	size_t count = book_found(book, code);
	book_free(book);
	return count;
}

/* Rule 10: in a ledger's own table an entry over 200 days old. */
Test(warn, of_a_rate_that_is_old)
{
	const char *yaml =
		"rates: {ref: [{from: 2026-03-01, percent: 5}]}\n"
		"policies: {test: {interest: {reference: ref, fixed: on-change,\n"
		"  claimed_from: due}}}\n" INVOICE;
	cr_assert_eq(found("2026-09-17", yaml, NOTICE_RATE_OLD), 0);
	cr_assert_eq(found("2026-09-18", yaml, NOTICE_RATE_OLD), 1);
}

/* Rule 13: a rate alone is in no currency; a fixed sum is. */
Test(warn, of_amounts_in_another_currency)
{
	static const struct {
		const char *policy;
		size_t count;
	} policies[] = {
		{"interest: {percent: 5, claimed_from: due}", 0},
		{"late_charge: {percent: 5, every: month, counts: started, claimed_from: due}",
		 0},
		{"min_balance: 10", 0},
		{"max_fees: 10", 1},
		{"late_charge: {amount: 5, every: month, counts: started, claimed_from: due}",
		 1},
		{"stages: [{name: a, after: 1, letter: reminder-1, fee: {amount: 5}}]",
		 1},
		{"stages: [{name: a, after: 1, letter: reminder-1, fee: {percent: 5}}]",
		 0},
		{"stages: [{name: a, after: 1, letter: reminder-1, fee: {percent: 5, min: 2}}]",
		 1},
		{"compensation: {bands: [{amount: 5}], claimed_from: due}", 1},
	};
	for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++) {
		struct book *book = book_format(
			"2026-08-10", "policies: {test: {currency: EUR, %s}}\n" INVOICE,
			policies[i].policy);
		cr_expect_eq(book_found(book, NOTICE_POLICY_CURRENCY), policies[i].count,
			     "%s", policies[i].policy);
		book_free(book);
	}
}

Test(warn, of_no_rate_that_is_not_asked_for)
{
	const char *yaml =
		"rates: {ref: [{from: 2027-01-01, percent: 5}]}\n"
		"policies: {test: {interest: {reference: ref, claimed_from: due}}}\n" INVOICE;
	cr_assert_eq(found("2026-08-31", yaml, NOTICE_RATE_MISSING), 0);
	cr_assert_eq(found("2026-09-01", yaml, NOTICE_RATE_MISSING), 1);
}
