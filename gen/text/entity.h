/* entity: character references of Markdown, `&#32;` and the few names letters use.
 * Floor 2, paper wing. Owner: the buffer's arena. */
#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

#include "base/str.h"

/* The character a reference stands for; one that is not known is put as it is written. */
void entity_put(struct buf *out, struct str reference);

#endif
