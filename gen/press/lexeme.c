#include "press/lexeme.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool is_mark(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' ||
	       c == '{' || c == '}' || c == '/' || c == '%';
}

static size_t word_end(struct str text, size_t at)
{
	while (at < text.len && !is_blank(text.at[at]) && !is_mark(text.at[at]))
		at++;
	return at;
}

/* Behind the closing bracket of the string that begins at `at`. */
static size_t string_end(struct str text, size_t at)
{
	int depth = 0;

	for (; at < text.len; at++) {
		if (text.at[at] == '\\')
			at++;
		else if (text.at[at] == '(')
			depth++;
		else if (text.at[at] == ')' && --depth == 0)
			return at + 1;
	}
	return text.len;
}

static bool twice(struct str text, size_t at)
{
	return at + 1 < text.len && text.at[at] == text.at[at + 1];
}

static struct lexeme marked(struct str text, size_t at)
{
	char c = text.at[at];
	size_t behind;

	if (c == '/')
		return (struct lexeme){LEXEME_NAME, at, word_end(text, at + 1)};
	if (c == '(')
		return (struct lexeme){LEXEME_STRING, at, string_end(text, at)};
	if ((c == '<' || c == '>') && twice(text, at))
		return (struct lexeme){c == '<' ? LEXEME_OPEN : LEXEME_CLOSE, at, at + 2};
	if (c == '<') {
		behind = str_index(text, '>', at) + 1;
		return (struct lexeme){LEXEME_STRING, at,
				       behind < text.len ? behind : text.len};
	}
	return (struct lexeme){c == '[' ? LEXEME_OPEN : LEXEME_CLOSE, at, at + 1};
}

struct lexeme lexeme_next(struct str text, size_t at)
{
	while (at < text.len && is_blank(text.at[at]))
		at++;
	if (at >= text.len)
		return (struct lexeme){LEXEME_END, text.len, text.len};
	char c = text.at[at];
	if (is_mark(c))
		return marked(text, at);
	bool number = (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
	return (struct lexeme){number ? LEXEME_NUMBER : LEXEME_KEYWORD, at,
			       word_end(text, at)};
}

size_t lexeme_number(struct str text)
{
	size_t value = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9' || value > SIZE_MAX / 16)
			return 0;
		value = value * 10 + (size_t)(text.at[i] - '0');
	}
	return value;
}

/* "12 0 R" from its first number on: behind the R; else `otherwise`. */
static size_t reference_end(struct str text, struct lexeme first)
{
	struct lexeme second = lexeme_next(text, first.to);
	struct lexeme third = lexeme_next(text, second.to);

	if (second.kind == LEXEME_NUMBER && third.kind == LEXEME_KEYWORD &&
	    str_equal(str_slice(text, third.from, third.to), STR("R")))
		return third.to;
	return first.to;
}

size_t lexeme_skip(struct str text, size_t at)
{
	struct lexeme lexeme = lexeme_next(text, at);
	size_t depth = lexeme.kind == LEXEME_OPEN;

	if (lexeme.kind == LEXEME_NUMBER)
		return reference_end(text, lexeme);
	while (depth) {
		lexeme = lexeme_next(text, lexeme.to);
		if (lexeme.kind == LEXEME_END)
			break;
		depth += lexeme.kind == LEXEME_OPEN;
		depth -= lexeme.kind == LEXEME_CLOSE;
	}
	return lexeme.to;
}

struct str lexeme_value(struct str text, size_t at, struct str key)
{
	struct lexeme lexeme = lexeme_next(text, at);

	if (lexeme.kind != LEXEME_OPEN)
		return STR("");
	for (lexeme = lexeme_next(text, lexeme.to); lexeme.kind == LEXEME_NAME;
	     lexeme = lexeme_next(text, lexeme.to)) {
		size_t end = lexeme_skip(text, lexeme.to);
		struct str name = str_slice(text, lexeme.from, lexeme.to);

		if (str_equal(name, key))
			return str_trim(str_slice(text, lexeme.to, end));
		lexeme.to = end;
	}
	return STR("");
}
