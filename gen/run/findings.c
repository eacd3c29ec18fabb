#include "run/findings.h"

#include "base/arena.h"

struct findings findings_new(struct arena *arena, size_t jobs)
{
	return (struct findings){ARENA_ARRAY(arena, struct notices *, jobs), jobs};
}

void findings_keep(struct findings *findings, size_t job, struct arena *kept,
		   const struct notices *notices)
{
	if (!notices->first)
		return;
	findings->of[job] = ARENA_NEW(kept, struct notices);
	*findings->of[job] = notices_new(kept, notices->sources);
	notices_merge(findings->of[job], notices);
}

void findings_merge(const struct findings *findings, struct notices *to)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->of[i])
			notices_merge(to, findings->of[i]);
}
