/* guide: links on a page, bookmarks of a document.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_GUIDE_H
#define PRESS_GUIDE_H

#include "page/sheet.h"
#include "press/object.h"
#include "press/structure.h"

/* The page's links as objects, each told to the structure: adds "/Annots[…]" to `entries`
 * when there are any. */
void guide_links(struct arena *arena, struct objects *objects,
		 const struct layout *layout, size_t page, struct structure *structure,
		 struct buf *entries);
/* The document's bookmarks, one below the other; pages[i] is the object of page i. Adds
 * "/Outlines …" to `entries` when there are any. */
void guide_marks(struct arena *arena, struct objects *objects,
		 const struct layout *layout, const unsigned *pages, struct buf *entries);

#endif
