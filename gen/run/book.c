#include "run/book.h"

#include <time.h>

#define STALE_DAYS 7 /* bank statements come at least weekly */

/* The last day ≤ A up to which the bank was read; A itself if all are later. */
static date payments_to(const struct ledger *ledger, date as_of)
{
	const struct date_list *days = &ledger->creditor.payments_to;
	date last = DATE_NONE;

	for (size_t i = 0; i < days->count; i++)
		if (days->items[i] <= as_of && days->items[i] > last)
			last = days->items[i];
	return last == DATE_NONE && days->count ? as_of : last;
}

static void reckon(struct book *book, struct notices *notices)
{
	size_t count;
	struct account_key *keys =
		account_list(book->arena, book->ledger, book->as_of, &count);

	book->accounts = ARENA_ARRAY(book->arena, struct escalation *, count);
	for (size_t i = 0; i < count; i++) {
		struct account *account = account_reckon(book->arena, book->ledger,
							 &keys[i], book->as_of, notices);
		book->accounts[book->naccounts++] =
			letter_judge(book->arena, account, notices);
	}
}

struct book *book_open(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices)
{
	struct book *book = ARENA_NEW(arena, struct book);
	int64_t start = book_clock();

	*book = (struct book){
		.arena = arena, .sources = sources, .folder = folder, .as_of = as_of};
	book->ledger = ledger_read(arena, sources, folder, workers, as_of, notices);
	book->payments_to = payments_to(book->ledger, as_of);
	book->letters_stale =
		book->payments_to != DATE_NONE && book->payments_to < as_of - STALE_DAYS;
	book->reading_ns = book_clock() - start;
	if (notices->errors == 0) {
		sources_drop(sources);
		reckon(book, notices);
	}
	book->reckoning_ns = book_clock() - start - book->reading_ns;
	return book;
}

void book_refuse_letters(const struct book *book, struct notices *notices)
{
	const struct date_list *days = &book->ledger->creditor.payments_to;
	struct span span = {0, 0};
	struct buf known = buf_new(book->arena, 0), today = buf_new(book->arena, 0);

	if (!book->letters_stale)
		return;
	for (size_t i = 0; i < days->count; i++)
		if (days->items[i] == book->payments_to)
			span = days->spans[i];
	date_put(&known, book->payments_to);
	date_put(&today, book->as_of);
	struct notice *notice =
		NOTICE(notices, PAYMENTS_STALE, span, STR_ARG(buf_str(&known)),
		       STALE_DAYS, STR_ARG(buf_str(&today)));
	notice_help(
		notices, notice,
		"read the bank, enter what was paid and add the day to 'payments_to'; or pass --stale-ok");
}

int64_t book_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}
