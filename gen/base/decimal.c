/* The decimals of money.h. */
#include "base/money.h"

static const int64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

static bool is_digit(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* Bytes of the thousands separator (or decimal comma) that stands at `at`; 0 for none. */
static size_t separator(struct str s, size_t at)
{
	static const struct str spaces[] = {STR_LIT("\xC2\xA0"), STR_LIT("\xE2\x80\xAF"),
					    STR_LIT("\xE2\x80\x89"),
					    STR_LIT("\xE2\x80\x99")};
	char c = s.at[at];
	if (c == ',' || c == ' ' || c == '\'' || c == '_' || c == '.')
		return 1;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (str_starts(str_slice(s, at, s.len), spaces[i]))
			return spaces[i].len;
	return 0;
}

static struct decimal fault_at(enum decimal_fault fault, size_t at)
{
	return (struct decimal){.fault = fault, .at = at};
}

/* The first byte from `from` on that is neither digit nor a decimal point between digits.
 */
static struct decimal check(struct str s, size_t from, size_t *point)
{
	*point = s.len;
	for (size_t at = from; at < s.len; at++) {
		if (is_digit(s, at))
			continue;
		bool inside = at > from; /* behind a digit: a point has one behind it */
		if (s.at[at] == '.' && *point == s.len && inside && is_digit(s, at + 1)) {
			*point = at;
			continue;
		}
		size_t len = separator(s, at);
		if (len && inside && is_digit(s, at + len))
			return fault_at(DECIMAL_SEPARATOR, at);
		return fault_at(DECIMAL_SYMBOL, at);
	}
	return fault_at(DECIMAL_OK, 0);
}

struct decimal decimal_from_str(struct str s, unsigned decimals, bool sign, int64_t limit)
{
	bool minus = s.len && s.at[0] == '-';
	if (s.len && (s.at[0] == '+' || (minus && !sign)))
		return fault_at(DECIMAL_SIGN, 0);
	size_t from = minus, point = 0;
	if (s.len == from)
		return fault_at(DECIMAL_EMPTY, from);
	struct decimal result = check(s, from, &point);
	if (result.fault != DECIMAL_OK)
		return result;
	size_t places = point < s.len ? s.len - point - 1 : 0;
	if (places > decimals)
		return fault_at(DECIMAL_PLACES, point + 1 + decimals);
	wide value = 0;
	for (size_t at = from; at < s.len && value <= limit; at++)
		if (at != point)
			value = value * 10 + (s.at[at] - '0');
	value *= powers[decimals - places];
	if (value > limit)
		return fault_at(DECIMAL_RANGE, from);
	result.value = minus ? -(int64_t)value : (int64_t)value;
	return result;
}
