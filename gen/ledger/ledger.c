#include "ledger/ledger.h"

#include <fcntl.h>

#include "ledger/bill.h"
#include "ledger/caution.h"
#include "ledger/event.h"
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
	struct reading reading = {
		.book = book,
		.desk = arena_new(0),
		.scratch = arena_new(0),
		.file = arena_new(0),
		.notices = notices,
		.ledger = ARENA_NEW(book, struct ledger),
		.sources = sources,
		.as_of = as_of,
	};
	reading.ledger->arena = book;
	reading.amounts.arena = reading.desk;
	for (int i = 0; i < 2; i++) {
		reading.drafts[i] = map_new(reading.desk);
		reading.tables[i] = map_new(reading.desk);
	}
	return reading;
}

/* What was read becomes the book: names before currencies, currencies before amounts,
 * amounts before sums, everything before the order. */
static struct ledger *close_reading(struct reading *reading)
{
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
	amounts_settle(&reading->amounts, reading->notices);
	bill_total(reading);
	payment_check(reading);
	policy_freeze(reading);
	rates_freeze(reading);
	order_freeze(reading);
	caution_check(reading);
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
		section_read(&reading, files[i]);
	reading.ledger->files = count;
	return close_reading(&reading);
}

/* ---- a folder ---- */

static const struct {
	const char *why, *help;
} faults[SOURCE_FAULT__COUNT] = {
	[SOURCE_MISSING] = {"it is a link to nothing",
			    "let the link lead to a file, or delete it"},
	[SOURCE_DENIED] = {"permission denied", "look who may read it: ls -l"},
	[SOURCE_LARGE] = {"it is too large",
			  "a file may have 64 MiB, a ledger a million files: split it"},
	[SOURCE_UNREADABLE] = {"the system refuses", "look at the path: ls -l"},
};

static void report_folder(struct notices *notices, struct str folder, struct str where,
			  enum source_fault fault)
{
	static const struct span nowhere = {0};
	struct str path = where.len ? where : folder;
	struct notice *notice;
	if (fault == SOURCE_MISSING) {
		notice = NOTICE(notices, LEDGER_MISSING, nowhere, STR_ARG(path));
		notice_help(notices, notice, "name the folder that holds your ledger");
	} else if (fault == SOURCE_NOT_FILE) {
		notice = NOTICE(notices, LEDGER_NOT_FOLDER, nowhere, STR_ARG(path));
		notice_help(notices, notice, "name the folder it is in");
	} else {
		notice = NOTICE(notices, LEDGER_UNREADABLE, nowhere, STR_ARG(path),
				faults[fault].why);
		notice_help(notices, notice, "%s", faults[fault].help);
	}
}

static void report_file(struct notices *notices, struct str path, enum source_fault fault)
{
	static const struct span nowhere = {0};
	struct notice *notice;
	if (fault == SOURCE_NOT_FILE) {
		notice = NOTICE(notices, FILE_NOT_FILE, nowhere, STR_ARG(path));
		notice_help(
			notices, notice,
			"only files may end in .yaml or .yml: rename it, or begin its name with '_'");
	} else {
		notice = NOTICE(notices, FILE_UNREADABLE, nowhere, STR_ARG(path),
				faults[fault].why);
		notice_help(notices, notice, "%s", faults[fault].help);
	}
}

static void read_file(struct reading *reading, struct str folder, struct str path)
{
	const struct source *source;
	struct str whole =
		str_format(reading->scratch, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
	enum source_fault fault = source_read(reading->sources, AT_FDCWD, whole,
					      str_copy(reading->book, path), &source);
	reading->ledger->files++;
	if (fault == SOURCE_OK) {
		section_read(reading, source);
		return;
	}
	reading_lose_all(reading);
	report_file(reading->notices, path, fault);
}

static void read_folder(struct reading *reading, struct str folder)
{
	struct str *paths, where = {0};
	size_t count = 0;
	enum source_fault fault =
		sources_list(reading->desk, folder, &paths, &count, &where);
	if (fault == SOURCE_OK && count == 0) {
		struct notice *notice = NOTICE(reading->notices, LEDGER_EMPTY,
					       ((struct span){0}), STR_ARG(folder));
		notice_help(
			reading->notices, notice,
			"write ledger.yaml there; names that begin with '.' or '_' are skipped");
	} else if (fault != SOURCE_OK) {
		report_folder(reading->notices, folder, where, fault);
	}
	if (fault != SOURCE_OK || count == 0) {
		reading_lose_all(reading);
		return;
	}
	for (size_t i = 0; i < count; i++)
		read_file(reading, folder.len ? folder : STR("."), paths[i]);
}

struct ledger *ledger_read(struct arena *book, struct sources *sources, struct str folder,
			   date as_of, struct notices *notices)
{
	struct reading reading = open_reading(book, sources, as_of, notices);
	read_folder(&reading, folder);
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
