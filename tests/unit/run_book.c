#include "run/book.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

static char folder[64];
static struct arena *arena;
static struct sources *sources;
static struct notices notices;

static void begin(void)
{
	snprintf(folder, sizeof folder, "/tmp/collectgen-book-XXXXXX");
	cr_assert(mkdtemp(folder));
	arena = arena_new(0);
	sources = sources_new();
	notices = notices_new(arena, sources);
}

static void end(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	cr_assert_eq(system(command), 0);
	sources_free(sources);
	arena_free(arena);
}

TestSuite(book, .init = begin, .fini = end);

static struct book *open_book(const char *payments_to, const char *more)
{
	char path[128];

	snprintf(path, sizeof path, "%s/book.yaml", folder);
	FILE *file = fopen(path, "w");
	cr_assert(file);
	fprintf(file,
		"creditor: {name: Harbour, address: Dock Road, country: GB, payments_to: %s}\n"
		"defaults: {currency: GBP, terms: net 30}\n"
		"customers:\n"
		"  - {id: bolt, name: Bolt, address: Mill Road}\n"
		"  - {id: acme, name: Acme, address: Foundry Lane}\n%s",
		payments_to, more);
	fclose(file);
	return book_open(arena, sources, str_from_c(folder), 2,
			 date_from_civil(2026, 11, 30), &notices);
}

static size_t refused(void)
{
	size_t count = 0;

	for (const struct notice *at = notices.first; at; at = at->next)
		count += at->code == NOTICE_PAYMENTS_STALE;
	return count;
}

Test(book, takes_the_last_day_of_payments_that_is_not_later)
{
	struct book *book = open_book("[2026-11-27, 2026-12-04, 2026-10-30]", "");
	cr_assert_eq(book->payments_to, date_from_civil(2026, 11, 27));
	cr_assert_not(book->letters_stale);
}

Test(book, takes_the_day_itself_when_all_are_later)
{
	struct book *book = open_book("[2026-12-04, 2027-01-04]", "");
	cr_assert_eq(book->payments_to, date_from_civil(2026, 11, 30));
}

Test(book, lets_letters_go_when_payments_are_seven_days_old)
{
	struct book *book = open_book("2026-11-23", "");
	book_refuse_letters(book, &notices);
	cr_assert_not(book->letters_stale);
	cr_assert_eq(refused(), 0);
}

Test(book, stops_letters_when_payments_are_older)
{
	struct book *book = open_book("2026-11-22", "");
	book_refuse_letters(book, &notices);
	cr_assert(book->letters_stale);
	cr_assert_eq(refused(), 1);
}

Test(book, has_the_accounts_by_customer)
{
	struct book *book = open_book(
		"2026-11-27",
		"invoices:\n"
		"  - {number: R-1, customer: bolt, issued: 2026-11-01, amount: 1.00}\n"
		"  - {number: R-2, customer: acme, issued: 2026-11-01, amount: 1.00}\n");
	cr_assert_eq(notices.errors, 0);
	cr_assert_eq(book->naccounts, 2);
	cr_assert(str_equal(book->accounts[0]->account->customer->id, STR("acme")));
	cr_assert(str_equal(book->accounts[1]->account->customer->id, STR("bolt")));
}

Test(book, reckons_nothing_when_the_ledger_is_wrong)
{
	struct book *book = open_book(
		"2026-11-27",
		"invoices:\n"
		"  - {number: R-1, customer: nobody, issued: 2026-11-01, amount: 1.00}\n");
	cr_assert_gt(notices.errors, 0);
	cr_assert_eq(book->naccounts, 0);
}
