/* escape: values made harmless for the text they stand in.
 * Floor 2, paper wing. Owner: the buffer's arena. */
#ifndef TEXT_ESCAPE_H
#define TEXT_ESCAPE_H

#include "base/str.h"

/* Every ASCII punctuation character gets its backslash, every line end and tab becomes a
 * space, and spaces that Markdown would drop are written as references: what
 * markdown_parse gives back is the very same text. */
void escape_markdown(struct buf *out, struct str text);

/* The Mustache specification's: & " < >. */
void escape_html(struct buf *out, struct str text);

#endif
