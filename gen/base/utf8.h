/* utf8: decoding, encoding and counting code points.
 * Floor 0. Owner: borrows what it is given. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

/* Decodes one code point at s.at[*at] and moves *at behind it. Invalid bytes (overlong,
 * surrogate, above U+10FFFF, cut short) give UTF8_BAD and move one byte. *at < s.len. */
#define UTF8_BAD 0xFFFFFFFFu
uint32_t utf8_next(struct str s, size_t *at);
/* Appends one code point. */
void utf8_put(struct buf *buf, uint32_t point);
/* Offset of the first invalid byte, or s.len when all is valid. */
size_t utf8_valid(struct str s);
/* Code points in s (an invalid byte counts as one). */
size_t utf8_count(struct str s);

#endif
