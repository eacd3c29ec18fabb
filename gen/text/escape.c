#include "text/escape.h"

#include "base/utf8.h"

static bool is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	       (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

static bool is_special(char c)
{
	return is_punctuation(c) || is_blank(c);
}

/* Spaces beyond ASCII: at a value's end they would stop `**{{x}}**` from being bold. */
static bool is_wide_space(uint32_t point)
{
	return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
	       point == 0x202F || point == 0x205F || point == 0x3000;
}

/* Where the last code point of the text begins. */
static size_t last_point(struct str text)
{
	size_t at = text.len;
	while (at > 0 && ((unsigned char)text.at[at - 1] & 0xC0) == 0x80)
		at--;
	return at ? at - 1 : 0;
}

/* A wide space at either end of the text: written as a reference. Its length, or 0. */
static size_t put_wide_space(struct buf *out, struct str text, size_t at)
{
	size_t next = at;
	uint32_t point = utf8_next(text, &next);
	if (!is_wide_space(point))
		return 0;
	buf_format(out, "&#%u;", (unsigned)point);
	return next - at;
}

/* A blank that stands at an end or next to another would be dropped, or break the line.
 */
static void put_blank(struct buf *out, struct str text, size_t at)
{
	bool alone = at > 0 && at + 1 < text.len && !is_blank(text.at[at - 1]) &&
		     !is_blank(text.at[at + 1]);
	buf_put(out, alone ? STR(" ") : STR("&#32;"));
}

/* A template's own backslash right before the value would undo the first escape. */
static void disarm(struct buf *out)
{
	size_t count = 0;
	while (count < out->len && out->at[out->len - 1 - count] == '\\')
		count++;
	if (count % 2)
		buf_byte(out, '\\');
}

void escape_markdown(struct buf *out, struct str text)
{
	disarm(out);
	size_t last = last_point(text), plain = 0;
	for (size_t at = 0; at < text.len;) {
		char c = text.at[at];
		size_t len = 1;
		if (!is_special(c) &&
		    ((unsigned char)c < 0x80 || (at != 0 && at != last))) {
			at++;
			continue;
		}
		buf_put(out, str_slice(text, plain, at));
		plain = at;
		if (is_blank(c))
			put_blank(out, text, at);
		else if (is_special(c))
			buf_byte(out, '\\');
		else
			len = put_wide_space(out, text, at);
		plain += is_blank(c) || !is_special(c) ? len : 0;
		at += len ? len : 1;
	}
	buf_put(out, str_slice(text, plain, text.len));
}

void escape_html(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		switch (text.at[i]) {
		case '&':
			buf_put(out, STR("&amp;"));
			break;
		case '"':
			buf_put(out, STR("&quot;"));
			break;
		case '<':
			buf_put(out, STR("&lt;"));
			break;
		case '>':
			buf_put(out, STR("&gt;"));
			break;
		default:
			buf_byte(out, text.at[i]);
		}
	}
}
