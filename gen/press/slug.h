/* slug: a text cast once as PDF's operators, and kept for the next page that says it. (A
 * slug is a line of type in one piece.)
 * Floor 4, paper wing. Owner: the arena given; one thread uses it.
 *
 * Captions, boilerplate, names and dates come again and again in the letters of a run. A
 * slug depends on the text, its face and its size alone, so nobody can tell whether it
 * was kept (base/memo.h) or cast anew. */
#ifndef PRESS_SLUG_H
#define PRESS_SLUG_H

#include "press/shape.h"

enum slug_kind {
	SLUG_STRING, /* "(…)", to be shown by Tj */
	SLUG_ARRAY,  /* "[…]", by TJ */
	SLUG_WHOLE   /* operators, nothing is to be added */
};

struct slug {
	enum slug_kind kind;
	struct str words; /* empty for a text without characters */
	unsigned blocks;  /* mask of 1 << enum block */
	uint32_t missing; /* the first character that cannot be printed, 0 none ... */
	const struct font *font; /* ... by the face's font */
};

struct slugs;

struct slugs *slug_open(struct arena *arena, struct shape *shape);
/* The text of a FRAME_TEXT; valid until the next call. */
const struct slug *slug_cast(struct slugs *slugs, const struct frame *frame);

#endif
