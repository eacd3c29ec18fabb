#include "escalate/trigger.h"

#include "escalate/stage.h"

static struct progress judge(const struct item *item, date as_of)
{
	struct progress progress = {
		.item = item,
		.next = stage_next(item, as_of),
		.earliest = DATE_NONE,
		.ended = stage_ended(item),
	};

	if (progress.next == STAGE_NONE)
		return progress;
	progress.earliest = stage_earliest(item, progress.next);
	bool due = trigger_overdue(item, as_of) > 0 ||
		   item->policy->stages[progress.next].after < 0;
	progress.triggers =
		due && as_of >= progress.earliest && !item->settled && !item->blocks;
	return progress;
}

int32_t trigger_overdue(const struct item *item, date as_of)
{
	return as_of - item->invoice->due;
}

struct progress *trigger_list(struct arena *arena, const struct account *account)
{
	struct progress *list = ARENA_ARRAY(arena, struct progress, account->nitems);

	for (size_t i = 0; i < account->nitems; i++)
		list[i] = judge(&account->items[i], account->as_of);
	return list;
}
