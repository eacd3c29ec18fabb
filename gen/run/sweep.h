/* sweep: removing and walking trees below an open folder, never through a symbolic link.
 * Floor 6. Owner: borrows the descriptors it is given. */
#ifndef RUN_SWEEP_H
#define RUN_SWEEP_H

#include "base/arena.h"
#include "base/str.h"

/* Removes `name` below `folder` with all it holds. True when it is gone (or never was);
 * otherwise errno tells why and *where what. */
bool sweep_tree(struct arena *arena, int folder, struct str name, struct str *where);

/* Calls visit for every file (not folder) below `folder`, with its path relative to it;
 * stops at the first false. Order is the file system's. */
bool sweep_walk(struct arena *arena, int folder, struct str prefix,
		bool (*visit)(void *data, struct str path), void *data);

#endif
