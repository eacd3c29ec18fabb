/* font: one face, measured, shaped and cut down by HarfBuzz; the only room that knows it.
 * Floor 4, paper wing. Owner: a font lives in the arena given until font_close; the bytes
 * it was opened from must outlive it.
 *
 * All lengths are in thousandths of an em, rounded: what a PDF's width array says. None
 * is beyond FONT_FAR, whatever a font may say. */
#ifndef PRESS_FONT_H
#define PRESS_FONT_H

#include "base/arena.h"
#include "base/str.h"

/* Wider than any letter, and few enough that sums of some fit 16 bits. */
enum { FONT_FAR = 4000 };

struct font {
	struct str name; /* PostScript name, safe as a PDF name */
	int ascent, descent, cap_height;
	int box[4];	  /* left, bottom, right, top of all glyphs */
	int angle;	  /* [degrees] of italics, counter-clockwise */
	int weight;	  /* 400 regular, 700 bold */
	unsigned nglyphs; /* at most 65535 */
	bool own;	  /* the ledger's, not a carried one; its owner says so */
	struct inside *inside;
};

/* A glyph as shaped; 0: the font knows no glyph for it. */
struct drawn {
	uint16_t glyph;
	uint32_t cluster; /* index of the first character it stands for */
	int advance;	  /* kerning included */
	int right, up;	  /* where it is drawn, from the pen */
};

/* NULL when the bytes are not a TrueType font with outlines and Latin letters. */
struct font *font_open(struct arena *arena, struct str bytes);
void font_close(struct font *font);
/* The glyph of a character, 0 when there is none. */
uint16_t font_glyph(const struct font *font, uint32_t point);
int font_advance(const struct font *font, uint16_t glyph);
/* Shapes left to right; *drawn is valid until the next call. Returns the number of
 * glyphs. */
size_t font_shape(struct font *font, const uint32_t *points, size_t count, bool kerning,
		  const struct drawn **drawn);
/* The font reduced to glyph 0 and those with wanted[glyph] set, without hints and without
 * tables a PDF does not need. renumbered[glyph] receives their new numbers (others 0).
 * Both arrays have font->nglyphs places. Empty when the font is damaged. */
struct str font_subset(struct arena *arena, const struct font *font, const bool *wanted,
		       uint16_t *renumbered);
/* "HarfBuzz 6.0.0" */
struct str font_library(void);

#endif
