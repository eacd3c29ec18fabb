/* names: every name a template may use.
 * Floor 5. Owner: static storage; the specimen lives in the arena given.
 *
 * The one table: `collectgen help view` prints it, templates are checked against a
 * specimen made from it, and a test holds the views that are built to it. */
#ifndef LETTER_NAMES_H
#define LETTER_NAMES_H

#include "text/value.h"

enum name_type {
	NAME_TEXT,
	NAME_MONEY, /* prints £1,250.00; .plain 1250.00, .short 1,250.00, .table like it
		       but always grouped */
	NAME_DATE,  /* prints 14 February 2026; .iso, .medium 14 Feb 2026, .short
		       14/02/2026 */
	NAME_COUNT, /* prints 46 days; .plain 46 */
	NAME_RATE,  /* prints 11.75%; .plain 11.75 */
	NAME_TRUTH, /* opened as a section */
	NAME_LINES, /* a list of texts: {{#customer.address}}{{.}}{{/customer.address}} */
	NAME_LIST,  /* a list of records: the names below it are theirs */
	NAME_RECORD,
	NAME_TYPE__COUNT
};

struct name_entry {
	struct str name; /* "customer.contact"; below a list: "invoices.number" */
	enum name_type type;
	struct str meaning, example;
};

/* The i-th name, NULL after the last. */
const struct name_entry *name_at(size_t index);
/* "text", "money", …, for `help view`. */
struct str name_type_word(enum name_type type);
/* A view that has every name once: each list one item, nothing empty. `words` are a
 * locale's captions, borrowed. */
struct value *name_specimen(struct arena *arena, struct value *words);

#endif
