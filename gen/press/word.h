/* word: PDF's own words: lengths, references, strings.
 * Floor 4, paper wing. Owner: the buffer given. */
#ifndef PRESS_WORD_H
#define PRESS_WORD_H

#include "page/sheet.h"

/* A length in points, exact: 595.276. */
void word_length(struct buf *buf, int64_t length);
/* "12 0 R" */
void word_reference(struct buf *buf, unsigned number);
/* A text string: (as it is) when all is printable ASCII, else <FEFF…> in UTF-16. */
void word_text(struct buf *buf, struct str text);
/* The same, always <FEFF…>. */
void word_unicode(struct buf *buf, struct str text);
/* A string of an address: what is not ASCII is percent-encoded. */
void word_address(struct buf *buf, struct str uri);

#endif
