/* lines: where the lines of a text begin, and what stands at a byte of it.
 * Floor 1. Owner: the arena given to lines_new; the text is borrowed.
 *
 * A line ends with LF or CR LF, which are no part of it; a byte order mark at the text's
 * start is none either. */
#ifndef DIAG_LINES_H
#define DIAG_LINES_H

#include "diag/source.h"

struct lines {
	uint32_t *starts; /* [bytes] */
	size_t count;	  /* ≥ 1 */
};

struct lines lines_new(struct arena *arena, struct str bytes);
/* The place of byte `at` (clamped to the text). */
struct place lines_place(const struct lines *lines, struct str bytes, size_t at);

#endif
