/* markdown: GFM text to a tree (md4c), the only room that knows it.
 * Floor 2, paper wing. Owner: the arena given.
 *
 * Paragraphs, headings, emphasis, lists, rules, GFM tables, hard breaks, links, block
 * quotes (panels), code. Raw HTML is off; images, and what a letter cannot hold, are
 * errors at the template's line. */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include "text/mustache.h"
#include "text/tree.h"

/* The blocks, in order, linked by `next`; NULL for an empty text. */
struct part *markdown_parse(struct arena *arena, const struct rendered *rendered,
			    struct notices *notices);

#endif
