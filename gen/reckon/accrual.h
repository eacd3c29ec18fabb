/* accrual: how interest and late charges of one invoice run up, day by day (rules 10,
 * 11). Floor 3. Owner: the arena given; policy and tables are borrowed.
 *
 * Calling sequence, days never going back:
 *   accrual_touch(a, D)           everything up to, not including, D has run up;
 *   accrual_lower(a, …, D, …)     or a change of dispute or plan in the fields: from D
 * on; accrual_at(a, D + 1)          what will have run up by the end of D, changing
 * nothing; accrual_finish(a, A + 1, …)   the segments, once. A payment that takes effect
 * the day after is kept in `pending` until its day is touched. */
#ifndef RECKON_ACCRUAL_H
#define RECKON_ACCRUAL_H

#include "reckon/account.h"
#include "reckon/rate.h"

struct part {
	struct segment segment;
	struct part *next;
};

struct pending {
	date on; /* DATE_NONE: nothing */
	money principal, capital;
	int32_t plans; /* that let interest run again */
};

struct accrual {
	struct arena *arena;
	const struct invoice *invoice;
	const struct trace *trace;		  /* NULL: nobody asks why */
	const struct interest_rule *rule;	  /* NULL: no interest */
	const struct late_charge_rule *late_rule; /* NULL: no late charge */
	money gross;
	date due;
	date first;   /* the first day of interest; DATE_NONE: not known yet */
	date counted; /* days before it are not counted (opening); DATE_NONE: all are */
	date upto;    /* has run up to here, exclusive */
	money principal; /* [minor] that bears interest */
	money capital;	 /* [minor] interest that bears interest */
	money joined; /* [minor] capitalised and not paid; capital follows a day later */
	money paid;   /* [minor] of the interest, opening's not counted */
	bool claimed; /* by a letter or by `due`: else it dies with the principal */
	money disputed;	   /* [minor] sum of running disputes with an amount */
	int32_t whole;	   /* running disputes without one */
	bool disputes_run; /* dispute: {interest: runs} */
	int32_t plans;	   /* kept plans that stop interest */
	struct pending pending;
	struct rate rate;    /* until == 0: not asked yet */
	struct segment open; /* base 0: none */
	struct part *parts, **last;
	size_t nparts;
	wide exact;    /* numerators of the closed segments */
	money rounded; /* [minor] closed segments, rounded one by one */
	date join_on;  /* the next anniversary, DATE_LAST: none */
	int32_t joins; /* anniversaries passed, and that one */
	date late_on;  /* the next late charge's day, DATE_LAST: none */
	int32_t lates; /* months of that day */
	money late;    /* [minor] late charges so far */
	struct late_part *late_parts, **late_last;
	bool dry;     /* a preview: keeps no segments */
	date missing; /* the first day without a rate, DATE_NONE: none */
	bool *overflow;
};

struct accrued {
	money interest, late; /* [minor] */
};

/* Nothing yet: principal `gross` from the day of issue. `interest` and `late` may be
 * NULL. */
void accrual_begin(struct accrual *a, struct arena *arena,
		   const struct interest_rule *interest,
		   const struct late_charge_rule *late, const struct invoice *invoice);
/* The first day becomes known. */
void accrual_start(struct accrual *a, date first);
void accrual_touch(struct accrual *a, date day);
/* Lowers what bears interest from `day` on, or (`later`) from the day after. Touched
 * first. */
void accrual_lower(struct accrual *a, money principal, money capital, date day,
		   bool later);
/* Interest is waived: none has run up, none will. */
void accrual_waive(struct accrual *a);
struct accrued accrual_at(const struct accrual *a, date to);
/* Fills the item's segments and its interest of the day `to`. Touched to `to` first. */
void accrual_finish(struct accrual *a, date to, struct item *item);

#endif
