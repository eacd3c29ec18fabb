/* tag: a parsed template as a tree of tags, shared by the rooms of mustache.
 * Floor 2, paper wing. Owner: the arena given to mustache_parse; immutable afterwards. */
#ifndef TEXT_TAG_H
#define TEXT_TAG_H

#include "text/mustache.h"

enum tag_kind {
	TAG_LITERAL,
	TAG_VALUE, /* {{x}} */
	TAG_RAW,   /* {{{x}}} and {{&x}} */
	TAG_SECTION,
	TAG_INVERTED,
	TAG_PARTIAL,
	TAG_KIND__COUNT
};

struct tag {
	enum tag_kind kind;
	struct span span;
	struct str text;   /* the literal, or the name as written */
	struct str *parts; /* of the dotted name; none for "." */
	size_t nparts;
	struct str indent;		/* of a partial that stands alone on its line */
	const struct mustache *partial; /* NULL: there is none of that name */
	struct str nearest;		/* then: one that there is, or empty */
	struct tag *first, *next;	/* what a section holds */
};

struct mustache {
	const struct source *source;
	struct tag *first;
};

/* Reports a partial that there is not. */
void tag_report_partial(const struct tag *tag, struct notices *notices);

#endif
