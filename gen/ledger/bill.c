#include "ledger/bill.h"

#include <stdlib.h>

#include "ledger/party.h"
#include "ledger/policy.h"
#include "ledger/roll.h"
#include "ledger/terms.h"

#define MICRO INT64_C(1000000) /* quantity and unit price count in 10^-6 */
#define PPM INT64_C(1000000)

static const int64_t powers[] = {1, 10, 100, 1000, 10000};

static int by_rate(const void *a, const void *b)
{
	const struct bill_share *x = a, *y = b;
	return x->rate < y->rate ? -1 : x->rate > y->rate;
}

wide bill_line(const struct line *line, const struct currency *currency)
{
	wide exact = (wide)line->quantity * line->unit_price * powers[currency->decimals];
	return round_half_away(exact, (wide)MICRO * MICRO);
}

struct bill_share *bill_shares(struct arena *scratch, const struct line *lines,
			       size_t count, const struct currency *currency,
			       size_t *nshares)
{
	struct bill_share *shares = ARENA_ARRAY(scratch, struct bill_share, count);
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		shares[i] = (struct bill_share){.rate = lines[i].tax,
						.net = bill_line(&lines[i], currency)};
	if (count)
		qsort(shares, count, sizeof *shares, by_rate);
	for (size_t i = 0; i < count; i++) {
		if (n && shares[n - 1].rate == shares[i].rate)
			shares[n - 1].net += shares[i].net;
		else
			shares[n++] = shares[i];
	}
	for (size_t i = 0; i < n; i++)
		shares[i].tax = round_half_away(shares[i].net * shares[i].rate, PPM);
	*nshares = n;
	return shares;
}

money bill_from_lines(struct arena *scratch, const struct line *lines, size_t count,
		      const struct currency *currency, money *tax, bool *overflow)
{
	size_t nshares;
	const struct bill_share *shares =
		bill_shares(scratch, lines, count, currency, &nshares);
	wide net = 0, taxed = 0;
	for (size_t i = 0; i < nshares; i++) {
		net += shares[i].net;
		taxed += shares[i].tax;
	}
	*tax = money_from_wide(taxed, overflow);
	return money_from_wide(net + taxed, overflow);
}

/* ---- before amounts are known ---- */

static const struct terms *terms_of(const struct reading *reading,
				    const struct invoice *invoice)
{
	const struct customer *customer = invoice->customer;
	if (invoice->rare->terms.form != TERMS_NONE)
		return &invoice->rare->terms;
	if (customer && customer->rare->terms.form != TERMS_NONE)
		return &customer->rare->terms;
	if (invoice->policy && invoice->policy->terms.form != TERMS_NONE)
		return &invoice->policy->terms;
	return &reading->ledger->defaults.terms;
}

static void report_due_missing(struct reading *reading, const struct invoice *invoice)
{
	bool known =
		invoice->customer && invoice->policy && !reading->lost[SECTION_DEFAULTS];
	if (!known)
		return;
	struct notice *notice = NOTICE(reading->notices, DUE_MISSING, invoice->span,
				       STR_ARG(invoice->number));
	notice_help(reading->notices, notice,
		    "add due: YYYY-MM-DD, or terms: net 30 to 'defaults'");
}

static void report_due_early(struct reading *reading, const struct invoice *invoice)
{
	struct notice *notice =
		NOTICE(reading->notices, DUE_BEFORE_ISSUED, PLACE_OF(invoice, due_at),
		       STR_ARG(invoice->number));
	struct buf issued = buf_new(reading->scratch, 0);
	date_put(&issued, invoice->issued);
	notice_help(reading->notices, notice,
		    "it was issued on %.*s: correct one of the two",
		    STR_ARG(buf_str(&issued)));
}

static void resolve_due(struct reading *reading, struct invoice *invoice, bool broken)
{
	invoice->terms = terms_of(reading, invoice);
	if (invoice->due != DATE_NONE) {
		if (invoice->due < invoice->issued)
			report_due_early(reading, invoice);
		return;
	}
	if (broken)
		return;
	if (invoice->terms->form == TERMS_NONE)
		report_due_missing(reading, invoice);
	else if (invoice->issued != DATE_NONE)
		invoice->due = terms_due(invoice->terms, invoice->issued);
}

static void check_amount(struct reading *reading, const struct invoice *invoice)
{
	if (invoice->amount != MONEY_NONE || invoice->nlines)
		return;
	struct notice *notice = NOTICE(reading->notices, AMOUNT_MISSING, invoice->span,
				       STR_ARG(invoice->number));
	notice_help(reading->notices, notice, "add amount: 1200.00, or lines");
}

static void resolve_parts(struct reading *reading, const struct invoice *invoice)
{
	const struct invoice_rare *rare = invoice->rare;
	for (size_t i = 0; i < rare->ndisputes; i++) {
		struct dispute *dispute = &rare->disputes[i];
		party_dates(reading, dispute->span, "since", dispute->since, "until",
			    dispute->until);
		if (dispute->until == DATE_NONE)
			dispute->until = DATE_LAST;
	}
	party_holds(reading, rare->holds, rare->nholds);
}

static void resolve(struct reading *reading, struct invoice *invoice, bool broken)
{
	invoice->customer =
		roll_call_passing(reading, SECTION_CUSTOMERS, invoice->customer_name,
				  PLACE_OF(invoice, customer_at), "invoice");
	if (!invoice->currency && invoice->customer)
		invoice->currency = invoice->customer->currency;
	invoice->policy = party_policy(reading, invoice);
	resolve_parts(reading, invoice);
	resolve_due(reading, invoice, broken);
	if (!broken)
		check_amount(reading, invoice);
}

void bill_resolve(struct reading *reading)
{
	const struct shelf *invoices = &reading->shelves[SECTION_INVOICES];
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < invoices->count; i++) {
		resolve(reading, invoices->records[i], invoices->broken[i]);
		arena_rewind(reading->scratch, mark);
	}
}

/* ---- once amounts are known ---- */

static void report_lines(struct reading *reading, const struct invoice *invoice,
			 money sum)
{
	struct buf right = buf_new(reading->scratch, 0);
	money_put(&right, sum, invoice->currency->decimals);
	struct notice *notice =
		NOTICE(reading->notices, AMOUNT_LINES, PLACE_OF(invoice, amount_at),
		       STR_ARG(invoice->number), STR_ARG(buf_str(&right)));
	notice_help(reading->notices, notice, "write amount: %.*s, or correct the lines",
		    STR_ARG(buf_str(&right)));
	notice_note(reading->notices, notice, invoice->lines[0].span,
		    "the lines begin here");
}

static void total(struct reading *reading, struct invoice *invoice)
{
	money tax;
	bool overflow = false;
	for (size_t i = 0; i < invoice->nlines; i++)
		if (invoice->lines[i].tax == RATE_NONE)
			invoice->lines[i].tax = 0;
	money sum = bill_from_lines(reading->scratch, invoice->lines, invoice->nlines,
				    invoice->currency, &tax, &overflow);
	if (overflow || sum > MONEY_LIMIT || sum < 0) {
		struct notice *notice = NOTICE(reading->notices, LINES_RANGE,
					       invoice->span, STR_ARG(invoice->number));
		notice_help(
			reading->notices, notice,
			"the lines must add up to nothing or more; what lowers an invoice goes into credit_notes");
		return;
	}
	if (invoice->amount == MONEY_NONE)
		invoice->amount = sum;
	else if (invoice->amount != sum)
		report_lines(reading, invoice, sum);
}

void bill_total(struct reading *reading)
{
	const struct shelf *invoices = &reading->shelves[SECTION_INVOICES];
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < invoices->count; i++) {
		struct invoice *invoice = invoices->records[i];
		bool ready = !invoices->broken[i] && invoice->currency;
		if (ready && invoice->nlines)
			total(reading, invoice);
		arena_rewind(reading->scratch, mark);
	}
}
