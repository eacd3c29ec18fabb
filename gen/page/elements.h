/* elements: the tree of a document's text, grown while its frames are made.
 * Floor 3, paper wing. Owner: the arena given.
 *
 * Calling sequence: element_open, frames and elements inside it, element_close. A frame
 * belongs to the element that is open when it is made. */
#ifndef PAGE_ELEMENTS_H
#define PAGE_ELEMENTS_H

#include "page/sheet.h"

struct elements {
	struct arena *arena;
	struct element *at;
	uint32_t count, room;
	uint32_t open; /* 0: what is made now is an artifact */
	/* Headings around the place reached, by the level the text gives them: their
	 * number is the level told. */
	unsigned levels[6], depth;
};

/* With the document as element 0. */
struct elements elements_new(struct arena *arena);
/* A child of the open element, open from now on; valid until the next call. */
struct element *element_open(struct elements *elements, enum tag tag);
/* The same for a heading; `level` from 1, any steps between levels. */
void element_open_heading(struct elements *elements, unsigned level);
/* Its parent is open again. */
void element_close(struct elements *elements);
/* Makes another element the open one; 0: none. Returns the one that was. */
uint32_t element_enter(struct elements *elements, uint32_t element);

#endif
