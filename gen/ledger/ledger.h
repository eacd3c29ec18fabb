/* ledger: the book as records, the user's words in C.
 * Floor 2. Owner: everything lives in the book arena; frozen before the first job starts.
 *
 * Absent values: empty str, DATE_NONE, MONEY_NONE, NULL, RATE_NONE. Order of the arrays is the
 * order of reading (files in path order); nothing may depend on it (ledger.md, Files). Each
 * record's `span` is its first byte; spans of single fields are kept where findings need them. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/map.h"
#include "base/money.h"
#include "diag/notice.h"

#define MONEY_NONE INT64_MIN
#define RATE_NONE INT64_MIN
typedef int64_t ppm; /* [parts per million]: 8 % = 80000 */

struct text_list {
	struct str *items;
	size_t count;
};

struct date_list {
	date *items;
	struct span *spans;
	size_t count;
};

/* A name that stands for another record, resolved when the book is frozen. */
struct name {
	struct str text;
	struct span span;
};

struct name_list {
	struct name *items;
	size_t count;
};

enum kind {
	KIND_NONE,
	KIND_BUSINESS,
	KIND_SOLE_TRADER,
	KIND_CONSUMER,
	KIND_PUBLIC,
	KIND_ANY,
	KIND__COUNT
};

enum channel { CHANNEL_NONE, CHANNEL_EMAIL, CHANNEL_POST, CHANNEL_PHONE, CHANNEL_VISIT, CHANNEL__COUNT };

struct channel_list {
	enum channel items[CHANNEL__COUNT];
	size_t count;
};

/* Payment terms: net N | due on receipt | N days end of month | end of month + N | p/d net N. */
enum terms_form { TERMS_NONE, TERMS_NET, TERMS_RECEIPT, TERMS_DAYS_EOM, TERMS_EOM_PLUS, TERMS__COUNT };

struct terms {
	enum terms_form form;
	int32_t days;	      /* N */
	ppm discount;	      /* p of p/d, 0: none */
	int32_t discount_days; /* d */
	struct str text;      /* as written */
	struct span span;
};

struct bank {
	struct span span;
	struct str holder, iban, bic, sort_code, account, name;
};

struct signatory {
	struct str name, title;
};

struct fonts_named {
	struct span span;
	struct str regular, bold, italic;
};

struct creditor {
	struct span span; /* file 0: absent */
	struct str name, address, country, email, phone, website, registration, tax_id, pay_url;
	struct str logo;
	struct span logo_span, pay_url_span;
	struct bank bank;
	struct fonts_named fonts;
	struct signatory signatory;
	struct date_list payments_to;
};

enum paper { PAPER_NONE, PAPER_A4, PAPER_LETTER, PAPER__COUNT };
enum statement_form { STATEMENT_UNSET, STATEMENT_OPEN_ITEM, STATEMENT_ACTIVITY, STATEMENT_NONE, STATEMENT__COUNT };

struct defaults {
	struct span span;
	const struct currency *currency;
	struct name locale, policy, page;
	enum kind kind;
	struct channel_list channel;
	struct terms terms;
	enum paper paper;
	enum statement_form statement;
};

/* ---- policies (reckoning.md) ---- */

enum settles { SETTLES_UNSET, SETTLES_PRINCIPAL_FIRST, SETTLES_COSTS_INTEREST_PRINCIPAL, SETTLES_COSTS_PRINCIPAL_INTEREST, SETTLES__COUNT };
enum round_up { ROUND_UP_UNSET, ROUND_UP_REFERENCE, ROUND_UP_SUM, ROUND_UP__COUNT };
enum fixed { FIXED_UNSET, FIXED_AT_START, FIXED_HALF_YEARLY, FIXED_ON_CHANGE, FIXED__COUNT };
enum year { YEAR_UNSET, YEAR_365, YEAR_360, YEAR_ACTUAL, YEAR_30_360, YEAR__COUNT };
enum compound { COMPOUND_UNSET, COMPOUND_NEVER, COMPOUND_YEARLY, COMPOUND_MONTHLY, COMPOUND__COUNT };
enum rounding { ROUNDING_UNSET, ROUNDING_ONCE, ROUNDING_SEGMENT, ROUNDING_DAILY, ROUNDING__COUNT };
enum flag { FLAG_UNSET, FLAG_NO, FLAG_YES, FLAG__COUNT };
enum counts { COUNTS_UNSET, COUNTS_STARTED, COUNTS_COMPLETED, COUNTS__COUNT };
enum runs { RUNS_UNSET, RUNS_STOPS, RUNS_RUNS, RUNS__COUNT };

/* `claimed_from: due | STAGE`; unset is CLAIM_UNSET. After freezing: CLAIM_DUE or the index of
 * the stage in the policy's stages (≥ 0). */
#define CLAIM_UNSET (-2)
#define CLAIM_DUE (-1)

/* `starts: due | due + N | STAGE`. After freezing `stage` ≥ 0 for a stage, else -1. */
struct starts {
	struct name name; /* as written */
	int32_t days;	  /* N of `due + N` */
	int32_t stage;
};

struct interest_rule {
	struct span span;	/* file 0: no interest */
	ppm percent;		/* contract rate, or RATE_NONE */
	struct name reference;	/* rate table, or empty */
	const struct rate_table *table; /* resolved */
	ppm plus;
	ppm round_up_to;	/* 0: none */
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
	money below, upto; /* [minor] MONEY_NONE: no such bound; both none: the last band */
	money amount;	   /* or MONEY_NONE */
	ppm percent;	   /* or RATE_NONE */
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
	money amount;	/* or MONEY_NONE */
	ppm percent;	/* or RATE_NONE */
	ppm max_percent; /* or RATE_NONE */
	enum counts counts;
	struct name claimed_from;
	int32_t claim;
};

struct fee_rule {
	struct span span;
	money amount;	/* or MONEY_NONE */
	ppm percent;	/* or RATE_NONE */
	struct band_list bands;
	money min, max; /* or MONEY_NONE */
};

struct stage {
	struct span span;
	struct str name;
	int32_t after; /* [days from due], climbs */
	struct str letter;
	int32_t deadline; /* [days], -1: none */
	int32_t delivery; /* [days] */
	bool delivery_working; /* Monday to Friday */
	struct fee_rule fee;   /* span.file 0: none */
	enum channel channel;  /* CHANNEL_NONE: any */
	bool final;
	struct text_list was; /* earlier names in the log */
};

struct policy {
	struct str name;
	struct span span;     /* of its key */
	struct name extends;
	bool built_in;
	/* Below: after freezing, inherited and defaulted values stand here. */
	struct str title, law;
	enum kind kind;	      /* KIND_BUSINESS, KIND_CONSUMER or KIND_ANY */
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
	money max_fees;	   /* or MONEY_NONE */
	money min_balance; /* [minor of currency] default 0 */
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

/* ---- records ---- */

struct hold {
	struct span span;
	date since, until; /* inclusive; DATE_LAST: without end */
	struct str reason;
};

struct dispute {
	struct span span;
	date since, until;
	money amount; /* MONEY_NONE: all of it */
	struct str reason;
};

struct waive {
	struct span span;
	date date;
	bool interest, compensation, late_charges, fees;
	struct str reason;
};

struct customer {
	struct span span;
	struct str id, name, contact, address, country, email, phone;
	enum kind kind; /* resolved by defaults */
	struct name locale, policy;
	const struct currency *currency;
	struct terms terms;
	money credit_limit; /* or MONEY_NONE */
	struct str collector;
	struct channel_list channel;
	date terms_signed;
	enum statement_form statement;
	struct hold *holds;
	size_t nholds;
	struct text_list tags;
	struct span id_span, country_span, currency_span;
	uint32_t index; /* its place by id, bytewise, after freezing */
};

struct line {
	struct span span;
	struct str description, unit;
	int64_t quantity;   /* [10^-6] default 1 */
	int64_t unit_price; /* [10^-6 major units] may be negative (a discount line) */
	ppm tax;	    /* 0: none */
};

struct opening {
	struct span span; /* file 0: none */
	date as_of;
	money interest, costs;
};

struct invoice {
	struct span span;
	struct str number;
	struct span number_span, amount_span, due_span;
	struct name customer_name, policy_name;
	const struct customer *customer; /* resolved, never NULL in a clean book */
	const struct policy *policy;	 /* resolved: invoice, customer, defaults, else plain */
	const struct currency *currency;
	date issued, delivered, due;	 /* due resolved from terms */
	money amount;			 /* gross; from lines when absent (rule 9) */
	struct line *lines;
	size_t nlines;
	money tax; /* [minor] part of amount, when there are lines */
	struct str reference;
	struct terms terms; /* resolved (invoice, customer, policy, defaults) */
	struct dispute *disputes;
	size_t ndisputes;
	struct hold *holds;
	size_t nholds;
	struct waive *waives;
	size_t nwaives;
	struct opening opening;
};

struct credit_note {
	struct span span, number_span;
	struct str number;
	struct name customer_name, invoice_name;
	const struct customer *customer;
	const struct invoice *invoice; /* or NULL */
	const struct currency *currency;
	date issued, effective;	       /* effective DATE_NONE: issued */
	money amount;
	struct str reason;
};

/* One entry of a payment's `for`. */
struct payment_for {
	struct name invoice_name;
	const struct invoice *invoice;
	money amount; /* MONEY_NONE in the list form */
};

struct payment {
	struct span span;
	date date;
	struct name customer_name;
	const struct customer *customer; /* resolved */
	const struct currency *currency;
	money amount; /* negative: a refund */
	struct span amount_span;
	struct str method, reference;
	struct span reference_span;
	struct payment_for *fors;
	size_t nfors;
	bool for_map;
	date returned; /* DATE_NONE: not */
};

struct write_off {
	struct span span;
	date date;
	struct name invoice_name;
	const struct invoice *invoice;
	money amount; /* MONEY_NONE: the rest */
	struct str reason;
};

struct instalment {
	struct span span;
	date due;
	money amount;
};

enum every { EVERY_NONE, EVERY_WEEK, EVERY_FORTNIGHT, EVERY_MONTH, EVERY_QUARTER, EVERY__COUNT };

struct plan {
	struct span span, id_span;
	struct str id;
	struct name customer_name;
	const struct customer *customer;
	date agreed;
	struct name_list invoice_names;
	const struct invoice **invoices; /* resolved, invoice_names.count long */
	struct instalment *instalments;	 /* listed; count 0 when generated */
	size_t ninstalments;
	date first;
	enum every every;
	int32_t count;
	enum runs interest; /* default stops */
	int32_t grace_days;
};

struct promise {
	struct span span;
	struct name customer_name;
	const struct customer *customer;
	date made, by;
	money amount; /* MONEY_NONE: all that is open on its invoices */
	const struct currency *currency;
	struct name_list invoice_names;
	const struct invoice **invoices;
};

struct log_entry {
	struct span span;
	date date;
	struct name customer_name;
	const struct customer *customer;
	struct name stage_name;
	int32_t stage; /* index in the invoices' policy; -1: a mere contact */
	struct name_list invoice_names;
	const struct invoice **invoices;
	enum channel channel;
	struct str document;
	money fee; /* MONEY_NONE: absent */
	struct str digest, version, by, note;
};

struct ledger {
	struct arena *arena;
	struct creditor creditor;
	struct defaults defaults;
	struct policy **policies; /* the user's and those built-ins that are used, by name */
	size_t npolicies;
	struct rate_table **tables;
	size_t ntables;
	struct customer **customers; /* by id after freezing */
	size_t ncustomers;
	struct invoice **invoices; /* by (customer, currency), then (due, issued, number) */
	size_t ninvoices;
	struct credit_note **credit_notes;
	size_t ncredit_notes;
	struct payment **payments; /* by (customer, currency), then date */
	size_t npayments;
	struct write_off **write_offs;
	size_t nwrite_offs;
	struct plan **plans;
	size_t nplans;
	struct promise **promises;
	size_t npromises;
	struct log_entry **log; /* by customer, then date */
	size_t nlog;
	size_t files; /* read */
};

/* Reads every file of the ledger in `folder`, checks it and freezes it. Findings go to
 * notices; with any error the ledger returned must not be reckoned. The as-of day is only
 * for warnings that need one (DATE_NONE: none of those). Never NULL. */
struct ledger *ledger_read(struct arena *book, struct sources *sources, struct str folder,
			   date as_of, struct notices *notices);

/* The same from sources already in memory (tests): `files` of them. */
struct ledger *ledger_from_sources(struct arena *book, struct sources *sources,
				   const struct source *const files[], size_t count,
				   date as_of, struct notices *notices);

/* By name, or NULL. */
const struct policy *ledger_policy(const struct ledger *ledger, struct str name);
const struct customer *ledger_customer(const struct ledger *ledger, struct str id);
const struct invoice *ledger_invoice(const struct ledger *ledger, struct str number);

#endif
