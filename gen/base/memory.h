/* memory: noticing that a library ran out of memory and kept it to itself.
 * Floor 0. Owner: nothing is kept.
 *
 * HarfBuzz goes on with empty tables, libunistring with a text unchanged: the letter
 * would be wrong and nobody told. But malloc sets errno, and neither of them clears it.
 *
 * Calling sequence: memory_watch, calls of the library, memory_settle; on one thread. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

void memory_watch(void);
/* Ends the process as the arena does when an allocation failed since memory_watch. */
void memory_settle(void);

#endif
