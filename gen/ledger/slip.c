#include "ledger/slip.h"

#define DIGITS_UP 3   /* significant ones, of a payment too large */
#define DIGITS_DOWN 4 /* too small: may be a part payment as well */

static const struct {
	money up, down; /* payment = invoice × up ÷ down */
	unsigned digits;
	const char *times;
} slips[] = {
	{10, 1, DIGITS_UP, "ten times"},
	{100, 1, DIGITS_UP, "a hundred times"},
	{1, 10, DIGITS_DOWN, "a tenth of"},
	{1, 100, DIGITS_DOWN, "a hundredth of"},
};

/* What the payment says it is for does not contradict. */
static bool may_be_for(const struct payment *payment, const struct invoice *invoice)
{
	if (invoice->issued == DATE_NONE || invoice->issued > payment->date)
		return false;
	return payment->nfors == 0 ||
	       (payment->nfors == 1 && payment->fors[0].invoice == invoice);
}

const struct invoice *slip_find(const struct tally *tally, const struct payment *payment,
				const char **times)
{
	if (payment->for_map || payment->amount > MONEY_LIMIT)
		return NULL;
	for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
		money amount = payment->amount * slips[i].down / slips[i].up;
		bool exact = amount * slips[i].up == payment->amount * slips[i].down;
		if (!exact || tally_digits(amount) < slips[i].digits ||
		    tally_find(&tally->payments, amount))
			continue;
		const struct tally_entry *entry = tally_find(&tally->invoices, amount);
		const struct invoice *invoice =
			entry ? tally->ledger->invoices[entry->index] : NULL;
		if (!invoice || !may_be_for(payment, invoice))
			continue;
		*times = slips[i].times;
		return invoice;
	}
	return NULL;
}

void slip_warn(struct reading *reading, const struct payment *payment,
	       const struct invoice *invoice, const char *times)
{
	struct buf amount = buf_new(reading->scratch, 0);
	money_put(&amount, invoice->amount, invoice->currency->decimals);
	struct notice *notice =
		NOTICE(reading->notices, PAYMENT_SLIP, PLACE_OF(payment, amount_at),
		       times, STR_ARG(invoice->number), STR_ARG(buf_str(&amount)));
	struct buf paid = buf_new(reading->scratch, 0);
	money_put(&paid, payment->amount, payment->currency->decimals);
	notice_help(
		reading->notices, notice,
		"write amount: %.*s; or, if it is right, for: {%.*s: %.*s}",
		STR_ARG(buf_str(&amount)), STR_ARG(invoice->number),
		STR_ARG(buf_str(payment->amount < invoice->amount ? &paid : &amount)));
	notice_note(reading->notices, notice, PLACE_OF(invoice, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(invoice->number));
}
