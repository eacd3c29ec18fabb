#include "run/book.h"

#include <time.h>

#include "base/crew.h"
#include "run/findings.h"

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

/* ---- accounts, on several threads ---- */

struct escalation *book_judge(const struct book *book, size_t index, struct arena *arena,
			      struct notices *notices)
{
	if (book->naccounts)
		return book->accounts[index];
	return letter_judge(arena,
			    account_reckon(arena, book->ledger, &book->keys[index],
					   book->as_of, notices),
			    notices);
}

/* What the threads share; each has an arena of its own, which the book takes over. */
struct reckoning {
	struct book *book;
	struct arena **arenas; /* by worker; NULL: not begun */
	struct findings findings;
};

static void reckon_one(void *subject, unsigned worker, size_t index)
{
	struct reckoning *reckoning = subject;
	struct book *book = reckoning->book;
	struct arena **arena = &reckoning->arenas[worker];

	if (!*arena)
		*arena = arena_new(0);
	struct notices notices = notices_new(*arena, book->sources);
	book->accounts[index] = book_judge(book, index, *arena, &notices);
	findings_keep(&reckoning->findings, index, *arena, &notices);
}

static void reckon_all(struct book *book, struct notices *notices)
{
	unsigned workers = book->workers ? book->workers : 1;
	struct reckoning reckoning = {
		.book = book,
		.arenas = ARENA_ARRAY(book->arena, struct arena *, workers),
		.findings = findings_new(book->arena, book->nkeys),
	};

	book->accounts = ARENA_ARRAY(book->arena, struct escalation *, book->nkeys);
	crew_run(workers, book->nkeys, reckon_one, &reckoning);
	book->naccounts = book->nkeys;
	findings_merge(&reckoning.findings, notices);
	for (unsigned i = 0; i < workers; i++)
		if (reckoning.arenas[i])
			arena_adopt(book->arena, reckoning.arenas[i]);
}

struct book *book_read(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices)
{
	struct book *book = ARENA_NEW(arena, struct book);
	int64_t start = book_clock();

	*book = (struct book){.arena = arena,
			      .sources = sources,
			      .folder = folder,
			      .workers = workers,
			      .as_of = as_of};
	book->ledger = ledger_read(arena, sources, folder, workers, as_of, notices);
	book->payments_to = payments_to(book->ledger, as_of);
	book->letters_stale =
		book->payments_to != DATE_NONE && book->payments_to < as_of - STALE_DAYS;
	if (notices->errors == 0) {
		sources_drop(sources);
		book->keys = account_list(arena, book->ledger, as_of, &book->nkeys);
	}
	book->reading_ns = book_clock() - start;
	return book;
}

struct book *book_open(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices)
{
	struct book *book = book_read(arena, sources, folder, workers, as_of, notices);
	int64_t start = book_clock();

	reckon_all(book, notices);
	book->reckoning_ns = book_clock() - start;
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
