/* keep: what a template wants to have whole on one page.
 * Floor 5. Owner: the arena given.
 *
 * `keep: [tables, charges]` in the front matter names kinds of blocks (tables, lists,
 * paragraphs) or partials that the template includes. It is a wish: what no page can hold
 * is divided as ever. */
#ifndef LETTER_KEEP_H
#define LETTER_KEEP_H

#include "diag/yaml.h"
#include "text/mustache.h"
#include "text/tree.h"

/* The partials a template includes, as they are found. */
struct included {
	struct arena *arena;
	struct str *names;
	uint32_t *files; /* of the source of each */
	size_t count;
};

struct keep {
	bool kinds[PART_KIND__COUNT];
	uint32_t *files; /* of the partials that are kept */
	size_t count;
};

void keep_include(struct included *included, struct str name,
		  const struct source *source);
/* `node` is a name or a list of names, or NULL: nothing is kept. What is neither a kind
 * nor a partial that is included is an error notice. */
struct keep keep_read(struct arena *arena, const struct node *node,
		      const struct included *included, struct notices *notices);
/* Marks the blocks that are kept. */
void keep_mark(const struct keep *keep, struct part *parts,
	       const struct rendered *rendered);

#endif
