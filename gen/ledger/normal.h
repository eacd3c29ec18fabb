/* normal: Unicode forms of text (libunistring), the only room that knows it.
 * Floor 2. Owner: the arena given; text that is already in its form is returned as it is.
 */
#ifndef LEDGER_NORMAL_H
#define LEDGER_NORMAL_H

#include "base/str.h"

/* NFC: the same letters, the same bytes. `s` is valid UTF-8. */
struct str normal_text(struct arena *arena, struct str s);
/* For comparing without case, as file systems that ignore case do: folded, then NFC. */
struct str normal_caseless(struct arena *arena, struct str s);
/* A letter or a digit of any script. */
bool normal_is_word(uint32_t point);

#endif
