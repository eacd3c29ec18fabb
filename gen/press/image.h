/* image: a picture made ready to be put into any number of documents.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_IMAGE_H
#define PRESS_IMAGE_H

#include "page/sheet.h"
#include "press/object.h"

/* From the bytes of a PNG or JPEG file. NULL and *fault (a sentence's end: "it is
 * damaged") when it cannot be printed. The same bytes give the same picture. */
const struct image *image_read(struct arena *arena, struct str bytes, struct str *fault);

/* Tells pictures apart: the digest of what is embedded. */
struct str image_name(const struct image *image);
/* Adds the picture to a document; returns its object's number. */
unsigned image_embed(struct objects *objects, const struct image *image);

#endif
