/* gathered: runs of styled text put together, before they are measured.
 * Floor 3, paper wing. Owner: the arena given; the text may be the only run's own. */
#ifndef PAGE_GATHERED_H
#define PAGE_GATHERED_H

#include "page/words.h"

/* A stretch of text in one style; neighbours differ. */
struct piece {
	size_t to; /* [bytes] */
	enum face face;
	struct str link;
	uint32_t at; /* [bytes] in the rendered text */
};

struct gathered {
	struct str text;
	struct piece *pieces;
	size_t npieces;
};

/* Without control characters, a line feed for each hard break but one at the very end.
 * `runs` is not NULL. */
struct gathered gathered_from_runs(struct arena *arena, const struct run *runs,
				   const struct type *type);
/* The text alone, always in memory of its own. */
struct str gathered_text(struct arena *arena, const struct run *runs);

#endif
