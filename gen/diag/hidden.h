/* hidden: characters that a reviewer cannot see but a program would.
 * Floor 1. Owner: values only. */
#ifndef DIAG_HIDDEN_H
#define DIAG_HIDDEN_H

#include "base/str.h"

/* True for a character no text may hold (control, bidi, zero-width, U+0085, U+2028/9 …);
 * LF and TAB are not among them. Used for templates and values too. */
bool hidden_character(uint32_t point);

/* What such a character is called, without an article: "zero-width space". */
const char *hidden_name(uint32_t point);

/* Appends `s` with everything that could deceive an eye or command a terminal made
 * visible: <U+202E> for a hidden character, <0xFF> for an invalid byte. Line ends and,
 * unless `tabs` lets them pass, tabs count as hidden here. */
void hidden_show(struct buf *buf, struct str s, bool tabs);

#endif
