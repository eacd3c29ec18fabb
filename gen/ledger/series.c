#include "ledger/series.h"

#define SHORTEST 8    /* invoices; fewer make no series */
#define TOLERANCE 8   /* one gap or disorder in so many is a slip, more are a habit */
#define DIGITS_MOST 9 /* of a number: more are a date or a bank's */
#define YEAR_DAYS 366

/* A number in three: what is before its last digits, they, and what is behind. */
struct parts {
	struct str head, tail;
	uint32_t value;
	bool counts;
};

struct series {
	uint32_t least, most;
	size_t count;	  /* of numbers, two spellings of one twice */
	size_t invoices;  /* of them */
	uint32_t *places; /* index in the ledger + 1 by value - least; NULL: not looked at
			   */
};

#define CREDIT_NOTE UINT32_MAX /* in places */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct parts split(struct str number)
{
	size_t to = number.len;
	while (to && !is_digit(number.at[to - 1]))
		to--;
	size_t from = to;
	while (from && is_digit(number.at[from - 1]) && to - from < DIGITS_MOST)
		from--;
	struct parts parts = {str_slice(number, 0, from),
			      str_slice(number, to, number.len), 0, to > from};
	for (size_t i = from; i < to; i++)
		parts.value = parts.value * 10 + (uint32_t)(number.at[i] - '0');
	return parts;
}

struct desk {
	struct reading *reading;
	struct map all;
	struct str head, tail; /* of the number before: mostly the same again */
	struct series *last;
};

static struct series *series_of(struct desk *desk, const struct parts *parts)
{
	if (desk->last && str_equal(parts->head, desk->head) &&
	    str_equal(parts->tail, desk->tail))
		return desk->last;
	struct arena *arena = desk->reading->desk;
	struct str key = parts->head; /* a number has one line */
	if (parts->tail.len)
		key = str_format(arena, "%.*s\n%.*s", STR_ARG(parts->head),
				 STR_ARG(parts->tail));
	void **slot = map_at(&desk->all, key);
	if (!*slot) {
		desk->last = ARENA_NEW(arena, struct series);
		desk->last->least = UINT32_MAX;
		*slot = desk->last;
	}
	desk->head = parts->head;
	desk->tail = parts->tail;
	desk->last = *slot;
	return desk->last;
}

static void count(struct desk *desk, struct str number, bool is_invoice)
{
	struct parts parts = split(number);
	if (!parts.counts)
		return;
	struct series *series = series_of(desk, &parts);
	series->count++;
	series->invoices += is_invoice;
	if (parts.value < series->least)
		series->least = parts.value;
	if (parts.value > series->most)
		series->most = parts.value;
}

static void put(struct desk *desk, struct str number, uint32_t place)
{
	struct parts parts = split(number);
	struct series *series = parts.counts ? series_of(desk, &parts) : NULL;
	if (series && series->places)
		series->places[parts.value - series->least] = place;
}

static size_t width(const struct series *series)
{
	return (size_t)(series->most - series->least) + 1;
}

/* Whole but for a few. */
static bool is_whole(const struct series *series)
{
	size_t missing =
		width(series) > series->count ? width(series) - series->count : 0;
	return series->invoices >= SHORTEST && missing * TOLERANCE <= series->count;
}

static const struct invoice *at_place(const struct desk *desk, uint32_t place)
{
	return desk->reading->ledger->invoices[place - 1];
}

/* The number that would stand behind `before`, written like it. */
static struct str next_number(struct arena *arena, struct str before)
{
	struct parts parts = split(before);
	int digits = (int)(before.len - parts.head.len - parts.tail.len);
	return str_format(arena, "%.*s%0*u%.*s", STR_ARG(parts.head), digits,
			  parts.value + 1, STR_ARG(parts.tail));
}

static void warn_gap(struct desk *desk, const struct series *series)
{
	size_t missing = 0;
	const struct invoice *first = NULL, *before = NULL, *after = NULL, *last = NULL;
	for (size_t i = 0; i < width(series); i++) {
		uint32_t place = series->places[i];
		missing += place == 0;
		if (place == 0 || place == CREDIT_NOTE)
			continue;
		last = at_place(desk, place);
		if (!first)
			first = last;
		if (!missing)
			before = last;
		else if (!after)
			after = last;
	}
	if (!missing || !before || !after)
		return;
	struct notices *notices = desk->reading->notices;
	struct str number = next_number(desk->reading->scratch, before->number);
	struct notice *notice =
		NOTICE(notices, NUMBER_GAP, PLACE_OF(after, number_at), missing,
		       STR_ARG(first->number), STR_ARG(last->number),
		       missing == 1 ? "is" : "are");
	notice_help(notices, notice,
		    "enter '%.*s'; if it was never used, enter it with amount: 0",
		    STR_ARG(number));
	notice_note(notices, notice, PLACE_OF(before, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(before->number));
}

/* Far from today: a finding of its own (far.h). */
static bool is_near(const struct desk *desk, const struct invoice *invoice)
{
	date as_of = desk->reading->as_of;
	return invoice->issued != DATE_NONE &&
	       (as_of == DATE_NONE || invoice->issued <= as_of + YEAR_DAYS);
}

static void warn_order(struct desk *desk, const struct series *series)
{
	size_t falls = 0;
	const struct invoice *before = NULL, *early = NULL, *late = NULL;
	for (size_t i = 0; i < width(series); i++) {
		uint32_t place = series->places[i];
		if (place == 0 || place == CREDIT_NOTE ||
		    !is_near(desk, at_place(desk, place)))
			continue;
		const struct invoice *invoice = at_place(desk, place);
		if (before && invoice->issued < before->issued && falls++ == 0) {
			early = invoice;
			late = before;
		}
		before = invoice;
	}
	if (!falls || falls * TOLERANCE > series->invoices)
		return;
	struct notices *notices = desk->reading->notices;
	struct buf days = buf_new(desk->reading->scratch, 0);
	date_put(&days, early->issued);
	buf_put(&days, STR(" and "));
	date_put(&days, late->issued);
	struct notice *notice = NOTICE(notices, NUMBER_ORDER, PLACE_OF(early, number_at),
				       STR_ARG(early->number), STR_ARG(late->number));
	notice_help(
		notices, notice,
		"the days are %.*s: correct issued: of one of them, if it is mistyped",
		STR_ARG(buf_str(&days)));
	notice_note(notices, notice, PLACE_OF(late, number_at),
		    "invoice '%.*s' is declared here", STR_ARG(late->number));
}

/* In the ledger's order: where each customer has a series, its numbers stand together. */
static void each(struct desk *desk, void (*take)(struct desk *, struct str, uint32_t))
{
	const struct ledger *ledger = desk->reading->ledger;
	for (size_t i = 0; i < ledger->ninvoices; i++)
		take(desk, ledger->invoices[i]->number, (uint32_t)i + 1);
	for (size_t i = 0; i < ledger->ncredit_notes; i++)
		take(desk, ledger->credit_notes[i]->number, CREDIT_NOTE);
}

static void count_place(struct desk *desk, struct str number, uint32_t place)
{
	count(desk, number, place != CREDIT_NOTE);
}

void series_check(struct reading *reading)
{
	struct desk desk = {.reading = reading, .all = map_new(reading->desk)};
	bool any = false;
	each(&desk, count_place);
	for (size_t i = 0; i < desk.all.count; i++) {
		struct series *series = desk.all.entries[i].value;
		if (!is_whole(series))
			continue;
		series->places = ARENA_ARRAY(reading->desk, uint32_t, width(series));
		any = true;
	}
	if (!any)
		return;
	each(&desk, put);
	for (size_t i = 0; i < desk.all.count; i++) {
		const struct series *series = desk.all.entries[i].value;
		if (!series->places)
			continue;
		warn_gap(&desk, series);
		warn_order(&desk, series);
	}
}
