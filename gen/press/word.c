#include "press/word.h"

#include "base/utf8.h"

static const char hex[] = "0123456789ABCDEF";

void word_length(struct buf *buf, int64_t length)
{
	uint64_t rest = length < 0 ? -(uint64_t)length : (uint64_t)length;
	char digits[24];
	size_t at = sizeof digits;
	unsigned thousandths = (unsigned)(rest % 1000);
	if (thousandths) {
		for (int i = 0; i < 3; i++, thousandths /= 10) {
			if (thousandths % 10 || at < sizeof digits)
				digits[--at] = (char)('0' + thousandths % 10);
		}
		digits[--at] = '.';
	}
	for (rest /= 1000; rest > 0; rest /= 10)
		digits[--at] = (char)('0' + rest % 10);
	if (at == sizeof digits)
		digits[--at] = '0';
	if (length < 0)
		digits[--at] = '-';
	buf_put(buf, (struct str){digits + at, sizeof digits - at});
}

void word_reference(struct buf *buf, unsigned number)
{
	buf_int(buf, number);
	buf_put(buf, STR(" 0 R"));
}

static void put_unit(struct buf *buf, uint32_t unit)
{
	for (int shift = 12; shift >= 0; shift -= 4)
		buf_byte(buf, hex[unit >> shift & 15]);
}

void word_unicode(struct buf *buf, struct str text)
{
	buf_put(buf, STR("<FEFF"));
	for (size_t at = 0; at < text.len;) {
		uint32_t point = utf8_next(text, &at);
		if (point == UTF8_BAD)
			point = 0xFFFD;
		if (point > 0xFFFF) {
			put_unit(buf, 0xD800 + ((point - 0x10000) >> 10));
			point = 0xDC00 + ((point - 0x10000) & 0x3FF);
		}
		put_unit(buf, point);
	}
	buf_byte(buf, '>');
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
	buf_byte(buf, '(');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '(' || text.at[i] == ')' || text.at[i] == '\\')
			buf_byte(buf, '\\');
		buf_byte(buf, text.at[i]);
	}
	buf_byte(buf, ')');
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
