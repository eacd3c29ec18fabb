#include "letter/lint_facts.h"

#include <string.h>

#include "base/arena.h"
#include "letter/parties.h"
#include "text/escape.h"

#define LEAST_INTERVAL 7   /* [days] between letters, L18 */
#define PRE_ACTION_DAYS 30 /* England and Wales, letters of claim to individuals */

static const struct customer *customer_of(const struct lint *lint)
{
	return lint->document->escalation->account->customer;
}

struct str lint_facts_kind(const struct lint *lint)
{
	return parties_kind(customer_of(lint)->kind);
}

/* ---- what the text shows ---- */

/* Where a value stands in the body as a tag prints it, from `from` on or before it. */
static bool find_value(struct arena *job, const struct lint *lint, struct str text,
		       size_t *from)
{
	if (!text.len)
		return true;
	struct arena_mark mark = arena_mark(job);
	struct buf buf = buf_new(job, 0);
	escape_markdown(&buf, text);
	struct str body = lint->body->text;
	const char *at = memmem(body.at + *from, body.len - *from, buf.at, buf.len);
	if (!at && *from)
		at = memmem(body.at, body.len, buf.at, buf.len);
	arena_rewind(job, mark);
	if (at)
		*from = (size_t)(at - body.at);
	return at != NULL;
}

static bool shows_text(struct arena *job, const struct lint *lint, struct str text)
{
	size_t from = 0;
	if (!text.len || find_value(job, lint, text, &from))
		return true;
	struct str subject = lint->subject ? lint->subject->text : STR("");
	return subject.len && memmem(subject.at, subject.len, text.at, text.len);
}

/* Whether a value is printed in any of its forms. */
static bool shows(struct arena *job, const struct lint *lint, const struct value *value)
{
	if (!value || !value->text.len || shows_text(job, lint, value->text))
		return true;
	for (const struct value_field *form = value->fields; form; form = form->next)
		if (form->value->text.len && shows_text(job, lint, form->value->text))
			return true;
	return false;
}

/* ---- the rules ---- */

static void check_amounts(struct arena *job, const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	struct span body = lint->template->body_span;
	if (!shows(job, lint, value_field(lint->view, STR("demand"))))
		lint_report(lint, 8, body, STR("the text does not print the demand"));
	const struct value *segments = value_field(lint->view, STR("segments"));
	const struct value *rate =
		segments->first ? value_field(segments->first, STR("rate")) : NULL;
	if (letter->charges[CHARGE_INTEREST] > 0 && !shows(job, lint, rate))
		lint_report(lint, 8, body,
			    STR("interest is demanded without its rate and days"));
	if (letter->charges[CHARGE_COMPENSATION] > 0 &&
	    customer_of(lint)->kind == KIND_CONSUMER)
		lint_report(lint, 8, letter->policy->compensation.span,
			    STR("a consumer owes no fixed compensation"));
}

static bool agrees(struct str condition, struct str fact)
{
	return !condition.len || str_equal(condition, fact);
}

/* Whether an earlier letter of the policy followed the due day. */
static bool first_after_due(const struct letter *letter)
{
	for (int32_t i = 0; i < letter->stage; i++)
		if (letter->policy->stages[i].after > 0)
			return false;
	return true;
}

static void check_fee(struct arena *job, const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	const struct account *account = lint->document->escalation->account;
	struct span span = letter->policy->stages[letter->stage].span;
	if (letter->fee <= 0)
		return;
	for (const struct lint_cap *cap = lint->rules->caps; cap; cap = cap->next) {
		if (!str_equal(cap->country, customer_of(lint)->country) ||
		    !agrees(cap->kind, lint_facts_kind(lint)))
			continue;
		if (cap->first_free && first_after_due(letter))
			lint_report(lint, 9, span,
				    STR("the first reminder costs nothing"));
		if (cap->currency != account->currency || letter->fee <= cap->most)
			continue;
		struct buf buf = buf_new(job, 0);
		buf_format(&buf, "at most %s ", cap->currency->code);
		money_put(&buf, cap->most, cap->currency->decimals);
		lint_report(lint, 9, span, buf_str(&buf));
	}
}

static void check_deadline(struct arena *job, const struct lint *lint)
{
	if (lint->document->letter->pay_by == DATE_NONE)
		return;
	if (!shows(job, lint, value_field(lint->view, STR("pay_by"))))
		lint_report(lint, 10, lint->template->body_span,
			    STR("the text does not name the day to pay by"));
}

static void check_name(struct arena *job, const struct lint *lint)
{
	struct pattern_match match;
	bool gave_up = false;
	struct str name = customer_of(lint)->name;
	if (pattern_find(lint->rules->names, job, name, 0, &match, &gave_up))
		lint_report(lint, 16, customer_of(lint)->span, name);
}

/* Stages may be written closer together than letters may follow. */
static void check_interval(struct arena *job, const struct lint *lint)
{
	const struct policy *policy = lint->document->letter->policy;
	for (size_t i = 1; i < policy->nstages; i++) {
		int days = policy->stages[i].after - policy->stages[i - 1].after;
		if (days < policy->min_interval)
			days = policy->min_interval;
		if (days >= LEAST_INTERVAL)
			continue;
		lint_report(lint, 18, policy->stages[i].span,
			    str_format(job, "'%.*s' %d days after '%.*s'",
				       STR_ARG(policy->stages[i].name), days,
				       STR_ARG(policy->stages[i - 1].name)));
	}
}

/* Invoices are printed in their order: each search goes on where the last one ended. */
static void check_invoices(struct arena *job, const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	size_t from = 0;
	for (size_t i = 0; i < letter->nlines; i++) {
		struct str number = letter->lines[i].item->invoice->number;
		if (find_value(job, lint, number, &from))
			continue;
		lint_report(lint, 21, lint->template->body_span,
			    STR("the text does not name every invoice it is about"));
		return;
	}
}

/* Luhn's check digit: of payment cards, and of one other number in ten. */
static bool is_card(const char digits[], size_t count)
{
	int sum = 0;
	if (count < 13 || count > 19 || digits[0] < '3' || digits[0] > '6')
		return false;
	for (size_t i = 0; i < count; i++) {
		int digit = digits[count - 1 - i] - '0';
		int twice = 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
		sum += i % 2 ? twice : digit;
	}
	return sum % 10 == 0;
}

static bool has_card(struct str text)
{
	char digits[20];
	size_t count = 0;
	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.at[i] : '.';
		if (c >= '0' && c <= '9' && count < sizeof digits) {
			digits[count++] = c;
			continue;
		}
		if (c == ' ' || c == '-')
			continue;
		if (is_card(digits, count))
			return true;
		count = 0;
	}
	return false;
}

static void check_privacy(const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	for (size_t i = 0; i < letter->nblocked; i++)
		for (const struct block *b = letter->blocked[i]->blocks; b; b = b->next)
			if (has_card(b->reason))
				lint_report(lint, 24, b->span, b->reason);
}

void lint_facts_check(struct arena *job, const struct lint *lint)
{
	check_name(job, lint);
	if (!lint->document->letter)
		return;
	check_amounts(job, lint);
	check_fee(job, lint);
	check_deadline(job, lint);
	check_interval(job, lint);
	check_invoices(job, lint);
	check_privacy(lint);
}

/* ---- conditions ---- */

static bool is_barred(const struct lint *lint)
{
	const struct letter *letter = lint->document->letter;
	const struct node *node =
		node_find(lint->rules->years, customer_of(lint)->country);
	if (!node)
		return false;
	int years = (int)decimal_from_str(node->text, 0, false, 100).value;
	date as_of = lint->document->escalation->account->as_of;
	for (size_t i = 0; i < letter->nlines; i++) {
		const struct item *item = letter->lines[i].item;
		date last = item->invoice->due;
		for (const struct allocation *a = item->allocations; a; a = a->next)
			if (a->date > last)
				last = a->date;
		if (date_add_months(last, 12 * years) < as_of)
			return true;
	}
	return false;
}

static bool is_short(const struct lint *lint)
{
	const struct customer *customer = customer_of(lint);
	date as_of = lint->document->escalation->account->as_of;
	date pay_by = lint->document->letter->pay_by;
	bool individual =
		customer->kind == KIND_CONSUMER || customer->kind == KIND_SOLE_TRADER;
	return individual && str_equal(customer->country, STR("GB")) &&
	       pay_by != DATE_NONE && pay_by - as_of < PRE_ACTION_DAYS;
}

static bool is_swiss(const struct lint *lint)
{
	struct span span;
	const struct ledger *ledger = lint->document->escalation->account->ledger;
	return str_equal(template_tag(ledger, customer_of(lint), &span), STR("de-CH"));
}

unsigned lint_facts_when(const struct lint *lint)
{
	unsigned when = 1u << LINT_ALWAYS;
	if (customer_of(lint)->kind == KIND_CONSUMER)
		when |= 1u << LINT_CONSUMER;
	if (lint->document->letter && is_barred(lint))
		when |= 1u << LINT_BARRED;
	if (lint->document->letter && is_short(lint))
		when |= 1u << LINT_SHORT;
	if (is_swiss(lint))
		when |= 1u << LINT_SWISS;
	return when;
}
