/* object: a PDF file's objects, by libharu as a container; the only room that knows it.
 * Floor 4, paper wing. Owner: the arena given; nothing is to be freed.
 *
 * What stands inside an object is written by the caller in PDF's own words, so that
 * numbers are exact and bytes known; libharu keeps the table of objects and writes the
 * file. Calling sequence: object_open, then per object object_reserve and once
 * object_dictionary or object_stream, then object_save. A refusal by libharu would be a
 * defect of this room (its memory cannot fail and every object is well formed): the
 * process is ended by abort. */
#ifndef PRESS_OBJECT_H
#define PRESS_OBJECT_H

#include "base/arena.h"
#include "base/str.h"

struct objects;

/* There from the start; 0 is the trailer. */
enum { OBJECT_TRAILER, OBJECT_CATALOG, OBJECT_PAGES, OBJECT_INFO, OBJECT__COUNT };

struct objects *object_open(struct arena *arena);
/* The number of a new object. */
unsigned object_reserve(struct objects *objects);
/* `entries` is what stands between << and >>; the trailer has Root, Info
 * and Size already. Not copied. */
void object_dictionary(struct objects *objects, unsigned number, struct str entries);
/* A stream of `bytes` as they are; Length is added to the entries. Not copied. */
void object_stream(struct objects *objects, unsigned number, struct str entries,
		   struct str bytes);
/* The whole file. */
struct str object_save(struct objects *objects);
/* "libharu 2.3.0" */
struct str object_library(void);

#endif
