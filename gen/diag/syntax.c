#include "diag/syntax.h"

#include <string.h>

#include "base/arena.h"
#include "diag/token.h"

/* A fault that a row of the table knows: how to say it. */
struct row {
	const char *problem; /* a part of libyaml's words */
	const char *context; /* likewise, or "" */
	void (*report)(const struct syntax *syntax);
};

static struct span span_at(const struct syntax *syntax, size_t at)
{
	return (struct span){syntax->source->file, (uint32_t)at};
}

static struct notice *report(const struct syntax *syntax, size_t at, const char *text,
			     const char *help)
{
	struct notice *notice =
		NOTICE(syntax->notices, YAML_SYNTAX, span_at(syntax, at), text);
	notice_help(syntax->notices, notice, "%s", help);
	return notice;
}

/* The byte at a place, 0 at the end. */
static char byte_at(const struct syntax *syntax, size_t at)
{
	return at < syntax->end ? syntax->source->bytes.at[at] : 0;
}

static struct str line_at(const struct syntax *syntax, size_t at, size_t *start)
{
	struct str bytes = str_slice(syntax->source->bytes, 0, syntax->end);
	size_t from = at < bytes.len ? at : bytes.len;
	while (from > 0 && bytes.at[from - 1] != '\n')
		from--;
	*start = from;
	struct str line = str_slice(bytes, from, str_index(bytes, '\n', from));
	return str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
}

/* Whether the bracket at `at` is closed in its own line. */
static bool is_closed(const struct syntax *syntax, size_t at)
{
	size_t start = 0;
	struct str line = line_at(syntax, at, &start);
	size_t end = at - start + token_length(line, at - start);
	char close = byte_at(syntax, at) == '[' ? ']' : '}';
	return end <= line.len && end > at - start + 1 && line.at[end - 1] == close;
}

static void report_comma(const struct syntax *syntax)
{
	bool list = byte_at(syntax, syntax->from) == '[';
	struct notice *notice =
		report(syntax, syntax->at,
		       list ? "expected ',' or ']' here" : "expected ',' or '}' here",
		       "put a comma between the entries, or quotes around the text");
	notice_note(syntax->notices, notice, span_at(syntax, syntax->from),
		    "the '%c' stands here", list ? '[' : '{');
}

static void report_unclosed(const struct syntax *syntax, size_t bracket)
{
	bool list = byte_at(syntax, bracket) == '[';
	struct notice *notice = report(
		syntax, bracket, list ? "'[' is never closed" : "'{' is never closed",
		list ? "close the list with ']'" : "close the mapping with '}'");
	notice->length = 1;
	if (syntax->at < syntax->end)
		notice_note(syntax->notices, notice, span_at(syntax, syntax->at),
			    "reading stopped here");
}

static void report_flow(const struct syntax *syntax)
{
	if (is_closed(syntax, syntax->from))
		report_comma(syntax);
	else
		report_unclosed(syntax, syntax->from);
}

static void report_quote(const struct syntax *syntax)
{
	bool twice = byte_at(syntax, syntax->from) == '"';
	struct notice *notice =
		report(syntax, syntax->from, "the quote is never closed",
		       twice ? "close it with '\"'" : "close it with \"'\"");
	notice->length = 1;
}

/* "reason: Late: no goods": the value wants quotes. True when reported. */
static bool report_second_colon(const struct syntax *syntax)
{
	size_t start = 0;
	struct str line = line_at(syntax, syntax->at, &start);
	size_t colon = str_index(line, ':', 0);
	while (colon + 1 < line.len && line.at[colon + 1] != ' ')
		colon = str_index(line, ':', colon + 1);
	if (colon + 1 >= line.len || start + colon >= syntax->at)
		return false;
	struct str key = str_trim(str_slice(line, 0, colon));
	struct str value = str_trim(str_slice(line, colon + 1, line.len));
	if (str_starts(key, STR("- ")))
		key = str_trim(str_slice(key, 2, key.len));
	bool quotes = str_index(value, '"', 0) < value.len;
	struct notice *notice =
		NOTICE(syntax->notices, YAML_SYNTAX, span_at(syntax, syntax->at),
		       "a second ': ' in one line");
	notice->length = 1;
	if (value.len > 80 || quotes)
		notice_help(syntax->notices, notice, "put the whole value in quotes");
	else
		notice_help(syntax->notices, notice, "write %.*s: \"%.*s\"", STR_ARG(key),
			    STR_ARG(value));
	return true;
}

/* "-number: R-3" makes a key of the dash, and the lines below it have no place. */
static bool report_tight_dash(const struct syntax *syntax)
{
	size_t start = 0, above = 0;
	line_at(syntax, syntax->at, &start);
	if (start == 0)
		return false;
	struct str line = str_trim(line_at(syntax, start - 1, &above));
	if (!str_starts(line, STR("-")) || str_starts(line, STR("- ")) ||
	    str_starts(line, STR("--")) || str_index(line, ':', 0) == line.len)
		return false;
	size_t dash = str_index(syntax->source->bytes, '-', above);
	struct notice *notice = NOTICE(syntax->notices, YAML_SYNTAX,
				       span_at(syntax, dash), "no blank after '-'");
	notice->length = 1;
	notice_help(syntax->notices, notice, "write - %.*s",
		    STR_ARG(str_slice(line, 1, line.len)));
	return true;
}

static void report_colon(const struct syntax *syntax)
{
	if (report_tight_dash(syntax) || report_second_colon(syntax))
		return;
	struct notice *notice = report(
		syntax, syntax->at, "a ':' is not allowed here",
		"check the indentation of this line, and whether the line above lacks its ':'");
	notice->length = 1;
}

static void report_no_colon(const struct syntax *syntax)
{
	size_t start = 0;
	struct str line = line_at(syntax, syntax->from, &start);
	line = str_slice(line, syntax->from - start, line.len);
	size_t colon = str_index(line, ':', 0), equals = str_index(line, '=', 0);
	bool tight = colon + 1 < line.len;
	size_t cut = tight ? colon : equals;
	if (cut + 1 >= line.len || line.len > 80) {
		report(syntax, syntax->from,
		       tight ? "no blank after ':'" : "a key without ':'",
		       "write 'key: value', or indent the text that belongs to the line above");
		return;
	}
	struct str key = str_trim(str_slice(line, 0, cut));
	struct str value = str_trim(str_slice(line, cut + 1, line.len));
	struct notice *notice =
		NOTICE(syntax->notices, YAML_SYNTAX, span_at(syntax, syntax->from),
		       tight ? "no blank after ':'" : "a key without ':'");
	notice_help(syntax->notices, notice, "write %.*s: %.*s", STR_ARG(key),
		    STR_ARG(value));
}

/* The quote that ends right before the fault: what stands behind it belongs inside. */
static bool report_behind_quote(const struct syntax *syntax)
{
	const struct quote *quote = &syntax->quote;
	size_t start = 0;
	line_at(syntax, syntax->at, &start);
	if (quote->to == 0 || quote->to > syntax->at || quote->to <= start)
		return false;
	if (quote->last_line == quote->first_line) {
		report(syntax, syntax->at, "text behind a closing quote",
		       byte_at(syntax, quote->from) == '"'
			       ? "put the whole value inside the quotes"
			       : "put it inside the quotes; write '' for a quote in them");
		return true;
	}
	struct notice *notice =
		report(syntax, quote->from, "the quote is not closed in its line",
		       "close it at the end of the text");
	notice->length = 1;
	notice_note(syntax->notices, notice, span_at(syntax, quote->to - 1),
		    "it ends only here");
	return true;
}

static void report_no_key(const struct syntax *syntax)
{
	struct notice *notice =
		report(syntax, syntax->at, "a key is missing before the ':'",
		       "write the key's name before the ':', or put the text in quotes");
	notice->length = 1;
}

static void report_key(const struct syntax *syntax)
{
	char c = byte_at(syntax, syntax->at);
	if (report_behind_quote(syntax))
		return;
	if (c == ':') {
		report_no_key(syntax);
		return;
	}
	struct notice *notice =
		report(syntax, syntax->at,
		       c == '-' ? "a list item among the keys of a mapping"
				: "the indentation fits nothing above",
		       c == '-' ? "indent the list below its key, or remove the '-'"
				: "keys of one mapping begin in the same column");
	notice_note(syntax->notices, notice, span_at(syntax, syntax->from),
		    "the mapping begins here");
}

static void report_item(const struct syntax *syntax)
{
	if (report_behind_quote(syntax))
		return;
	struct notice *notice = report(
		syntax, syntax->at, "expected '- ' and the next item of the list",
		"begin the line with '- ', or indent it alike with the item above");
	notice_note(syntax->notices, notice, span_at(syntax, syntax->from),
		    "the list begins here");
}

static void report_start(const struct syntax *syntax)
{
	char c = byte_at(syntax, syntax->at);
	char text[] = "text cannot begin with '?'";
	if (c == '\t') {
		struct notice *notice =
			report(syntax, syntax->at, "a tab between the words",
			       "replace it with spaces");
		notice->length = 1;
		return;
	}
	text[sizeof text - 3] = c;
	report(syntax, syntax->at, text, "put the whole text in quotes");
}

static void report_inline_list(const struct syntax *syntax)
{
	struct notice *notice =
		report(syntax, syntax->at, "a list cannot begin behind its key",
		       "put '- ' on a line of its own, or write [a, b]");
	notice->length = 1;
}

static void report_content(const struct syntax *syntax)
{
	char c = byte_at(syntax, syntax->at);
	if (c == ':') {
		report_no_key(syntax);
		return;
	}
	char text[] = "a value is missing before '?'";
	text[sizeof text - 3] = c;
	bool shown = c > ' ' && c < 0x7F;
	struct notice *notice =
		report(syntax, syntax->at, shown ? text : "a value is missing",
		       "write the value, or put text that begins so in quotes");
	notice->length = 1;
}

static void report_escape(const struct syntax *syntax)
{
	struct notice *notice =
		report(syntax, syntax->at, "an unknown escape in double quotes",
		       "write '\\\\' for a backslash, or use single quotes");
	notice->length = 2;
}

static void report_block(const struct syntax *syntax)
{
	report(syntax, syntax->at, "text behind '|' or '>'",
	       "begin the text on the next line, or put it in quotes");
}

static void report_name(const struct syntax *syntax)
{
	char text[] = "text cannot begin with '?'";
	text[sizeof text - 3] = byte_at(syntax, syntax->from);
	report(syntax, syntax->from, text, "put the whole text in quotes");
}

static void report_directive(const struct syntax *syntax)
{
	struct notice *notice = NOTICE_PLAIN(syntax->notices, YAML_DIRECTIVE,
					     span_at(syntax, syntax->from));
	notice_help(syntax->notices, notice, "remove the lines that begin with '%%'");
}

static void report_tag(const struct syntax *syntax)
{
	size_t start = 0,
	       at = byte_at(syntax, syntax->from) == '!' ? syntax->from : syntax->at;
	struct str line = line_at(syntax, at, &start);
	size_t length = token_length(line, at - start);
	struct str word = str_slice(line, at - start, at - start + length);
	struct notice *notice =
		NOTICE(syntax->notices, YAML_TAG, span_at(syntax, at), STR_ARG(word));
	notice_help(syntax->notices, notice, "put the text in quotes if it is meant");
}

static void report_trailing(const struct syntax *syntax)
{
	report(syntax, syntax->at, "this does not belong to what stands above",
	       "every line of a file belongs to one mapping: check the indentation");
}

static void report_other(const struct syntax *syntax)
{
	struct notice *notice = NOTICE(syntax->notices, YAML_SYNTAX,
				       span_at(syntax, syntax->at), syntax->problem);
	notice_help(syntax->notices, notice, "check the quotes and the indentation here");
}

static const struct row rows[] = {
	{"", "directive", report_directive},
	{"", "scanning a tag", report_tag},
	{"", "parsing a tag", report_tag},
	{"undefined tag handle", "", report_tag},
	{"", "scanning an anchor", report_name},
	{"", "scanning an alias", report_name},
	{"expected ',' or ']'", "", report_flow},
	{"expected ',' or '}'", "", report_flow},
	{"unexpected end of stream", "quoted scalar", report_quote},
	{"unexpected document indicator", "quoted scalar", report_quote},
	{"", "quoted scalar", report_escape},
	{"", "block scalar", report_block},
	{"mapping values are not allowed", "", report_colon},
	{"could not find expected ':'", "", report_no_colon},
	{"did not find expected key", "", report_key},
	{"did not find expected '-' indicator", "", report_item},
	{"cannot start any token", "", report_start},
	{"block sequence entries are not allowed", "", report_inline_list},
	{"did not find expected node content", "", report_content},
	{"expected <document start>", "", report_trailing},
	{"", "", report_other},
};

/* At the file's end, or at a line that begins in the first column, a bracket still open
 * was forgotten. */
static bool is_beyond_bracket(const struct syntax *syntax)
{
	size_t start = 0, opening = 0;
	if (syntax->open == SIZE_MAX)
		return false;
	struct str line = line_at(syntax, syntax->at, &start);
	line_at(syntax, syntax->open, &opening);
	if (syntax->at >= syntax->end)
		return true;
	bool dash = byte_at(syntax, syntax->at) == '-' &&
		    byte_at(syntax, syntax->at + 1) == ' ';
	return start > opening && line.len && (line.at[0] != ' ' || dash);
}

void syntax_report(const struct syntax *syntax)
{
	if (is_beyond_bracket(syntax)) {
		report_unclosed(syntax, syntax->open);
		return;
	}
	const struct row *row = rows;
	while (!strstr(syntax->problem, row->problem) ||
	       !strstr(syntax->context, row->context))
		row++;
	row->report(syntax);
}
