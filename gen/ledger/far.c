#include "ledger/far.h"

#include <stdlib.h>

#define AHEAD 366	/* [days] after the as-of day and after all others */
#define BEHIND 3653	/* [days] before the as-of day: ten years */
#define BEHIND_GAP 1826 /* [days] before all others: five years */
#define FEW 20		/* one in so many may be far */

struct dated {
	date day;
	struct span span;
};

/* The day that a record of the section is about, and its place. */
static struct dated dated_of(enum section section, const void *record)
{
	if (section == SECTION_INVOICES) {
		const struct invoice *invoice = record;
		return (struct dated){invoice->issued, invoice->span};
	}
	if (section == SECTION_CREDIT_NOTES) {
		const struct credit_note *note = record;
		return (struct dated){note->issued, note->span};
	}
	if (section == SECTION_PAYMENTS) {
		const struct payment *payment = record;
		return (struct dated){payment->date, payment->span};
	}
	const struct log_entry *entry = record;
	return (struct dated){entry->date, entry->span};
}

static int by_day(const void *a, const void *b)
{
	const struct dated *x = a, *y = b;
	return x->day < y->day ? -1 : x->day > y->day;
}

static void warn(struct reading *reading, enum section section, const struct dated *far,
		 date near, const char *how)
{
	struct buf day = buf_new(reading->scratch, 0);
	date_put(&day, far->day);
	struct notice *notice =
		NOTICE(reading->notices, DATE_FAR, far->span, STR_ARG(buf_str(&day)), how,
		       schema_sections[section].key);
	struct civil civil = civil_from_date(far->day);
	int year = civil_from_date(near).year;
	if (civil.day > month_length(year, civil.month))
		civil.day = month_length(year, civil.month);
	struct buf meant = buf_new(reading->scratch, 0);
	date_put(&meant, date_from_civil(year, civil.month, civil.day));
	notice_help(reading->notices, notice, "did you mean %.*s?",
		    STR_ARG(buf_str(&meant)));
}

/* What lies ahead of `last` (or behind `first`) with a gap before it. */
static void check_side(struct reading *reading, enum section section, struct dated *far,
		       size_t count, date near, bool ahead)
{
	qsort(far, count, sizeof *far, by_day);
	date edge = near;
	for (size_t i = 0; i < count; i++) {
		const struct dated *item = ahead ? &far[i] : &far[count - 1 - i];
		bool apart =
			ahead ? item->day - edge > AHEAD : edge - item->day > BEHIND_GAP;
		if (apart)
			warn(reading, section, item, near,
			     ahead ? "over a year after" : "over five years before");
		else
			edge = item->day;
	}
}

/* The records beyond a limit, NULL when there are none or too many; `near` is the last
 * day on this side of it. */
static struct dated *beyond(struct reading *reading, enum section section, bool ahead,
			    size_t *count, date *near)
{
	const struct shelf *shelf = &reading->shelves[section];
	date limit = ahead ? reading->as_of + AHEAD : reading->as_of - BEHIND;
	size_t most = (shelf->count + FEW - 1) / FEW;
	struct dated *far = NULL;
	for (size_t i = 0; i < shelf->count; i++) {
		struct dated item = dated_of(section, shelf->records[i]);
		if (item.day == DATE_NONE)
			continue;
		if (ahead ? item.day <= limit : item.day >= limit) {
			if (*near == DATE_NONE ||
			    (ahead ? item.day > *near : item.day < *near))
				*near = item.day;
			continue;
		}
		if (*count == most)
			return NULL;
		if (!far)
			far = ARENA_ARRAY(reading->scratch, struct dated, most);
		far[(*count)++] = item;
	}
	return far;
}

static void check(struct reading *reading, enum section section, bool ahead)
{
	size_t count = 0;
	date near = DATE_NONE;
	struct dated *far = beyond(reading, section, ahead, &count, &near);
	if (!far || near == DATE_NONE)
		return;
	if (ahead && near < reading->as_of)
		near = reading->as_of;
	check_side(reading, section, far, count, near, ahead);
}

void far_check(struct reading *reading)
{
	static const enum section sections[] = {SECTION_INVOICES, SECTION_CREDIT_NOTES,
						SECTION_PAYMENTS, SECTION_LOG};
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		check(reading, sections[i], true);
		check(reading, sections[i], false);
		arena_rewind(reading->scratch, mark);
	}
}
