/* ink: PDF's words put where they are to stand, without a buffer's checks: a document has
 * thousands.
 * Floor 4, paper wing. Owner: the caller, of enough bytes at `to`; all return the end of
 * what they wrote. */
#ifndef PRESS_INK_H
#define PRESS_INK_H

#include <string.h>

#include "base/str.h"

enum { INK_MOST = 24 }; /* [bytes] of the longest number, length or reference */

/* 1250 */
char *ink_number(char *to, uint64_t number);
/* Thousandths as a length in points, exact and brief: 595.276, -.5 */
char *ink_length(char *to, int64_t thousandths);
/* 12 0 R */
char *ink_reference(char *to, unsigned number);

static inline char *ink_text(char *to, struct str text)
{
	memcpy(to, text.at, text.len);
	return to + text.len;
}

#endif
