#include "run/advance.h"

static bool belongs(const struct letter_line *line, int32_t stage)
{
	return line->advances && line->stage == stage;
}

static struct advance advance_to(struct arena *arena, const struct letter *letter,
				 int32_t stage)
{
	struct advance advance = {
		.stage = stage,
		.invoices = ARENA_ARRAY(arena, const struct invoice *, letter->nlines),
		.fee = stage == letter->stage ? letter->fee : 0,
	};

	for (size_t i = 0; i < letter->nlines; i++)
		if (belongs(&letter->lines[i], stage))
			advance.invoices[advance.ninvoices++] =
				letter->lines[i].item->invoice;
	return advance;
}

struct advance *advance_list(struct arena *arena, const struct letter *letter,
			     size_t *count)
{
	size_t nstages = letter->policy->nstages;
	bool *reached = ARENA_ARRAY(arena, bool, nstages);
	struct advance *advances;

	*count = 0;
	for (size_t i = 0; i < letter->nlines; i++) {
		const struct letter_line *line = &letter->lines[i];

		if (line->advances && !reached[line->stage]) {
			reached[line->stage] = true;
			++*count;
		}
	}
	advances = ARENA_ARRAY(arena, struct advance, *count);
	*count = 0;
	for (size_t stage = 0; stage < nstages; stage++)
		if (reached[stage])
			advances[(*count)++] = advance_to(arena, letter, (int32_t)stage);
	return advances;
}
