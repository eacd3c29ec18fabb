/* compose: one document's money facts to a layout and its meta data.
 * Floor 5. Owner: the job arena; templates are in the book arena, frozen before jobs
 * start. */
#ifndef LETTER_COMPOSE_H
#define LETTER_COMPOSE_H

#include "base/digest.h"
#include "escalate/letter.h"
#include "press/press.h"

/* Templates, partials and locales in use: parsed once, then shared read-only by all jobs.
 */
struct templates;

struct templates *templates_new(struct arena *book, struct sources *sources,
				struct str ledger_folder, const struct ledger *ledger,
				struct notices *notices);
/* Of the program, its libraries and its fonts: what any letter's bytes depend on besides
 * what it says. */
struct digest templates_origin(void);
/* Gives back what is not in the book arena: compiled patterns. NULL is allowed. */
void templates_free(struct templates *templates);

struct document {
	const struct escalation *escalation; /* its account */
	const struct letter *letter;	     /* NULL: a statement */
};

/* Rule 22: an open item, credit, or a movement in A's calendar month, and the customer
 * wants statements. */
bool compose_statement_due(const struct account *account);

/* Finds and parses what this document will need, so that composing reads only. Call for
 * every document before the first job starts; cheap when already there. False after an
 * error. */
bool compose_prepare(struct templates *templates, const struct document *document,
		     struct notices *notices);

struct composed {
	struct layout *layout;		 /* NULL until it is set */
	const struct document *document; /* what it is of, borrowed */
	struct sheet *sheet;
	const struct template *template;
	const struct rendered *body; /* the letter's text, before it is set */
	struct meta meta;
	struct str title;	  /* "Final demand" */
	struct str template_path; /* where the body came from */
	struct str locale;
	/* Of all that the document's bytes depend on: what the sheet says, text and all;
	 * what the file says of itself; the program, its libraries and its fonts. */
	struct digest inputs;
};

/* The document's text, found and filled in: all but its layout. NULL after an error
 * notice. */
struct composed *compose_text(struct arena *job, const struct templates *templates,
			      const struct document *document, struct notices *notices);
/* The layout of a composed text. NULL after an error notice. */
struct layout *compose_set(struct arena *job, struct composed *composed,
			   const struct metrics *metrics, struct notices *notices);

/* Both. NULL after an error notice. */
struct composed *compose_document(struct arena *job, const struct templates *templates,
				  const struct document *document,
				  const struct metrics *metrics, struct notices *notices);

#endif
