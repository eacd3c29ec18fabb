/* raster: a PNG's pixels as they are printed, by libpng, the only room that knows it.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_RASTER_H
#define PRESS_RASTER_H

#include "base/arena.h"
#include "base/str.h"

struct raster {
	uint32_t width, height; /* [pixels] */
	unsigned colours;	/* a pixel's bytes: 1 grey, 3 red green blue (sRGB) */
	struct str pixels;	/* rows from the top */
};

bool raster_is_png(struct str bytes);
/* Reads every kind of PNG: palettes, sixteen bits and interlacing are undone, what is
 * transparent lies on white paper. False and *fault (arena text, a sentence's end) when
 * it is broken or too large. */
bool raster_read(struct arena *arena, struct str bytes, struct raster *raster,
		 struct str *fault);
/* "libpng 1.6.39" */
struct str raster_library(void);

#endif
