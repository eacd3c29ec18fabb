/* braces: finding the next tag of a template, whatever its delimiters (diag/pattern).
 * Floor 2, paper wing. Owner: the arena given; braces_free gives the pattern back. */
#ifndef TEXT_BRACES_H
#define TEXT_BRACES_H

#include "base/arena.h"
#include "base/str.h"

struct braces {
	struct str open, close;
	struct pattern *pattern;
};

/* A tag as it stands: its sign (0: a plain value), what is between, and where. */
struct found {
	char sign;
	struct str inner; /* trimmed, but for a comment's */
	size_t from, to;  /* [bytes] */
	bool whole;	  /* false: its end belongs to a later tag, or is not there */
};

struct braces braces_new(struct arena *arena, struct str open, struct str close);
void braces_free(struct braces *braces);
/* The first tag at or after `at`; false when there is none. Time does not depend on how
 * long the rest of the text is. */
bool braces_find(const struct braces *braces, struct arena *scratch, struct str text,
		 size_t at, struct found *found);

#endif
