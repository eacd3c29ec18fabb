#include "ledger/ledger.h"

#include "ledger/bill.h"
#include "ledger/caution.h"
#include "ledger/event.h"
#include "ledger/folder.h"
#include "ledger/footprint.h"
#include "ledger/journal.h"
#include "ledger/oddity.h"
#include "ledger/order.h"
#include "ledger/party.h"
#include "ledger/payment.h"
#include "ledger/policy.h"
#include "ledger/rates.h"
#include "ledger/roll.h"
#include "ledger/section.h"

static struct reading open_reading(struct arena *book, struct sources *sources,
				   date as_of, struct notices *notices)
{
	struct reading reading = reading_new(book, book, arena_new(0), arena_new(0),
					     arena_new(0), arena_new(0));
	reading.notices = notices;
	reading.sources = sources;
	reading.as_of = as_of;
	reading.ledger = ARENA_NEW(book, struct ledger);
	reading.ledger->arena = book;
	return reading;
}

/* Names by which others were called lie on the desk. */
static void forget(struct reading *reading)
{
	struct ledger *ledger = reading->ledger;
	for (size_t i = 0; i < ledger->nlog; i++) {
		struct log_entry *entry = ledger->log[i];
		entry->stage_name = NULL;
		entry->invoice_names.items = NULL;
	}
}

/* Their records stand in arrays by now. */
static void put_boards_away(struct reading *reading)
{
	for (int i = 0; i < SECTION__COUNT; i++)
		reading->shelves[i].first = reading->shelves[i].last = NULL;
	arena_free(reading->boards);
}

/* What was read becomes the book: names before currencies, currencies before amounts,
 * amounts before sums, everything before the order. */
static struct ledger *close_reading(struct reading *reading)
{
	for (int i = 0; i < SECTION__COUNT; i++)
		shelf_settle(reading->desk, &reading->shelves[i]);
	roll_enter(reading, SECTION_CUSTOMERS);
	roll_enter(reading, SECTION_INVOICES);
	roll_enter(reading, SECTION_CREDIT_NOTES);
	roll_enter(reading, SECTION_PLANS);
	policy_resolve_all(reading);
	policy_find(reading, STR("plain"));
	party_resolve(reading);
	bill_resolve(reading);
	payment_resolve(reading);
	event_resolve(reading);
	journal_resolve(reading);
	footprint_settle(reading);
	put_boards_away(reading);
	amounts_settle(reading);
	bill_total(reading);
	payment_check(reading);
	policy_freeze(reading);
	rates_freeze(reading);
	order_freeze(reading);
	caution_check(reading);
	forget(reading);
	oddity_check(reading);
	arena_free(reading->file);
	arena_free(reading->scratch);
	arena_free(reading->desk);
	return reading->ledger;
}

struct ledger *ledger_from_sources(struct arena *book, struct sources *sources,
				   const struct source *const files[], size_t count,
				   date as_of, struct notices *notices)
{
	struct reading reading = open_reading(book, sources, as_of, notices);
	for (size_t i = 0; i < count; i++)
		section_gather(&reading, files[i]);
	section_settle(&reading);
	reading.ledger->files = count;
	return close_reading(&reading);
}

struct ledger *ledger_read(struct arena *book, struct sources *sources, struct str folder,
			   unsigned workers, date as_of, struct notices *notices)
{
	struct reading reading = open_reading(book, sources, as_of, notices);
	reading.workers = workers;
	folder_read(&reading, folder, workers);
	section_settle(&reading);
	return close_reading(&reading);
}

/* ---- looking up ---- */

const struct policy *ledger_policy(const struct ledger *ledger, struct str name)
{
	size_t low = 0, high = ledger->npolicies;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(ledger->policies[middle]->name, name);
		if (order == 0)
			return ledger->policies[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct customer *ledger_customer(const struct ledger *ledger, struct str id)
{
	size_t low = 0, high = ledger->ncustomers;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(ledger->customers[middle]->id, id);
		if (order == 0)
			return ledger->customers[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Linear: for single questions, not for loops. */
const struct invoice *ledger_invoice(const struct ledger *ledger, struct str number)
{
	for (size_t i = 0; i < ledger->ninvoices; i++)
		if (str_equal(ledger->invoices[i]->number, number))
			return ledger->invoices[i];
	return NULL;
}
