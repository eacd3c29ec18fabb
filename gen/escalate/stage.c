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

struct stage_terms stage_terms(const struct item *item, int32_t next)
{
	const struct stage *stages = item->policy->stages;
	struct stage_terms terms = {.by_due = item->invoice->due + stages[next].after,
				    .by_letter = DATE_NONE,
				    .by_deadline = DATE_NONE};

	if (next == 0 || item->done != next - 1)
		return terms;
	terms.by_letter = item->done_on + stages[next].after - stages[next - 1].after;
	if (item->deadline != DATE_NONE)
		terms.by_deadline = item->deadline + 1;
	return terms;
}

date stage_earliest(const struct item *item, int32_t next)
{
	struct stage_terms terms = stage_terms(item, next);
	return latest(terms.by_due, latest(terms.by_letter, terms.by_deadline));
}
