/* content: one page's frames as PDF operators.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_CONTENT_H
#define PRESS_CONTENT_H

#include "diag/notice.h"
#include "press/shape.h"

/* What the pages written so far touch of each face: masks of 1 << enum block, 0 when the
 * face is not used. */
struct touched {
	uint32_t missing[8]; /* reported already; more than these are not named */
	unsigned blocks[FACE__COUNT];
};

/* The operators of `page`, `height` high. Rules and boxes come first, then all text. Adds
 * to *touched; a character that no glyph is there for is a finding at its frame's span.
 */
struct str content_write(struct arena *arena, const struct page *page, mpt height,
			 struct shape *shape, struct touched *touched,
			 struct notices *notices);

#endif
