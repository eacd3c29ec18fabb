/* replay: the account's events in date order (rules 1, 3).
 * Floor 3. Owner: the arena given; records are borrowed from the ledger.
 *
 * struct replay is the account in motion: `today` is the day being replayed, `debts` are
 * all its invoices by (due, issued, number), the four sets say which of them can still
 * take money, and in which round (rule 5). */
#ifndef RECKON_REPLAY_H
#define RECKON_REPLAY_H

#include "reckon/debt.h"
#include "reckon/set.h"

struct plan_run {
	const struct plan *plan;
	struct plan_status status;
	struct debt **debts; /* its invoices in the order of rule 4d */
	size_t ndebts;
	money total; /* [minor] of all instalments */
	bool started;
	bool divided; /* instalments are known */
	date done_on; /* the day it is done from; DATE_LAST: not */
};

struct promise_run {
	struct promise_status status;
	struct debt **debts; /* empty: the whole account */
	size_t ndebts;
	money amount;	/* [minor] */
	money received; /* [minor] by the account before the promise */
};

/* Credit that no invoice has taken (rule 4e), first in first out. */
struct purse {
	struct fund *first, **last;
	money sum;  /* [minor] of its funds */
	money owed; /* [minor] refunded beyond it: credit below zero (rule 6) */
};

struct movement_list {
	struct movement *items;
	size_t count, room;
};

/* What rule 23 compares. */
struct sums {
	money invoiced; /* [minor] visible invoices */
	money received; /* [minor] payments, and credit notes not put on their own invoice
			 */
	money refunded; /* [minor] */
	money principal; /* [minor] settled by what was received */
	money charges;	 /* [minor] paid by it */
	money held;	 /* [minor] for invoices not yet issued */
};

struct replay {
	struct arena *arena;
	struct notices *notices;
	const struct trace *trace; /* NULL: nobody asks why */
	struct account *account;
	date as_of, today;
	struct debt *debts;
	size_t ndebts;
	struct set
		owing; /* round 1: undisputed principal, and charges that go before it */
	struct set charged;  /* what has had a charge that counts, and may post more */
	struct set disputed; /* round 2: disputed principal */
	struct set costs;    /* round 3: costs that go after principal */
	struct set interest; /* round 4: interest that goes after principal */
	struct purse purse;
	struct plan_run *plans; /* by agreed, then id */
	size_t nplans;
	struct promise_run *promises; /* by made, then by */
	size_t npromises;
	struct movement_list movements;
	struct sums sums;
	bool month_broken; /* the movements before A's month missed what was owed */
	bool overflow;
};

/* Replays every event up to the end of A; begin_replay made it. */
void replay_run(struct replay *replay, const struct account_key *key);

#endif
