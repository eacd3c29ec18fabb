/* entry: one entry of a printed table: a key, and what is said of it in a second column.
 * Floor 7. Owner: the buffer's arena. */
#ifndef CMD_ENTRY_H
#define CMD_ENTRY_H

#include "base/str.h"

struct entry {
	struct buf *out;
	size_t keys;   /* where the second column begins */
	size_t column; /* [bytes] of the line so far */
};

/* Puts the key, `depth` blanks in; one that reaches the second column has its own line.
 */
struct entry entry_new(struct buf *out, size_t depth, struct str key, size_t keys);
/* A piece that is not broken: on this line, or under it in the second column. */
void entry_piece(struct entry *entry, struct str piece);
/* The words of a text, a piece each. */
void entry_words(struct entry *entry, struct str text);

#endif
