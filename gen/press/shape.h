/* shape: text to codes and distances, kerned, with what was learnt kept.
 * Floor 4, paper wing. Owner: a shape lives in the arena given, and so does what it
 * learns; one thread uses it.
 *
 * A code is what stands in the page's strings: the character itself (U+0041 is 0041), so
 * that every character extracts as itself, also one that is drawn with another's glyph
 * (U+2011 by a hyphen, U+2212 by an en dash). Glyphs that stand for no single character
 * take private codes, and carry the text they stand for.
 *
 * Simple text is advances and pair kerning, each pair asked of the font once. Text with
 * combining marks is shaped whole. Lengths are thousandths of an em. */
#ifndef PRESS_SHAPE_H
#define PRESS_SHAPE_H

#include "page/sheet.h"
#include "press/block.h"
#include "press/font.h"
#include "press/letter.h"

/* A code to be drawn. */
struct stroke {
	uint16_t code;
	int16_t gap;	   /* to the next code, beyond its advance */
	int16_t right, up; /* drawn off the pen's place */
	uint16_t joined;   /* > 0: this and the joined - 1 next stand for `text` */
	struct str text;
};

struct strokes {
	struct stroke *at;
	size_t count;
	bool even;   /* nothing but codes: no gaps between them, nothing off its place */
	bool raised; /* some are drawn off the line's height */
	unsigned blocks;  /* mask of 1 << enum block */
	uint32_t missing; /* the first character that cannot be printed, 0 none ... */
	const struct font *font; /* ... by the face's font */
};

struct shape;

struct shape *shape_new(struct arena *arena, struct font *const faces[FACE__COUNT]);
/* The letter of any code point, and of the private code of a glyph. */
struct letter shape_letter(struct shape *shape, enum face face, uint32_t point);
int64_t shape_width(struct shape *shape, enum face face, struct str text, bool figures);
/* Valid until the next call; there is room behind for one more. */
struct strokes shape_text(struct shape *shape, enum face face, struct str text,
			  bool figures);

/* The private code of a glyph without a character, 0 when the face has too many glyphs.
 */
uint16_t shape_private(uint16_t glyph);
bool shape_is_private(uint32_t code);

#endif
