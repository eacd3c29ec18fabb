#include "escalate/held.h"

#include "escalate/stage.h"
#include "escalate/trigger.h"

/* All blocks must have ended: the latest day counts. */
static date blocked_until(const struct item *item)
{
	date until = DATE_NONE;

	for (const struct block *block = item->blocks; block; block = block->next)
		if (block->until > until)
			until = block->until;
	return until;
}

/* Due, or the day of a stage before due has come. */
static bool is_time(const struct progress *progress, date as_of)
{
	if (trigger_overdue(progress->item, as_of) > 0)
		return true;
	return progress->next != STAGE_NONE && as_of >= progress->earliest;
}

static bool holds_back(const struct progress *progress, date as_of, struct held *held)
{
	const struct item *item = progress->item;

	if (item->settled || progress->triggers || item->policy->nstages == 0 ||
	    !is_time(progress, as_of))
		return false;
	*held = (struct held){.item = item, .policy = item->policy, .until = DATE_LAST};
	if (item->blocks) {
		held->why = HELD_BLOCKED;
		held->until = blocked_until(item);
	} else if (progress->next == STAGE_NONE) {
		held->why = HELD_ENDED;
	} else {
		held->why = HELD_EARLY;
		held->until = progress->earliest - 1;
	}
	return true;
}

void held_add(struct held_list *list, struct held held)
{
	if (list->count == list->room) {
		size_t room = list->room ? 2 * list->room : 8;
		list->items = arena_grow(list->arena, list->items, list->room, room,
					 sizeof held);
		list->room = room;
	}
	list->items[list->count++] = held;
}

void held_items(struct held_list *list, const struct account *account,
		const struct progress *progress, const struct policy *policy)
{
	struct held held;

	for (size_t i = 0; i < account->nitems; i++)
		if (account->items[i].policy == policy &&
		    holds_back(&progress[i], account->as_of, &held))
			held_add(list, held);
}
