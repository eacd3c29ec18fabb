/* letter: which glyph draws a character, and how wide it is.
 * Floor 4, paper wing. Owner: values only. */
#ifndef PRESS_LETTER_H
#define PRESS_LETTER_H

#include "press/font.h"

/* A character in a face. */
struct letter {
	uint16_t glyph; /* 0: cannot be printed */
	uint16_t drawn; /* the character whose glyph it is */
	int16_t advance;
	int16_t extra; /* behind a space drawn with another space's glyph */
	uint8_t block;
	bool combines;
};

/* Of a code point of two bytes. Spaces, hyphens and the minus that a font lacks are drawn
 * by their nearest kin; scripts that are not set have no glyph. */
struct letter letter_in(const struct font *font, uint32_t point);

#endif
