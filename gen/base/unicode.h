/* unicode: forms and breaks of text (libunistring), the only room that knows it.
 * Floor 0. Owner: the arena given; text that is already in its form is returned as it is.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/str.h"

/* NFC: the same letters, the same bytes. `s` is valid UTF-8. */
struct str unicode_nfc(struct arena *arena, struct str s);
/* For comparing without case, as file systems that ignore case do: folded, then NFC. */
struct str unicode_caseless(struct arena *arena, struct str s);
/* The same number for texts that are equal then; `arena` is scratch. */
uint64_t unicode_hash_caseless(struct arena *arena, struct str s);
/* A letter or a digit of any script. */
bool unicode_is_word(uint32_t point);
/* Where a line may end (UAX #14): marks[i] is 1 when it may end before byte i, else 0;
 * `text` is valid UTF-8 and `marks` as long. A line end counts as none. */
void unicode_breaks(struct str text, char *marks);
/* The offset behind the grapheme cluster that begins at byte `at`. */
size_t unicode_cluster(struct str text, size_t at);
/* "libunistring 1.0.0": where a line may end is its say. */
struct str unicode_library(struct arena *arena);

#endif
