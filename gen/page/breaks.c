#include "page/breaks.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

/* Longest word that is held to the number before it [characters]: units, currencies,
 * days. */
#define UNIT_LONGEST 5

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static bool is_end(char c)
{
	return c == ' ' || c == '\n';
}

static bool has_digit(struct str token)
{
	for (size_t i = 0; i < token.len; i++)
		if (is_digit(token.at[i]))
			return true;
	return false;
}

static bool is_web_address(struct str token)
{
	size_t colon = str_index(token, ':', 0);
	return str_starts(str_slice(token, colon, token.len), STR("://"));
}

/* Digits with marks between them: 30, 1,250.00, 12–15; not the end of a sentence, not a
 * code such as 12-34-56. */
static bool is_number(struct str token)
{
	if (!token.len || !is_digit(token.at[0]) || !is_digit(token.at[token.len - 1]))
		return false;
	for (size_t i = 0; i < token.len; i++) {
		char c = token.at[i];
		if (is_ascii(c) && !is_digit(c) && c != '.' && c != ',' && c != '\'')
			return false;
	}
	return true;
}

static bool is_unit(struct str token)
{
	return token.len > 0 && !is_digit(token.at[0]) && token.at[0] != '(' &&
	       utf8_count(token) <= UNIT_LONGEST;
}

/* What stands in front of its number: EUR, £, §, n°, no. */
static bool leads_number(struct str token)
{
	static const struct str leads[] = {
		STR_LIT("£"),	STR_LIT("€"),	STR_LIT("$"),	STR_LIT("¥"),
		STR_LIT("§"),	STR_LIT("n°"),	STR_LIT("N°"),	STR_LIT("№"),
		STR_LIT("no."), STR_LIT("No."), STR_LIT("Nr."), STR_LIT("nr."),
		STR_LIT("Fr."), STR_LIT("p."),
	};
	if (token.len && token.at[0] == '(')
		token = str_slice(token, 1, token.len);
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		if (str_equal(token, leads[i]))
			return true;
	return token.len == 3 && is_capital(token.at[0]) && is_capital(token.at[1]) &&
	       is_capital(token.at[2]);
}

static bool belong_together(struct str before, struct str token)
{
	if (is_number(before))
		return is_unit(token);
	return leads_number(before) && token.len > 0 && is_digit(token.at[0]);
}

/* Full stops and commas inside a token: `e.g.`, `a,b` (rule LB 29, which the library
 * lacks). */
static bool is_inner_mark(char c)
{
	return c == '.' || c == ',' || c == ':' || c == ';';
}

static void hold_token(struct str text, size_t from, size_t to, char *marks)
{
	struct str token = str_slice(text, from, to);
	if (is_web_address(token))
		return;
	bool digits = has_digit(token);
	for (size_t i = from + 1; i < to; i++) {
		char before = text.at[i - 1], c = text.at[i];
		bool in_code =
			digits && (is_digit(c) || (is_ascii(before) && is_ascii(c)));
		if (in_code || is_inner_mark(before))
			marks[i] = BREAK_NONE;
	}
}

/* A group of a telephone number or the like: +44, 117, 0000. */
static bool is_group(struct str token)
{
	size_t from = token.len > 1 && token.at[0] == '+', to = token.len;
	while (to > from && is_inner_mark(token.at[to - 1]))
		to--;
	for (size_t i = from; i < to; i++)
		if (!is_digit(token.at[i]))
			return false;
	return to > from;
}

/* A day and its month, as dates are written: `30\u00a0November`, `November\u00a030,`. */
static bool is_day(struct str token)
{
	struct str space = STR("\u00a0");
	for (size_t i = 1; has_digit(token) && i + space.len < token.len; i++)
		if (str_starts(str_slice(token, i, token.len), space))
			return true;
	return false;
}

/* Four digits and perhaps the end of a sentence. */
static bool is_year(struct str token)
{
	size_t digits = 0;
	while (digits < token.len && is_digit(token.at[digits]))
		digits++;
	return digits == 4 && (token.len == 4 || !is_digit(token.at[4]));
}

static bool is_next(struct str before, struct str token)
{
	return before.len && before.at + before.len + 1 == token.at &&
	       token.at[-1] == ' ';
}

static void hold(struct str text, char *marks)
{
	const struct str nothing = {0};
	struct str before = nothing,
		   group = nothing, /* the tokens that may hold the next */
		day = nothing;
	for (size_t at = 0; at < text.len;) {
		size_t end = at;
		while (end < text.len && !is_end(text.at[end]))
			end++;
		struct str token = str_slice(text, at, end);
		hold_token(text, at, end, marks);
		bool grouped = is_next(group, token) && is_group(token);
		bool paired = is_next(before, token) && belong_together(before, token);
		bool linked = is_next(day, token) && str_equal(token, STR("de"));
		bool dated = is_next(day, token) && is_year(token);
		bool dot = str_equal(token, STR("·")); /* ends a line, begins none */
		if (grouped || paired || linked || dated || (dot && at))
			marks[at] = BREAK_NONE;
		before = grouped || paired || dated ? nothing
						    : token; /* in twos, not in chains */
		group = is_group(token) ? token : nothing;
		day = linked || is_day(token) ? token : nothing;
		at = end + 1;
	}
}

/* How UAX #14 sees the ASCII letters are mostly made of: 'l' breaks at blanks alone; 'm'
 * too, when no blank stands before it; 'b' is a blank; about '-' the library is asked. */
static const char eases[] = "----------b---------------------"
			    "b-----l----lm-m-llllllllllmm----"
			    "lllllllllllllllllllllllllll-----"
			    "-llllllllllllllllllllllllll-----";

/* Others that behave as 'l': À to ſ, no-break space, £, €. [bytes], 0: none of them. */
static size_t easy_sequence(struct str rest)
{
	static const struct str others[] = {STR_LIT("\u00a0"), STR_LIT("\u00a3"),
					    STR_LIT("\u20ac")};
	unsigned char lead = (unsigned char)rest.at[0];
	if (lead >= 0xC3 && lead <= 0xC5)
		return 2;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_starts(rest, others[i]))
			return others[i].len;
	return 0;
}

/* What one look at a text tells. */
struct look {
	bool plain; /* it breaks at blanks alone */
	bool digits;
	size_t places; /* a line may or must end at no more than these */
};

static struct look look_at(struct str text)
{
	struct look look = {.plain = true};
	char before = 'b';
	for (size_t i = 0; i < text.len;) {
		char c = text.at[i];
		char ease = is_ascii(c) ? eases[(unsigned char)c] : 'l';
		size_t len =
			is_ascii(c) ? 1 : easy_sequence(str_slice(text, i, text.len));
		if (len == 0 || ease == '-' || (ease == 'm' && before == 'b')) {
			look.plain = false;
			return look;
		}
		look.digits = look.digits || is_digit(c);
		look.places += ease == 'b';
		before = ease;
		i += len;
	}
	return look;
}

static void break_at_blanks(struct str text, char *marks)
{
	memset(marks, BREAK_NONE, text.len);
	for (size_t i = str_index(text, ' ', 0) + 1; i < text.len;
	     i = str_index(text, ' ', i) + 1)
		if (!is_end(text.at[i]))
			marks[i] = BREAK_ALLOWED;
}

static size_t break_by_rule(struct str text, char *marks)
{
	size_t places = 0;
	unicode_breaks(text, marks);
	for (size_t i = 0; i < text.len; i++) {
		bool allowed = marks[i] != 0;
		marks[i] = allowed ? BREAK_ALLOWED : BREAK_NONE;
		places += allowed || text.at[i] == '\n';
	}
	return places;
}

size_t breaks_find(struct str text, char *marks)
{
	if (text.len == 0)
		return 0;
	struct look look = look_at(text);
	if (look.plain)
		break_at_blanks(text, marks);
	else
		look.places = break_by_rule(text, marks);
	if (look.digits || !look.plain)
		hold(text, marks);
	return look.places;
}

size_t breaks_cluster(struct str text, size_t at)
{
	return unicode_cluster(text, at);
}
