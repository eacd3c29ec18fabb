#include "base/utf8.h"

#include <string.h>

#define HIGH_BITS UINT64_C(0x8080808080808080)

/* The bytes a sequence has by its first byte; 0 when none begins with it. */
static unsigned sequence_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xC2)
		return 0;
	return first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

/* Not overlong, no surrogate, not above U+10FFFF. */
static bool is_proper(uint32_t point, unsigned length)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	return point >= least[length] && point <= 0x10FFFF &&
	       !(point >= 0xD800 && point <= 0xDFFF);
}

/* The first byte at or after `at` that is not known to be ASCII: eight at a time, fewer
 * than eight are left to the caller. */
static size_t skip_ascii(struct str s, size_t at)
{
	uint64_t eight;
	for (; s.len - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		if (eight & HIGH_BITS)
			break;
	}
	return at;
}

uint32_t utf8_next(struct str s, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)s.at + *at;
	unsigned length = sequence_length(bytes[0]);
	if (length == 1)
		return (*at)++, bytes[0];
	size_t left = s.len - (*at)++;
	if (length == 0 || length > left)
		return UTF8_BAD;
	uint32_t point = bytes[0] & (0x7Fu >> length);
	for (unsigned i = 1; i < length; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return UTF8_BAD;
		point = point << 6 | (bytes[i] & 0x3F);
	}
	if (!is_proper(point, length))
		return UTF8_BAD;
	*at += length - 1;
	return point;
}

void utf8_put(struct buf *buf, uint32_t point)
{
	char bytes[4];
	size_t len = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = len - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (point & 0x3F));
		point >>= 6;
	}
	bytes[0] = (char)(leads[len] | point);
	buf_put(buf, (struct str){bytes, len});
}

size_t utf8_valid(struct str s)
{
	size_t at = 0;
	while ((at = skip_ascii(s, at)) < s.len) {
		size_t here = at;
		if (utf8_next(s, &at) == UTF8_BAD)
			return here;
	}
	return s.len;
}

size_t utf8_count(struct str s)
{
	size_t count = 0, at = 0;
	while (at < s.len) {
		size_t ascii = skip_ascii(s, at);
		count += ascii - at;
		at = ascii;
		if (at < s.len) {
			utf8_next(s, &at);
			count++;
		}
	}
	return count;
}
