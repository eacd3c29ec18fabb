/* deflate: zlib streams by libdeflate, the only room that knows it.
 * Floor 4, paper wing. Owner: a deflate until deflate_close; bytes are in the arena
 * given.
 *
 * The same bytes in give the same bytes out, whatever was compressed before. */
#ifndef PRESS_DEFLATE_H
#define PRESS_DEFLATE_H

#include "base/arena.h"
#include "base/str.h"

enum effort {
	EFFORT_PAGE,	/* fast: every document has its own */
	EFFORT_FONT,	/* small: made once, used by many */
	EFFORT_PICTURE, /* small, but there may be megabytes */
	EFFORT__COUNT
};

struct deflate;

struct deflate *deflate_open(struct arena *arena);
void deflate_close(struct deflate *deflate);
/* `bytes` as a zlib stream. */
struct str deflate_pack(struct arena *arena, struct deflate *deflate, enum effort effort,
			struct str bytes);
/* "libdeflate 1.14" (it does not tell which one is running). */
struct str deflate_library(void);

#endif
