#include "ledger/tally.h"

#include <stdlib.h>
#include <string.h>

static int by_amount(const void *a, const void *b)
{
	const struct tally_entry *x = a, *y = b;
	if (x->amount != y->amount)
		return x->amount < y->amount ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* The order of accounts in a frozen ledger: by customer, then by the currency's code. */
static int compare(const struct invoice *invoice, const struct payment *payment)
{
	if (invoice->customer != payment->customer) {
		if (!invoice->customer)
			return -1;
		return invoice->customer->index < payment->customer->index ? -1 : 1;
	}
	if (invoice->currency == payment->currency)
		return 0;
	return strcmp(invoice->currency ? invoice->currency->code : "",
		      payment->currency->code);
}

static void sort(struct tally_list *list)
{
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, by_amount);
}

static void take_payments(struct tally *tally, const struct payment *first)
{
	const struct ledger *ledger = tally->ledger;
	size_t to = tally->next_payment;
	while (to < ledger->npayments &&
	       ledger->payments[to]->customer == first->customer &&
	       ledger->payments[to]->currency == first->currency)
		to++;
	struct tally_list *list = &tally->payments;
	list->count = to - tally->next_payment;
	list->items = ARENA_ARRAY(tally->scratch, struct tally_entry, list->count);
	for (size_t i = 0; i < list->count; i++, tally->next_payment++)
		list->items[i] = (struct tally_entry){
			ledger->payments[tally->next_payment]->amount,
			(uint32_t)tally->next_payment};
	sort(list);
}

static void take_invoices(struct tally *tally, const struct payment *first)
{
	const struct ledger *ledger = tally->ledger;
	size_t *next = &tally->next_invoice;
	while (*next < ledger->ninvoices && compare(ledger->invoices[*next], first) < 0)
		++*next;
	size_t to = *next;
	while (to < ledger->ninvoices && compare(ledger->invoices[to], first) == 0)
		to++;
	struct tally_list *list = &tally->invoices;
	list->count = to - *next;
	list->items = ARENA_ARRAY(tally->scratch, struct tally_entry, list->count);
	for (size_t i = 0; i < list->count; i++, ++*next)
		list->items[i] = (struct tally_entry){ledger->invoices[*next]->amount,
						      (uint32_t)*next};
	sort(list);
}

struct tally tally_new(struct reading *reading)
{
	return (struct tally){.ledger = reading->ledger, .scratch = reading->scratch};
}

bool tally_next(struct tally *tally)
{
	const struct ledger *ledger = tally->ledger;
	size_t *next = &tally->next_payment;
	while (*next < ledger->npayments &&
	       (!ledger->payments[*next]->customer || !ledger->payments[*next]->currency))
		++*next;
	if (*next == ledger->npayments)
		return false;
	const struct payment *first = ledger->payments[*next];
	take_payments(tally, first);
	take_invoices(tally, first);
	return true;
}

const struct tally_entry *tally_find(const struct tally_list *list, money amount)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (list->items[middle].amount < amount)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < list->count && list->items[low].amount == amount;
	return found ? &list->items[low] : NULL;
}

unsigned tally_digits(money amount)
{
	unsigned digits = 0;
	while (amount && amount % 10 == 0)
		amount /= 10;
	for (; amount; amount /= 10)
		digits++;
	return digits;
}
