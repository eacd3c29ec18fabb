/* explain_amount of explain.h: what was invoiced, when it is due, under which policy. */
#include "explain.h"
#include "ledger/bill.h"

#define MICRO 1000000

/* "3.5" of 3500000 */
static struct str decimal(struct arena *arena, int64_t micro)
{
	struct buf buf = buf_new(arena, 0);
	int64_t rest = micro < 0 ? -(micro % MICRO) : micro % MICRO;

	if (micro < 0)
		buf_byte(&buf, '-');
	buf_int(&buf, micro < 0 ? -(micro / MICRO) : micro / MICRO);
	for (int64_t unit = MICRO / 10; rest; unit /= 10) {
		if (unit == MICRO / 10)
			buf_byte(&buf, '.');
		buf_byte(&buf, (char)('0' + rest / unit));
		rest %= unit;
	}
	return buf_str(&buf);
}

struct str explain_percent(struct arena *arena, ppm rate)
{
	return decimal(arena, rate * 100);
}

static void put_line(struct explanation *x, const struct line *line)
{
	bool overflow = false; /* refused by reading */
	const struct currency *currency = x->escalation->account->currency;
	struct str quantity = decimal(x->arena, line->quantity);
	struct str price = decimal(x->arena, line->unit_price);
	struct str percent = explain_percent(x->arena, line->tax);
	struct step *step =
		explanation_step(x, "9", line->span, "%.*s: %.*s × %.*s, tax %.*s %%",
				 STR_ARG(line->description), STR_ARG(quantity),
				 STR_ARG(price), STR_ARG(percent));

	step->mark = STR("line");
	explanation_amount(x, step,
			   money_from_wide(bill_line(line, currency), &overflow));
}

static void put_taxes(struct explanation *x, const struct invoice *invoice)
{
	bool overflow = false;
	size_t count;
	const struct bill_share *shares = bill_shares(
		x->arena, invoice->lines, invoice->nlines, invoice->currency, &count);

	for (size_t i = 0; i < count; i++) {
		money net = money_from_wide(shares[i].net, &overflow);
		struct str percent = explain_percent(x->arena, shares[i].rate);
		struct str sum = print_money(x->arena, net, invoice->currency);
		if (shares[i].rate == 0)
			continue;
		struct step *step =
			explanation_step(x, "9", invoice->span,
					 "%.*s %% of %.*s, rounded once for this rate",
					 STR_ARG(percent), STR_ARG(sum));
		step->mark = STR("tax");
		explanation_amount(x, step, money_from_wide(shares[i].tax, &overflow));
	}
}

/* Where a field of it is written, else the invoice. */
static struct span place_of(const struct invoice *invoice, uint32_t at)
{
	return at ? (struct span){invoice->span.file, at} : invoice->span;
}

static void put_amount(struct explanation *x, const struct invoice *invoice)
{
	struct span span = place_of(invoice, invoice->amount_at);

	for (size_t i = 0; i < invoice->nlines; i++)
		put_line(x, &invoice->lines[i]);
	put_taxes(x, invoice);
	struct step *step =
		explanation_step(x, invoice->nlines ? "9" : NULL, span,
				 invoice->nlines ? "its lines and tax" : "as written");
	step->mark = STR("amount");
	step->total = invoice->nlines > 0;
	explanation_amount(x, step, invoice->amount);
}

/* Whose terms they are: the first that has any. */
static const char *terms_owner(const struct explanation *x, const struct invoice *invoice)
{
	if (invoice->terms == &invoice->rare->terms)
		return "the invoice's terms";
	if (invoice->terms == &invoice->customer->rare->terms)
		return "the customer's terms";
	if (invoice->terms == &invoice->policy->terms)
		return "the policy's terms";
	return invoice->terms == &x->book->ledger->defaults.terms ? "the default terms"
								  : "the terms";
}

static void put_due(struct explanation *x, const struct invoice *invoice)
{
	date as_of = x->book->as_of;
	int days = as_of - invoice->due;
	struct step *step;

	step = explanation_step(x, "1", invoice->span, "issued");
	explanation_day(x, step, invoice->issued);
	if (invoice->due_at)
		step = explanation_step(x, "2", place_of(invoice, invoice->due_at),
					"due, as the invoice says");
	else
		step = explanation_step(
			x, "2", invoice->terms->span, "due: '%.*s' from its issue (%s)",
			STR_ARG(invoice->terms->text), terms_owner(x, invoice));
	explanation_day(x, step, invoice->due);
	step = explanation_step(x, "2", (struct span){0, 0},
				days > 0 ? "the day asked about: %d days overdue"
					 : "the day asked about: not overdue",
				days);
	explanation_day(x, step, as_of);
}

static void put_policy(struct explanation *x, const struct invoice *invoice)
{
	const struct policy *policy = invoice->policy;
	struct name named = invoice->rare->policy_name;
	const char *who = "the invoice names it";

	if (!named.text.len) {
		named = invoice->customer->policy;
		who = "the customer names it";
	}
	if (!named.text.len || named.span.file == 0 ||
	    (named.span.file == x->book->ledger->defaults.policy.span.file &&
	     named.span.at == x->book->ledger->defaults.policy.span.at)) {
		named = x->book->ledger->defaults.policy;
		who = named.text.len ? "the defaults name it"
				     : "nobody names one: principal only";
	}
	struct step *step = explanation_step(x, NULL, named.span, "%.*s: %s",
					     STR_ARG(policy->name), who);
	step->mark = STR("policy");
	explanation_fact(x, step, "policy", policy->name);
	if (policy->title.len)
		explanation_step(x, NULL, policy->span, "%.*s%s", STR_ARG(policy->title),
				 policy->built_in ? " (built in)" : "");
}

void explain_amount(struct explanation *x, const struct item *item)
{
	explanation_section(x, "amount");
	put_amount(x, item->invoice);
	explanation_section(x, "due");
	put_due(x, item->invoice);
	explanation_section(x, "policy");
	put_policy(x, item->invoice);
}
