#include "outlook.h"

#include "escalate/trigger.h"

static struct str letters_now(struct arena *arena, const struct escalation *escalation)
{
	struct buf text = buf_new(arena, 0);

	for (size_t i = 0; i < escalation->nletters; i++) {
		const struct letter *letter = &escalation->letters[i];
		if (i > 0)
			buf_put(&text, STR(", "));
		buf_put(&text, print_stage(letter->policy, letter->stage));
	}
	buf_put(&text, STR(" now"));
	return buf_str(&text);
}

/* First day it may move: a stage after due waits until the invoice is overdue. */
static date moves_on(const struct progress *progress)
{
	const struct item *item = progress->item;
	date overdue = item->invoice->due + 1;
	bool before_due = item->policy->stages[progress->next].after < 0;

	return before_due || progress->earliest > overdue ? progress->earliest : overdue;
}

static const struct progress *soonest(const struct escalation *escalation)
{
	const struct progress *best = NULL;

	for (size_t i = 0; i < escalation->account->nitems; i++) {
		const struct progress *progress = &escalation->progress[i];
		const struct item *item = progress->item;
		if (item->settled || item->blocks || progress->next < 0)
			continue;
		if (!best || moves_on(progress) < moves_on(best))
			best = progress;
	}
	return best;
}

static bool any_held(const struct escalation *escalation, enum held_why why)
{
	for (size_t i = 0; i < escalation->nheld; i++)
		if (escalation->held[i].why == why)
			return true;
	return false;
}

struct str outlook_next(struct arena *arena, const struct escalation *escalation)
{
	const struct progress *next = soonest(escalation);

	if (escalation->nletters)
		return letters_now(arena, escalation);
	if (next && !next->triggers) {
		struct str stage = print_stage(next->item->policy, next->next);
		struct str day = print_day(arena, moves_on(next));
		return str_format(arena, "%.*s from %.*s", STR_ARG(stage), STR_ARG(day));
	}
	if (next || any_held(escalation, HELD_BLOCKED))
		return STR("held");
	return any_held(escalation, HELD_ENDED) ? STR("decide") : STR("");
}

struct str outlook_block(struct arena *arena, const struct block *block)
{
	struct str by = print_block(block->by);
	struct str until = print_day(arena, block->until);
	struct buf text = buf_new(arena, 0);

	buf_put(&text, by);
	if (until.len)
		buf_format(&text, " until %.*s", STR_ARG(until));
	if (block->reason.len)
		buf_format(&text, ": %.*s", STR_ARG(block->reason));
	return buf_str(&text);
}

static struct str blocks(struct arena *arena, const struct item *item)
{
	struct buf text = buf_new(arena, 0);

	for (const struct block *block = item->blocks; block; block = block->next) {
		if (text.len)
			buf_put(&text, STR("; "));
		buf_put(&text, outlook_block(arena, block));
	}
	return buf_str(&text);
}

static struct str too_little(struct arena *arena, const struct escalation *escalation,
			     const struct held *held)
{
	const struct currency *currency = escalation->account->currency;
	struct str amount = print_money(arena, held->amount, currency);
	struct str least = print_money(arena, held->policy->min_balance, currency);

	if (held->amount <= 0)
		return STR("credit covers what is overdue");
	return str_format(arena, "%s %.*s is less than min_balance %.*s", currency->code,
			  STR_ARG(amount), STR_ARG(least));
}

static struct str waits(struct arena *arena, const struct escalation *escalation,
			const struct held *held)
{
	size_t at = (size_t)(held->item - escalation->account->items);
	struct str stage = print_stage(held->policy, escalation->progress[at].next);
	struct str day = print_day(arena, held->until + 1);

	return str_format(arena, "%.*s from %.*s", STR_ARG(stage), STR_ARG(day));
}

struct str outlook_held(struct arena *arena, const struct escalation *escalation,
			const struct held *held)
{
	struct str day;

	switch (held->why) {
	case HELD_BLOCKED:
		return blocks(arena, held->item);
	case HELD_BALANCE:
		return too_little(arena, escalation, held);
	case HELD_INTERVAL:
		day = print_day(arena, held->until + 1);
		return str_format(arena, "min_interval %d: the next letter from %.*s",
				  held->policy->min_interval, STR_ARG(day));
	case HELD_EARLY:
		return waits(arena, escalation, held);
	case HELD_ENDED:
	case HELD_WHY__COUNT:
		break;
	}
	return STR("ended: decide (plan, write off, hand over)");
}
