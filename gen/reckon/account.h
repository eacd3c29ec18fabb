/* account: what one customer owes in one currency, as A knows it.
 * Floor 3. Owner: the arena given to account_reckon; pointers into the ledger are
 * borrowed.
 *
 * The replay is one pass over the account's events in date order (rules 1–14, 21–23). */
#ifndef RECKON_ACCOUNT_H
#define RECKON_ACCOUNT_H

#include "ledger/ledger.h"

/* The four charges, in the order costs are settled (rule 5), interest last. */
enum charge {
	CHARGE_COMPENSATION,
	CHARGE_LATE,
	CHARGE_FEE,
	CHARGE_INTEREST,
	CHARGE__COUNT
};

/* One interest segment of an invoice (rules 10, 24): [from, to) half-open, `days` by the
 * policy's year; base × rate × days ÷ (10^6 × year) exactly, as numerator ÷ denominator.
 */
struct segment {
	date from, to;
	int32_t days;
	money base;    /* [minor] incl. capitalised interest */
	ppm rate;      /* the sum charged */
	ppm reference; /* the table's part, RATE_NONE for a contract rate */
	const struct rate_entry *entry; /* whose rate; NULL for a contract rate */
	wide numerator, denominator;	/* [minor] exact interest */
	money interest; /* rounded for printing: cumulative differences, so they sum to
			   the total */
};

/* One late charge of an invoice (rule 11). */
struct late_part {
	date on;
	money base;   /* [minor] what bore it */
	money amount; /* [minor] after `max_percent` */
	struct late_part *next;
};

/* What lowered (or raised) an invoice or the credit, in order of time: for statements and
 * `explain`. */
enum movement_kind {
	MOVEMENT_INVOICE, /* + gross */
	MOVEMENT_CREDIT_NOTE,
	MOVEMENT_WRITE_OFF,
	MOVEMENT_PAYMENT,
	MOVEMENT_RETURNED, /* the payment's line taken back */
	MOVEMENT_REFUND,
	MOVEMENT_DISCOUNT,
	MOVEMENT_CHARGE, /* + a charge when first claimed by a logged letter */
	MOVEMENT_WAIVED,
	MOVEMENT_KIND__COUNT
};

struct movement {
	date date;
	enum movement_kind kind;
	enum charge charge;   /* of MOVEMENT_CHARGE and MOVEMENT_WAIVED */
	struct str number;    /* of the invoice or credit note; else empty */
	struct str reference; /* of the payment */
	money amount;	      /* [minor] signed as it changes the balance */
	struct span span;
};

/* What one payment (or credit) put where (rule 4), for open-item statements and explain.
 */
struct allocation {
	date date;
	struct span from; /* the payment, credit note, write-off record */
	enum movement_kind kind;
	money principal, costs, interest; /* [minor] */
	struct str reference;
	struct allocation *next;
};

/* By which step of rule 4 money came to an invoice. */
enum way {
	WAY_NONE,
	WAY_FOR,       /* (a) its `for` */
	WAY_REFERENCE, /* (b) an invoice number in its reference */
	WAY_PLAN,      /* (c) the next instalment of a kept plan */
	WAY_OLDEST,    /* (d) the oldest open invoice */
	WAY_CREDIT,    /* (e) credit, used by the next invoice */
	WAY_HELD,      /* credit held for this invoice */
	WAY__COUNT
};

enum block_by { BLOCK_DISPUTE, BLOCK_HOLD, BLOCK_PLAN, BLOCK_PROMISE, BLOCK_BY__COUNT };

struct block {
	enum block_by by;
	date until; /* inclusive; DATE_LAST: open end */
	struct str reason;
	struct span span;
	struct block *next;
};

/* One visible invoice at A. Money in minor units, open = not yet settled. */
struct item {
	const struct invoice *invoice;
	const struct policy *policy;
	money amount; /* gross */
	money paid, credited, discounted,
		written_off; /* of principal; sum + principal = amount */
	money principal;     /* open, disputed part included */
	money disputed;	     /* part of principal under a running dispute */
	/* Charges: accrued = run up to A whether claimed or not, gross of what was paid
	 * (0 where the policy can never claim it); paid; claimed = by a letter logged
	 * before A or `due`; open = claimed ? accrued − paid : what `opening` brought and
	 * is not paid. Waived or barred charges are 0. `claim` names what may still claim
	 * the charge: unset when it is waived, barred, or the principal was paid in full
	 * before (rule 12); a letter of a stage ≥ claim ≥ 0 claims accrued − paid. */
	struct {
		money accrued, paid, open;
		bool claimed;
		int32_t claim; /* CLAIM_DUE, stage index, or CLAIM_UNSET when never */
	} charges[CHARGE__COUNT];
	struct segment *segments;
	size_t nsegments;
	struct late_part
		*lates; /* in order of time; what was given up is not among them */
	struct {
		ppm rate;   /* in force on A + 1; 0 when nothing accrues */
		money base; /* [minor] */
		wide numerator, denominator; /* [minor a day] exact */
	} daily;			     /* interest of the next day, for letters */
	struct allocation *allocations;	     /* in order of time */
	struct block *blocks; /* in the order dispute, hold, plan, promise (rule 17) */
	int32_t done;	      /* highest stage logged before A; -1: none (rule 15) */
	date done_on;	      /* its latest entry's day, else DATE_NONE */
	date deadline;	      /* deadline(done) by rule 16, else DATE_NONE */
	/* The first day of the earliest half-year without its own rate that the interest
	 * needs; DATE_NONE: none. From its 32nd day (rate_stale + 31 ≤ A) a letter that
	 * claims interest on it is an error (rule 10). */
	date rate_stale;
	bool settled; /* rule 14 */
};

enum plan_state { PLAN_KEPT, PLAN_BROKEN, PLAN_DONE, PLAN_STATE__COUNT };
enum promise_state {
	PROMISE_RUNNING,
	PROMISE_KEPT,
	PROMISE_BROKEN,
	PROMISE_STATE__COUNT
};

struct plan_status {
	const struct plan *plan;
	enum plan_state state;
	money required, paid;
	date broken;			/* DATE_NONE: not */
	date done;			/* the day it was paid in full; DATE_NONE: not */
	struct instalment *instalments; /* listed or generated */
	size_t ninstalments;
};

struct promise_status {
	const struct promise *promise;
	enum promise_state state;
};

struct account {
	const struct ledger *ledger;
	const struct customer *customer;
	const struct currency *currency;
	date as_of;
	struct item *items; /* visible invoices by (due, issued, number) */
	size_t nitems;
	money principal, disputed;    /* of all items */
	money charges[CHARGE__COUNT]; /* claimed and open */
	money credit;  /* held credit included; negative after an uncovered refund */
	money held;    /* part of credit held for invoices not yet issued */
	money balance; /* principal + charges − credit */
	const struct policy *policy; /* the customer's: buckets */
	money not_due;		     /* rule 21 */
	money *buckets;		     /* policy->nbuckets + 1 long */
	struct movement
		*movements; /* all visible, by date: activity statements (rule 22) */
	size_t nmovements;
	size_t month;	       /* the first movement of A's calendar month */
	money brought_forward; /* all movements before it: what that month began with */
	struct plan_status *plans;
	size_t nplans;
	struct promise_status *promises;
	size_t npromises;
	bool broken; /* conservation failed: a bug of ours, reported as a notice; exit 4
		      */
};

/* The records an account is made of. */
enum account_record {
	ACCOUNT_INVOICES,
	ACCOUNT_PAYMENTS,
	ACCOUNT_CREDIT_NOTES,
	ACCOUNT_WRITE_OFFS,
	ACCOUNT_PLANS,
	ACCOUNT_PROMISES,
	ACCOUNT_LOG,
	ACCOUNT_RECORD__COUNT
};

/* Who has an account: customer × currency with a visible invoice, payment or credit note,
 * sorted by customer id, then currency code. Its records, visible or not, as slices. */
struct account_key {
	const struct customer *customer;
	const struct currency *currency;
	const void *const *rows[ACCOUNT_RECORD__COUNT];
	uint32_t counts[ACCOUNT_RECORD__COUNT];
};

struct account_key *account_list(struct arena *arena, const struct ledger *ledger,
				 date as_of, size_t *count);

/* Replays one account up to the end of A. Findings (unallocated money, a missing rate,
 * overflow) go to notices. Conservation (rule 23) is asserted: a breach is a notice of
 * its own kind and exit 4. Pure: safe on any thread with its own arena and notices. */
struct account *account_reckon(struct arena *arena, const struct ledger *ledger,
			       const struct account_key *key, date as_of,
			       struct notices *notices);

struct trace;

/* The same, telling each step to `trace` (trace.h; NULL: nobody) as it is taken. */
struct account *account_explain(struct arena *arena, const struct ledger *ledger,
				const struct account_key *key, date as_of,
				const struct trace *trace, struct notices *notices);

#endif
