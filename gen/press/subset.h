/* subset: what a document embeds of a face, ready compressed, for each union of blocks.
 * Floor 4, paper wing. Owner: the arena given to subset_new; an outfit, once made, never
 * changes, so that readers need no lock. */
#ifndef PRESS_SUBSET_H
#define PRESS_SUBSET_H

#include "press/deflate.h"
#include "press/shape.h"

struct outfit {
	struct str name; /* "ABCDEF+NotoSans-Regular": the tag is a hash of the program */
	struct str program; /* the font file, deflated ... */
	size_t length;	    /* ... and its length before */
	struct str glyphs;  /* CIDToGIDMap, deflated */
	struct str unicode; /* ToUnicode, deflated */
	struct str widths;  /* the entries /DW and /W, in PDF's own words */
};

struct subset;

struct subset *subset_new(struct arena *arena, struct font *const faces[FACE__COUNT],
			  struct shape *shape, struct deflate *deflate);
/* The outfit of `face` for a mask of blocks (1 << enum block), made at the first call. */
const struct outfit *subset_outfit(struct subset *subset, enum face face,
				   unsigned blocks);

#endif
