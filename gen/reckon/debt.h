/* debt: one invoice while the account is replayed.
 * Floor 3. Owner: the replay's arena.
 *
 * `item` holds what is reported; the rest is what the replay must know in between.
 * Charges are asked for "run up to" a day, exclusive: D + 1 counts day D (rule 10). */
#ifndef RECKON_DEBT_H
#define RECKON_DEBT_H

#include "reckon/accrual.h"

struct plan_run;

/* The plans an invoice is in. */
struct plan_link {
	struct plan_run *run;
	struct plan_link *next;
};

/* Money that came in, on its way to where it is put (rules 4, 6). */
struct fund {
	enum movement_kind kind;
	struct span span;
	struct str reference;
	date date;	   /* it came in */
	bool payment;	   /* lowers the base as a payment does (rule 10) */
	bool capped;	   /* stops at the early-payment discount (rule 8) */
	enum way way;	   /* the step of rule 4 it is at */
	money left;	   /* [minor] */
	struct fund *next; /* in a purse, or held for one invoice */
};

struct debt {
	struct item item;
	struct accrual accrual;
	size_t place; /* by (due, issued, number) */
	bool issued;  /* the replay has reached its day of issue */
	bool overdue; /* open at the end of due + grace */
	bool barred;  /* no charges at all (rule 13) */
	bool waived[CHARGE__COUNT];
	money compensation;	 /* [minor] what rule 11 gives it */
	const struct band *band; /* by which; NULL: none */
	money opening_interest;	 /* [minor] once its as_of has come */
	money opening_paid;
	money fees;	     /* [minor] logged, and opening costs */
	date discount_until; /* DATE_NONE: no early-payment discount */
	money discount;
	money posted[CHARGE__COUNT];	   /* in movements so far */
	struct allocation *latest;	   /* of item.allocations */
	const struct credit_note *undated; /* the last on it without `effective` */
	struct fund *held;		   /* payments `for` it before it was issued */
	struct plan_link *plans;
};

/* The debt of an invoice before its first day; `as_of` decides whether opening counts. */
void debt_begin(struct debt *debt, struct arena *arena, const struct invoice *invoice,
		date as_of, bool *overflow);
/* The part of the principal under running disputes. */
money debt_disputed(const struct debt *debt);
/* What has run up to `to`, claimed or not, gross of what was paid. */
money debt_accrued(const struct debt *debt, enum charge charge, date to);
/* Of that, what counts in balances (rule 12). */
money debt_claimed(const struct debt *debt, enum charge charge, date to);
/* Of that, what is not paid; never below zero. */
money debt_open(const struct debt *debt, enum charge charge, date to);
/* The debt of an invoice among `count` by (due, issued, number); NULL: of another
 * account. */
struct debt *debt_find(struct debt *debts, size_t count, const struct invoice *invoice);

#endif
