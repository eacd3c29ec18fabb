/* front: the front matter of a template: what a letter is called and how it is announced.
 * Floor 5. Owner: the arena given.
 *
 * A template file begins with YAML between two lines `---`, then comes its body. */
#ifndef LETTER_FRONT_H
#define LETTER_FRONT_H

#include "diag/yaml.h"
#include "text/mustache.h"

struct front {
	struct str title;   /* "Final demand" */
	size_t title_at;    /* [bytes] where it stands in the source */
	struct str subject; /* the bold line above the text: a template itself; may be
			       empty */
	size_t subject_at;  /* [bytes] in the source where it stands as written; else 0 */
	struct str layout;  /* the page profile it is set for; empty: the ledger's */
	struct span layout_span;
	const struct node *keep; /* what is to stay on one page, see keep.h; or NULL */
	size_t body;		 /* [bytes] where the body begins */
	uint32_t excused;	 /* rules of letter lint: bit N for rule LN */
};

/* False after an error notice. */
bool front_read(struct arena *arena, const struct source *source, struct front *front,
		struct notices *notices);
/* The subject's template, whose findings have their own column; NULL when there is none,
 * or after an error notice. */
struct mustache *front_subject(struct arena *arena, struct sources *sources,
			       const struct source *source, const struct front *front,
			       struct notices *notices);

#endif
