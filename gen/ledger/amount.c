#include "ledger/amount.h"

#include <inttypes.h>

#include "ledger/reading.h"

#define PLACES_BASE 8 /* a digit in base 8 holds the number of decimals */

static const int64_t powers[] = {1, 10, 100, 1000, 10000};

money amount_pack(int64_t digits, unsigned places)
{
	return digits * PLACES_BASE + (digits < 0 ? -(int64_t)places : (int64_t)places);
}

bool amount_is_found(const struct field *field)
{
	return field->type == FIELD_MONEY && field->at && !(field->flags & RARE);
}

void amount_wait(struct amounts *amounts, const struct amount *amount)
{
	struct amounts_chunk *last = amounts->last;
	if (!last || last->count == AMOUNTS_CHUNK) {
		struct amounts_chunk *chunk =
			ARENA_NEW(amounts->arena, struct amounts_chunk);
		*(last ? &last->next : &amounts->first) = chunk;
		amounts->last = last = chunk;
	}
	last->items[last->count++] = *amount;
}

void amounts_join(struct amounts *amounts, const struct amounts *more)
{
	if (!more->first)
		return;
	*(amounts->last ? &amounts->last->next : &amounts->first) = more->first;
	amounts->last = more->last;
}

/* The currency of the invoices a record names: they share it (checked elsewhere). */
static const struct currency *currency_of_invoices(const struct invoice *const *invoices,
						   size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (invoices[i])
			return invoices[i]->currency;
	return NULL;
}

static const struct currency *currency_of_log(const struct log_entry *entry)
{
	const struct currency *named =
		currency_of_invoices(entry->invoices, entry->invoice_names.count);
	if (named || !entry->customer)
		return named;
	return entry->customer->currency;
}

static const struct currency *currency_of(enum section section, const void *record)
{
	switch (section) {
	case SECTION_CUSTOMERS:
		return ((const struct customer *)record)->currency;
	case SECTION_INVOICES:
		return ((const struct invoice *)record)->currency;
	case SECTION_CREDIT_NOTES:
		return ((const struct credit_note *)record)->currency;
	case SECTION_PAYMENTS:
		return ((const struct payment *)record)->currency;
	case SECTION_WRITE_OFFS: {
		const struct write_off *write_off = record;
		return currency_of_invoices(&write_off->invoice, 1);
	}
	case SECTION_PLANS: {
		const struct plan *plan = record;
		return currency_of_invoices(plan->invoices, plan->invoice_names.count);
	}
	case SECTION_PROMISES:
		return ((const struct promise *)record)->currency;
	case SECTION_LOG:
		return currency_of_log(record);
	case SECTION_CREDITOR:
	case SECTION_DEFAULTS:
	case SECTION_POLICIES:
	case SECTION_RATES:
	case SECTION__COUNT:
		break;
	}
	return NULL;
}

static void report_places(const struct amount *amount, const struct currency *currency,
			  int64_t digits, unsigned places, struct notices *notices)
{
	struct buf written = buf_new(notices->arena, 0), cut = buf_new(notices->arena, 0);
	int64_t power = powers[places - currency->decimals];
	money_put(&written, digits, places);
	money_put(&cut, (int64_t)round_half_away(digits, power), currency->decimals);
	struct notice *notice =
		NOTICE(notices, MONEY_PLACES, amount->span, STR_ARG(buf_str(&written)),
		       currency->code, (unsigned)currency->decimals);
	if (places == 3)
		notice_help(notices, notice,
			    "write %.*s, or %" PRId64 " if the point separates thousands",
			    STR_ARG(buf_str(&cut)), digits);
	else
		notice_help(notices, notice, "write %.*s", STR_ARG(buf_str(&cut)));
}

static void report_range(const struct amount *amount, int64_t digits, unsigned places,
			 struct notices *notices)
{
	struct buf written = buf_new(notices->arena, 0);
	money_put(&written, digits, places);
	struct notice *notice = NOTICE(notices, FIGURE_RANGE, amount->span, "amount",
				       STR_ARG(buf_str(&written)));
	notice_help(notices, notice, "check the figure for digits too many");
}

static void settle(const struct amount *amount, struct notices *notices)
{
	const struct currency *currency = currency_of(amount->section, amount->record);
	if (!currency)
		return;
	int64_t raw = *amount->at;
	int64_t digits = raw / PLACES_BASE;
	unsigned places = (unsigned)(raw < 0 ? -(raw % PLACES_BASE) : raw % PLACES_BASE);
	*amount->at = 0;
	if (places > currency->decimals) {
		report_places(amount, currency, digits, places, notices);
		return;
	}
	wide exact = (wide)digits * powers[currency->decimals - places];
	if (exact > MONEY_LIMIT || exact < -MONEY_LIMIT)
		report_range(amount, digits, places, notices);
	else
		*amount->at = (money)exact;
}

/* Those of one field of all records on a shelf. */
static void settle_field(const struct reading *reading, enum section section,
			 const struct field *field)
{
	const struct shelf *shelf = &reading->shelves[section];
	for (size_t i = 0; i < shelf->count; i++) {
		char *record = shelf->records[i];
		struct amount amount = {(money *)(void *)(record + field->offset), record,
					*(const struct span *)(void *)record, section};
		amount.span.at = *(const uint32_t *)(void *)(record + field->at);
		if (*amount.at != MONEY_NONE)
			settle(&amount, reading->notices);
	}
}

void amounts_settle(struct reading *reading)
{
	struct amounts *amounts = &reading->amounts;
	for (int k = 0; k < SECTION__COUNT; k++) {
		const struct record *record = schema_sections[k].record;
		for (size_t i = 0; record && i < record->count; i++)
			if (amount_is_found(&record->fields[i]))
				settle_field(reading, (enum section)k,
					     &record->fields[i]);
	}
	for (struct amounts_chunk *at = amounts->first; at; at = at->next)
		for (size_t i = 0; i < at->count; i++)
			settle(&at->items[i], reading->notices);
	amounts->first = amounts->last = NULL;
}
