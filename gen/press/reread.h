/* reread: a document of the press, read back object by object.
 * Floor 4, paper wing. Owner: the arena given; the document's bytes are borrowed. */
#ifndef PRESS_REREAD_H
#define PRESS_REREAD_H

#include "base/arena.h"
#include "base/str.h"

struct reread {
	struct str pdf;
	size_t count;
	size_t *offsets;  /* by object */
	unsigned *copies; /* by object: the caller's, 0 at first */
	size_t pages;	  /* the object that is the root of the page tree */
};

/* False when the bytes are no document of the press. */
bool reread_open(struct arena *arena, struct str pdf, struct reread *reread);
bool reread_has(const struct reread *reread, size_t number);
/* An object's value as it stands there, without its stream. */
struct str reread_value(const struct reread *reread, size_t number);
/* The bytes of the stream behind a value, at NULL without one. */
struct str reread_stream(const struct reread *reread, struct str value);
/* What a key of an object's dictionary says; a reference is not followed. */
struct str reread_member(const struct reread *reread, size_t number, struct str key);
/* The number that a text begins with: a reference's object. */
size_t reread_number(struct str text);

#endif
