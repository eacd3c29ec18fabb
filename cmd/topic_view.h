/* topic_view: the names a template may use, in print, from the table that makes the view.
 * Floor 7. Owner: the buffer's arena. */
#ifndef CMD_TOPIC_VIEW_H
#define CMD_TOPIC_VIEW_H

#include "base/str.h"

void topic_view(struct buf *out);

#endif
