/* explain_letter of explain.h: what a letter lists, and how its demand comes about. */
#include "escalate/channel.h"
#include "explain.h"
#include "outlook.h"

static const struct span nowhere = {0, 0};

static const char *const names[CHARGE__COUNT] = {
	[CHARGE_COMPENSATION] = "compensation",
	[CHARGE_LATE] = "late charges",
	[CHARGE_FEE] = "fees of earlier letters",
	[CHARGE_INTEREST] = "interest",
};

struct str explain_path(struct arena *arena, const struct account *account,
			const struct letter *letter)
{
	struct str stage = print_stage(letter->policy, letter->stage);

	return str_format(arena, "letters/%.*s/%.*s-%s-%.*s.pdf",
			  STR_ARG(account->customer->id), STR_ARG(stage),
			  account->currency->code, STR_ARG(letter->policy->name));
}

static void put_line(struct explanation *x, const struct letter *letter,
		     const struct letter_line *line)
{
	const struct item *item = line->item;
	struct str from = print_stage(letter->policy, item->done);
	struct str to = print_stage(letter->policy, line->stage);
	struct step *step;

	if (line->advances)
		step = explanation_step(
			x, "19", item->invoice->span, "%.*s moves on from %.*s to '%.*s'",
			STR_ARG(item->invoice->number),
			STR_ARG(from.len ? from : STR("no letter")), STR_ARG(to));
	else
		step = explanation_step(x, "19", item->invoice->span,
					"%.*s is listed too; what it was told stands",
					STR_ARG(item->invoice->number));
	explanation_day(x, step, item->invoice->due);
	explanation_fact(x, step, "invoice", item->invoice->number);
	step = explanation_step(x, "17", item->invoice->span,
				"principal, disputed parts aside");
	explanation_amount(x, step, line->principal);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		if (line->charges[c] == 0)
			continue;
		bool now = line->charges[c] > item->charges[c].open;
		step = explanation_step(x, "12", item->invoice->span, "%s%s", names[c],
					now ? ", claimed by this very letter" : "");
		explanation_amount(x, step, line->charges[c]);
		explanation_fact(x, step, "charge", str_from_c(names[c]));
	}
	step = explanation_step(x, NULL, nowhere, "%.*s", STR_ARG(item->invoice->number));
	step->total = true;
	explanation_amount(x, step, line->total);
}

static void put_blocked(struct explanation *x, const struct letter *letter)
{
	for (size_t i = 0; i < letter->nblocked; i++) {
		const struct item *item = letter->blocked[i];
		struct str why = outlook_block(x->arena, item->blocks);
		explanation_step(x, "17", item->blocks->span,
				 "%.*s is not asked for: %.*s",
				 STR_ARG(item->invoice->number), STR_ARG(why));
	}
}

static money put_part(struct explanation *x, const char *rule, struct span span,
		      const char *name, money amount)
{
	if (amount)
		explanation_amount(x, explanation_step(x, rule, span, "%s", name),
				   amount);
	return amount;
}

static void put_fee(struct explanation *x, const struct letter *letter)
{
	const struct stage *stage = &letter->policy->stages[letter->stage];

	if (stage->fee.span.file)
		put_part(x, "11", stage->fee.span, "fee of this letter", letter->fee);
	if (stage->fee.span.file && letter->fee == 0)
		explanation_step(x, "13", stage->fee.span,
				 "this letter's fee may not be asked for here");
}

static void put_demand(struct explanation *x, const struct letter *letter)
{
	money sum = put_part(x, "19", nowhere, "principal of the invoices listed",
			     letter->principal);

	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum += put_part(x, "12", nowhere, names[c], letter->charges[c]);
	sum -= letter->credit;
	put_part(x, "19", nowhere,
		 letter->credit < 0 ? "refunded beyond the account's credit"
				    : "the account's credit, used up",
		 -letter->credit);
	put_fee(x, letter);
	sum += letter->fee;
	struct step *step = explanation_step(x, "19", nowhere, "demanded");
	step->total = true;
	explanation_amount(x, step, sum);
	explanation_check(x, "demand", sum, letter->demand);
	if (letter->policy->min_balance > 0) {
		struct str least = print_money(x->arena, letter->policy->min_balance,
					       x->escalation->account->currency);
		explanation_step(x, "19", letter->policy->span,
				 "without its fee no less than min_balance %.*s",
				 STR_ARG(least));
	}
}

static void put_pay_by(struct explanation *x, const struct letter *letter)
{
	const struct stage *stage = &letter->policy->stages[letter->stage];
	struct step *step;

	if (letter->pay_by == DATE_NONE) {
		explanation_step(x, "16", stage->span, "no deadline");
		return;
	}
	step = explanation_step(x, "16", stage->span, "the letter's day");
	explanation_day(x, step, x->book->as_of);
	if (stage->delivery)
		explanation_step(x, "16", stage->span, "+ %d %sdays for delivery",
				 stage->delivery,
				 stage->delivery_working ? "working " : "");
	explanation_step(x, "16", stage->span,
			 "+ %d days of deadline; a Saturday or Sunday becomes Monday",
			 stage->deadline);
	step = explanation_step(x, "16", stage->span, "pay by");
	explanation_day(x, step, letter->pay_by);
	explanation_fact(x, step, "pay_by", print_day(x->arena, letter->pay_by));
}

void explain_letter(struct explanation *x, const struct letter *letter)
{
	const struct account *account = x->escalation->account;
	const struct stage *stage = &letter->policy->stages[letter->stage];
	money sum = 0, parts = letter->principal;

	x->kind = "letter";
	x->subject = explain_path(x->arena, account, letter);
	x->title = str_format(x->arena, "Letter %.*s, by %s", STR_ARG(x->subject),
			      channel_name(letter->channel));
	explanation_section(x, "invoices");
	explanation_step(x, "19", stage->span,
			 "stage '%.*s' is the highest that an invoice reaches today",
			 STR_ARG(stage->name));
	for (size_t i = 0; i < letter->nlines; i++) {
		put_line(x, letter, &letter->lines[i]);
		sum += letter->lines[i].total;
	}
	put_blocked(x, letter);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		parts += letter->charges[c];
	explanation_check(x, "invoices listed", sum, parts);
	explanation_section(x, "demand");
	put_demand(x, letter);
	explanation_section(x, "pay by");
	put_pay_by(x, letter);
	explanation_close(x);
}
