/* template: letters' templates, found, parsed once, and shared by all jobs.
 * Floor 5. Owner: the book arena; frozen before the first job starts. */
#ifndef LETTER_TEMPLATE_H
#define LETTER_TEMPLATE_H

#include "base/map.h"
#include "letter/compose.h"
#include "letter/fonts.h"
#include "letter/keep.h"
#include "letter/locale.h"
#include "letter/logo.h"
#include "text/mustache.h"

struct lint_rules;
struct lint_tongue;

struct template
{
	struct str path; /* "templates/en/reminder-1.md", or below the carried letters */
	struct str title;
	struct mustache *subject; /* NULL: the title stands there */
	struct mustache *body;
	struct digest digest;		   /* of the file and of every partial */
	struct span title_span, body_span; /* where they begin */
	const struct profile *profile; /* the page it is set for; NULL: the ledger's */
	struct keep keep;
	uint32_t excused;		  /* rules of letter lint: bit N for LN */
	const struct lint_tongue *tongue; /* of its language; NULL: no lint */
};

struct templates {
	struct arena *arena;
	struct sources *sources;
	struct str folder;	  /* the ledger's; empty: carried templates only */
	struct map locales;	  /* tag → struct locale */
	struct map files;	  /* "tag/letter" → struct template */
	struct template unusable; /* stands in `files` for one that was reported */
	struct mustache *pay_url; /* of the creditor, or NULL */
	struct digest origin;	  /* of the program, its libraries and its fonts */
	struct logo logo;
	struct fonts fonts;
	struct lint_rules *lint;      /* NULL: letters are not held to rules */
	const struct value *specimen; /* for checking names */
};

/* The locale of a customer, and every letter its ledger's policies may send in it. */
bool templates_prepare(struct templates *templates, const struct ledger *ledger,
		       const struct customer *customer, struct notices *notices);

/* The locale a customer's letters are in (its own, else the defaults', else en-GB) and
 * where that is written. */
struct str template_tag(const struct ledger *ledger, const struct customer *customer,
			struct span *span);
/* What was prepared, or NULL. `scratch` holds the key only. */
const struct locale *template_locale(const struct templates *templates, struct str tag);
const struct template *template_find(struct arena *scratch,
				     const struct templates *templates, struct str tag,
				     struct str letter);
/* The same, reading it when it is not there yet. `span` is what asks for the letter:
 * findings of missing files stand there. NULL after an error notice, this one or an
 * earlier one. */
const struct template *template_prepare(struct templates *templates, struct str tag,
					struct str letter, struct span span,
					struct notices *notices);
const struct locale *template_prepare_locale(struct templates *templates, struct str tag,
					     struct span span, struct notices *notices);

#endif
