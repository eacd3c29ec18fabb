/* explain_principal of explain.h: what lowered the principal, and what is disputed. */
#include "explain.h"

/* By which step of rule 4 a payment came. */
static const struct {
	const char *words, *rule;
} ways[WAY__COUNT] = {
	[WAY_NONE] = {"", "4"},
	[WAY_FOR] = {"the payment is for this invoice", "4a"},
	[WAY_REFERENCE] = {"its reference names this invoice", "4b"},
	[WAY_PLAN] = {"for the plan's next instalment", "4c"},
	[WAY_OLDEST] = {"the oldest invoice still open", "4d"},
	[WAY_CREDIT] = {"from credit", "4e"},
	[WAY_HELD] = {"from credit held for this invoice", "4a"},
};

static struct str came(struct explanation *x, const struct trace_step *told)
{
	const char *what =
		told->source == MOVEMENT_CREDIT_NOTE ? "credit note" : "payment";
	if (!told->reference.len)
		return str_format(x->arena, "%s; %s", what, ways[told->way].words);
	return str_format(x->arena, "%s '%.*s'; %s", what, STR_ARG(told->reference),
			  ways[told->way].words);
}

static void put_lowered(struct explanation *x, const struct trace_step *told,
			const char *rule, struct str text)
{
	struct step *step = explanation_step(x, rule, told->span, "%.*s", STR_ARG(text));

	explanation_day(x, step, told->date);
	explanation_amount(x, step, -told->amount);
}

static void put_plan(struct explanation *x, const struct trace_step *told)
{
	static const char *const states[] = {"agreed", "broken: too little was paid",
					     "done: all instalments are paid"};
	struct step *step = explanation_step(x, "18", told->span, "plan '%.*s' is %s",
					     STR_ARG(told->reference),
					     states[told->kind - TRACE_PLANNED]);

	explanation_day(x, step, told->date);
}

static void put_dispute(struct explanation *x, const struct trace_step *told)
{
	struct str sum =
		print_money(x->arena, told->amount, x->escalation->account->currency);
	struct step *step = explanation_step(
		x, "10", told->span,
		told->kind == TRACE_DISPUTED ? "dispute over %.*s begins%s%.*s"
					     : "dispute over %.*s has ended%s%.*s",
		STR_ARG(sum), told->reference.len ? ": " : "", STR_ARG(told->reference));

	explanation_day(x, step, told->date);
}

static void put_step(struct explanation *x, const struct trace_step *told)
{
	switch (told->kind) {
	case TRACE_PAID:
		put_lowered(x, told, ways[told->way].rule, came(x, told));
		break;
	case TRACE_CREDITED:
		put_lowered(x, told, "6",
			    str_format(x->arena, "credit note '%.*s' on this invoice",
				       STR_ARG(told->reference)));
		break;
	case TRACE_WRITTEN_OFF:
		put_lowered(x, told, "9", STR("written off"));
		break;
	case TRACE_DISCOUNTED:
		put_lowered(x, told, "8", STR("early-payment discount"));
		break;
	case TRACE_DISPUTED:
	case TRACE_AGREED:
		put_dispute(x, told);
		break;
	case TRACE_PLANNED:
	case TRACE_BROKEN:
	case TRACE_FULFILLED:
		put_plan(x, told);
		break;
	case TRACE_BARRED:
	case TRACE_CHARGE_PAID:
	case TRACE_OPENING:
	case TRACE_OVERDUE:
	case TRACE_STARTED:
	case TRACE_JOINED:
	case TRACE_LATE:
	case TRACE_COMPENSATED:
	case TRACE_FEE:
	case TRACE_CLAIMED:
	case TRACE_WAIVED:
	case TRACE_LETTER:
	case TRACE_KEPT:
	case TRACE_HELD:
	case TRACE_REFUNDED:
	case TRACE_KIND__COUNT:
		break;
	}
}

void explain_principal(struct explanation *x, const struct item *item)
{
	money left = item->invoice->amount;
	struct step *step;

	explanation_section(x, "principal");
	step = explanation_step(x, NULL, item->invoice->span, "invoiced");
	explanation_day(x, step, item->invoice->issued);
	explanation_amount(x, step, left);
	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		if (told->invoice != item->invoice)
			continue;
		put_step(x, told);
		if (told->kind >= TRACE_PAID && told->kind <= TRACE_DISCOUNTED)
			left -= told->amount;
	}
	step = explanation_step(x, NULL, (struct span){0, 0}, "principal still open");
	step->total = true;
	explanation_amount(x, step, left);
	if (item->disputed > 0) {
		step = explanation_step(x, "17", (struct span){0, 0},
					"of which disputed, not asked for");
		explanation_amount(x, step, item->disputed);
	}
	explanation_check(x, "principal", left, item->principal);
}
