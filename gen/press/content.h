/* content: one page's frames as PDF operators.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_CONTENT_H
#define PRESS_CONTENT_H

#include "diag/notice.h"
#include "press/slug.h"
#include "press/structure.h"

/* What the pages written so far touch of each face: masks of 1 << enum block, 0 when the
 * face is not used. */
struct touched {
	uint32_t missing[8]; /* reported already; more than these are not named */
	unsigned blocks[FACE__COUNT];
	const struct image *image; /* NULL: none; a document has one picture, the logo */
};

/* The operators of a page of the layout. Rules and boxes come first, then all text, each
 * piece marked as its element's. Adds to *touched; a character that no glyph is there for
 * is a finding at its frame's span.
 */
struct str content_write(struct arena *arena, const struct layout *layout, size_t page,
			 struct structure *structure, struct slugs *slugs,
			 struct touched *touched, struct notices *notices);

#endif
