/* trial: one template on given values, without a ledger.
 * Floor 5. Owner: the arena given; the sources keep the files' bytes.
 *
 * Partials are files beside the template: `name.md`, `name.mustache`, `name` or
 * `partials/name.md`; when the template is to be taken strictly, then the carried ones of
 * the locale. The file may begin with front matter, as letters do, or not. */
#ifndef LETTER_TRIAL_H
#define LETTER_TRIAL_H

#include "letter/front.h"
#include "letter/keep.h"
#include "letter/locale.h"
#include "press/press.h"
#include "text/mustache.h"

struct trial {
	struct arena *arena;
	struct notices *notices;
	const struct locale *locale;
	bool lenient; /* the Mustache specification's way: what is unknown is empty */
	struct front front;
	const struct profile *profile; /* of its layout; NULL: none named */
	struct keep keep;
	struct mustache *subject; /* NULL: there is none */
	struct mustache *body;
};

/* NULL after an error notice. */
struct trial *trial_open(struct arena *arena, struct sources *sources,
			 const struct source *source, const struct locale *locale,
			 bool lenient, struct notices *notices);
/* The view with the locale's words added where it has no `words` of its own. */
void trial_add_words(const struct trial *trial, struct value *view);
/* The body's text. Faults are notices; the text is then incomplete. */
struct rendered trial_text(const struct trial *trial, const struct value *view,
			   enum escape escape);
/* The page: subject and body, nobody's letterhead or address. NULL after an error notice.
 */
struct layout *trial_page(const struct trial *trial, const struct value *view,
			  const struct profile *profile, const struct metrics *metrics);
/* What its PDF says about itself; the caller adds the day. */
struct meta trial_meta(const struct trial *trial, const struct value *view);

#endif
