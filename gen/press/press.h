/* press: placed frames to bytes.
 * Floor 4, paper wing. Owner: a press owns its fonts and caches and is used by one
 * thread; bytes are in the arena given.
 *
 * Bytes depend on the layout, the meta data and the fonts alone: not on other documents,
 * the order of work, the clock or the machine (letters.md, PDF). */
#ifndef PRESS_PRESS_H
#define PRESS_PRESS_H

#include "page/sheet.h"

struct press;

/* What a PDF says about itself. */
struct meta {
	struct str title, author, subject, language; /* BCP 47 */
	struct civil_day {
		int year, month, day;
	} date;		     /* creation date: the as-of day, midnight UTC */
	struct str producer; /* "collectgen 1.0.0" */
};

/* Opens the faces: `own`, FACE__COUNT fonts that were admitted, or NULL for the carried
 * ones. NULL and *fault (arena text) when a font cannot be used. */
struct press *press_new(struct arena *arena, const struct str *own, struct str *fault);
void press_free(struct press *press);
/* Widths exactly as drawn. */
const struct metrics *press_metrics(const struct press *press);
/* Offset of the first character in `text` that no face can print (or that needs a script
 * done wrong otherwise: right-to-left, Indic), else text.len; *point is that character.
 */
size_t press_missing(const struct press *press, struct str text, uint32_t *point);
/* One document as PDF bytes. Empty str after an error notice. */
struct str press_pdf(struct arena *arena, struct press *press,
		     const struct layout *layout, const struct meta *meta,
		     struct notices *notices);

/* The same frames as monospaced text, each page under a line "=== page 1 of 2 ===": one
 * readable golden per document. */
struct str proof_text(struct arena *arena, const struct layout *layout);

/* "libharu 2.3.0", "HarfBuzz 6.0.0", …: what touches bytes, for manifests; NULL at the
 * end. */
struct str press_library(size_t index);

#endif
