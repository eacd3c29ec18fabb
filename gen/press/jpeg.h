/* jpeg: a JPEG file looked over from marker to marker, without decoding it.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_JPEG_H
#define PRESS_JPEG_H

#include "base/arena.h"
#include "base/str.h"

struct jpeg {
	uint32_t width, height; /* [pixels] */
	unsigned colours;	/* 1 grey, 3 colour */
	/* What a reader needs to draw it: tables, frame and scans. Thumbnails, comments
	 * and whatever a camera noted are left out. */
	struct str bytes;
};

bool jpeg_is_one(struct str bytes);
/* Baseline, extended and progressive JPEGs of eight bits, grey or of three colours. False
 * and *fault (a sentence's end) for any other, and for one that is damaged. */
bool jpeg_read(struct arena *arena, struct str bytes, struct jpeg *jpeg,
	       struct str *fault);

#endif
