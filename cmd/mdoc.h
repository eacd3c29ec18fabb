/* mdoc: pages of the manual in mdoc(7), the language of BSD's and Debian's man.
 * Floor 7. Owner: the buffer's arena. Texts are escaped here: they are the tables' own.
 */
#ifndef CMD_MDOC_H
#define CMD_MDOC_H

#include "base/str.h"

/* What a page begins with; `about` is its line in the index. */
void mdoc_open(struct buf *out, struct str name, int section, const char *about);
/* A paragraph's text, line ends as blanks: a sentence a line, broken where it is long. */
void mdoc_prose(struct buf *out, struct str text);
/* Lines shown as they stand. */
void mdoc_lines(struct buf *out, struct str text);
/* A line `.MACRO text`, the text escaped: ".Sh EXIT STATUS". */
void mdoc_line(struct buf *out, const char *macro, struct str text);
/* The text escaped, in the middle of a line. */
void mdoc_put(struct buf *out, struct str text);

#endif
