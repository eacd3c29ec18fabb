/* schema: the ledger language as one table: sections, records, fields, words.
 * Floor 2. Owner: static storage.
 *
 * The table drives reading (record.h), the hints for unknown keys, and whatever is
 * printed about the language. */
#ifndef LEDGER_SCHEMA_H
#define LEDGER_SCHEMA_H

#include "ledger/ledger.h"

enum field_type {
	FIELD_TEXT,	/* struct str, one line */
	FIELD_LINES,	/* struct str, may have several lines */
	FIELD_ID,	/* struct str: [A-Za-z0-9][A-Za-z0-9._-]{0,63} */
	FIELD_NUMBER,	/* struct str: one line that may name a file */
	FIELD_COUNTRY,	/* struct str: two capital letters */
	FIELD_NAME,	/* struct name */
	FIELD_NAMES,	/* struct name_list; one or a list */
	FIELD_TEXTS,	/* struct text_list; one or a list */
	FIELD_DATE,	/* date */
	FIELD_DATES,	/* struct date_list; one or a list */
	FIELD_MONEY,	/* money, see amount.h */
	FIELD_PERCENT,	/* ppm */
	FIELD_DECIMAL,	/* int64_t [10^-6] */
	FIELD_INTEGER,	/* int32_t */
	FIELD_INTEGERS, /* int32_t *, size_t; one or a list */
	FIELD_BOOL,	/* bool */
	FIELD_FLAG,	/* enum flag */
	FIELD_WORD,	/* an enum, by its words */
	FIELD_CHANNELS, /* struct channel_list; one or a list of words */
	FIELD_WAIVED,	/* struct waive's four bools; one or a list of words */
	FIELD_CURRENCY, /* const struct currency * */
	FIELD_TERMS,	/* struct terms */
	FIELD_STARTS,	/* struct starts */
	FIELD_DELIVERY, /* struct stage's delivery and delivery_working */
	FIELD_FOR,	/* struct payment's fors, nfors and for_map */
	FIELD_RECORD,	/* a struct in place */
	FIELD_RECORDS,	/* struct *, size_t; one or a list */
	FIELD_TYPE__COUNT
};

enum field_flags {
	REQUIRED = 1,
	SIGNED = 2,	  /* a minus is allowed */
	NONE_ALLOWED = 4, /* FIELD_RECORD: the word `none` stands for nothing */
	ZERO_REFUSED = 8, /* an amount of nothing says nothing */
	RARE = 16,	  /* in the struct of what few records have */
	PASSING = 32,	  /* on the desk, gone when the book is frozen: FIELD_NAME is a
			   * const char *, FIELD_NAMES keeps its count */
};

/* What a text promises, see form.h. */
enum text_form {
	FORM_ANY,
	FORM_IBAN,
	FORM_BIC,
	FORM_MAIL,
	FORM_PHONE,
	FORM_SITE,
	FORM_PAY_URL,
	FORM_TAX_ID,
	FORM_REFERENCE, /* as a bank shows it: may hold an RF reference */
};

#define NOWHERE UINT16_MAX /* read and checked, not kept */

/* One word of an enum; the table ends with a NULL word. */
struct word {
	const char *word;
	int value;
};

struct field {
	const char *key;
	enum field_type type;
	uint16_t offset; /* [bytes] in the record's struct, or NOWHERE */
	uint16_t span;	 /* [bytes] of the struct span that keeps its place; 0: none */
	uint16_t at; /* [bytes] of a uint32_t that keeps where it is in the file; 0: none
		      */
	unsigned flags;	     /* enum field_flags */
	enum text_form form; /* FIELD_TEXT */
	const struct word *words;
	const struct record *record;
	int32_t least, most; /* FIELD_INTEGER(S): both 0: any from 0 on */
	int32_t absent; /* FIELD_INTEGER, _DECIMAL: what stands for nothing written */
	const char *example; /* as it would be written; NULL: the words or the record say
				it */
	const char *doc;
	const char *standard; /* what stands for nothing written, where it is one thing */
};

/* Every record's struct begins with its struct span, except where `spanless` says
 * otherwise. */
struct record {
	const char *name; /* with its article: "an invoice" */
	size_t size;	  /* [bytes] */
	const struct field *fields;
	size_t count;
	bool spanless;
	/* Where the pointer to the RARE fields' struct is, [bytes] of that, and what
	 * records without such fields point to; no size: the record has none. */
	uint16_t rare;
	uint16_t rare_size;
	const void *rare_none;
	const char *doc;
	/* Keys that depend on each other, blanks between; for what is printed about the
	 * language, the reading rooms check them with what else they know. */
	const char *some_of; /* one of them at least */
	const char *apart;   /* one of them at most */
	const char *needs;   /* with the first of them, the others too */
};

enum section {
	SECTION_CREDITOR,
	SECTION_DEFAULTS,
	SECTION_POLICIES,
	SECTION_RATES,
	SECTION_CUSTOMERS,
	SECTION_INVOICES,
	SECTION_CREDIT_NOTES,
	SECTION_PAYMENTS,
	SECTION_WRITE_OFFS,
	SECTION_PLANS,
	SECTION_PROMISES,
	SECTION_LOG,
	SECTION__COUNT
};

enum section_shape {
	SHAPE_ONCE,  /* one mapping in the whole ledger */
	SHAPE_NAMED, /* a mapping: name → record (policies) or list of records (rates) */
	SHAPE_LIST,
};

struct section_row {
	const char *key;
	enum section_shape shape;
	const struct record *record;
	const char *doc;
};

extern const struct section_row schema_sections[SECTION__COUNT];

/* The spellings of payment terms, by enum terms_form. */
extern const struct word schema_terms[];
/* Those with an early-payment discount before `net`. */
extern const struct word schema_discount;

/* The records, in schema_parties.c, schema_events.c and schema_policy.c. */
extern const struct record schema_creditor, schema_defaults, schema_policy, schema_rate,
	schema_customer, schema_hold, schema_invoice, schema_credit_note, schema_payment,
	schema_write_off, schema_plan, schema_promise, schema_log;

/* The field of that key, or NULL; `hint` is where to look first (keys mostly come in the
 * table's order) and is moved behind what was found. */
const struct field *schema_field(const struct record *record, struct str key,
				 size_t *hint);
/* The word, or NULL. */
const struct word *schema_word(const struct word *words, struct str text);
/* The section of that key, or SECTION__COUNT. */
enum section schema_section(struct str key);
/* The nearest known key, word or section; empty when nothing is near. */
struct str schema_near_key(struct arena *scratch, const struct record *record,
			   struct str key);
struct str schema_near_word(struct arena *scratch, const struct word *words,
			    struct str text);
struct str schema_near_section(struct arena *scratch, struct str key);

#endif
