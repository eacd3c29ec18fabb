/* topic_letters: what `collectgen help letters` prints: how a letter is written, and the
 * rules of conduct it is held to, from the data that holds it to them.
 * Floor 7. Owner: the buffer's arena. */
#ifndef CMD_TOPIC_LETTERS_H
#define CMD_TOPIC_LETTERS_H

#include "base/str.h"

void topic_letters(struct buf *out);

#endif
