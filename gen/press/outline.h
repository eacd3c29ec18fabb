/* outline: the outlines of a TrueType file, each followed to its end.
 * Floor 4, paper wing. Owner: borrows the file; *why is a literal or lives in the arena.
 *
 * Source: the OpenType specification 1.9, tables 'loca' and 'glyf'. */
#ifndef PRESS_OUTLINE_H
#define PRESS_OUTLINE_H

#include "press/sfnt.h"

/* Every glyph lies in its table, is as long as it says, and is made of glyphs that are
 * there, not of itself. False: *why is a sentence's end ("its glyph 7 ends too early").
 */
bool outline_check(struct arena *arena, const struct sfnt *sfnt, struct str *why);

#endif
