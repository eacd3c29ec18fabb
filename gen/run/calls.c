#include "run/calls.h"

#include "base/csv.h"
#include "escalate/channel.h"
#include "letter/cover.h"

#define CONTACTS 3u /* the last ones are told */

/* Local hours in which a creditor may ring, where an authority names them.
 * AU: ACCC and ASIC, Debt collection guideline for collectors and creditors, part 2,
 * "Hours of contact". */
static const struct {
	struct str country, hours;
} countries[] = {
	{STR_LIT("AU"), STR_LIT("Mon-Fri 7:30-21:00, Sat-Sun 9:00-21:00, not on national "
				"public holidays")},
};

static struct str hours_of(struct str country)
{
	for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
		if (str_equal(countries[i].country, country))
			return countries[i].hours;
	return STR("");
}

/* What is overdue and not held back. */
struct owed {
	money amount;
	date oldest;
	int32_t stage; /* the highest reached */
	const struct policy *policy;
	struct buf invoices;
};

static void add(struct owed *owed, const struct item *item)
{
	bool overflow = false;

	owed->amount =
		money_add(owed->amount, item->principal - item->disputed, &overflow);
	if (owed->oldest == DATE_NONE || item->invoice->due < owed->oldest)
		owed->oldest = item->invoice->due;
	if (item->done > owed->stage) {
		owed->stage = item->done;
		owed->policy = item->policy;
	}
	buf_put(&owed->invoices, owed->invoices.len ? STR(" ") : STR(""));
	buf_put(&owed->invoices, item->invoice->number);
}

static struct owed owed_by(struct arena *job, const struct account *account)
{
	struct owed owed = {
		.oldest = DATE_NONE, .stage = -1, .invoices = buf_new(job, 0)};

	for (size_t i = 0; i < account->nitems; i++) {
		const struct item *item = &account->items[i];

		if (!item->settled && !item->blocks &&
		    item->invoice->due < account->as_of &&
		    item->principal > item->disputed)
			add(&owed, item);
	}
	return owed;
}

/* ---- contacts ---- */

/* Behind the last entry of the log that is this customer's and not after the day. */
static size_t log_end(const struct ledger *ledger, const struct customer *customer,
		      date as_of)
{
	size_t low = 0, high = ledger->nlog;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct log_entry *entry = ledger->log[middle];
		uint32_t index = entry->customer->index;

		if (index < customer->index ||
		    (index == customer->index && entry->date <= as_of))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void put_contact(struct buf *out, const struct log_entry *entry)
{
	buf_put(out, out->len ? STR("; ") : STR(""));
	date_put(out, entry->date);
	if (entry->stage >= 0 && entry->invoice_names.count)
		buf_format(
			out, " %.*s",
			STR_ARG(entry->invoices[0]->policy->stages[entry->stage].name));
	if (entry->channel != CHANNEL_NONE)
		buf_format(out, " (%s)", channel_name(entry->channel));
	if (entry->rare->note.len) {
		struct str rest = entry->rare->note, line;

		str_line(&rest, &line);
		buf_format(out, ": %.*s", STR_ARG(line));
	}
}

/* The newest first. */
static struct str contacts(struct arena *job, const struct account *account)
{
	const struct ledger *ledger = account->ledger;
	struct buf out = buf_new(job, 0);
	size_t end = log_end(ledger, account->customer, account->as_of);

	for (size_t n = 0; n < CONTACTS && n < end; n++) {
		const struct log_entry *entry = ledger->log[end - 1 - n];

		if (entry->customer != account->customer)
			break;
		put_contact(&out, entry);
	}
	return buf_str(&out);
}

/* ---- rows ---- */

struct str calls_head(struct arena *arena)
{
	static const char *const titles[] = {
		"customer", "name",	"contact",	 "telephone",  "country",
		"hours",    "currency", "overdue",	 "balance",    "days_overdue",
		"invoices", "stage",	"last_contacts", "line_to_say"};
	struct buf out = buf_new(arena, 0);
	struct csv csv = {.out = &out};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		csv_text(&csv, str_from_c(titles[i]));
	csv_end(&csv);
	return buf_str(&out);
}

static void put_amount(struct csv *csv, money amount, const struct currency *currency)
{
	char text[32];
	struct buf digits = {.at = text, .room = sizeof text, .limit = sizeof text};

	money_put(&digits, amount, currency->decimals);
	csv_number(csv, buf_str(&digits));
}

static void put_row(struct csv *csv, struct arena *job, const struct account *account,
		    const struct owed *owed, struct str line)
{
	const struct customer *customer = account->customer;
	struct str country = customer->country.len ? customer->country
						   : account->ledger->creditor.country;
	struct str days = str_format(job, "%d", (int)(account->as_of - owed->oldest));

	csv_text(csv, customer->id);
	csv_text(csv, customer->name);
	csv_text(csv, customer->contact);
	csv_text(csv, customer->rare->phone);
	csv_text(csv, country);
	csv_text(csv, hours_of(country));
	csv_text(csv, str_from_c(account->currency->code));
	put_amount(csv, owed->amount, account->currency);
	put_amount(csv, account->balance, account->currency);
	csv_number(csv, days);
	csv_text(csv, buf_str(&owed->invoices));
	csv_text(csv, owed->policy ? owed->policy->stages[owed->stage].name : STR(""));
	csv_text(csv, contacts(job, account));
	csv_text(csv, line);
	csv_end(csv);
}

struct str calls_row(struct arena *job, struct arena *kept,
		     const struct templates *templates,
		     const struct escalation *escalation, struct notices *notices)
{
	const struct account *account = escalation->account;
	struct document document = {escalation, NULL};
	struct buf out = buf_new(job, 0);
	struct csv csv = {.out = &out};

	if (!account->customer->rare->phone.len)
		return STR("");
	struct owed owed = owed_by(job, account);
	if (owed.amount <= 0)
		return STR("");
	struct cover cover =
		cover_text(job, templates, &document, COVER_CALL, STR(""), notices);
	put_row(&csv, job, account, &owed, cover.text);
	return str_copy(kept, buf_str(&out));
}
