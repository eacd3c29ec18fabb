/* status: the three forms of the aged receivables.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_STATUS_H
#define CMD_STATUS_H

#include "print.h"
#include "run/book.h"

/* The table for people, in at most `width` columns where that can be. */
struct str status_table(struct arena *arena, const struct book *book, size_t width,
			bool color);
/* The shape other programs rely on; keys and order are a promise. */
struct str status_json(struct arena *arena, const struct book *book);
/* RFC 4180, one row an account. */
struct str status_csv(struct arena *arena, const struct book *book);

/* Interest aside or with it: all claimed charges still open. */
money status_charges(const struct account *account);

#endif
