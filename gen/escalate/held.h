/* held: who is held back, by what, until when.
 * Floor 4, money wing. Owner: the list's arena. */
#ifndef ESCALATE_HELD_H
#define ESCALATE_HELD_H

#include "escalate/group.h"

struct held_list {
	struct arena *arena;
	struct held *items;
	size_t count, room;
};

void held_add(struct held_list *list, struct held held);

/* The open invoices of one group that cannot move on today, in item order. */
void held_items(struct held_list *list, const struct account *account,
		const struct progress *progress, const struct policy *policy);

#endif
