/* format: money, dates, rates and counts as a locale writes them.
 * Floor 5. Owner: the arena given.
 *
 * Each makes a value that prints the formatted form and has others below it: `.plain`
 * (money, rates, counts: 1250.00), `.iso` (dates: 2026-02-14), `.short` (money without
 * its currency, for tables; dates in figures), `.table` (money with it, for tables: there
 * figures of four digits are grouped in every locale), `.medium` (dates with a short
 * month).
 * Spaces inside are no-break spaces. */
#ifndef LETTER_FORMAT_H
#define LETTER_FORMAT_H

#include "ledger/ledger.h"
#include "letter/locale.h"

struct str format_money(struct arena *arena, const struct locale *locale, money amount,
			const struct currency *currency);
/* The figure alone, always grouped as the locale groups long ones: `.short`. */
struct str format_figure(struct arena *arena, const struct locale *locale, money amount,
			 unsigned decimals);
struct str format_date(struct arena *arena, const struct locale *locale,
		       struct str pattern, date day);
/* 117500 → "11.75%". */
struct str format_rate(struct arena *arena, const struct locale *locale, ppm rate);
/* 1 → "1 day", 46 → "46 days". */
struct str format_count(struct arena *arena, const struct locale *locale,
			enum plural plural, int64_t count);
/* "A", "A and B", "A, B and C". */
struct str format_list(struct arena *arena, const struct locale *locale,
		       const struct str items[], size_t count);
/* `text` with each "{name}" put in its place. */
struct str format_fill(struct arena *arena, struct str text, struct str name,
		       struct str value);

/* DATE_NONE is an empty value; so is MONEY_NONE. */
struct value *value_from_money(struct arena *arena, const struct locale *locale,
			       money amount, const struct currency *currency);
struct value *value_from_date(struct arena *arena, const struct locale *locale, date day);
struct value *value_from_rate(struct arena *arena, const struct locale *locale, ppm rate);
struct value *value_from_count(struct arena *arena, const struct locale *locale,
			       enum plural plural, int64_t count);

#endif
