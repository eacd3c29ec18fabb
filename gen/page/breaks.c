#include "page/breaks.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

/* Longest word that is held to the number before it [characters]: units, currencies,
 * days. */
#define UNIT_LONGEST 5

/* What a byte is to a token. */
enum {
	DIGIT = 1,
	INNER = 2, /* a mark that may stand inside: `e.g.`, `a,b` (rule LB 29, which the
		    * library lacks) */
	BLANK = 4,
	SPACE = 8 /* the first byte of a no-break space, or of a few others */
};

static const unsigned char classes[256] = {
	[' '] = BLANK, ['\n'] = BLANK, ['.'] = INNER, [','] = INNER, [':'] = INNER,
	[';'] = INNER, ['0'] = DIGIT,  ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT,
	['4'] = DIGIT, ['5'] = DIGIT,  ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT,
	['9'] = DIGIT, [0xC2] = SPACE,
};

static unsigned class_of(char c)
{
	return classes[(unsigned char)c];
}

static bool is_digit(char c)
{
	return class_of(c) == DIGIT;
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
	return class_of(c) == BLANK;
}

/* What stands between two blanks. */
struct token {
	struct str text;
	unsigned holds; /* the classes of its bytes */
};

static bool has_digit(struct token token)
{
	return token.holds & DIGIT;
}

static bool is_web_address(struct str token)
{
	size_t colon = str_index(token, ':', 0);
	return str_starts(str_slice(token, colon, token.len), STR("://"));
}

/* Digits with marks between them: 30, 1,250.00, 12–15; not the end of a sentence, not a
 * code such as 12-34-56. */
static bool is_number(struct token token)
{
	struct str text = token.text;
	if (!has_digit(token) || !is_digit(text.at[0]) ||
	    !is_digit(text.at[text.len - 1]))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
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
	for (size_t i = 0; token.len <= 3 && i < sizeof leads / sizeof *leads; i++)
		if (str_equal(token, leads[i]))
			return true;
	return token.len == 3 && is_capital(token.at[0]) && is_capital(token.at[1]) &&
	       is_capital(token.at[2]);
}

static bool belong_together(struct token before, struct token token)
{
	if (is_number(before))
		return is_unit(token.text);
	return has_digit(token) && is_digit(token.text.at[0]) &&
	       leads_number(before.text);
}

static void hold_token(struct str text, struct token token, char *marks)
{
	bool digits = has_digit(token);
	bool may_break = digits || token.holds & INNER;
	if (!may_break || is_web_address(token.text))
		return;
	size_t from = (size_t)(token.text.at - text.at);
	for (size_t i = from + 1; i < from + token.text.len; i++) {
		char before = text.at[i - 1], c = text.at[i];
		bool in_code =
			digits && (is_digit(c) || (is_ascii(before) && is_ascii(c)));
		if (in_code || class_of(before) == INNER)
			marks[i] = BREAK_NONE;
	}
}

/* A group of a telephone number or the like: +44, 117, 0000. */
static bool is_group(struct token token)
{
	if (!has_digit(token))
		return false;
	struct str text = token.text;
	size_t from = text.len > 1 && text.at[0] == '+', to = text.len;
	while (to > from && class_of(text.at[to - 1]) == INNER)
		to--;
	for (size_t i = from; i < to; i++)
		if (!is_digit(text.at[i]))
			return false;
	return to > from;
}

/* A day and its month, as dates are written: `30\u00a0November`, `November\u00a030,`. */
static bool is_day(struct token token)
{
	struct str text = token.text, space = STR("\u00a0");
	if (!has_digit(token) || !(token.holds & SPACE))
		return false;
	for (size_t i = 1; i + space.len < text.len; i++)
		if (class_of(text.at[i]) == SPACE &&
		    str_starts(str_slice(text, i, text.len), space))
			return true;
	return false;
}

/* Four digits and perhaps the end of a sentence. */
static bool is_year(struct token token)
{
	struct str text = token.text;
	size_t digits = 0;
	while (digits < text.len && is_digit(text.at[digits]))
		digits++;
	return digits == 4 && (text.len == 4 || !is_digit(text.at[4]));
}

static struct token token_at(struct str text, size_t at)
{
	size_t end = at;
	unsigned holds = 0;
	for (; end < text.len && !is_end(text.at[end]); end++)
		holds |= class_of(text.at[end]);
	return (struct token){{text.at + at, end - at}, holds};
}

/* The tokens before a place that may hold the one there; empty ones hold nothing. */
struct holders {
	struct token last, group, day;
};

/* Whether a line may not end in front of the token, one blank behind those before it. */
static bool is_held(struct holders *holders, struct token token)
{
	const struct token nothing = {{0}, 0};
	bool grouped = holders->group.text.len && is_group(token);
	bool paired = belong_together(holders->last, token);
	bool linked = holders->day.text.len && str_equal(token.text, STR("de"));
	bool dated = holders->day.text.len && is_year(token);
	if (grouped || paired || dated) /* in twos, not in chains */
		holders->last = nothing;
	else
		holders->last = token;
	holders->group = is_group(token) ? token : nothing;
	holders->day = linked || is_day(token) ? token : nothing;
	bool dot = str_equal(token.text, STR("·")); /* ends a line, begins none */
	return grouped || paired || linked || dated || dot;
}

/* A word behind words is held by none of them. */
static bool is_free(const struct holders *holders, struct token token)
{
	unsigned holds = token.holds | holders->last.holds | holders->group.holds |
			 holders->day.holds;
	return !(holds & (DIGIT | SPACE));
}

/* In a plain text no line ends inside a token anyway. */
static void hold(struct str text, bool plain, char *marks)
{
	struct holders holders = {0};
	for (size_t at = 0; at < text.len; at++) {
		struct token token = token_at(text, at);
		bool follows = at > 0 && text.at[at - 1] == ' ' && token.text.len;
		if (!plain)
			hold_token(text, token, marks);
		if (is_free(&holders, token)) {
			holders.last = token;
			at += token.text.len;
			continue;
		}
		if (!follows)
			holders = (struct holders){0};
		if (is_held(&holders, token) && follows)
			marks[at] = BREAK_NONE;
		at += token.text.len;
	}
}

/* How UAX #14 sees the ASCII letters are mostly made of: 'l' breaks at blanks alone; 'm'
 * too, when no blank stands before it; 'o' opens, 'q' quotes, 'p' is a currency or the
 * like, 'h' joins (see below), 'b' is a blank; about '-' the library is asked. */
static const char eases[] = "----------b---------------------"
			    "b-q--plqom-pmhmhllllllllllmm----"
			    "lllllllllllllllllllllllllll-----"
			    "-llllllllllllllllllllllllll-----";

/* Others that behave as 'l' (À to ſ, no-break space, ·), 'p' (£ €) or 'q' (’ “ ”).
 * [bytes], 0: none of them. */
static size_t easy_sequence(struct str rest, char *ease)
{
	static const struct {
		struct str text;
		char ease;
	} others[] = {
		{STR_LIT("\u00a0"), 'l'}, {STR_LIT("\u00a3"), 'p'}, {STR_LIT("·"), 'l'},
		{STR_LIT("’"), 'q'},	  {STR_LIT("€"), 'p'},	    {STR_LIT("“"), 'q'},
		{STR_LIT("”"), 'q'},
	};
	unsigned char lead = (unsigned char)rest.at[0];
	*ease = 'l';
	if (lead >= 0xC3 && lead <= 0xC5)
		return 2;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_starts(rest, others[i].text)) {
			*ease = others[i].ease;
			return others[i].text.len;
		}
	return 0;
}

/* What one look at a text tells. */
struct look {
	bool plain; /* it breaks at blanks alone */
	bool digits, dots;
	size_t places; /* a line may or must end at no more than these */
};

/* What of the text and of the token has been seen. */
struct seen {
	char before; /* the ease of the character before */
	bool opens, quotes;
	bool digit, joint, foreign; /* in the token */
};

/* A character that is easy by itself is so in its company. A joint (hyphen, slash) is
 * easy inside a code, which is never broken: an ASCII token with a digit in it. */
static bool is_easy(struct seen *seen, char ease, struct str rest)
{
	bool after_blank = seen->before == 'b';
	bool slash = rest.at[0] == '/';
	switch (ease) {
	case 'm':
		return !after_blank;
	case 'h':
		seen->joint = true;
		return slash ? !after_blank && seen->before != 'h' : true;
	case 'p':
		return seen->before != 'p';
	case 'o':
		seen->opens = true;
		return after_blank && rest.len > 1 && !is_end(rest.at[1]) &&
		       !seen->quotes;
	case 'q':
		seen->quotes = true;
		return !seen->opens;
	case '-':
		return false;
	}
	return true;
}

/* Whether the token that ends here is easy; the next one begins. */
static bool end_token(struct seen *seen)
{
	bool easy = !seen->joint || (seen->digit && !seen->foreign);
	seen->digit = seen->joint = seen->foreign = false;
	return easy;
}

/* [bytes] where the run of plain letters that begins at `at` ends. */
static size_t letters_end(struct str text, size_t at)
{
	while (at < text.len && is_ascii(text.at[at]) &&
	       eases[(unsigned char)text.at[at]] == 'l' && !is_digit(text.at[at]))
		at++;
	return at;
}

/* One character that is no plain letter: what it adds to the look. Returns its length. */
static size_t look_closer(struct str text, size_t at, struct look *look,
			  struct seen *seen)
{
	struct str rest = {text.at + at, text.len - at};
	char c = text.at[at], ease = eases[(unsigned char)c & 0x7F];
	size_t len = is_ascii(c) ? 1 : easy_sequence(rest, &ease);
	bool indents = c == ' ' && (at == 0 || text.at[at - 1] == '\n');
	look->dots |= (unsigned char)c == 0xC2;
	look->digits |= is_digit(c);
	seen->digit |= is_digit(c);
	seen->foreign |= !is_ascii(c);
	look->places += ease == 'b';
	if (ease == 'b')
		look->plain = end_token(seen) && !indents;
	else if (ease != 'l')
		look->plain = is_easy(seen, ease, rest);
	look->plain = look->plain && len > 0;
	seen->before = ease;
	return len;
}

static struct look look_at(struct str text)
{
	struct look look = {.plain = true};
	struct seen seen = {.before = 'b'};
	for (size_t i = 0; i < text.len && look.plain;) {
		size_t end = letters_end(text, i);
		seen.before = end > i ? 'l' : seen.before;
		i = end;
		if (i < text.len)
			i += look_closer(text, i, &look, &seen);
	}
	look.plain = look.plain && end_token(&seen);
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
	if (look.digits || look.dots || !look.plain)
		hold(text, look.plain, marks);
	return look.places;
}

size_t breaks_cluster(struct str text, size_t at)
{
	return unicode_cluster(text, at);
}
