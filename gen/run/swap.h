/* swap: one file of a folder, replaced in one step.
 * Floor 6. Owner: the arena given.
 *
 * The new text is written aside under a name that begins with a dot, synced, and renamed:
 * a reader sees the old text or the new one, whole, also after a crash. */
#ifndef RUN_SWAP_H
#define RUN_SWAP_H

#include "base/str.h"

/* The text of folder/name, empty when there is none. False: *fault says why not. */
bool swap_read(struct arena *arena, struct str folder, struct str name, struct str *text,
	       struct str *fault);
/* The fault of a file that does not say any more what it said. Always false. */
bool swap_changed(struct arena *arena, struct str folder, struct str name,
		  struct str *fault);
/* Puts the text in the place of `old`, what swap_read gave: a file that says otherwise by
 * now, or a folder in which another process is doing the same, is a fault. The folder is
 * made when its parent is there. A file that is replaced keeps its permissions. */
bool swap_write(struct arena *arena, struct str folder, struct str name, struct str old,
		struct str text, struct str *fault);

#endif
