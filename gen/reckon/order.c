#include "reckon/order.h"

static int compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* With `invoice` first, larger first, then by number. */
static int credit_notes(const struct credit_note *a, const struct credit_note *b)
{
	int order = compare(a->invoice == NULL, b->invoice == NULL);
	if (order == 0)
		order = compare(b->amount, a->amount);
	return order != 0 ? order : str_compare(a->number, b->number);
}

/* With an amount before those without. */
static int write_offs(const struct event *a, const struct event *b)
{
	const struct write_off *x = a->record, *y = b->record;
	int order = compare(x->amount == MONEY_NONE, y->amount == MONEY_NONE);
	if (order == 0)
		order = compare((int64_t)a->place, (int64_t)b->place);
	return order != 0 ? order : compare(y->amount, x->amount);
}

static int fors(const struct payment *a, const struct payment *b)
{
	int order = 0;
	for (size_t i = 0; order == 0 && i < a->nfors && i < b->nfors; i++) {
		order = str_compare(a->fors[i].invoice->number,
				    b->fors[i].invoice->number);
		if (order == 0)
			order = compare(a->fors[i].amount, b->fors[i].amount);
	}
	return order != 0 ? order : compare((int64_t)a->nfors, (int64_t)b->nfors);
}

/* Those with `for`, those that name an invoice, the rest; larger first. */
static int class_of(const struct event *event)
{
	const struct payment *payment = event->record;
	return payment->nfors > 0 ? 0 : event->named.count > 0 ? 1 : 2;
}

static int payments(const struct event *a, const struct event *b)
{
	const struct payment *x = a->record, *y = b->record;
	int order = compare(class_of(a), class_of(b));
	if (order == 0)
		order = compare(y->amount, x->amount);
	if (order == 0)
		order = str_compare(x->rare->reference, y->rare->reference);
	return order != 0 ? order : fors(x, y);
}

int order_invoices(const struct invoice *a, const struct invoice *b)
{
	int order = compare(a->due, b->due);
	if (order == 0)
		order = compare(a->issued, b->issued);
	return order != 0 ? order : str_compare(a->number, b->number);
}

int order_events(const void *a, const void *b)
{
	const struct event *x = a, *y = b;
	int order = compare(x->date, y->date);
	if (order == 0)
		order = compare((int)x->kind, (int)y->kind);
	if (order != 0)
		return order;
	if (x->kind == EVENT_CREDIT_NOTE)
		return credit_notes(x->record, y->record);
	if (x->kind == EVENT_WRITE_OFF)
		return write_offs(x, y);
	if (x->kind == EVENT_PAYMENT || x->kind == EVENT_REFUND)
		return payments(x, y);
	order = compare((int64_t)x->place, (int64_t)y->place);
	return order != 0 ? order : compare((int64_t)x->part, (int64_t)y->part);
}

int order_plans(const void *a, const void *b)
{
	const struct plan_run *x = a, *y = b;
	int order = compare(x->plan->agreed, y->plan->agreed);
	return order != 0 ? order : str_compare(x->plan->id, y->plan->id);
}

int order_promises(const void *a, const void *b)
{
	const struct promise *x = ((const struct promise_run *)a)->status.promise;
	const struct promise *y = ((const struct promise_run *)b)->status.promise;
	int order = compare(x->made, y->made);
	if (order == 0)
		order = compare(x->by, y->by);
	return order != 0 ? order : compare(x->amount, y->amount);
}
