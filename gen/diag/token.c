#include "diag/token.h"

#include "base/utf8.h"

/* Before the token, only this much is looked at for an open bracket [bytes]. */
#define LOOK_BACK ((size_t)4096)

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_in(char c, const char *set)
{
	for (; *set; set++)
		if (c == *set)
			return true;
	return false;
}

/* Behind the closing quote; a doubled ' and an escaped " do not close. */
static size_t quoted_end(struct str line, size_t at)
{
	char quote = line.at[at++];
	for (; at < line.len; at++) {
		if (line.at[at] == '\\' && quote == '"')
			at++;
		else if (line.at[at] == quote && quote == '\'' && at + 1 < line.len &&
			 line.at[at + 1] == quote)
			at++;
		else if (line.at[at] == quote)
			return at + 1;
	}
	return line.len;
}

static size_t word_end(struct str line, size_t at)
{
	while (at < line.len && !is_blank(line.at[at]) && !is_in(line.at[at], ",]}"))
		at++;
	return at;
}

/* Behind the bracket that closes the one at `at`, else the line's end. */
static size_t flow_end(struct str line, size_t at)
{
	int depth = 0;
	while (at < line.len) {
		char c = line.at[at];
		if (depth > 0 && is_in(c, "\"'") && is_in(line.at[at - 1], "[{, :")) {
			at = quoted_end(line, at);
			continue;
		}
		depth += is_in(c, "[{") - is_in(c, "]}");
		at++;
		if (depth == 0)
			return at;
	}
	return line.len;
}

/* Whether a bracket opened in this line is still open at `offset`. */
static bool is_in_flow(struct str line, size_t offset)
{
	int depth = 0;
	for (size_t at = offset > LOOK_BACK ? offset - LOOK_BACK : 0; at < offset; at++) {
		depth += is_in(line.at[at], "[{") - is_in(line.at[at], "]}");
		if (depth < 0)
			depth = 0;
	}
	return depth > 0;
}

/* Whether a byte ends a plain scalar in any context: ": ", " #", a colon at the end. */
static bool ends_plain(struct str line, size_t at)
{
	char c = line.at[at];
	bool last = at + 1 == line.len;
	if (c == ':')
		return last || is_in(line.at[at + 1], " \t,]}");
	return c == '#' && at > 0 && is_blank(line.at[at - 1]);
}

static size_t plain_end(struct str line, size_t offset)
{
	size_t at = offset,
	       cut = line.len; /* the first byte that would end it in a flow */
	int depth = 0;
	for (; at < line.len && !ends_plain(line, at); at++) {
		depth += is_in(line.at[at], "[{") - is_in(line.at[at], "]}");
		if (cut == line.len && (line.at[at] == ',' || depth < 0))
			cut = at;
	}
	size_t end = at;
	while (end > offset && is_blank(line.at[end - 1]))
		end--;
	/* A comma before ": " or at the line's end, or a bracket too many, tells of a
	 * flow that began in a line before. */
	bool colon = at < line.len && line.at[at] == ':';
	bool open = end > offset && line.at[end - 1] == ',';
	if (cut < end && (colon || open || depth < 0 || is_in_flow(line, offset)))
		return cut;
	return end;
}

static size_t tag_end(struct str line, size_t at)
{
	for (size_t end = at; end + 1 < line.len; end++) {
		if (line.at[end] != '}' || line.at[end + 1] != '}')
			continue;
		return end + 2 < line.len && line.at[end + 2] == '}' ? end + 3 : end + 2;
	}
	return line.len;
}

static size_t end_of(struct str line, size_t at)
{
	char c = line.at[at];
	if (str_starts(str_slice(line, at, line.len), STR("{{")))
		return tag_end(line, at);
	if (is_in(c, "\"'"))
		return quoted_end(line, at);
	if (is_in(c, "[{"))
		return flow_end(line, at);
	if (is_in(c, "&*!|>%"))
		return word_end(line, at);
	if (is_blank(c) || is_in(c, ",]}:"))
		return at + 1;
	return plain_end(line, at);
}

size_t token_length(struct str line, size_t offset)
{
	if (offset >= line.len)
		return 1;
	size_t next = offset;
	utf8_next(line, &next);
	size_t end = end_of(line, offset);
	return (end > next ? end : next) - offset;
}
