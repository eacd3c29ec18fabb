/* letter: which letter may go out, what it lists and what it demands (rules 15–19).
 * Floor 4, money wing. Owner: the arena given; the account is borrowed. */
#ifndef ESCALATE_LETTER_H
#define ESCALATE_LETTER_H

#include "reckon/account.h"

/* One listed invoice. `stage` is its stage once the letter is sent. */
struct letter_line {
	const struct item *item;
	int32_t stage;	 /* index in the policy; -1: none yet */
	bool advances;	 /* it triggers: this letter moves it on to `stage` */
	date deadline;	 /* of an invoice that does not advance: its earlier one; else
			    DATE_NONE */
	money principal; /* undisputed, demanded */
	money charges[CHARGE__COUNT]; /* claimed once the letter is sent and still open;
				       * the letter's own fee is not in here */
	money total;
};

struct letter {
	const struct policy *policy;
	int32_t stage;	      /* index of the letter's own stage */
	date pay_by;	      /* DATE_NONE without a deadline */
	enum channel channel; /* email or post; CHANNEL_NONE: none is usable, a warning */
	money fee;
	struct letter_line *lines; /* by (due, issued, number) */
	size_t nlines;
	const struct item **blocked; /* listed apart, not demanded */
	size_t nblocked;
	money principal, charges[CHARGE__COUNT]; /* sums of lines; fee not included */
	money credit;				 /* of the account, used by this letter */
	money demand; /* principal + charges + fee − credit */
};

/* What stands in the way of the next stage of an invoice, for `plan`, `status`,
 * `explain`. */
struct progress {
	const struct item *item;
	int32_t next;  /* stage index, -1 after the last */
	date earliest; /* rule 16; DATE_NONE after the last */
	bool ended;    /* the stage done is `final` */
	bool triggers; /* rule 19: unblocked, open, day reached */
};

enum held_why {
	HELD_BLOCKED,  /* dispute, hold, plan, promise: the item's blocks say which */
	HELD_BALANCE,  /* demand below min_balance, or nothing after credit */
	HELD_INTERVAL, /* min_interval since the last letter */
	HELD_EARLY,    /* overdue, but the next stage's day has not come */
	HELD_ENDED,    /* final stage done, or no stage left: decide */
	HELD_WHY__COUNT
};

struct held {
	enum held_why why;
	const struct item *item; /* NULL: the whole group */
	const struct policy *policy;
	date until;   /* last day it is held, inclusive; DATE_LAST: not known */
	money amount; /* the demand that was too small, for HELD_BALANCE */
};

struct escalation {
	struct account *account;
	struct progress *progress; /* one an item, same order */
	struct letter *letters;	   /* by policy name */
	size_t nletters;
	struct held *held; /* for `plan`, by policy name then item order */
	size_t nheld;
};

/* Judges one account at its as-of day. Letters are listed whatever payments_to says; the
 * caller refuses them when it is stale (rule 19, fine print). */
struct escalation *letter_judge(struct arena *arena, struct account *account,
				struct notices *notices);

#endif
