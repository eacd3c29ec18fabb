/* ledger: the book as records, the user's words in C.
 * Floor 2. Owner: everything lives in the book arena; frozen before the first job starts.
 *
 * Absent values: see value.h. The arrays' order is stated at each and does not depend on
 * the order of files or records (LANGUAGE.md, Files). Each record's `span` is its first
 * byte; spans of single fields are kept where findings need them. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "base/arena.h"
#include "base/date.h"
#include "base/map.h"
#include "base/money.h"
#include "diag/notice.h"
#include "ledger/pact.h"

struct bank {
	struct span span;
	struct str holder, iban, bic, sort_code, account, name;
	struct span sort_code_span, account_span;
};

struct signatory {
	struct str name, title;
};

struct fonts_named {
	struct span span; /* file 0: none */
	struct str regular, bold, italic;
	struct span regular_span, bold_span, italic_span;
};

struct creditor {
	struct span span; /* file 0: absent */
	struct str name, address, country, email, phone, website, registration, tax_id,
		pay_url;
	struct str logo;
	struct span logo_span, pay_url_span;
	struct bank bank;
	struct fonts_named fonts;
	struct signatory signatory;
	struct date_list payments_to;
};

enum paper { PAPER_NONE, PAPER_A4, PAPER_LETTER, PAPER__COUNT };
enum statement_form {
	STATEMENT_UNSET,
	STATEMENT_OPEN_ITEM,
	STATEMENT_ACTIVITY,
	STATEMENT_NONE,
	STATEMENT__COUNT
};

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

/* ---- records ---- */

/* Where a field stands whose `…_at` [bytes] a record keeps: in the record's own file. */
#define PLACE_OF(record, at) ((struct span){(record)->span.file, (record)->at})

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

/* What few customers have; those without share one that says so. */
struct customer_rare {
	struct str phone, collector;
	struct terms terms;
	money credit_limit; /* or MONEY_NONE */
	struct hold *holds;
	size_t nholds;
	struct text_list tags;
};

struct customer {
	struct span span, id_span;
	struct str id, name, contact, address, country, email;
	struct name locale, policy;
	const struct currency *currency;
	const struct customer_rare *rare;
	enum kind kind; /* resolved by defaults */
	enum statement_form statement;
	date terms_signed;
	uint32_t index;	    /* its place by id, bytewise, after freezing */
	uint64_t footprint; /* of all that is written about it, see footprint.h */
	struct channel_list channel;
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

/* What few invoices have; those without share one that says so. */
struct invoice_rare {
	struct name policy_name;
	struct terms terms; /* its own */
	struct str reference;
	struct dispute *disputes;
	size_t ndisputes;
	struct hold *holds;
	size_t nholds;
	struct waive *waives;
	size_t nwaives;
	struct opening opening;
	date delivered;
};

struct invoice {
	struct span span;
	uint32_t number_at, customer_at, amount_at, due_at; /* 0: not written */
	struct str number;
	union {
		const char *customer_name;	 /* only until it is found */
		const struct customer *customer; /* never NULL in a clean book */
	};
	const struct policy
		*policy;	   /* resolved: invoice, customer, defaults, else plain */
	const struct terms *terms; /* resolved: invoice, customer, policy, defaults */
	const struct currency *currency;
	const struct invoice_rare *rare;
	date issued, due; /* due resolved from terms */
	money amount;	  /* gross; from lines when absent (rule 9) */
	struct line *lines;
	size_t nlines;
};

struct credit_note {
	struct span span, number_span;
	struct str number;
	struct name customer_name, invoice_name;
	const struct customer *customer;
	const struct invoice *invoice; /* or NULL */
	const struct currency *currency;
	date issued, effective; /* effective DATE_NONE: issued */
	money amount;
	struct str reason;
};

/* One entry of a payment's `for`; it is written as the invoice's number is. */
struct payment_for {
	struct span span;
	union {
		const char *invoice_name; /* only until it is found */
		const struct invoice *invoice;
	};
	money amount; /* MONEY_NONE in the list form */
};

/* What few payments have; those without share one that says so. */
struct payment_rare {
	struct str method, reference;
	struct span reference_span;
};

struct payment {
	struct span span;
	uint32_t amount_at, customer_at; /* 0: not written */
	date date;
	date returned; /* DATE_NONE: not */
	union {
		const char *customer_name; /* only until it is found */
		const struct customer *customer;
	};
	const struct currency *currency;
	const struct payment_rare *rare;
	money amount; /* negative: a refund */
	struct payment_for *fors;
	uint32_t nfors;
	bool for_map;
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

enum every {
	EVERY_NONE,
	EVERY_WEEK,
	EVERY_FORTNIGHT,
	EVERY_MONTH,
	EVERY_QUARTER,
	EVERY__COUNT
};

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

/* What few log entries have; those without share one that says so. */
struct log_rare {
	struct str document, digest, version, by, note;
	money fee; /* MONEY_NONE: absent */
};

struct log_entry {
	struct span span;
	uint32_t customer_at, stage_at; /* 0: not written */
	union {
		const char *customer_name; /* only until it is found */
		const struct customer *customer;
	};
	const char *stage_name;		/* NULL once the book is frozen */
	struct name_list invoice_names; /* after freezing the count alone */
	const struct invoice **invoices;
	const struct log_rare *rare;
	date date;
	int32_t stage; /* index in the invoices' policy; -1: a mere contact */
	enum channel channel;
};

/* What the records without anything rare share. */
extern const struct customer_rare customer_rare_none;
extern const struct invoice_rare invoice_rare_none;
extern const struct payment_rare payment_rare_none;
extern const struct log_rare log_rare_none;

struct ledger {
	struct arena *arena;
	struct creditor creditor;
	struct defaults defaults;
	struct policy *
		*policies; /* the user's and those built-ins that are used, by name */
	size_t npolicies;
	struct rate_table **tables;
	size_t ntables;
	struct customer **customers; /* by id after freezing */
	size_t ncustomers;
	struct invoice *
		*invoices; /* by (customer, currency), then (due, issued, number) */
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
	size_t files;	    /* read */
	uint64_t footprint; /* of all that is no customer's, see footprint.h */
};

/* Reads every file of the ledger in `folder` with at most `workers` threads (any number
 * gives the same), checks it and freezes it. Findings go to notices; with any error the
 * ledger returned must not be reckoned. The as-of day is only for warnings that need one
 * (DATE_NONE: none of those). Never NULL. */
struct ledger *ledger_read(struct arena *book, struct sources *sources, struct str folder,
			   unsigned workers, date as_of, struct notices *notices);

/* The same from sources already in memory (tests): `files` of them. */
struct ledger *ledger_from_sources(struct arena *book, struct sources *sources,
				   const struct source *const files[], size_t count,
				   date as_of, struct notices *notices);

/* By name, or NULL. */
const struct policy *ledger_policy(const struct ledger *ledger, struct str name);
const struct customer *ledger_customer(const struct ledger *ledger, struct str id);
const struct invoice *ledger_invoice(const struct ledger *ledger, struct str number);

#endif
