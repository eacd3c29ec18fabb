/* icc: the colour space sRGB as an ICC profile (ISO 15076-1, version 4.2).
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_ICC_H
#define PRESS_ICC_H

#include "base/arena.h"
#include "base/str.h"

/* The profile's bytes, always the same. */
struct str icc_srgb(struct arena *arena);

#endif
