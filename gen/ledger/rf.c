#include "ledger/rf.h"

#include "ledger/check_digits.h"

#define RF_SHORTEST 10 /* below: perhaps no such reference at all */
#define RF_LONGEST 25  /* ISO 11649 */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool begins(struct str text, size_t at)
{
	return at + 4 < text.len && text.at[at] == 'R' && text.at[at + 1] == 'F' &&
	       is_digit(text.at[at + 2]) && is_digit(text.at[at + 3]) &&
	       (at == 0 || !is_word(text.at[at - 1]));
}

/* The capital letters and digits of the group at *at, put behind `buf`; false when it is
 * none. */
static bool take_group(struct buf *buf, struct str text, size_t *at, size_t *length)
{
	size_t from = *at;
	while (*at < text.len && is_word(text.at[*at])) {
		if (text.at[*at] >= 'a')
			return false;
		buf_byte(buf, text.at[(*at)++]);
	}
	*length = *at - from;
	return *length > 0;
}

/* A reference as it can be read from a place: groups of four while there are any, then
 * what is left. */
struct reading_of {
	struct str longest; /* whatever its check digits are */
	struct str agreed;  /* the longest whose check digits agree; empty: none */
	size_t end;	    /* [bytes] behind `agreed` */
};

static struct reading_of read_at(struct arena *scratch, struct str text, size_t at)
{
	struct buf buf = buf_new(scratch, RF_LONGEST);
	struct reading_of of = {.end = at};
	size_t length = 4;
	while (length == 4 && take_group(&buf, text, &at, &length)) {
		if (buf.len > RF_LONGEST)
			break;
		of.longest = buf_str(&buf);
		if (buf.len > 4 && check_digits_agree(of.longest)) {
			of.agreed = of.longest;
			of.end = at;
		}
		if (at == text.len || text.at[at] != ' ')
			break;
		at++;
	}
	return of;
}

void rf_check(struct reading *reading, const struct node *node, struct str text)
{
	for (size_t at = 0; at < text.len; at++) {
		if (!begins(text, at))
			continue;
		struct reading_of of = read_at(reading->scratch, text, at);
		if (of.agreed.len || of.longest.len < RF_SHORTEST)
			continue;
		struct notice *notice = NOTICE(reading->notices, REFERENCE_CHECK,
					       node->span, STR_ARG(of.longest));
		notice_help(
			reading->notices, notice,
			"compare it with the document: a character is wrong, or two are swapped");
		return;
	}
}

struct str rf_next(struct arena *arena, struct str text, size_t *from, size_t *end)
{
	for (; *from < text.len; (*from)++) {
		if (!begins(text, *from))
			continue;
		struct reading_of of = read_at(arena, text, *from);
		*end = of.end;
		if (of.agreed.len)
			return of.agreed;
	}
	return STR("");
}

static bool is_separator(char c)
{
	return c == '-' || c == '.' || c == '/' || c == ' ';
}

struct str rf_from_name(struct arena *arena, struct str name)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, STR("RF00"));
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		if (is_word(c))
			buf_byte(&buf, (char)(c >= 'a' ? c - 'a' + 'A' : c));
		else if (!is_separator(c))
			return STR("");
	}
	if (buf.len == 4 || buf.len > RF_LONGEST)
		return STR("");
	unsigned digits = check_digits_for(buf_str(&buf));
	buf.at[2] = (char)('0' + digits / 10);
	buf.at[3] = (char)('0' + digits % 10);
	return buf_str(&buf);
}

bool rf_valid(struct str text)
{
	if (text.len < 5 || text.len > RF_LONGEST || !begins(text, 0))
		return false;
	for (size_t i = 4; i < text.len; i++)
		if (!is_word(text.at[i]) || text.at[i] >= 'a')
			return false;
	return check_digits_agree(text);
}
