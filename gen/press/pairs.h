/* pairs: the kerning between two characters, asked of the font once.
 * Floor 4, paper wing. Owner: the arena given; one thread uses a table. */
#ifndef PRESS_PAIRS_H
#define PRESS_PAIRS_H

#include "press/font.h"

struct pairs;

struct pairs *pairs_new(struct arena *arena);
/* [thousandths of an em] added between `left` and `right`; learnt from `font`, which must
 * be the same at every call. */
int16_t pairs_kern(struct pairs *pairs, struct font *font, uint16_t left, uint16_t right);

#endif
