/* explain_account of explain.h: a customer's account in one currency. */
#include "escalate/trigger.h"
#include "explain.h"
#include "outlook.h"

static const struct span nowhere = {0, 0};

static money open_sum(const struct item *item)
{
	money sum = item->principal;

	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		sum += item->charges[c].open;
	return sum;
}

static void put_item(struct explanation *x, const struct progress *progress)
{
	const struct item *item = progress->item;
	int days = trigger_overdue(item, x->book->as_of);
	struct str done = print_stage(item->policy, item->done);
	struct str next = print_stage(item->policy, progress->next);
	struct str from = print_day(x->arena, progress->earliest);
	struct buf text = buf_new(x->arena, 0);

	buf_put(&text, item->invoice->number);
	if (days > 0)
		buf_format(&text, ": %d days overdue", days);
	else
		buf_put(&text, STR(": not overdue"));
	if (done.len)
		buf_format(&text, "; sent %.*s", STR_ARG(done));
	if (next.len)
		buf_format(&text, "; next %.*s from %.*s", STR_ARG(next), STR_ARG(from));
	if (item->blocks)
		buf_format(&text, "; %.*s",
			   STR_ARG(outlook_block(x->arena, item->blocks)));
	struct step *step = explanation_step(x, "14", item->invoice->span, "%.*s",
					     STR_ARG(buf_str(&text)));
	explanation_day(x, step, item->invoice->due);
	explanation_amount(x, step, open_sum(item));
	explanation_fact(x, step, "invoice", item->invoice->number);
}

static void put_items(struct explanation *x)
{
	const struct account *account = x->escalation->account;
	money sum = 0, open = account->principal;
	size_t settled = 0;

	explanation_section(x, "invoices");
	for (size_t i = 0; i < account->nitems; i++) {
		sum += open_sum(&account->items[i]);
		settled += account->items[i].settled;
		if (!account->items[i].settled)
			put_item(x, &x->escalation->progress[i]);
	}
	if (settled)
		explanation_step(x, "14", nowhere, "%zu more, settled", settled);
	struct step *step =
		explanation_step(x, NULL, nowhere, "open, with claimed charges");
	step->total = true;
	explanation_amount(x, step, sum);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		open += account->charges[c];
	explanation_check(x, "invoices", sum, open);
}

/* How a step changes the account's credit; 0: not at all. */
static money change(const struct trace_step *told)
{
	bool drawn = told->way == WAY_CREDIT || told->way == WAY_HELD;

	if (told->kind == TRACE_HELD ||
	    (told->kind == TRACE_KEPT && told->way != WAY_HELD))
		return told->amount;
	if (told->kind == TRACE_REFUNDED || (told->kind == TRACE_PAID && drawn))
		return -told->amount;
	return 0;
}

static const char *credit_words(const struct trace_step *told)
{
	if (told->kind == TRACE_HELD)
		return "held for invoice ";
	if (told->kind == TRACE_PAID)
		return "used by invoice ";
	return told->kind == TRACE_KEPT ? "no invoice took it" : "refunded";
}

static void put_credit(struct explanation *x)
{
	money sum = 0;

	explanation_section(x, "credit");
	for (size_t i = 0; i < x->told->count; i++) {
		const struct trace_step *told = &x->told->items[i];
		if (change(told) == 0)
			continue;
		bool names = told->kind != TRACE_KEPT && told->invoice;
		struct step *step = explanation_step(
			x, told->kind == TRACE_REFUNDED ? "6" : "4e", told->span,
			"%s%.*s", credit_words(told),
			STR_ARG(names ? told->invoice->number : STR("")));
		explanation_day(x, step, told->date);
		explanation_amount(x, step, change(told));
		sum += change(told);
	}
	struct step *step = explanation_step(x, "4e", nowhere, "credit left");
	step->total = x->open->first != step;
	explanation_amount(x, step, sum);
	explanation_check(x, "credit", sum, x->escalation->account->credit);
}

static money put_bucket(struct explanation *x, struct str text, money amount)
{
	struct step *step = explanation_step(x, "21", nowhere, "%.*s", STR_ARG(text));

	explanation_amount(x, step, amount);
	return amount;
}

static struct str bucket_words(struct explanation *x, size_t i)
{
	const struct policy *policy = x->escalation->account->policy;
	int from = i ? policy->buckets[i - 1] : 0;

	if (i == policy->nbuckets)
		return str_format(x->arena, "over %d days overdue", from);
	return str_format(x->arena, "%d to %d days overdue", from + 1,
			  policy->buckets[i]);
}

static void put_aging(struct explanation *x)
{
	static const char *const names[CHARGE__COUNT] = {
		[CHARGE_COMPENSATION] = "compensation claimed",
		[CHARGE_LATE] = "late charges claimed",
		[CHARGE_FEE] = "fees claimed",
		[CHARGE_INTEREST] = "interest claimed",
	};
	const struct account *account = x->escalation->account;

	explanation_section(x, "aging");
	money sum = put_bucket(x, STR("not due"), account->not_due);
	for (size_t i = 0; i <= account->policy->nbuckets; i++)
		sum += put_bucket(x, bucket_words(x, i), account->buckets[i]);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		if (account->charges[c])
			sum += put_bucket(x, str_from_c(names[c]), account->charges[c]);
	if (account->credit)
		sum += put_bucket(x, STR("credit"), -account->credit);
	struct step *step = explanation_step(x, "21", nowhere, "balance");
	step->total = true;
	explanation_amount(x, step, sum);
	explanation_check(x, "balance", sum, account->balance);
}

static void put_letters(struct explanation *x)
{
	const struct escalation *escalation = x->escalation;

	explanation_section(x, "letters");
	for (size_t i = 0; i < escalation->nletters; i++) {
		const struct letter *letter = &escalation->letters[i];
		struct str path = explain_path(x->arena, escalation->account, letter);
		struct step *step = explanation_step(
			x, "19", letter->policy->stages[letter->stage].span, "%.*s",
			STR_ARG(path));
		explanation_amount(x, step, letter->demand);
		explanation_fact(x, step, "letter", path);
	}
	for (size_t i = 0; i < escalation->nheld; i++) {
		const struct held *held = &escalation->held[i];
		struct str why = outlook_held(x->arena, escalation, held);
		struct str who =
			held->item ? held->item->invoice->number : held->policy->name;
		explanation_step(x, held->why == HELD_BLOCKED ? "17" : "19",
				 held->item ? held->item->invoice->span
					    : held->policy->span,
				 "%.*s held back: %.*s", STR_ARG(who), STR_ARG(why));
	}
	if (escalation->nletters + escalation->nheld == 0)
		explanation_step(x, "19", nowhere, "none today");
}

void explain_account(struct explanation *x)
{
	const struct account *account = x->escalation->account;

	x->kind = "customer";
	x->subject = account->customer->id;
	x->title = str_format(x->arena, "Customer %.*s, %.*s, in %s",
			      STR_ARG(account->customer->id),
			      STR_ARG(account->customer->name), account->currency->code);
	put_items(x);
	put_credit(x);
	put_aging(x);
	put_letters(x);
	explanation_close(x);
}
