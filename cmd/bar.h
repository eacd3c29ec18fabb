/* bar: how old the money of an account is, as ten blocks for a terminal.
 * Floor 7. Owner: the arena given. */
#ifndef CMD_BAR_H
#define CMD_BAR_H

#include "reckon/account.h"

#define BAR_WIDTH 10 /* [columns] */

/* The oldest on the left: █ in the last bucket, ▓ in the one before it, ▒ overdue but
 * younger, ░ not due. A block is what its middle stands for; nothing open: empty. */
struct str bar_text(struct arena *arena, money not_due, const money *buckets,
		    size_t nbuckets);

#endif
