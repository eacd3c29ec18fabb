#include "diag/hidden.h"

#include "base/utf8.h"

struct range {
	uint32_t from, to; /* both included */
};

/* Sorted. Variation selectors (U+FE00 to FE0F) only choose between shapes and may stay. */
static const struct range ranges[] = {
	{0x00, 0x08},	    /* controls; TAB and LF may stay */
	{0x0B, 0x1F},	    /* controls; CR passes the scan as a part of CR LF */
	{0x7F, 0x9F},	    /* DEL, C1, next line */
	{0xAD, 0xAD},	    /* soft hyphen */
	{0x034F, 0x034F},   /* combining grapheme joiner */
	{0x061C, 0x061C},   /* Arabic letter mark */
	{0x115F, 0x1160},   /* Hangul fillers */
	{0x17B4, 0x17B5},   /* Khmer inherent vowels */
	{0x180B, 0x180F},   /* Mongolian selectors and separator */
	{0x200B, 0x200F},   /* zero-width space and joiners, direction marks */
	{0x2028, 0x202E},   /* line and paragraph separator, direction embeddings */
	{0x2060, 0x206F},   /* word joiner, invisible operators, direction isolates */
	{0x3164, 0x3164},   /* Hangul filler */
	{0xFDD0, 0xFDEF},   /* noncharacters */
	{0xFEFF, 0xFEFF},   /* byte order mark */
	{0xFFA0, 0xFFA0},   /* half-width Hangul filler */
	{0xFFF9, 0xFFFB},   /* interlinear annotation */
	{0x1D173, 0x1D17A}, /* musical formatting */
	{0xE0000, 0xE0FFF}, /* tags and supplementary selectors */
};

bool hidden_character(uint32_t point)
{
	size_t from = 0, to = sizeof ranges / sizeof *ranges;
	if (point >= 0x20 && point < 0x7F)
		return false;
	if ((point & 0xFFFE) == 0xFFFE)
		return true; /* the last two of each plane are noncharacters */
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (ranges[middle].to < point)
			from = middle + 1;
		else
			to = middle;
	}
	return from < sizeof ranges / sizeof *ranges && ranges[from].from <= point;
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
