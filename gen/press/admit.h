/* admit: a font from outside, held to what the press needs before any of it is used.
 * Floor 4, paper wing. Owner: *why lives in the arena given. */
#ifndef PRESS_ADMIT_H
#define PRESS_ADMIT_H

#include "press/sfnt.h"

/* SFNT_SOUND: font_open takes these bytes and font_subset cuts them down. Else *why is a
 * sentence's end ("it is a variable font: …"). */
enum sfnt_fault admit_font(struct arena *arena, struct str bytes, struct str *why);

#endif
