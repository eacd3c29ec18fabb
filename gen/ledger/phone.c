#include "ledger/phone.h"

#define DIGITS_LEAST 3 /* 112 */
#define DIGITS_MOST 20 /* 15 by E.164, and an extension */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_number(struct str text)
{
	static const char between[] = " -./()";
	size_t digits = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool plus = c == '+' && i == 0;
		if (is_digit(c))
			digits++;
		else if (!plus && str_index(STR(between), c, 0) == sizeof between - 1)
			return false;
	}
	return digits >= DIGITS_LEAST && digits <= DIGITS_MOST;
}

/* An extension as it should stand: 0117 496 0000 ext. 12 becomes 0117 496 0000-12. */
static struct str mend(struct arena *arena, struct str text)
{
	size_t head = 0, tail = text.len;
	while (head < text.len && (is_digit(text.at[head]) || text.at[head] == '+' ||
				   text.at[head] == ' ' || text.at[head] == '-'))
		head++;
	while (tail > head && is_digit(text.at[tail - 1]))
		tail--;
	struct str middle = str_trim(str_slice(text, head, tail));
	struct str number = str_trim(str_slice(text, 0, head));
	bool extends = str_starts(middle, STR("ext")) || str_starts(middle, STR("Ext")) ||
		       str_equal_caseless(middle, STR("x"));
	if (!extends || tail == text.len || !is_number(number))
		return (struct str){0};
	return str_format(arena, "%.*s-%.*s", STR_ARG(number),
			  STR_ARG(str_slice(text, tail, text.len)));
}

bool phone_check(struct reading *reading, const struct node *node, const char *key,
		 struct str text)
{
	if (is_number(text))
		return true;
	struct notice *notice =
		NOTICE(reading->notices, PHONE_FORM, node->span, key, STR_ARG(text));
	struct str mended = mend(reading->scratch, text);
	if (mended.len)
		notice_help(reading->notices, notice, "write %.*s", STR_ARG(mended));
	else
		notice_help(
			reading->notices, notice,
			"write digits, such as +44 113 496 0000, or take the line out");
	return false;
}
