/* breaks: where a line of a letter may end (UAX #14, and what letters add to it).
 * Floor 3, paper wing. Owner: nothing is kept.
 *
 * What letters add to UAX #14: no break inside a token with a digit in it (invoice
 * numbers, sort codes, `1–30`; addresses of web pages excepted), between a number and a
 * short word behind it (`30 days`, `12 %`, `5 EUR`), between a currency or `§`, `n°` and
 * its number, or before the year of a date. */
#ifndef PAGE_BREAKS_H
#define PAGE_BREAKS_H

#include "base/str.h"

enum { BREAK_NONE, BREAK_ALLOWED };

/* marks[i] for every byte of `text` (valid UTF-8): BREAK_ALLOWED where a line may end in
 * front of it. Blanks stand at the end of a line, never at the start of the next. LF is
 * not marked: it ends a line by itself. Returns how many places there are at the most,
 * line feeds counted too. */
size_t breaks_find(struct str text, char *marks);

/* [bytes] where the user-perceived character that begins at `at` ends; at < text.len. */
size_t breaks_cluster(struct str text, size_t at);

#endif
