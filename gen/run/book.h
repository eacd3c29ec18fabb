/* book: the steps every command shares: read the ledger, reckon, judge.
 * Floor 6. Owner: `arena`, the book arena; frozen once book_open or book_read returns.
 *
 * A command that shows accounts side by side calls book_open, which keeps them all. A
 * build calls book_read and asks for one account after the other, so that a large ledger
 * is never held as accounts at once. */
#ifndef RUN_BOOK_H
#define RUN_BOOK_H

#include "escalate/letter.h"

struct book {
	struct arena *arena;
	struct sources *sources;
	struct str folder;
	struct ledger *ledger;
	date as_of;
	unsigned workers;	  /* threads that may be used */
	struct account_key *keys; /* by customer id, then currency; one per account */
	size_t nkeys;
	struct escalation **accounts; /* in that order; NULL, naccounts 0: not kept */
	size_t naccounts;
	date payments_to; /* the last one ≤ A (A itself if all are later), DATE_NONE: none
			   */
	bool letters_stale; /* payments_to is older than A − 7: letters stop */
	int64_t reading_ns, reckoning_ns; /* for -v and the bench */
};

/* Reads with at most `workers` threads. Findings go to notices; when the ledger itself
 * has errors there are no accounts (nkeys 0). Never NULL. */
struct book *book_read(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices);
/* The same, and reckons and judges every account, which the book keeps. */
struct book *book_open(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices);
/* One account, reckoned and judged in `arena`, or as it was kept. Safe on any thread with
 * its own arena and notices. */
struct escalation *book_judge(const struct book *book, size_t index, struct arena *arena,
			      struct notices *notices);

/* When letters stop, says so as a finding at the last day of payments_to (rule 19, fine
 * print: the letters themselves are judged all the same). */
void book_refuse_letters(const struct book *book, struct notices *notices);

/* Monotonic time [ns], the only clock there is besides the date of today. */
int64_t book_clock(void);

#endif
