/* lock: one build at a time in one output folder.
 * Floor 6. Owner: the caller closes the descriptor, which gives the lock back.
 *
 * The lock is flock(2) on OUT/.lock: the system drops it with the process, so a killed
 * build leaves none behind. The file names the holder's process and host for the one who
 * waits, and is empty when nobody holds it. */
#ifndef RUN_LOCK_H
#define RUN_LOCK_H

#include "base/arena.h"
#include "base/str.h"

#define LOCK_NAME ".lock"

/* The lock's descriptor, or -1 and *fault. */
int lock_take(struct arena *arena, int folder, struct str shown, struct str *fault);
void lock_drop(int lock);

#endif
