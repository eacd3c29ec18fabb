#include "escalate/stage.h"

static date latest(date a, date b)
{
	return a > b ? a : b;
}

bool stage_ended(const struct item *item)
{
	for (int32_t i = 0; i <= item->done; i++)
		if (item->policy->stages[i].final)
			return true;
	return false;
}

int32_t stage_next(const struct item *item, date as_of)
{
	const struct policy *policy = item->policy;
	int32_t next = item->done + 1;

	if (stage_ended(item))
		return STAGE_NONE;
	while (next < (int32_t)policy->nstages && policy->stages[next].after < 0 &&
	       as_of > item->invoice->due)
		next++; /* lapsed */
	return next < (int32_t)policy->nstages ? next : STAGE_NONE;
}

date stage_earliest(const struct item *item, int32_t next)
{
	const struct stage *stages = item->policy->stages;
	date day = item->invoice->due + stages[next].after;

	if (next == 0 || item->done != next - 1)
		return day;
	day = latest(day, item->done_on + stages[next].after - stages[next - 1].after);
	if (item->deadline == DATE_NONE)
		return day;
	return latest(day, item->deadline + 1);
}
