#include "ledger/event.h"

#include "ledger/party.h"
#include "ledger/roll.h"

const struct invoice **event_invoices(struct reading *reading,
				      const struct name_list *names, const char *who)
{
	const struct invoice **invoices =
		ARENA_ARRAY(reading->book, const struct invoice *, names->count);
	for (size_t i = 0; i < names->count; i++)
		invoices[i] = roll_call(reading, SECTION_INVOICES, &names->items[i], who);
	return invoices;
}

static bool check_owner(struct reading *reading, const char *who,
			const struct customer *customer, const struct name *name,
			const struct invoice *invoice)
{
	if (!customer || !invoice || !invoice->customer || invoice->customer == customer)
		return true;
	struct notice *notice = NOTICE(reading->notices, INVOICE_OTHERS, name->span, who,
				       STR_ARG(customer->id), STR_ARG(invoice->number),
				       STR_ARG(invoice->customer->id));
	notice_help(reading->notices, notice, "write one %s for each customer", who);
	notice_note(reading->notices, notice, PLACE_OF(invoice, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(invoice->number));
	return false;
}

static void report_mixed(struct reading *reading, const char *who,
			 const struct name *name, const struct invoice *first,
			 const struct invoice *invoice, const char *what)
{
	struct notice *notice =
		NOTICE(reading->notices, INVOICES_MIXED, name->span,
		       STR_ARG(first->number), STR_ARG(invoice->number), who, what);
	notice_help(reading->notices, notice, "write one %s for each %s", who, what);
}

bool event_share(struct reading *reading, const char *who,
		 const struct customer *customer, const struct name_list *names,
		 const struct invoice *const *invoices)
{
	const struct invoice *first = NULL;
	for (size_t i = 0; i < names->count; i++) {
		const struct invoice *invoice = invoices[i];
		const struct name *name = &names->items[i];
		if (!check_owner(reading, who, customer, name, invoice))
			return false;
		if (!first)
			first = invoice;
		bool same = !invoice || !invoice->currency || !first->currency ||
			    invoice->currency == first->currency;
		if (same)
			continue;
		report_mixed(reading, who, name, first, invoice, "currency");
		return false;
	}
	return true;
}

static void resolve_credit_note(struct reading *reading, struct credit_note *note)
{
	static const char who[] = "credit note";
	note->customer = roll_call(reading, SECTION_CUSTOMERS, &note->customer_name, who);
	note->invoice = roll_call(reading, SECTION_INVOICES, &note->invoice_name, who);
	if (!note->currency && note->invoice)
		note->currency = note->invoice->currency;
	if (!note->currency && note->customer)
		note->currency = note->customer->currency;
	check_owner(reading, who, note->customer, &note->invoice_name, note->invoice);
	party_dates(reading, note->span, "effective", note->effective, "issued",
		    note->issued);
	bool differs = note->invoice && note->invoice->currency && note->currency &&
		       note->invoice->currency != note->currency;
	if (!differs)
		return;
	struct notice *notice =
		NOTICE(reading->notices, CREDIT_CURRENCY, note->invoice_name.span,
		       STR_ARG(note->number), note->currency->code,
		       STR_ARG(note->invoice->number), note->invoice->currency->code);
	notice_help(reading->notices, notice, "write currency: %s, or leave it out",
		    note->invoice->currency->code);
}

static void resolve_write_off(struct reading *reading, struct write_off *write_off)
{
	write_off->invoice = roll_call(reading, SECTION_INVOICES,
				       &write_off->invoice_name, "write-off");
}

/* Listed instalments, or first, every and count: one of the two, and whole. */
static void check_plan(struct reading *reading, const struct plan *plan)
{
	bool listed = plan->ninstalments > 0;
	int parts = (plan->first != DATE_NONE) + (plan->every != EVERY_NONE) +
		    (plan->count > 0);
	bool whole = listed ? parts == 0 : parts == 3;
	if (!whole) {
		struct notice *notice = NOTICE(reading->notices, PLAN_FORM, plan->span,
					       STR_ARG(plan->id));
		notice_help(
			reading->notices, notice,
			"write instalments: with due and amount, or first, every and count");
	}
	for (size_t i = 1; i < plan->ninstalments; i++) {
		const struct instalment *now = &plan->instalments[i];
		party_dates(reading, now->span, "the one before", now[-1].due, "due",
			    now->due);
	}
}

static void resolve_plan(struct reading *reading, struct plan *plan, bool broken)
{
	plan->customer =
		roll_call(reading, SECTION_CUSTOMERS, &plan->customer_name, "plan");
	plan->invoices = event_invoices(reading, &plan->invoice_names, "plan");
	if (plan->interest == RUNS_UNSET)
		plan->interest = RUNS_STOPS;
	if (broken)
		return;
	event_share(reading, "plan", plan->customer, &plan->invoice_names,
		    plan->invoices);
	check_plan(reading, plan);
}

static void resolve_promise(struct reading *reading, struct promise *promise)
{
	const struct name_list *names = &promise->invoice_names;
	promise->customer =
		roll_call(reading, SECTION_CUSTOMERS, &promise->customer_name, "promise");
	promise->invoices = event_invoices(reading, names, "promise");
	for (size_t i = 0; i < names->count && !promise->currency; i++)
		if (promise->invoices[i])
			promise->currency = promise->invoices[i]->currency;
	if (!promise->currency && promise->customer)
		promise->currency = promise->customer->currency;
	event_share(reading, "promise", promise->customer, names, promise->invoices);
	party_dates(reading, promise->span, "made", promise->made, "by", promise->by);
}

void event_resolve(struct reading *reading)
{
	const struct shelf *notes = &reading->shelves[SECTION_CREDIT_NOTES];
	const struct shelf *write_offs = &reading->shelves[SECTION_WRITE_OFFS];
	const struct shelf *plans = &reading->shelves[SECTION_PLANS];
	const struct shelf *promises = &reading->shelves[SECTION_PROMISES];
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < notes->count; i++)
		resolve_credit_note(reading, notes->records[i]);
	for (size_t i = 0; i < write_offs->count; i++)
		resolve_write_off(reading, write_offs->records[i]);
	for (size_t i = 0; i < plans->count; i++)
		resolve_plan(reading, plans->records[i], plans->broken[i]);
	for (size_t i = 0; i < promises->count; i++)
		resolve_promise(reading, promises->records[i]);
	arena_rewind(reading->scratch, mark);
}
