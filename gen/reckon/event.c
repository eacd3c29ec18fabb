#include "reckon/event.h"

#include <stdlib.h>

#include "reckon/movement.h"
#include "reckon/order.h"
#include "reckon/plan.h"

struct builder {
	struct replay *replay;
	const struct account_key *key;
	struct event_list list;
	size_t room;
	struct reference *index; /* of invoice numbers, once a reference asks for it */
};

static void add(struct builder *b, struct event event)
{
	struct event_list *list = &b->list;
	if (event.date > b->replay->as_of)
		return;
	if (list->count == b->room) {
		size_t wanted = b->room == 0 ? 64 : 2 * b->room;
		list->items = arena_grow(b->replay->arena, list->items, b->room, wanted,
					 sizeof *list->items);
		b->room = wanted;
	}
	list->items[list->count++] = event;
}

static void add_disputes(struct builder *b, struct debt *debt)
{
	const struct invoice *invoice = debt->item.invoice;
	for (size_t i = 0; i < invoice->rare->ndisputes; i++) {
		const struct dispute *dispute = &invoice->rare->disputes[i];
		struct event event = {
			.kind = EVENT_DISPUTE, .date = dispute->since, .debt = debt};
		event.record = dispute;
		add(b, event);
		event.kind = EVENT_DISPUTE_END;
		event.date = dispute->until == DATE_LAST ? DATE_LAST : dispute->until + 1;
		add(b, event);
	}
}

static void add_invoice(struct builder *b, struct debt *debt)
{
	const struct invoice *invoice = debt->item.invoice;
	int32_t grace = debt->item.policy->grace_days;
	struct event event = {.debt = debt, .place = debt->place, .record = invoice};
	event.kind = EVENT_INVOICE;
	event.date = invoice->issued;
	add(b, event);
	event.kind = EVENT_OVERDUE;
	event.date = invoice->due + (grace > 0 ? grace : 0);
	if (event.date < b->replay->as_of) /* counts from the day after (rule 12) */
		add(b, event);
	event.kind = EVENT_OPENING;
	event.date = invoice->rare->opening.as_of;
	if (invoice->rare->opening.span.file != 0)
		add(b, event);
	event.kind = EVENT_WAIVE;
	for (size_t i = 0; i < invoice->rare->nwaives; i++) {
		event.date = invoice->rare->waives[i].date;
		event.record = &invoice->rare->waives[i];
		add(b, event);
	}
	add_disputes(b, debt);
}

static date latest(date a, date b)
{
	return a > b ? a : b;
}

static date earliest(date a, date b)
{
	return a < b ? a : b;
}

static void add_credit_note(struct builder *b, const struct credit_note *note)
{
	struct event event = {.kind = EVENT_CREDIT_NOTE, .record = note};
	if (note->issued > b->replay->as_of)
		return;
	event.date = note->effective == DATE_NONE ? note->issued : note->effective;
	if (note->invoice != NULL) {
		event.date = latest(event.date, note->invoice->issued);
		event.debt =
			debt_find(b->replay->debts, b->replay->ndebts, note->invoice);
	}
	add(b, event);
}

static void add_write_off(struct builder *b, const struct write_off *off)
{
	struct event event = {.kind = EVENT_WRITE_OFF, .date = off->date, .record = off};
	event.debt = debt_find(b->replay->debts, b->replay->ndebts, off->invoice);
	event.place = event.debt->place;
	add(b, event);
}

static void add_payment(struct builder *b, const struct payment *payment)
{
	struct event event = {.date = payment->date, .record = payment};
	event.kind = payment->amount < 0 ? EVENT_REFUND : EVENT_PAYMENT;
	if (payment->rare->reference.len > 0 && b->index == NULL)
		b->index = mention_index(b->replay);
	if (payment->rare->reference.len > 0)
		event.named = mention_find(b->replay->arena, b->index,
					   payment->rare->reference, payment->date);
	add(b, event);
}

/* Rule 7: as if never made; statements list both lines. */
static void add_returned(struct builder *b, const struct payment *payment)
{
	struct movement movement = {.date = payment->date,
				    .kind = MOVEMENT_PAYMENT,
				    .reference = payment->rare->reference,
				    .amount = -payment->amount,
				    .span = payment->span};
	movement_add(b->replay, &movement);
	movement.date = payment->returned;
	movement.kind = MOVEMENT_RETURNED;
	movement.amount = payment->amount;
	movement_add(b->replay, &movement);
}

static void add_payments(struct builder *b)
{
	const void *const *rows = b->key->rows[ACCOUNT_PAYMENTS];
	for (size_t i = 0; i < b->key->counts[ACCOUNT_PAYMENTS]; i++) {
		const struct payment *payment = rows[i];
		bool returned = payment->returned != DATE_NONE &&
				payment->returned <= b->replay->as_of;
		if (payment->date > b->replay->as_of)
			continue;
		if (returned)
			add_returned(b, payment);
		else
			add_payment(b, payment);
	}
}

static void add_plans(struct builder *b)
{
	for (size_t i = 0; i < b->replay->nplans; i++) {
		struct plan_run *run = &b->replay->plans[i];
		struct event event = {.kind = EVENT_PLAN, .place = i};
		event.date = run->plan->agreed;
		add(b, event);
		event.kind = EVENT_DIVIDE;
		add(b, event);
		event.kind = EVENT_INSTALMENT;
		for (event.part = 0; event.part < run->status.ninstalments;
		     event.part++) {
			date due = run->status.instalments[event.part].due;
			event.date = plan_check_day(run->plan, due);
			add(b, event);
		}
	}
}

static void add_promises(struct builder *b)
{
	for (size_t i = 0; i < b->replay->npromises; i++) {
		const struct promise *promise = b->replay->promises[i].status.promise;
		struct event event = {.kind = EVENT_PROMISE, .place = i};
		event.date = promise->made;
		add(b, event);
		event.kind = EVENT_PROMISE_END;
		event.date = latest(promise->by, promise->made);
		add(b, event);
	}
}

static void add_log(struct builder *b)
{
	for (size_t i = 0; i < b->key->counts[ACCOUNT_LOG]; i++) {
		const struct log_entry *entry = b->key->rows[ACCOUNT_LOG][i];
		struct event event = {
			.kind = EVENT_LOG, .date = entry->date, .record = entry};
		if (entry->date < b->replay->as_of) /* rule 1 */
			add(b, event);
	}
}

/* Lays the events of each day side by side; `starts` has a place for each day and one
 * more.
 */
static struct event *deal(struct arena *arena, const struct event_list *list, date first,
			  size_t *starts, size_t ndays)
{
	struct event *dealt = ARENA_ARRAY(arena, struct event, list->count);
	for (size_t i = 0; i < list->count; i++)
		starts[list->items[i].date - first + 1]++;
	for (size_t day = 1; day <= ndays; day++)
		starts[day] += starts[day - 1];
	for (size_t i = 0; i < list->count; i++)
		dealt[starts[list->items[i].date - first]++] = list->items[i];
	return dealt;
}

/* By day first, so that the cost grows with the events and no faster; then each day. */
static void sort(struct builder *b)
{
	struct event_list *list = &b->list;
	date first = DATE_LAST, last = DATE_NONE;
	for (size_t i = 0; i < list->count; i++) {
		first = earliest(first, list->items[i].date);
		last = latest(last, list->items[i].date);
	}
	size_t ndays = (size_t)(last - first) + 1;
	if (list->count < ndays) {
		/* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): no events */
		qsort(list->items, list->count, sizeof *list->items, order_events);
		return;
	}
	struct arena *arena = b->replay->arena;
	size_t *ends = ARENA_ARRAY(arena, size_t, ndays + 1);
	list->items = deal(arena, list, first, ends, ndays);
	for (size_t day = 0, start = 0; day < ndays; start = ends[day++])
		if (ends[day] > start + 1)
			qsort(&list->items[start], ends[day] - start, sizeof *list->items,
			      order_events);
}

struct event_list event_list_new(struct replay *r, const struct account_key *key)
{
	struct builder b = {.replay = r, .key = key};
	struct civil c = civil_from_date(r->as_of);
	for (size_t i = 0; i < r->ndebts; i++)
		if (r->debts[i].item.invoice->issued <= r->as_of)
			add_invoice(&b, &r->debts[i]);
	for (size_t i = 0; i < key->counts[ACCOUNT_CREDIT_NOTES]; i++)
		add_credit_note(&b, key->rows[ACCOUNT_CREDIT_NOTES][i]);
	for (size_t i = 0; i < key->counts[ACCOUNT_WRITE_OFFS]; i++)
		add_write_off(&b, key->rows[ACCOUNT_WRITE_OFFS][i]);
	add_payments(&b);
	add_plans(&b);
	add_promises(&b);
	add_log(&b);
	add(&b, (struct event){.kind = EVENT_MONTH_END,
			       .date = date_from_civil(c.year, c.month, 1) - 1});
	sort(&b);
	return b.list;
}
