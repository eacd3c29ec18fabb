#include "escalate/line.h"

#include "escalate/trigger.h"

static bool is_before_due(const struct letter *letter)
{
	return letter->policy->stages[letter->stage].after < 0;
}

static bool concerns(const struct letter *letter, const struct item *item, date as_of)
{
	return item->policy == letter->policy && !item->settled &&
	       trigger_overdue(item, as_of) > 0;
}

/* A letter before due lists only what triggers it; any other all that is overdue. */
static bool lists(const struct letter *letter, const struct progress *progress,
		  date as_of)
{
	if (is_before_due(letter))
		return progress->triggers && progress->item->policy == letter->policy;
	return concerns(letter, progress->item, as_of) && !progress->item->blocks;
}

static bool sets_apart(const struct letter *letter, const struct item *item, date as_of)
{
	return !is_before_due(letter) && item->blocks && concerns(letter, item, as_of);
}

/* Open once this letter is sent: the letter claims what names its stage or a lower one.
 */
static money claimed(const struct letter_line *line, enum charge charge)
{
	const struct item *item = line->item;
	int32_t claim = item->charges[charge].claim;
	money open = item->charges[charge].open;
	money whole = item->charges[charge].accrued - item->charges[charge].paid;

	if (charge == CHARGE_FEE || !line->advances || claim < 0 || line->stage < claim)
		return open;
	return whole > open ? whole : open;
}

static struct letter_line line_of(const struct progress *progress, bool *overflow)
{
	const struct item *item = progress->item;
	struct letter_line line = {
		.item = item,
		.stage = progress->triggers ? progress->next : item->done,
		.advances = progress->triggers,
		.deadline = progress->triggers ? DATE_NONE : item->deadline,
		.principal = item->principal - item->disputed,
	};

	line.total = line.principal;
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		line.charges[c] = claimed(&line, c);
		line.total = money_add(line.total, line.charges[c], overflow);
	}
	return line;
}

static void take(struct letter *letter, struct letter_line line, bool *overflow)
{
	letter->lines[letter->nlines++] = line;
	letter->principal = money_add(letter->principal, line.principal, overflow);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		letter->charges[c] =
			money_add(letter->charges[c], line.charges[c], overflow);
}

static void make_room(struct arena *arena, struct letter *letter,
		      const struct account *account, const struct progress *progress)
{
	size_t nlines = 0, nblocked = 0;

	for (size_t i = 0; i < account->nitems; i++) {
		nlines += lists(letter, &progress[i], account->as_of);
		nblocked += sets_apart(letter, &account->items[i], account->as_of);
	}
	letter->lines = ARENA_ARRAY(arena, struct letter_line, nlines);
	letter->blocked = ARENA_ARRAY(arena, const struct item *, nblocked);
}

void line_list(struct arena *arena, struct letter *letter, const struct account *account,
	       const struct progress *progress, bool *overflow)
{
	make_room(arena, letter, account, progress);
	for (size_t i = 0; i < account->nitems; i++) {
		const struct item *item = &account->items[i];
		if (lists(letter, &progress[i], account->as_of))
			take(letter, line_of(&progress[i], overflow), overflow);
		else if (sets_apart(letter, item, account->as_of))
			letter->blocked[letter->nblocked++] = item;
	}
}
