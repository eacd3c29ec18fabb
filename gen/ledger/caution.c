#include "ledger/caution.h"

#include "ledger/policy.h"

#define LATE_INVOICE_DAYS 30 /* from delivery to invoice: later is worth a word */
#define PRE_ACTION_DAYS 30   /* England and Wales, letters of claim to individuals */

static struct str day_text(struct reading *reading, date day)
{
	struct buf buf = buf_new(reading->scratch, 0);
	date_put(&buf, day);
	return buf_str(&buf);
}

/* ---- errors ---- */

static void check_kind(struct reading *reading, const struct invoice *invoice)
{
	const struct customer *customer = invoice->customer;
	if (customer->kind != KIND_NONE || !policy_charges(invoice->policy) ||
	    reading->lost[SECTION_DEFAULTS])
		return;
	struct notice *notice =
		NOTICE(reading->notices, KIND_MISSING, customer->span,
		       STR_ARG(customer->id), STR_ARG(invoice->policy->name));
	notice_help(
		reading->notices, notice,
		"add kind: business (or sole-trader, consumer, public) to it, or to 'defaults'");
}

/* ---- warnings ---- */

static void warn_consumer(struct reading *reading, const struct invoice *invoice)
{
	const struct policy *policy = invoice->policy;
	const struct customer *customer = invoice->customer;
	if (customer->kind != KIND_CONSUMER || policy->kind != KIND_BUSINESS)
		return;
	struct notice *notice = NOTICE(reading->notices, CONSUMER_POLICY, customer->span,
				       STR_ARG(customer->id), STR_ARG(policy->name));
	notice_help(
		reading->notices, notice,
		"nothing is charged to a consumer under it: write policy: plain, or one for consumers");
}

/* Individuals have 30 days to answer a letter of claim in England and Wales. */
static void warn_deadline(struct reading *reading, const struct invoice *invoice)
{
	const struct policy *policy = invoice->policy;
	const struct customer *customer = invoice->customer;
	bool individual =
		customer->kind == KIND_CONSUMER || customer->kind == KIND_SOLE_TRADER;
	if (!individual || !str_equal(customer->country, STR("GB")))
		return;
	for (size_t i = 0; i < policy->nstages; i++) {
		const struct stage *stage = &policy->stages[i];
		if (!stage->final || stage->deadline < 0 ||
		    stage->deadline >= PRE_ACTION_DAYS)
			continue;
		struct notice *notice =
			NOTICE(reading->notices, DEADLINE_SHORT, customer->span,
			       STR_ARG(customer->id), (int)stage->deadline,
			       STR_ARG(policy->name));
		notice_help(
			reading->notices, notice,
			"individuals have 30 days to answer: write policy: gb-sole-trader, or deadline: 30");
	}
}

static void warn_valid(struct reading *reading, const struct invoice *invoice)
{
	const struct policy *policy = invoice->policy;
	bool early =
		policy->valid_from != DATE_NONE && invoice->issued < policy->valid_from;
	bool late =
		policy->valid_until != DATE_NONE && invoice->issued > policy->valid_until;
	if (!early && !late)
		return;
	struct str day =
		day_text(reading, early ? policy->valid_from : policy->valid_until);
	struct notice *notice = NOTICE(reading->notices, POLICY_VALID, invoice->span,
				       STR_ARG(invoice->number), STR_ARG(policy->name),
				       early ? "from" : "until", STR_ARG(day));
	notice_help(
		reading->notices, notice,
		"check its law and rates for that day, then extend it with valid: of your own");
}

static void warn_delivery(struct reading *reading, const struct invoice *invoice)
{
	if (invoice->rare->delivered == DATE_NONE ||
	    invoice->issued - invoice->rare->delivered <= LATE_INVOICE_DAYS)
		return;
	struct notice *notice = NOTICE(reading->notices, INVOICE_LATE, invoice->span,
				       STR_ARG(invoice->number),
				       (int)(invoice->issued - invoice->rare->delivered));
	notice_help(reading->notices, notice,
		    "invoice promptly: what is asked late is paid late");
}

static void warn_holds(struct reading *reading, const struct hold *holds, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (holds[i].until == DATE_LAST || holds[i].until >= reading->as_of)
			continue;
		struct str day = day_text(reading, holds[i].until);
		struct notice *notice = NOTICE(reading->notices, HOLD_EXPIRED,
					       holds[i].span, STR_ARG(day));
		notice_help(reading->notices, notice,
			    "take it out, or write a later until:");
	}
}

static void warn_disputes(struct reading *reading, const struct invoice *invoice)
{
	for (size_t i = 0; i < invoice->rare->ndisputes; i++) {
		const struct dispute *dispute = &invoice->rare->disputes[i];
		if (dispute->until != DATE_LAST || dispute->since > reading->as_of)
			continue;
		struct notice *notice = NOTICE(reading->notices, DISPUTE_OPEN,
					       dispute->span, STR_ARG(invoice->number));
		notice_help(
			reading->notices, notice,
			"add until: once it is settled; nothing disputed is demanded before");
	}
}

static void warn_payments_to(struct reading *reading)
{
	const struct creditor *creditor = &reading->ledger->creditor;
	if (creditor->span.file == 0 || creditor->payments_to.count ||
	    reading->lost[SECTION_CREDITOR])
		return;
	struct str day = day_text(reading, reading->as_of);
	struct notice *notice =
		NOTICE_PLAIN(reading->notices, PAYMENTS_TO_MISSING, creditor->span);
	notice_help(reading->notices, notice,
		    "add payments_to: %.*s, the day up to which the bank has been read",
		    STR_ARG(day));
}

/* A notice was made about it: what it seems to say may come of that. */
static bool is_flawed(const struct reading *reading, enum section section, struct str id)
{
	return map_find(&reading->broken[section], id) != NULL;
}

/* The same pair of customer and policy says the same thing each time. */
static bool is_new_pair(const struct invoice *before, const struct invoice *invoice)
{
	return !before || before->customer != invoice->customer ||
	       before->policy != invoice->policy || before->currency != invoice->currency;
}

static void check_invoice(struct reading *reading, const struct invoice *before,
			  const struct invoice *invoice)
{
	if (is_flawed(reading, SECTION_INVOICES, invoice->number))
		return;
	warn_delivery(reading, invoice);
	if (reading->as_of != DATE_NONE) {
		warn_holds(reading, invoice->rare->holds, invoice->rare->nholds);
		warn_disputes(reading, invoice);
	}
	if (!invoice->policy || !invoice->customer || !invoice->currency)
		return;
	warn_valid(reading, invoice);
	if (!is_new_pair(before, invoice))
		return;
	check_kind(reading, invoice);
	warn_consumer(reading, invoice);
	warn_deadline(reading, invoice);
}

void caution_check(struct reading *reading)
{
	const struct ledger *ledger = reading->ledger;
	const struct invoice *before = NULL;
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < ledger->ninvoices; i++) {
		check_invoice(reading, before, ledger->invoices[i]);
		before = ledger->invoices[i];
		arena_rewind(reading->scratch, mark);
	}
	if (reading->as_of == DATE_NONE)
		return;
	warn_payments_to(reading);
	for (size_t i = 0; i < ledger->ncustomers; i++) {
		const struct customer *customer = ledger->customers[i];
		if (!is_flawed(reading, SECTION_CUSTOMERS, customer->id))
			warn_holds(reading, customer->rare->holds,
				   customer->rare->nholds);
	}
	arena_rewind(reading->scratch, mark);
}
