/* embed: a face's outfit as objects of a document.
 * Floor 4, paper wing. Owner: the arena of the objects' document.
 *
 * Faces of one family with the same characters have the same maps, and two faces may be
 * one font: a document carries each stream once. */
#ifndef PRESS_EMBED_H
#define PRESS_EMBED_H

#include "press/object.h"
#include "press/subset.h"

struct embed {
	struct arena *arena;
	struct objects *objects;
	size_t count; /* of streams that may be shared */
	struct {
		struct str bytes;
		unsigned number;
	} streams[3 * FACE__COUNT];
};

struct embed embed_new(struct arena *arena, struct objects *objects);
/* The number of the font's object, for a page's resources. */
unsigned embed_font(struct embed *embed, const struct font *font,
		    const struct outfit *outfit);

#endif
