/* explain_stages of explain.h: which letters were sent, which comes next, and when. */
#include "escalate/stage.h"
#include "escalate/trigger.h"
#include "explain.h"
#include "outlook.h"

static const struct span nowhere = {0, 0};

static void put_sent(struct explanation *x, const struct item *item)
{
	struct step *step = NULL;

	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		if (told->invoice != item->invoice || told->kind != TRACE_LETTER)
			continue;
		step = explanation_step(x, "15", told->span, "letter '%.*s' was sent",
					STR_ARG(print_stage(item->policy, told->stage)));
		explanation_day(x, step, told->date);
	}
	if (!step) {
		explanation_step(x, "15", item->invoice->span, "no letter was sent yet");
		return;
	}
	explanation_fact(x, step, "done", print_stage(item->policy, item->done));
	if (item->deadline != DATE_NONE) {
		step = explanation_step(x, "16", item->policy->stages[item->done].span,
					"the deadline that letter gave");
		explanation_day(x, step, item->deadline);
	}
}

static void put_term(struct explanation *x, date day, date earliest, struct span span,
		     struct str text)
{
	if (day == DATE_NONE)
		return;
	struct step *step = explanation_step(x, "16", span, "%.*s%s", STR_ARG(text),
					     day == earliest ? ": this decides" : "");
	explanation_day(x, step, day);
}

static void put_next(struct explanation *x, const struct progress *progress)
{
	const struct item *item = progress->item;
	const struct stage *stages = item->policy->stages;
	const struct stage *next = &stages[progress->next];
	struct stage_terms terms = stage_terms(item, progress->next);

	put_term(x, terms.by_due, progress->earliest, next->span,
		 next->after < 0
			 ? str_format(x->arena, "%d days before due", -next->after)
			 : str_format(x->arena, "due + %d days", next->after));
	if (terms.by_letter != DATE_NONE)
		put_term(x, terms.by_letter, progress->earliest, next->span,
			 str_format(x->arena, "letter '%.*s' + %d days",
				    STR_ARG(next[-1].name),
				    next->after - next[-1].after));
	put_term(x, terms.by_deadline, progress->earliest, next[0].span,
		 STR("the day after that letter's deadline"));
	struct step *step = explanation_step(x, "16", next->span,
					     "first day for the next letter, '%.*s'",
					     STR_ARG(next->name));
	explanation_day(x, step, progress->earliest);
	explanation_fact(x, step, "next", next->name);
}

static const struct letter *letter_with(const struct explanation *x,
					const struct item *item, bool *advances)
{
	for (size_t i = 0; i < x->escalation->nletters; i++) {
		const struct letter *letter = &x->escalation->letters[i];
		for (size_t j = 0; j < letter->nlines; j++) {
			if (letter->lines[j].item != item)
				continue;
			*advances = letter->lines[j].advances;
			return letter;
		}
	}
	return NULL;
}

/* The whole group waits: too soon after the last letter, or too small a sum. */
static void put_group(struct explanation *x, const struct item *item)
{
	for (size_t i = 0; i < x->escalation->nheld; i++) {
		const struct held *held = &x->escalation->held[i];
		if (held->item || held->policy != item->policy)
			continue;
		struct str why = outlook_held(x->arena, x->escalation, held);
		explanation_step(x, "19", item->policy->span, "no letter today: %.*s",
				 STR_ARG(why));
	}
}

static void put_letter(struct explanation *x, const struct letter *letter, bool advances)
{
	struct str path = explain_path(x->arena, x->escalation->account, letter);

	explanation_step(x, "19", letter->policy->stages[letter->stage].span,
			 advances ? "moves on today, by %.*s"
				  : "listed in %.*s, its earlier deadline stands",
			 STR_ARG(path));
}

static void put_blocks(struct explanation *x, const struct item *item)
{
	for (const struct block *block = item->blocks; block; block = block->next) {
		struct str why = outlook_block(x->arena, block);
		explanation_step(x, "17", block->span, "held back: %.*s", STR_ARG(why));
	}
}

static void put_why(struct explanation *x, const struct progress *progress)
{
	const struct item *item = progress->item;
	bool advances = false;
	const struct letter *letter = letter_with(x, item, &advances);
	date as_of = x->book->as_of;

	if (item->blocks)
		put_blocks(x, item);
	else if (letter)
		put_letter(x, letter, advances);
	else if (progress->triggers)
		put_group(x, item);
	else if (progress->next >= 0 && as_of < progress->earliest)
		explanation_step(x, "16", nowhere,
				 "no letter yet: that day has not come");
	else if (progress->next >= 0 && trigger_overdue(item, as_of) <= 0)
		explanation_step(x, "19", nowhere, "no letter yet: it is not overdue");
}

void explain_stages(struct explanation *x, const struct progress *progress)
{
	const struct item *item = progress->item;

	explanation_section(x, "letters");
	put_sent(x, item);
	if (item->settled) {
		explanation_step(x, "14", item->invoice->span,
				 "settled: nothing more is sent");
		return;
	}
	if (progress->next >= 0)
		put_next(x, progress);
	else if (item->policy->nstages)
		explanation_step(
			x, "19", item->policy->span,
			"the last letter was sent: decide (plan, write off, hand "
			"over)");
	else
		explanation_step(x, "15", item->policy->span,
				 "the policy sends no letters");
	put_why(x, progress);
}
