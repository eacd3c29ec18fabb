#include "press/block.h"

#include <stddef.h>

struct range {
	uint16_t first, last;
	uint8_t block;
};

/* Ascending; what is in no range belongs to BLOCK_OTHERS. */
static const struct range ranges[] = {
	{0x0020, 0x007E, BLOCK_ASCII},	  {0x00A0, 0x00A0, BLOCK_SIGNS},
	{0x00A1, 0x00A2, BLOCK_WEST},	  {0x00A3, 0x00A3, BLOCK_SIGNS},
	{0x00A4, 0x00B6, BLOCK_WEST},	  {0x00B7, 0x00B7, BLOCK_SIGNS},
	{0x00B8, 0x00FF, BLOCK_WEST},	  {0x0100, 0x0151, BLOCK_EXTENDED},
	{0x0152, 0x0153, BLOCK_WEST},	  {0x0154, 0x015F, BLOCK_EXTENDED},
	{0x0160, 0x0161, BLOCK_WEST},	  {0x0162, 0x0177, BLOCK_EXTENDED},
	{0x0178, 0x0178, BLOCK_WEST},	  {0x0179, 0x017C, BLOCK_EXTENDED},
	{0x017D, 0x017E, BLOCK_WEST},	  {0x017F, 0x017F, BLOCK_EXTENDED},
	{0x0192, 0x0192, BLOCK_WEST},	  {0x0218, 0x021B, BLOCK_EXTENDED},
	{0x02C6, 0x02C7, BLOCK_SYMBOLS},  {0x02DA, 0x02DD, BLOCK_SYMBOLS},
	{0x0300, 0x036F, BLOCK_MARKS},	  {0x0384, 0x03CE, BLOCK_GREEK},
	{0x0400, 0x045F, BLOCK_CYRILLIC}, {0x0460, 0x0482, BLOCK_STEPPE},
	{0x0483, 0x0489, BLOCK_MARKS},	  {0x048A, 0x048F, BLOCK_STEPPE},
	{0x0490, 0x0491, BLOCK_CYRILLIC}, {0x0492, 0x052F, BLOCK_STEPPE},
	{0x1E9E, 0x1E9E, BLOCK_EXTENDED}, {0x2000, 0x2008, BLOCK_SYMBOLS},
	{0x2009, 0x2009, BLOCK_SIGNS},	  {0x200A, 0x200F, BLOCK_SYMBOLS},
	{0x2010, 0x2011, BLOCK_SIGNS},	  {0x2012, 0x2012, BLOCK_SYMBOLS},
	{0x2013, 0x2014, BLOCK_SIGNS},	  {0x2015, 0x2017, BLOCK_SYMBOLS},
	{0x2018, 0x2019, BLOCK_SIGNS},	  {0x201A, 0x201A, BLOCK_WEST},
	{0x201B, 0x201B, BLOCK_SYMBOLS},  {0x201C, 0x201D, BLOCK_SIGNS},
	{0x201E, 0x201E, BLOCK_WEST},	  {0x201F, 0x201F, BLOCK_SYMBOLS},
	{0x2020, 0x2021, BLOCK_WEST},	  {0x2022, 0x2022, BLOCK_SIGNS},
	{0x2023, 0x2025, BLOCK_SYMBOLS},  {0x2026, 0x2026, BLOCK_SIGNS},
	{0x2027, 0x202E, BLOCK_SYMBOLS},  {0x202F, 0x202F, BLOCK_SIGNS},
	{0x2030, 0x2030, BLOCK_WEST},	  {0x2031, 0x2038, BLOCK_SYMBOLS},
	{0x2039, 0x203A, BLOCK_WEST},	  {0x203B, 0x20AB, BLOCK_SYMBOLS},
	{0x20AC, 0x20AC, BLOCK_SIGNS},	  {0x20AD, 0x20B3, BLOCK_SYMBOLS},
	{0x20B4, 0x20B4, BLOCK_CYRILLIC}, {0x20B5, 0x20B9, BLOCK_SYMBOLS},
	{0x20BA, 0x20BA, BLOCK_EXTENDED}, {0x20BB, 0x20BC, BLOCK_SYMBOLS},
	{0x20BD, 0x20BD, BLOCK_CYRILLIC}, {0x20BE, 0x20CF, BLOCK_SYMBOLS},
	{0x20D0, 0x20FF, BLOCK_MARKS},	  {0x2100, 0x2115, BLOCK_SYMBOLS},
	{0x2116, 0x2116, BLOCK_CYRILLIC}, {0x2117, 0x2121, BLOCK_SYMBOLS},
	{0x2122, 0x2122, BLOCK_WEST},	  {0x2123, 0x2211, BLOCK_SYMBOLS},
	{0x2212, 0x2212, BLOCK_SIGNS},	  {0x2213, 0x27BF, BLOCK_SYMBOLS},
};

enum { RANGES = sizeof ranges / sizeof ranges[0] };

enum block block_of(uint32_t point)
{
	size_t low = 0, high = RANGES;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (point > ranges[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < RANGES && point >= ranges[low].first)
		return (enum block)ranges[low].block;
	return BLOCK_OTHERS;
}

bool block_combines(uint32_t point)
{
	return block_of(point) == BLOCK_MARKS || (point >= 0x1AB0 && point <= 0x1AFF) ||
	       (point >= 0x1DC0 && point <= 0x1DFF) ||
	       (point >= 0xFE20 && point <= 0xFE2F);
}

/* Whatever no range holds, up to the last character a code of two bytes can name. */
static uint32_t next_other(uint32_t from)
{
	for (; from <= 0xFFFF; from++) {
		if (block_of(from) == BLOCK_OTHERS)
			return from;
	}
	return UINT32_MAX;
}

uint32_t block_next(enum block block, uint32_t from)
{
	if (block == BLOCK_OTHERS)
		return next_other(from);
	for (size_t i = 0; i < RANGES; i++) {
		if (ranges[i].block == block && ranges[i].last >= from)
			return ranges[i].first > from ? ranges[i].first : from;
	}
	return UINT32_MAX;
}
