#include "ledger/stranger.h"

#include <stdlib.h>
#include <string.h>

#include "ledger/reference.h"
#include "ledger/tally.h"

#define DIGITS 4      /* significant ones: rounder amounts meet by chance */
#define OWN_MOST 1000 /* invoices of one customer whose names are searched */

bool stranger_may_be(const struct payment *payment)
{
	return payment->nfors == 0 && payment->amount > 0 &&
	       payment->returned == DATE_NONE && tally_digits(payment->amount) >= DIGITS;
}

void stranger_put(struct reading *reading, struct strangers *strangers,
		  const struct payment *payment)
{
	if (strangers->count == strangers->room) {
		size_t room = strangers->room ? strangers->room * 2 : 64;
		strangers->items =
			arena_grow(reading->desk, strangers->items, strangers->room, room,
				   sizeof *strangers->items);
		strangers->room = room;
	}
	strangers->items[strangers->count++] = (struct stranger){payment, NULL, 0};
}

static int compare(money amount, const struct currency *currency,
		   const struct stranger *stranger)
{
	const struct payment *payment = stranger->payment;
	if (amount != payment->amount)
		return amount < payment->amount ? -1 : 1;
	return strcmp(currency->code, payment->currency->code);
}

static int by_amount(const void *a, const void *b)
{
	const struct stranger *x = a, *y = b;
	int order = compare(x->payment->amount, x->payment->currency, y);
	if (order || x->payment == y->payment)
		return order;
	return x->payment->customer->index < y->payment->customer->index ? -1 : 1;
}

/* The candidates that have the invoice's amount are side by side. */
static void match(struct strangers *strangers, const struct invoice *invoice)
{
	size_t low = 0, high = strangers->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(invoice->amount, invoice->currency,
			    &strangers->items[middle]) > 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < strangers->count &&
	       compare(invoice->amount, invoice->currency, &strangers->items[low]) == 0;
	     low++) {
		strangers->items[low].invoice = invoice;
		strangers->items[low].matches++;
	}
}

/* Where the account of an invoice begins among the payments. */
static size_t payments_of(const struct ledger *ledger, const struct customer *customer)
{
	size_t low = 0, high = ledger->npayments;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct customer *at = ledger->payments[middle]->customer;
		if (!at || at->index < customer->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool pays(const struct payment *payment, const struct invoice *invoice)
{
	if (payment->amount == invoice->amount)
		return true;
	for (size_t i = 0; i < payment->nfors; i++)
		if (payment->fors[i].invoice == invoice)
			return true;
	return false;
}

static bool is_paid(const struct ledger *ledger, const struct invoice *invoice)
{
	for (size_t i = payments_of(ledger, invoice->customer);
	     i < ledger->npayments && ledger->payments[i]->customer == invoice->customer;
	     i++)
		if (pays(ledger->payments[i], invoice))
			return true;
	return false;
}

/* The reference names an invoice of the payment's own customer: a part of that one. */
static bool names_own(struct reading *reading, const struct payment *payment)
{
	const struct ledger *ledger = reading->ledger;
	size_t low = 0, high = ledger->ninvoices, count = 0;
	if (payment->rare->reference.len == 0)
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct customer *at = ledger->invoices[middle]->customer;
		if (!at || at->index < payment->customer->index)
			low = middle + 1;
		else
			high = middle;
	}
	struct reference *own = reference_new(reading->scratch, OWN_MOST);
	for (; low < ledger->ninvoices &&
	       ledger->invoices[low]->customer == payment->customer;
	     low++) {
		if (++count > OWN_MOST)
			return true;
		reference_add(own, ledger->invoices[low]->number, ledger->invoices[low]);
	}
	reference_search(reading->scratch, own, payment->rare->reference,
			 (struct reference_filter){0}, &count);
	return count > 0;
}

static void warn(struct reading *reading, const struct stranger *stranger)
{
	const struct payment *payment = stranger->payment;
	const struct invoice *invoice = stranger->invoice;
	struct notice *notice =
		NOTICE(reading->notices, PAYMENT_ELSEWHERE, PLACE_OF(payment, amount_at),
		       STR_ARG(payment->customer->id), STR_ARG(invoice->number),
		       STR_ARG(invoice->customer->id));
	notice_help(
		reading->notices, notice,
		"if it is theirs, write customer: %.*s; if not, name what it pays under for:",
		STR_ARG(invoice->customer->id));
	notice_note(reading->notices, notice, PLACE_OF(invoice, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(invoice->number));
}

void stranger_warn(struct reading *reading, struct strangers *strangers)
{
	const struct ledger *ledger = reading->ledger;
	if (!strangers->count)
		return;
	qsort(strangers->items, strangers->count, sizeof *strangers->items, by_amount);
	for (size_t i = 0; i < ledger->ninvoices; i++)
		match(strangers, ledger->invoices[i]);
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < strangers->count; i++) {
		const struct stranger *stranger = &strangers->items[i];
		const struct invoice *invoice = stranger->invoice;
		if (stranger->matches != 1 ||
		    invoice->customer == stranger->payment->customer ||
		    invoice->issued > stranger->payment->date ||
		    is_paid(ledger, invoice) || names_own(reading, stranger->payment))
			continue;
		warn(reading, stranger);
		arena_rewind(reading->scratch, mark);
	}
}
