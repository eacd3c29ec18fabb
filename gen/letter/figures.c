#include "letter/figures.h"

#include "letter/format.h"

/* An amount being read. */
struct reader {
	struct str rest;
	uint64_t units;
	unsigned digits; /* since the last mark */
	bool negative;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool take(struct reader *reader, struct str text)
{
	if (!text.len || !str_starts(reader->rest, text))
		return false;
	reader->rest = str_slice(reader->rest, text.len, reader->rest.len);
	return true;
}

/* The digits that stand here; false when the amount is larger than any. */
static bool take_digits(struct reader *reader)
{
	size_t count = 0;
	for (; count < reader->rest.len && is_digit(reader->rest.at[count]); count++) {
		uint64_t digit = (uint64_t)(reader->rest.at[count] - '0');
		if (reader->units > (INT64_MAX - digit) / 10)
			return false;
		reader->units = reader->units * 10 + digit;
	}
	reader->digits = (unsigned)count;
	reader->rest = str_slice(reader->rest, count, reader->rest.len);
	return true;
}

/* Minus and currency in front of the first digit. */
static void take_front(struct reader *reader, const struct locale *locale)
{
	while (reader->rest.len && !is_digit(reader->rest.at[0])) {
		if (take(reader, locale->minus))
			reader->negative = true;
		else
			reader->rest = str_slice(reader->rest, 1, reader->rest.len);
	}
}

/* Groups of three behind the first. */
static bool take_groups(struct reader *reader, const struct locale *locale)
{
	if (!take_digits(reader) || reader->digits == 0)
		return false;
	while (take(reader, locale->money_group))
		if (!take_digits(reader) || reader->digits != 3)
			return false;
	return true;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (is_digit(text.at[i]))
			return true;
	return false;
}

static bool read(const struct figures *self, struct str text, int64_t *amount)
{
	const struct locale *locale = self->locale;
	const struct currency *currency = self->currency;
	struct reader reader = {.rest = text};
	take_front(&reader, locale);
	if (!take_groups(&reader, locale))
		return false;
	if (currency->decimals &&
	    (!take(&reader, locale->decimal) || !take_digits(&reader) ||
	     reader.digits != currency->decimals))
		return false;
	if (has_digit(reader.rest))
		return false;
	*amount = reader.negative ? -(int64_t)reader.units : (int64_t)reader.units;
	return true;
}

static struct str write(const struct figures *self, struct arena *arena, int64_t amount)
{
	const struct currency *currency = self->currency;
	return format_figure(arena, self->locale, amount, currency->decimals);
}

struct figures figures_of(const struct locale *locale, const struct currency *currency)
{
	return (struct figures){read, write, locale, currency};
}
