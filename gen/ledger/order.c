#include "ledger/order.h"

#include <stdlib.h>
#include <string.h>

static int by_number(int64_t a, int64_t b)
{
	return a < b ? -1 : a > b;
}

/* Customers are in their order already: comparing places is cheaper than ids. */
static int by_customer(const struct customer *a, const struct customer *b)
{
	return by_number(a ? (int64_t)a->index : -1, b ? (int64_t)b->index : -1);
}

static int by_currency(const struct currency *a, const struct currency *b)
{
	return a == b ? 0 : strcmp(a ? a->code : "", b ? b->code : "");
}

static int customers(const void *a, const void *b)
{
	const struct customer *const *x = a, *const *y = b;
	return str_compare((*x)->id, (*y)->id);
}

/* The first comparison that tells two apart. */
#define FIRST(order, comparison) ((order) ? (order) : (comparison))

static int invoices(const void *a, const void *b)
{
	const struct invoice *x = *(const struct invoice *const *)a;
	const struct invoice *y = *(const struct invoice *const *)b;
	int order = by_customer(x->customer, y->customer);
	order = FIRST(order, by_currency(x->currency, y->currency));
	order = FIRST(order, by_number(x->due, y->due));
	order = FIRST(order, by_number(x->issued, y->issued));
	return FIRST(order, str_compare(x->number, y->number));
}

static int credit_notes(const void *a, const void *b)
{
	const struct credit_note *x = *(const struct credit_note *const *)a;
	const struct credit_note *y = *(const struct credit_note *const *)b;
	int order = by_customer(x->customer, y->customer);
	order = FIRST(order, by_currency(x->currency, y->currency));
	order = FIRST(order, by_number(x->issued, y->issued));
	return FIRST(order, str_compare(x->number, y->number));
}

static struct str number_of(const struct payment_for *entry)
{
	return entry->invoice ? entry->invoice->number : (struct str){0};
}

static int fors(const struct payment *x, const struct payment *y)
{
	int order = by_number(x->for_map, y->for_map);
	for (size_t i = 0; i < x->nfors && i < y->nfors && !order; i++) {
		order = str_compare(number_of(&x->fors[i]), number_of(&y->fors[i]));
		order = FIRST(order, by_number(x->fors[i].amount, y->fors[i].amount));
	}
	return FIRST(order, by_number(x->nfors, y->nfors));
}

/* Rule 3: ties by amount descending, then reference, then `for`; then what is left. */
static int payments(const void *a, const void *b)
{
	const struct payment *x = *(const struct payment *const *)a;
	const struct payment *y = *(const struct payment *const *)b;
	int order = by_customer(x->customer, y->customer);
	order = FIRST(order, by_currency(x->currency, y->currency));
	order = FIRST(order, by_number(x->date, y->date));
	order = FIRST(order, by_number(y->amount, x->amount));
	order = FIRST(order, str_compare(x->rare->reference, y->rare->reference));
	order = FIRST(order, fors(x, y));
	order = FIRST(order, str_compare(x->rare->method, y->rare->method));
	return FIRST(order, by_number(x->returned, y->returned));
}

static int write_offs(const void *a, const void *b)
{
	const struct write_off *x = *(const struct write_off *const *)a;
	const struct write_off *y = *(const struct write_off *const *)b;
	int order = by_number(x->date, y->date);
	order = FIRST(order, str_compare(x->invoice_name.text, y->invoice_name.text));
	order = FIRST(order, by_number(y->amount, x->amount));
	return FIRST(order, str_compare(x->reason, y->reason));
}

static int plans(const void *a, const void *b)
{
	const struct plan *const *x = a, *const *y = b;
	return str_compare((*x)->id, (*y)->id);
}

static int names(const struct name_list *x, const struct name_list *y)
{
	int order = 0;
	for (size_t i = 0; i < x->count && i < y->count && !order; i++)
		order = str_compare(x->items[i].text, y->items[i].text);
	return FIRST(order, by_number((int64_t)x->count, (int64_t)y->count));
}

static int promises(const void *a, const void *b)
{
	const struct promise *x = *(const struct promise *const *)a;
	const struct promise *y = *(const struct promise *const *)b;
	int order = by_customer(x->customer, y->customer);
	order = FIRST(order, by_number(x->made, y->made));
	order = FIRST(order, by_number(x->by, y->by));
	order = FIRST(order, by_number(x->amount, y->amount));
	return FIRST(order, names(&x->invoice_names, &y->invoice_names));
}

static int entries(const void *a, const void *b)
{
	const struct log_entry *x = *(const struct log_entry *const *)a;
	const struct log_entry *y = *(const struct log_entry *const *)b;
	int order = by_customer(x->customer, y->customer);
	order = FIRST(order, by_number(x->date, y->date));
	order = FIRST(order, by_number(x->stage, y->stage));
	order = FIRST(order, names(&x->invoice_names, &y->invoice_names));
	order = FIRST(order, str_compare(x->rare->document, y->rare->document));
	order = FIRST(order, by_number(x->rare->fee, y->rare->fee));
	order = FIRST(order, by_number(x->channel, y->channel));
	order = FIRST(order, str_compare(x->rare->by, y->rare->by));
	return FIRST(order, str_compare(x->rare->note, y->rare->note));
}

static void *freeze(struct reading *reading, enum section section, size_t *count,
		    int (*compare)(const void *, const void *))
{
	const struct shelf *shelf = &reading->shelves[section];
	void **array = ARENA_ARRAY(reading->book, void *, shelf->count);
	for (size_t i = 0; i < shelf->count; i++)
		array[i] = shelf->records[i];
	*count = shelf->count;
	if (shelf->count)
		qsort(array, shelf->count, sizeof *array, compare);
	return array;
}

void order_freeze(struct reading *reading)
{
	struct ledger *to = reading->ledger;
	to->customers = freeze(reading, SECTION_CUSTOMERS, &to->ncustomers, customers);
	for (size_t i = 0; i < to->ncustomers; i++)
		to->customers[i]->index = (uint32_t)i;
	to->invoices = freeze(reading, SECTION_INVOICES, &to->ninvoices, invoices);
	to->credit_notes =
		freeze(reading, SECTION_CREDIT_NOTES, &to->ncredit_notes, credit_notes);
	to->payments = freeze(reading, SECTION_PAYMENTS, &to->npayments, payments);
	to->write_offs =
		freeze(reading, SECTION_WRITE_OFFS, &to->nwrite_offs, write_offs);
	to->plans = freeze(reading, SECTION_PLANS, &to->nplans, plans);
	to->promises = freeze(reading, SECTION_PROMISES, &to->npromises, promises);
	to->log = freeze(reading, SECTION_LOG, &to->nlog, entries);
}
