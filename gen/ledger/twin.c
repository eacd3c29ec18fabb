#include "ledger/twin.h"

static bool have_same_fors(const struct payment *a, const struct payment *b)
{
	if (a->nfors != b->nfors || a->for_map != b->for_map)
		return false;
	for (size_t i = 0; i < a->nfors; i++)
		if (!a->fors[i].invoice || a->fors[i].invoice != b->fors[i].invoice ||
		    a->fors[i].amount != b->fors[i].amount)
			return false;
	return true;
}

/* What bounced and was presented again is no twin. */
static bool are_twins(const struct payment *a, const struct payment *b)
{
	return a->date == b->date && a->customer == b->customer &&
	       a->amount == b->amount && a->currency == b->currency &&
	       a->returned == DATE_NONE && b->returned == DATE_NONE &&
	       str_equal(a->rare->reference, b->rare->reference) && have_same_fors(a, b);
}

static bool is_later(struct span a, struct span b)
{
	return a.file != b.file ? a.file > b.file : a.at > b.at;
}

static void warn(struct reading *reading, const struct payment *a,
		 const struct payment *b)
{
	bool swapped = is_later(a->span, b->span);
	const struct payment *first = swapped ? b : a, *second = swapped ? a : b;
	struct notice *notice = NOTICE(reading->notices, PAYMENT_TWICE, second->span,
				       STR_ARG(second->customer->id));
	notice_help(reading->notices, notice,
		    "take one of them out, or give each its own reference:");
	notice_note(reading->notices, notice, first->span, "the other one stands here");
}

void twin_check(struct reading *reading)
{
	const struct ledger *ledger = reading->ledger;
	for (size_t i = 1; i < ledger->npayments; i++) {
		const struct payment *a = ledger->payments[i - 1];
		const struct payment *b = ledger->payments[i];
		if (a->customer && a->date != DATE_NONE && a->amount != MONEY_NONE &&
		    are_twins(a, b))
			warn(reading, a, b);
	}
}
