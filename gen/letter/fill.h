/* fill: the tools with which the rooms of the view write their values.
 * Floor 5. Owner: the job arena. */
#ifndef LETTER_FILL_H
#define LETTER_FILL_H

#include "letter/format.h"
#include "letter/template.h"

/* A number and what was made of it. */
struct written {
	int64_t number;
	struct value *value; /* NULL: nothing yet */
};

/* An amount or a day stands in many places of a view and is written once; a number that
 * wants another's place here takes it. */
enum { FILL_WRITTEN = 64 };

/* A view in the making. */
struct fill {
	struct arena *arena;
	const struct locale *locale;
	const struct templates *templates;
	struct str tag; /* the locale as the ledger names it: where templates are found */
	const struct account *account;
	const struct letter *letter; /* NULL: a statement */
	const struct currency *currency;
	struct value *view, *any;
	struct written *amounts, *days; /* FILL_WRITTEN of each */
};

void fill_text(const struct fill *fill, struct value *record, struct str name,
	       struct str text);
void fill_truth(const struct fill *fill, struct value *record, struct str name,
		bool truth);
/* MONEY_NONE and DATE_NONE are empty values. */
void fill_money(const struct fill *fill, struct value *record, struct str name,
		money amount);
void fill_date(const struct fill *fill, struct value *record, struct str name, date day);
/* The lines of a text, as a list. */
void fill_lines(const struct fill *fill, struct value *record, struct str name,
		struct str text);
/* The title of the letter a stage sends; empty when it has no template. */
struct str fill_title(const struct fill *fill, const struct policy *policy,
		      int32_t stage);

#endif
