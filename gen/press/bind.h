/* bind: documents of the press bound into one file, for a printer.
 * Floor 4, paper wing. Owner: the arena given, for the bind's own tables; a document's
 * bytes are not needed once it was added.
 *
 * Pages are taken over as they are, with what they need to be seen: contents, fonts,
 * pictures. What several documents share, byte for byte, is written once, so a thousand
 * letters carry their fonts once. Links, bookmarks and the structure for reading aloud
 * stay behind: paper has none. The file leaves in pieces and is never held whole.
 *
 * Calling sequence: bind_open, any number of bind_add, bind_close. */
#ifndef PRESS_BIND_H
#define PRESS_BIND_H

#include "base/arena.h"
#include "base/str.h"

struct bind;

/* Takes the next piece of the file; false ends everything. */
typedef bool bind_put(void *data, struct str piece);

/* `title` and `producer` are for the file's information. */
struct bind *bind_open(struct arena *arena, struct str title, struct str producer,
		       bind_put *put, void *data);
/* All pages of one document; *pages how many. False: a piece was not taken, or the bytes
 * are none of the press's (*pages 0). */
bool bind_add(struct bind *bind, struct str pdf, size_t *pages);
bool bind_close(struct bind *bind);

#endif
