/* structure: the tree of a document's text as objects, for readers who do not see the
 * page (PDF 14.7, 14.8).
 * Floor 4, paper wing. Owner: the arena given.
 *
 * Calling sequence: structure_new, structure_mark for each piece of content in the order
 * of the pages, structure_attach for each link, structure_write once all pages have their
 * numbers. */
#ifndef PRESS_STRUCTURE_H
#define PRESS_STRUCTURE_H

#include "page/sheet.h"
#include "press/object.h"

struct structure;

struct structure *structure_new(struct arena *arena, const struct layout *layout);
/* A new piece of an element's content on a page: its number there (MCID). */
unsigned structure_mark(struct structure *structure, uint32_t element, size_t page);
/* The name of an element's type: "P". */
struct str structure_type(const struct structure *structure, uint32_t element);
/* An annotation, as its object, belongs to the element: its key in the tree of parents.
 */
unsigned structure_attach(struct structure *structure, uint32_t element, size_t page,
			  unsigned annotation);
/* The tree's objects; adds what the catalog says of it to `entries`. Returns what the
 * elements say, for the document's identifier. Nothing for a layout without elements. */
struct str structure_write(struct structure *structure, struct objects *objects,
			   const unsigned *pages, struct buf *entries);

#endif
