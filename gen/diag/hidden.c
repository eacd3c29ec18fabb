#include "diag/hidden.h"

#include "base/utf8.h"

struct range {
	uint32_t from, to; /* both included */
	const char *name;
};

/* Sorted. TAB and LF may stay, and CR passes the scan as a part of CR LF; so may
 * variation selectors (U+FE00 to FE0F), which only choose between shapes. */
static const struct range ranges[] = {
	{0x00, 0x08, "control character"},
	{0x0B, 0x1F, "control character"},
	{0x7F, 0x84, "control character"},
	{0x85, 0x85, "next line"},
	{0x86, 0x9F, "control character"},
	{0xAD, 0xAD, "soft hyphen"},
	{0x034F, 0x034F, "combining grapheme joiner"},
	{0x061C, 0x061C, "Arabic letter mark"},
	{0x115F, 0x1160, "Hangul filler"},
	{0x17B4, 0x17B5, "Khmer inherent vowel"},
	{0x180B, 0x180F, "Mongolian variation selector"},
	{0x200B, 0x200B, "zero-width space"},
	{0x200C, 0x200D, "zero-width joiner"},
	{0x200E, 0x200F, "direction mark"},
	{0x2028, 0x2028, "line separator"},
	{0x2029, 0x2029, "paragraph separator"},
	{0x202A, 0x202E, "direction override"},
	{0x2060, 0x2064, "zero-width operator"},
	{0x2065, 0x206F, "direction isolate"},
	{0x3164, 0x3164, "Hangul filler"},
	{0xFDD0, 0xFDEF, "noncharacter"},
	{0xFEFF, 0xFEFF, "byte order mark"},
	{0xFFA0, 0xFFA0, "Hangul filler"},
	{0xFFF9, 0xFFFB, "annotation mark"},
	{0x1D173, 0x1D17A, "musical formatting"},
	{0xE0000, 0xE0FFF, "tag character"},
};

#define RANGES (sizeof ranges / sizeof *ranges)

/* The first range that does not end before `point`; RANGES when all do. */
static size_t locate(uint32_t point)
{
	size_t from = 0, to = RANGES;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (ranges[middle].to < point)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool hidden_character(uint32_t point)
{
	if (point >= 0x20 && point < 0x7F)
		return false;
	if ((point & 0xFFFE) == 0xFFFE)
		return true; /* the last two of each plane are noncharacters */
	size_t range = locate(point);
	return range < RANGES && ranges[range].from <= point;
}

const char *hidden_name(uint32_t point)
{
	size_t range = locate(point);
	bool known = range < RANGES && ranges[range].from <= point;
	return known ? ranges[range].name : "noncharacter";
}

void hidden_show(struct buf *buf, struct str s, bool tabs)
{
	for (size_t at = 0, from; at < s.len;) {
		from = at;
		uint32_t point = utf8_next(s, &at);
		if (point == UTF8_BAD)
			buf_format(buf, "<0x%02X>", (unsigned)(unsigned char)s.at[from]);
		else if (hidden_character(point) || point == '\n' ||
			 (point == '\t' && !tabs))
			buf_format(buf, "<U+%04X>", (unsigned)point);
		else
			buf_put(buf, str_slice(s, from, at));
	}
}
