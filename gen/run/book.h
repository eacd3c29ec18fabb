/* book: the steps every command shares: read the ledger, reckon, judge.
 * Floor 6. Owner: `arena`, the book arena; frozen once book_open returns. */
#ifndef RUN_BOOK_H
#define RUN_BOOK_H

#include "escalate/letter.h"

struct book {
	struct arena *arena;
	struct sources *sources;
	struct str folder;
	struct ledger *ledger;
	date as_of;
	struct escalation **accounts; /* by customer id, then currency; one per account */
	size_t naccounts;
	date payments_to; /* the last one ≤ A (A itself if all are later), DATE_NONE: none
			   */
	bool letters_stale; /* payments_to is older than A − 7: letters stop */
	int64_t reading_ns, reckoning_ns; /* for -v and the bench */
};

/* Reads (with at most `workers` threads), reckons and judges. Findings go to notices;
 * when the ledger itself has errors the accounts are not reckoned (naccounts 0). Never
 * NULL. */
struct book *book_open(struct arena *arena, struct sources *sources, struct str folder,
		       unsigned workers, date as_of, struct notices *notices);

/* When letters stop, says so as a finding at the last day of payments_to (rule 19, fine
 * print: the letters themselves are judged all the same). */
void book_refuse_letters(const struct book *book, struct notices *notices);

/* Monotonic time [ns], the only clock there is besides the date of today. */
int64_t book_clock(void);

#endif
