/* pact: a policy as a record, with its stages, charges and rates (rules 10 to 19).
 * Floor 2. Owner: the book arena. */
#ifndef LEDGER_PACT_H
#define LEDGER_PACT_H

#include "ledger/value.h"

enum settles {
	SETTLES_UNSET,
	SETTLES_PRINCIPAL_FIRST,
	SETTLES_COSTS_INTEREST_PRINCIPAL,
	SETTLES_COSTS_PRINCIPAL_INTEREST,
	SETTLES__COUNT
};
enum round_up { ROUND_UP_UNSET, ROUND_UP_REFERENCE, ROUND_UP_SUM, ROUND_UP__COUNT };
enum fixed {
	FIXED_UNSET,
	FIXED_AT_START,
	FIXED_HALF_YEARLY,
	FIXED_ON_CHANGE,
	FIXED__COUNT
};
enum year { YEAR_UNSET, YEAR_365, YEAR_360, YEAR_ACTUAL, YEAR_30_360, YEAR__COUNT };
enum compound {
	COMPOUND_UNSET,
	COMPOUND_NEVER,
	COMPOUND_YEARLY,
	COMPOUND_MONTHLY,
	COMPOUND__COUNT
};
enum rounding {
	ROUNDING_UNSET,
	ROUNDING_ONCE,
	ROUNDING_SEGMENT,
	ROUNDING_DAILY,
	ROUNDING__COUNT
};
enum flag { FLAG_UNSET, FLAG_NO, FLAG_YES, FLAG__COUNT };
enum counts { COUNTS_UNSET, COUNTS_STARTED, COUNTS_COMPLETED, COUNTS__COUNT };
enum runs { RUNS_UNSET, RUNS_STOPS, RUNS_RUNS, RUNS__COUNT };

/* `claimed_from: due | STAGE`; unset is CLAIM_UNSET. After freezing: CLAIM_DUE or the
 * index of the stage in the policy's stages (≥ 0). */
#define CLAIM_UNSET (-2)
#define CLAIM_DUE (-1)

/* `starts: due | due + N | STAGE`. After freezing `stage` ≥ 0 for a stage, else -1. */
struct starts {
	struct name name; /* as written */
	int32_t days;	  /* N of `due + N` */
	int32_t stage;
};

struct interest_rule {
	struct span span;		/* file 0: no interest */
	ppm percent;			/* contract rate, or RATE_NONE */
	struct name reference;		/* rate table, or empty */
	const struct rate_table *table; /* resolved */
	ppm plus;
	ppm round_up_to; /* 0: none */
	enum round_up round_up;
	enum fixed fixed;
	enum year year;
	enum flag payment_day_counts;
	enum compound compound;
	enum rounding rounding;
	struct starts starts;
	struct name claimed_from;
	int32_t claim; /* CLAIM_… or stage index */
};

/* One band of compensation or of a marginal fee. */
struct band {
	struct span span;
	money below,
		upto; /* [minor] MONEY_NONE: no such bound; both none: the last band */
	money amount; /* or MONEY_NONE */
	ppm percent;  /* or RATE_NONE */
};

struct band_list {
	struct band *items;
	size_t count;
};

struct compensation_rule {
	struct span span;
	struct band_list bands;
	struct name claimed_from;
	int32_t claim;
};

struct late_charge_rule {
	struct span span;
	money amount;	 /* or MONEY_NONE */
	ppm percent;	 /* or RATE_NONE */
	ppm max_percent; /* or RATE_NONE */
	enum counts counts;
	struct name claimed_from;
	int32_t claim;
};

struct fee_rule {
	struct span span;
	money amount; /* or MONEY_NONE */
	ppm percent;  /* or RATE_NONE */
	struct band_list bands;
	money min, max; /* or MONEY_NONE */
};

struct stage {
	struct span span;
	struct str name;
	int32_t after; /* [days from due], climbs */
	struct str letter;
	int32_t deadline;      /* [days], -1: none */
	int32_t delivery;      /* [days] */
	bool delivery_working; /* Monday to Friday */
	struct fee_rule fee;   /* span.file 0: none */
	enum channel channel;  /* CHANNEL_NONE: any */
	bool final;
	struct text_list was; /* earlier names in the log */
};

struct policy {
	struct str name;
	struct span span; /* of its key */
	struct name extends;
	bool built_in;
	/* Below: after freezing, inherited and defaulted values stand here. */
	struct str title, law;
	enum kind kind; /* KIND_BUSINESS, KIND_CONSUMER or KIND_ANY */
	const struct currency *currency;
	enum flag needs_terms;
	date valid_from, valid_until;
	struct terms terms;
	int32_t grace_days; /* -1 unset */
	enum settles settles;
	struct interest_rule interest;
	struct compensation_rule compensation;
	struct late_charge_rule late_charge;
	enum runs dispute_interest; /* default stops */
	money max_fees;		    /* or MONEY_NONE */
	money min_balance;	    /* [minor of currency] default 0 */
	int32_t min_interval;
	int32_t *buckets; /* climbing days, default 30, 60, 90 */
	size_t nbuckets;
	struct stage *stages;
	size_t nstages;
};

struct rate_entry {
	date from;
	ppm percent; /* may be negative */
	struct span span;
	bool built_in;
};

struct rate_table {
	struct str name;
	struct rate_entry *entries; /* by from */
	size_t count;
	bool built_in; /* half-yearly and without gaps (rule 10) */
};

#endif
