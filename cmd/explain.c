#include "explain.h"

#include <string.h>

#include "desk.h"
#include "explain_find.h"

static const struct option options[] = {
	OPTION_ROW_AS_OF,
	{.id = OPTION_FORMAT,
	 .name = "--format",
	 .value = "FORM",
	 .choices = "human|json",
	 .help = "human (default), or json for other programs"},
	OPTION_ROW_STRICT,
	OPTION_ROW_JOBS,
	OPTION_END,
};

/* What is printed: one explanation, or one for each currency of a customer. */
struct answer {
	const struct explanation **items;
	size_t count;
};

static void add(struct answer *answer, const struct explanation *explanation)
{
	answer->items[answer->count++] = explanation;
}

static struct answer explain(const struct desk *desk, const struct subject *subject)
{
	const struct book *book = desk->book;
	struct answer answer = {.items = ARENA_ARRAY(desk->arena,
						     const struct explanation *,
						     book->naccounts + 1)};

	for (size_t i = 0; subject->customer && i < book->naccounts; i++) {
		if (book->accounts[i]->account->customer != subject->customer)
			continue;
		struct explanation *x = explanation_new(desk->arena, book, i);
		explain_account(x);
		add(&answer, x);
	}
	if (subject->customer)
		return answer;
	struct explanation *x = explanation_new(desk->arena, book, subject->account);
	if (subject->progress)
		explain_invoice(x, subject->progress);
	else
		explain_letter(x, subject->letter);
	add(&answer, x);
	return answer;
}

/* Lines are counted in the files, which are read once more for it. The first file of a
 * step that is gone by now, or another one; empty when all are there. */
static struct str lost_file(const struct answer *answer)
{
	for (size_t i = 0; i < answer->count; i++) {
		const struct explanation *x = answer->items[i];
		struct sources *sources = x->book->sources;
		for (const struct chapter *at = x->first; at; at = at->next)
			for (const struct step *step = at->first; step; step = step->next)
				if (step->span.file &&
				    source_place(sources, step->span).line == 0)
					return source_at(sources, step->span.file)->path;
	}
	return STR("");
}

static enum ending print(const struct desk *desk, const struct answer *answer)
{
	struct call *call = desk->call;
	struct str lost = lost_file(answer);
	bool agrees = true;

	if (lost.len) {
		call_fault(call, "'%.*s' cannot be read again as it was", STR_ARG(lost));
		call_help(call, "a step without its line explains nothing: run it again");
		return ENDING_ENVIRONMENT;
	}
	for (size_t i = 0; i < answer->count; i++)
		agrees = agrees && answer->items[i]->agrees;
	if (strcmp(call_value(call, OPTION_FORMAT, "human"), "json") == 0) {
		call_write(call, explain_json(answer->items, answer->count));
		return agrees ? ENDING_DONE : ENDING_BUG;
	}
	desk_say_day(desk);
	for (size_t i = 0; i < answer->count; i++) {
		if (i > 0)
			call_write(call, STR("\n\n"));
		call_write(call, explain_text(answer->items[i], call->color_out));
	}
	return agrees ? ENDING_DONE : ENDING_BUG;
}

static enum ending tell(const struct desk *desk)
{
	struct call *call = desk->call;
	struct subject subject;

	if (!explain_find(call, desk->book, str_from_c(call->operands.items[1]),
			  &subject))
		return ENDING_USAGE;
	struct answer answer = explain(desk, &subject);
	if (answer.count)
		return print(desk, &answer);
	call_fault(call,
		   "customer '%s' has no invoice, payment or credit note on that day",
		   call->operands.items[1]);
	call_help(call, "'collectgen status %s' lists who has", call->operands.items[0]);
	return ENDING_USAGE;
}

static enum ending run(struct call *call)
{
	struct desk desk;

	if (!desk_open(&desk, call))
		return ENDING_USAGE;
	enum ending ending = desk_findings(&desk);
	if (ending == ENDING_DONE)
		ending = tell(&desk);
	desk_close(&desk);
	return ending;
}

const struct command command_explain = {
	.name = "explain",
	.operands = "LEDGER CUSTOMER|INVOICE|LETTER",
	.summary = "every figure, step by step, each with its file and line",
	.description =
		"Replays what is owed and prints each step with the rule behind it and the file\n"
		"and line it came from: principal and what lowered it, each period of interest,\n"
		"each charge and the letter that claimed it, the next letter and its first day.\n"
		"A letter is named like 'acme/reminder-2', or by its path in a build.",
	.least = 2,
	.most = 2,
	.options = options,
	.reaches = reach_ledger,
	.run = run,
};
