#include "mdoc.h"

#include "base/version.h"

#define WIDTH 70 /* [bytes] of a line of prose, where a blank allows */

/* What roff would read as something else: "-" as a hyphen that cannot be pasted, "'" as a
 * curly one, a backslash as the beginning of an order. */
static const char *escape(char c)
{
	switch (c) {
	case '\\':
		return "\\e";
	case '-':
		return "\\-";
	case '\'':
		return "\\(aq";
	case '"':
		return "\\(dq";
	case '`':
		return "\\(ga";
	case '^':
		return "\\(ha";
	case '~':
		return "\\(ti";
	}
	return NULL;
}

static void put_word(struct buf *out, struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		const char *escaped = escape(word.at[i]);
		if (escaped)
			buf_put(out, str_from_c(escaped));
		else
			buf_byte(out, word.at[i]);
	}
}

/* Words that end a sentence, whatever closes behind the point. */
static bool ends_sentence(struct str word)
{
	size_t end = word.len;

	while (end && (word.at[end - 1] == ')' || word.at[end - 1] == '\''))
		end--;
	return end && (word.at[end - 1] == '.' || word.at[end - 1] == '?');
}

static size_t word_end(struct str text, size_t from)
{
	while (from < text.len && text.at[from] != ' ' && text.at[from] != '\n')
		from++;
	return from;
}

/* A point at a line's beginning would be an order. */
static void guard(struct buf *out, struct str word)
{
	if (word.at[0] == '.')
		buf_put(out, STR("\\&"));
}

void mdoc_put(struct buf *out, struct str text)
{
	put_word(out, text);
}

void mdoc_open(struct buf *out, struct str name, int section, const char *about)
{
	buf_put(out, STR(".Dd " RELEASED "\n.Dt "));
	for (size_t i = 0; i < name.len; i++)
		buf_byte(out, name.at[i] >= 'a' && name.at[i] <= 'z'
				      ? (char)(name.at[i] - 'a' + 'A')
				      : name.at[i]);
	buf_format(out, " %d\n.Os\n.Sh NAME\n.Nm %.*s\n.Nd %s\n", section, STR_ARG(name),
		   about);
}

void mdoc_prose(struct buf *out, struct str text)
{
	size_t start = out->len; /* of this line */

	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = word_end(text, at);
		struct str word = str_slice(text, at, end);
		if (word.len == 0)
			continue;
		if (out->len > start && out->len - start + word.len >= WIDTH) {
			buf_byte(out, '\n');
			start = out->len;
		} else if (out->len > start) {
			buf_byte(out, ' ');
		}
		if (out->len == start)
			guard(out, word);
		put_word(out, word);
		if (ends_sentence(word)) {
			buf_byte(out, '\n');
			start = out->len;
		}
	}
	if (out->len > start)
		buf_byte(out, '\n');
}

void mdoc_lines(struct buf *out, struct str text)
{
	struct str line;

	buf_put(out, STR(".Bd -literal\n"));
	while (str_line(&text, &line)) {
		if (line.len)
			guard(out, line);
		put_word(out, line);
		buf_byte(out, '\n');
	}
	buf_put(out, STR(".Ed\n"));
}

void mdoc_line(struct buf *out, const char *macro, struct str text)
{
	buf_format(out, ".%s", macro);
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		end = word_end(text, at);
		/* Two or three letters may be an order: "No", "Ad". */
		buf_put(out, end - at <= 3 ? STR(" \\&") : STR(" "));
		put_word(out, str_slice(text, at, end));
	}
	buf_byte(out, '\n');
}
