#include "press/word.h"

#include "base/utf8.h"
#include "press/ink.h"

static const char hex[] = "0123456789ABCDEF";

void word_length(struct buf *buf, int64_t length)
{
	buf->len = (size_t)(ink_length(buf_open(buf, INK_MOST), length) - buf->at);
}

void word_reference(struct buf *buf, unsigned number)
{
	buf->len = (size_t)(ink_reference(buf_open(buf, INK_MOST), number) - buf->at);
}

static char *put_unit(char *to, uint32_t unit)
{
	for (int shift = 12; shift >= 0; shift -= 4)
		*to++ = hex[unit >> shift & 15];
	return to;
}

/* No character takes more than four digits for each byte it has in UTF-8. */
void word_unicode(struct buf *buf, struct str text)
{
	char *to = buf_open(buf, 8 + 4 * text.len);
	to = ink_text(to, STR("<FEFF"));
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (point == UTF8_BAD)
			point = 0xFFFD;
		if (point > 0xFFFF) {
			to = put_unit(to, 0xD800 + ((point - 0x10000) >> 10));
			point = 0xDC00 + ((point - 0x10000) & 0x3FF);
		}
		to = put_unit(to, point);
	}
	*to++ = '>';
	buf->len = (size_t)(to - buf->at);
}

static bool is_printable(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] < ' ' || text.at[i] > '~')
			return false;
	}
	return true;
}

/* In parentheses, which are escaped themselves. */
static void put_literal(struct buf *buf, struct str text)
{
	char *to = buf_open(buf, 2 * text.len + 2);
	*to++ = '(';
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '(' || text.at[i] == ')' || text.at[i] == '\\')
			*to++ = '\\';
		*to++ = text.at[i];
	}
	*to++ = ')';
	buf->len = (size_t)(to - buf->at);
}

void word_text(struct buf *buf, struct str text)
{
	if (is_printable(text))
		put_literal(buf, text);
	else
		word_unicode(buf, text);
}

void word_address(struct buf *buf, struct str uri)
{
	struct buf plain = buf_new(buf->arena, 0);
	for (size_t i = 0; i < uri.len; i++) {
		unsigned char byte = (unsigned char)uri.at[i];
		if (byte > ' ' && byte <= '~') {
			buf_byte(&plain, (char)byte);
			continue;
		}
		buf_byte(&plain, '%');
		buf_byte(&plain, hex[byte >> 4]);
		buf_byte(&plain, hex[byte & 15]);
	}
	put_literal(buf, buf_str(&plain));
}
