#include "ledger/payment.h"

#include "ledger/party.h"
#include "ledger/reference.h"
#include "ledger/rf.h"
#include "ledger/roll.h"

/* ---- customer and currency ---- */

static bool is_of(const void *value, const void *context)
{
	const struct invoice *invoice = value;
	const struct payment *payment = context;
	bool customer = !payment->customer || invoice->customer == payment->customer;
	bool currency = !payment->currency || invoice->currency == payment->currency;
	return customer && currency;
}

static struct reference *index_invoices(struct reading *reading)
{
	const struct shelf *invoices = &reading->shelves[SECTION_INVOICES];
	struct reference *reference = reference_new(reading->desk, invoices->count);
	for (size_t i = 0; i < invoices->count; i++) {
		struct invoice *invoice = invoices->records[i];
		if (invoice->number.len)
			reference_add(reference, invoice->number, invoice);
	}
	return reference;
}

/* Creditor reference → customer whose id it is made of: what a letter about several
 * invoices asks to be quoted. NULL where two ids make the same. */
static struct map index_customers(struct reading *reading)
{
	const struct shelf *customers = &reading->shelves[SECTION_CUSTOMERS];
	struct map quoted = map_new(reading->desk);
	for (size_t i = 0; i < customers->count; i++) {
		struct customer *customer = customers->records[i];
		struct str rf = rf_from_name(reading->desk, customer->id);
		if (!rf.len)
			continue;
		size_t before = quoted.count;
		void **slot = map_at(&quoted, rf);
		*slot = quoted.count > before ? customer : NULL;
	}
	return quoted;
}

static bool has_several_currencies(const struct reading *reading)
{
	const struct shelf *invoices = &reading->shelves[SECTION_INVOICES];
	for (size_t i = 1; i < invoices->count; i++) {
		const struct invoice *first = invoices->records[0];
		const struct invoice *invoice = invoices->records[i];
		if (invoice->currency != first->currency)
			return true;
	}
	return false;
}

static void report_ambiguous(struct reading *reading, const struct payment *payment,
			     const struct invoice *one, const struct invoice *other)
{
	struct notice *notice =
		NOTICE(reading->notices, PAYMENT_AMBIGUOUS, payment->rare->reference_span,
		       STR_ARG(one->number), STR_ARG(one->customer->id),
		       STR_ARG(other->number), STR_ARG(other->customer->id));
	notice_help(reading->notices, notice, "add customer: %.*s, or customer: %.*s",
		    STR_ARG(one->customer->id), STR_ARG(other->customer->id));
	notice_note(reading->notices, notice, PLACE_OF(one, number_at),
		    "invoice '%.*s' stands here", STR_ARG(one->number));
	notice_note(reading->notices, notice, PLACE_OF(other, number_at),
		    "invoice '%.*s' stands here", STR_ARG(other->number));
}

static void report_nobody(struct reading *reading, const struct payment *payment)
{
	if (reading->lost[SECTION_INVOICES])
		return;
	struct notice *notice =
		NOTICE_PLAIN(reading->notices, PAYMENT_NOBODY, payment->span);
	notice_help(
		reading->notices, notice,
		"add customer: and the customer's id, or for: and the invoice's number");
}

/* The invoice its reference names first; two customers' invoices are an error (rule 4b).
 */
static const struct invoice *referenced(struct reading *reading,
					const struct reference *reference,
					const struct payment *payment, bool *ambiguous)
{
	size_t count = 0;
	struct reference_filter filter = {is_of, payment};
	struct reference_hit *hits = reference_search(
		reading->scratch, reference, payment->rare->reference, filter, &count);
	for (size_t i = 1; i < count && !payment->customer; i++) {
		const struct invoice *one = hits[0].value, *other = hits[i].value;
		if (!one->customer || !other->customer ||
		    one->customer == other->customer)
			continue;
		report_ambiguous(reading, payment, one, other);
		*ambiguous = true;
		return NULL;
	}
	return count ? hits[0].value : NULL;
}

struct desk {
	struct reading *reading;
	struct reference *reference; /* built when first needed */
	struct map quoted;	     /* likewise */
	bool several_currencies;
};

/* The customer whose creditor reference stands in the payment's; NULL: nobody's, or two
 * customers'. */
static const struct customer *quoting(struct desk *desk, const struct payment *payment)
{
	struct reading *reading = desk->reading;
	struct str text = payment->rare->reference;
	const struct customer *customer = NULL;
	size_t from = 0, end = 0;
	for (struct str rf; (rf = rf_next(reading->scratch, text, &from, &end)).len;
	     from = end) {
		if (!desk->quoted.arena)
			desk->quoted = index_customers(reading);
		const struct customer *other = map_find(&desk->quoted, rf);
		if (customer && other && other != customer)
			return NULL;
		customer = other ? other : customer;
	}
	return customer;
}

static const struct invoice *named(struct desk *desk, const struct payment *payment,
				   bool *ambiguous)
{
	for (size_t i = 0; i < payment->nfors; i++)
		if (payment->fors[i].invoice)
			return payment->fors[i].invoice;
	bool known =
		payment->customer && (payment->currency || !desk->several_currencies);
	if (payment->nfors || payment->rare->reference.len == 0 || known)
		return NULL;
	if (!desk->reference)
		desk->reference = index_invoices(desk->reading);
	return referenced(desk->reading, desk->reference, payment, ambiguous);
}

static void resolve(struct desk *desk, struct payment *payment, bool broken)
{
	struct reading *reading = desk->reading;
	bool ambiguous = false;
	const char *customer = payment->customer_name;
	payment->customer = roll_call_passing(reading, SECTION_CUSTOMERS, customer,
					      PLACE_OF(payment, customer_at), "payment");
	for (size_t i = 0; i < payment->nfors; i++)
		payment->fors[i].invoice = roll_call_passing(
			reading, SECTION_INVOICES, payment->fors[i].invoice_name,
			payment->fors[i].span, "payment");
	bool orphan = customer && !payment->customer;
	if (orphan)
		return;
	const struct invoice *invoice = named(desk, payment, &ambiguous);
	bool nobody = !customer && !invoice && !payment->nfors && !ambiguous;
	if (nobody)
		payment->customer = quoting(desk, payment);
	if (nobody && !payment->customer && !broken)
		report_nobody(reading, payment);
	if (!payment->customer && invoice)
		payment->customer = invoice->customer;
	if (!payment->currency && invoice)
		payment->currency = invoice->currency;
	if (!payment->currency && payment->customer)
		payment->currency = payment->customer->currency;
}

/* What it names will be looked up soon. */
static void expect(const struct reading *reading, const struct payment *payment)
{
	for (size_t i = 0; i < payment->nfors; i++)
		roll_expect(reading, SECTION_INVOICES, payment->fors[i].invoice_name);
}

void payment_resolve(struct reading *reading)
{
	const struct shelf *payments = &reading->shelves[SECTION_PAYMENTS];
	struct desk desk = {.reading = reading,
			    .several_currencies = has_several_currencies(reading)};
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < payments->count; i++) {
		if (i + ROLL_AHEAD < payments->count)
			expect(reading, payments->records[i + ROLL_AHEAD]);
		resolve(&desk, payments->records[i], payments->broken[i]);
		arena_rewind(reading->scratch, mark);
	}
}

/* ---- what it names ---- */

/* The invoices of a part: only the foreign one, or all others. */
static void put_fors(struct buf *buf, const struct payment *payment,
		     const struct payment_for *foreign, bool others)
{
	const char *before = ", for: [";
	for (size_t i = 0; i < payment->nfors; i++) {
		const struct payment_for *entry = &payment->fors[i];
		if ((entry == foreign) == others || !entry->invoice)
			continue;
		buf_format(buf, "%s%.*s", before, STR_ARG(entry->invoice->number));
		before = ", ";
	}
	buf_put(buf, STR("]}"));
}

static void put_part(struct buf *buf, const struct payment *payment, money amount,
		     const struct customer *customer, const struct currency *currency)
{
	buf_put(buf, STR("- {date: "));
	date_put(buf, payment->date);
	buf_format(buf, ", customer: %.*s, amount: ", STR_ARG(customer->id));
	money_put(buf, amount, currency->decimals);
	buf_format(buf, ", currency: %s", currency->code);
}

/* Two payments to paste: what the foreign invoice takes, and the rest. */
static void help_split(struct reading *reading, struct notice *notice,
		       const struct payment *payment, const struct payment_for *entry)
{
	const struct invoice *invoice = entry->invoice;
	money part = entry->amount != MONEY_NONE ? entry->amount : invoice->amount;
	bool same = invoice->currency == payment->currency;
	/* What could not be read is reported already, and is no figure to reckon with. */
	bool known = part > 0 && payment->amount > 0 && payment->date != DATE_NONE;
	money rest = known && same ? payment->amount - part : payment->amount;
	if (!invoice->customer || !invoice->currency || !known || rest <= 0) {
		notice_help(
			reading->notices, notice,
			"write one payment for each customer and currency, with what each came to");
		return;
	}
	struct buf buf = buf_new(reading->scratch, 0);
	put_part(&buf, payment, part, invoice->customer, invoice->currency);
	put_fors(&buf, payment, entry, false);
	buf_put(&buf, STR(" and "));
	put_part(&buf, payment, rest, payment->customer, payment->currency);
	put_fors(&buf, payment, entry, true);
	notice_help(reading->notices, notice, "split it: %.*s", STR_ARG(buf_str(&buf)));
}

static void note_invoice(struct reading *reading, struct notice *notice,
			 const struct invoice *invoice)
{
	notice_note(reading->notices, notice, PLACE_OF(invoice, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(invoice->number));
}

static bool check_owner(struct reading *reading, const struct payment *payment,
			const struct payment_for *entry)
{
	const struct invoice *invoice = entry->invoice;
	if (!invoice->customer || invoice->customer == payment->customer)
		return true;
	struct notice *notice =
		NOTICE(reading->notices, PAYMENT_CUSTOMER, entry->span,
		       STR_ARG(payment->customer->id), STR_ARG(invoice->number),
		       STR_ARG(invoice->customer->id));
	if (payment->nfors == 1)
		notice_help(reading->notices, notice, "write customer: %.*s",
			    STR_ARG(invoice->customer->id));
	else
		help_split(reading, notice, payment, entry);
	note_invoice(reading, notice, invoice);
	return false;
}

static bool check_currency(struct reading *reading, const struct payment *payment,
			   const struct payment_for *entry)
{
	const struct invoice *invoice = entry->invoice;
	if (!invoice->currency || invoice->currency == payment->currency)
		return true;
	struct notice *notice = NOTICE(reading->notices, PAYMENT_CURRENCY, entry->span,
				       payment->currency->code, STR_ARG(invoice->number),
				       invoice->currency->code);
	if (payment->nfors == 1)
		notice_help(reading->notices, notice,
			    "write currency: %s and what came in in that currency",
			    invoice->currency->code);
	else
		help_split(reading, notice, payment, entry);
	note_invoice(reading, notice, invoice);
	return false;
}

/* The same invoice twice in a list says nothing that once would not. */
static void check_twice(struct reading *reading, const struct payment *payment)
{
	struct map seen = map_new(reading->scratch);
	if (payment->nfors < 2 || payment->for_map)
		return;
	for (size_t i = 0; i < payment->nfors; i++) {
		const struct payment_for *entry = &payment->fors[i];
		if (!entry->invoice)
			continue;
		struct str number = entry->invoice->number;
		void **slot = map_at(&seen, number);
		if (*slot) {
			struct notice *notice = NOTICE(reading->notices, FOR_TWICE,
						       entry->span, STR_ARG(number));
			notice_help(reading->notices, notice, "take the second one out");
		}
		*slot = reading;
	}
}

static void check_sum(struct reading *reading, const struct payment *payment)
{
	wide sum = 0;
	for (size_t i = 0; i < payment->nfors; i++)
		sum += payment->fors[i].amount;
	if (sum <= payment->amount)
		return;
	bool overflow = false;
	struct buf total = buf_new(reading->scratch, 0);
	money_put(&total, money_from_wide(sum, &overflow), payment->currency->decimals);
	struct notice *notice =
		NOTICE(reading->notices, FOR_SUM, PLACE_OF(payment, amount_at),
		       STR_ARG(buf_str(&total)));
	notice_help(reading->notices, notice, "write amount: %.*s, or lower the parts",
		    STR_ARG(buf_str(&total)));
	notice_note(reading->notices, notice, payment->fors[0].span,
		    "the parts begin here");
}

/* Money before its invoice waits as credit; mostly a mistyped date. */
static void warn_early(struct reading *reading, const struct payment *payment,
		       const struct payment_for *entry)
{
	const struct invoice *invoice = entry->invoice;
	if (invoice->issued == DATE_NONE || payment->date == DATE_NONE ||
	    payment->date >= invoice->issued)
		return;
	struct buf issued = buf_new(reading->scratch, 0);
	date_put(&issued, invoice->issued);
	struct notice *notice =
		NOTICE(reading->notices, PAYMENT_EARLY, entry->span,
		       STR_ARG(invoice->number), STR_ARG(buf_str(&issued)));
	notice_help(
		reading->notices, notice,
		"nothing to do for a deposit: it is held until then; else correct the date");
	note_invoice(reading, notice, invoice);
}

static void check(struct reading *reading, const struct payment *payment, bool broken)
{
	bool ok = true;
	for (size_t i = 0; i < payment->nfors; i++) {
		const struct payment_for *entry = &payment->fors[i];
		if (!entry->invoice) {
			ok = false;
			continue;
		}
		bool own = check_owner(reading, payment, entry);
		ok = own && check_currency(reading, payment, entry) && ok;
		warn_early(reading, payment, entry);
	}
	check_twice(reading, payment);
	if (payment->for_map && ok && !broken)
		check_sum(reading, payment);
	party_dates(reading, payment->span, "date", payment->date, "returned",
		    payment->returned);
}

void payment_check(struct reading *reading)
{
	const struct shelf *payments = &reading->shelves[SECTION_PAYMENTS];
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < payments->count; i++) {
		const struct payment *payment = payments->records[i];
		if (payment->customer && payment->currency)
			check(reading, payment, payments->broken[i]);
		arena_rewind(reading->scratch, mark);
	}
}
