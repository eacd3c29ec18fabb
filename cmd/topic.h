/* topic: what `collectgen help TOPIC` prints when TOPIC is no command.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_TOPIC_H
#define CMD_TOPIC_H

#include "base/near.h"

/* The i-th topic's name, NULL after the last, and one line about it. */
const char *topic_at(size_t index, const char **summary);
/* The topic's, policy's, rate table's or notice's text; false when there is none of the
 * name. */
bool topic_put(struct buf *out, struct str name);
/* Offers every name there is. */
void topic_offer(struct near *near);

#endif
