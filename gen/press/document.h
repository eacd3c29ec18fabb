/* document: the objects of one PDF file put together.
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_DOCUMENT_H
#define PRESS_DOCUMENT_H

#include "press/press.h"
#include "press/slug.h"
#include "press/subset.h"

/* What a document is made with. */
struct workshop {
	struct font *const *faces; /* FACE__COUNT */
	struct slugs *slugs;
	struct subset *subset;
	struct deflate *deflate;
	struct str colours; /* the profile of its colour space, deflated */
};

/* The file's bytes; empty after an error notice. */
struct str document_bytes(struct arena *arena, const struct workshop *workshop,
			  const struct layout *layout, const struct meta *meta,
			  struct notices *notices);

#endif
