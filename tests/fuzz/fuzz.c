#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "run/reprint.h"

#define DAY 20787 /* 2026-11-30 */

void fuzz_law(bool kept, const char *law)
{
	if (kept)
		return;
	fprintf(stderr, "fuzz: a law is broken: %s\n", law);
	abort();
}

struct fuzz fuzz_begin_with(struct sources *sources)
{
	struct fuzz fuzz = {.arena = arena_new(0), .sources = sources, .day = DAY};
	fuzz.notices = notices_new(fuzz.arena, fuzz.sources);
	return fuzz;
}

struct fuzz fuzz_begin(void)
{
	struct fuzz fuzz = fuzz_begin_with(sources_new());
	fuzz.owns_sources = true;
	return fuzz;
}

void fuzz_end(struct fuzz *fuzz)
{
	static FILE *nowhere;
	if (!nowhere)
		nowhere = fopen("/dev/null", "w");
	notices_print(&fuzz->notices, nowhere, true);
	if (fuzz->owns_sources)
		sources_free(fuzz->sources);
	arena_free(fuzz->arena);
}

/* Where a line begins with "%% ". */
static size_t next_mark(struct str s)
{
	for (size_t at = 0; at < s.len; at = str_index(s, '\n', at) + 1)
		if (str_starts(str_slice(s, at, s.len), STR("%% ")))
			return at;
	return s.len;
}

struct str fuzz_part(struct str whole, struct str *name, struct str *rest)
{
	size_t at = next_mark(whole), end = str_index(whole, '\n', at);
	*name = at < whole.len ? str_slice(whole, at + 3, end) : STR("");
	*rest = end < whole.len ? str_slice(whole, end + 1, whole.len) : STR("");
	return str_slice(whole, 0, at);
}

/* Rule 23 of one invoice. */
static void check_item(const struct item *item)
{
	fuzz_law(item->paid + item->credited + item->discounted + item->written_off +
				 item->principal ==
			 item->amount,
		 "an invoice's money is neither lost nor made");
	fuzz_law(item->principal >= 0 && item->disputed <= item->principal &&
			 item->disputed >= 0,
		 "no invoice is overpaid");
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		fuzz_law(item->charges[c].open >= 0, "no charge is below zero");
}

/* Rule 21, summed up once more. */
static void check_account(const struct account *account)
{
	wide sum = 0, moved = 0, aged = account->not_due, principal = 0;
	for (size_t i = 0; i < account->nitems; i++) {
		check_item(&account->items[i]);
		principal += account->items[i].principal;
		sum += account->items[i].principal;
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			sum += account->items[i].charges[c].open;
	}
	for (size_t i = 0; i <= account->policy->nbuckets; i++)
		aged += account->buckets[i];
	for (size_t i = 0; i < account->nmovements; i++)
		moved += account->movements[i].amount;
	fuzz_law(sum - account->credit == account->balance,
		 "the balance is what is open");
	fuzz_law(moved == account->balance, "movements make the balance");
	fuzz_law(aged == principal, "ages make the principal");
}

static void check_letters(const struct escalation *judged)
{
	for (size_t i = 0; i < judged->nletters; i++) {
		const struct letter *letter = &judged->letters[i];
		fuzz_law(letter->nlines > 0, "a letter is about something");
		fuzz_law(letter->demand > 0, "a letter asks for something");
		for (size_t k = 0; k < letter->nlines; k++)
			fuzz_law(!letter->lines[k].item->blocks,
				 "nobody who is held is asked");
	}
}

/* Opening the fonts takes longer than all the rest: not every ledger is set. */
static void typeset(struct fuzz *fuzz, const struct book *book)
{
	static unsigned turn;
	const struct build_options all = {.kinds = BUILD_STATEMENTS | BUILD_LETTERS};
	struct reprint reprint;
	if (turn++ % 256 == 0)
		reprint_run(fuzz->arena, book, &all, &fuzz->notices, &reprint);
}

void fuzz_book(struct fuzz *fuzz, struct ledger *ledger, struct str folder)
{
	struct book book = {.arena = fuzz->arena,
			    .ledger = ledger,
			    .sources = fuzz->sources,
			    .folder = folder,
			    .payments_to = fuzz->day,
			    .as_of = fuzz->day};
	size_t count;
	if (fuzz->notices.errors)
		return;
	struct account_key *keys = account_list(fuzz->arena, ledger, fuzz->day, &count);
	book.accounts = ARENA_ARRAY(fuzz->arena, struct escalation *, count);
	for (size_t i = 0; i < count; i++) {
		struct account *account = account_reckon(fuzz->arena, ledger, &keys[i],
							 fuzz->day, &fuzz->notices);
		fuzz_law(!notices_have(&fuzz->notices, NOTICE_INTERNAL_CONSERVATION),
			 "conservation");
		if (fuzz->notices.errors)
			return; /* sums that no amount can hold */
		check_account(account);
		book.accounts[book.naccounts++] =
			letter_judge(fuzz->arena, account, &fuzz->notices);
		check_letters(book.accounts[i]);
	}
	typeset(fuzz, &book);
}
