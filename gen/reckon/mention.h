/* mention: invoice numbers found in a payment's reference (rule 4b).
 * Floor 3. Owner: the replay's arena.
 *
 * A number is found as a whole word, ignoring case; a '-', '.', '/' or space in it may be
 * written as any of these or left out. Leftmost first, and there the longest. The index is
 * by the number without those marks, so a reference costs its own length, however many
 * invoices the account has. */
#ifndef RECKON_MENTION_H
#define RECKON_MENTION_H

#include "reckon/replay.h"

struct mention_index {
	struct debt **slots; /* open addressing, a power of two */
	size_t nslots;
	size_t longest; /* [bytes] of the longest number */
};

struct mention_list {
	struct debt **debts; /* each once, in the order found */
	size_t count;
};

struct mention_index mention_index_new(struct replay *replay);
/* The invoices issued by `day` that the reference names. */
struct mention_list mention_find(struct arena *arena, const struct mention_index *index,
				 struct str reference, date day);

#endif
