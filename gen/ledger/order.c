#include "ledger/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/crew.h"

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

/* ---- sorting ---- */

/* Whose a record is; NULL: nobody's. */
typedef const struct customer *owner_of(const void *record);

static const struct customer *of_invoice(const void *record)
{
	return ((const struct invoice *)record)->customer;
}

static const struct customer *of_credit_note(const void *record)
{
	return ((const struct credit_note *)record)->customer;
}

static const struct customer *of_payment(const void *record)
{
	return ((const struct payment *)record)->customer;
}

static const struct customer *of_promise(const void *record)
{
	return ((const struct promise *)record)->customer;
}

static const struct customer *of_entry(const void *record)
{
	return ((const struct log_entry *)record)->customer;
}

/* A shelf on its way into the ledger. */
struct lot {
	const struct shelf *shelf;
	void **array; /* what becomes of it, on the book */
	size_t ncustomers;
	owner_of *owner; /* NULL: the order does not begin with the customer */
	int (*compare)(const void *, const void *);
};

/* Most come in their order: a look tells. */
static void sort(void **array, size_t count, int (*compare)(const void *, const void *))
{
	size_t i = 1;
	while (i < count && compare(&array[i - 1], &array[i]) <= 0)
		i++;
	if (i < count)
		qsort(array, count, sizeof *array, compare);
}

static size_t pile_of(const struct lot *lot, const void *record)
{
	const struct customer *customer = lot->owner(record);
	return customer ? (size_t)customer->index + 1 : 0;
}

/* Dealt out to the customers first, nobody's before all: what is left to sort is short.
 */
static void deal(const struct lot *lot)
{
	const struct shelf *shelf = lot->shelf;
	size_t npiles = lot->ncustomers + 1;
	struct arena *arena = arena_new(0);
	size_t *ends = ARENA_ARRAY(arena, size_t, npiles + 1);
	for (size_t i = 0; i < shelf->count; i++)
		ends[pile_of(lot, shelf->records[i]) + 1]++;
	for (size_t i = 0; i < npiles; i++)
		ends[i + 1] += ends[i];
	for (size_t i = 0; i < shelf->count; i++)
		lot->array[ends[pile_of(lot, shelf->records[i])]++] = shelf->records[i];
	for (size_t i = 0, from = 0; i < npiles; from = ends[i++])
		sort(lot->array + from, ends[i] - from, lot->compare);
	arena_free(arena);
}

static void settle(void *subject, unsigned worker, size_t job)
{
	const struct lot *lot = (const struct lot *)subject + job;
	(void)worker;
	if (lot->owner) {
		deal(lot);
		return;
	}
	for (size_t i = 0; i < lot->shelf->count; i++)
		lot->array[i] = lot->shelf->records[i];
	sort(lot->array, lot->shelf->count, lot->compare);
}

static struct lot lot_of(struct reading *reading, enum section section, size_t *count,
			 owner_of *owner, int (*compare)(const void *, const void *))
{
	const struct shelf *shelf = &reading->shelves[section];
	*count = shelf->count;
	return (struct lot){shelf, ARENA_ARRAY(reading->book, void *, shelf->count),
			    reading->ledger->ncustomers, owner, compare};
}

static void freeze_customers(struct reading *reading)
{
	struct ledger *to = reading->ledger;
	struct lot lot =
		lot_of(reading, SECTION_CUSTOMERS, &to->ncustomers, NULL, customers);
	settle(&lot, 0, 0);
	to->customers = (struct customer **)lot.array;
	for (size_t i = 0; i < to->ncustomers; i++)
		to->customers[i]->index = (uint32_t)i;
}

void order_freeze(struct reading *reading)
{
	struct ledger *to = reading->ledger;
	freeze_customers(reading);
	struct lot lots[] = {
		lot_of(reading, SECTION_INVOICES, &to->ninvoices, of_invoice, invoices),
		lot_of(reading, SECTION_PAYMENTS, &to->npayments, of_payment, payments),
		lot_of(reading, SECTION_CREDIT_NOTES, &to->ncredit_notes, of_credit_note,
		       credit_notes),
		lot_of(reading, SECTION_WRITE_OFFS, &to->nwrite_offs, NULL, write_offs),
		lot_of(reading, SECTION_PLANS, &to->nplans, NULL, plans),
		lot_of(reading, SECTION_PROMISES, &to->npromises, of_promise, promises),
		lot_of(reading, SECTION_LOG, &to->nlog, of_entry, entries),
	};
	to->invoices = (struct invoice **)lots[0].array;
	to->payments = (struct payment **)lots[1].array;
	to->credit_notes = (struct credit_note **)lots[2].array;
	to->write_offs = (struct write_off **)lots[3].array;
	to->plans = (struct plan **)lots[4].array;
	to->promises = (struct promise **)lots[5].array;
	to->log = (struct log_entry **)lots[6].array;
	crew_run(reading->workers, sizeof lots / sizeof *lots, settle, lots);
}
