#include "press/script.h"

#include <stddef.h>

enum trouble {
	TROUBLE_RIGHT, /* written from right to left */
	TROUBLE_JOINS, /* its letters change with their neighbours */
	TROUBLE_MANY,  /* thousands of characters */
	TROUBLE_EMOJI
};

struct script {
	uint32_t first, last;
	enum trouble trouble;
	const char *name;
};

static const struct script scripts[] = {
	{0x0590, 0x05FF, TROUBLE_RIGHT, "Hebrew"},
	{0x0600, 0x06FF, TROUBLE_RIGHT, "Arabic"},
	{0x0700, 0x074F, TROUBLE_RIGHT, "Syriac"},
	{0x0750, 0x077F, TROUBLE_RIGHT, "Arabic"},
	{0x0780, 0x07BF, TROUBLE_RIGHT, "Thaana"},
	{0x07C0, 0x07FF, TROUBLE_RIGHT, "N'Ko"},
	{0x0800, 0x085F, TROUBLE_RIGHT, "Samaritan or Mandaic"},
	{0x0860, 0x08FF, TROUBLE_RIGHT, "Arabic"},
	{0x0900, 0x097F, TROUBLE_JOINS, "Devanagari"},
	{0x0980, 0x09FF, TROUBLE_JOINS, "Bengali"},
	{0x0A00, 0x0A7F, TROUBLE_JOINS, "Gurmukhi"},
	{0x0A80, 0x0AFF, TROUBLE_JOINS, "Gujarati"},
	{0x0B00, 0x0B7F, TROUBLE_JOINS, "Odia"},
	{0x0B80, 0x0BFF, TROUBLE_JOINS, "Tamil"},
	{0x0C00, 0x0C7F, TROUBLE_JOINS, "Telugu"},
	{0x0C80, 0x0CFF, TROUBLE_JOINS, "Kannada"},
	{0x0D00, 0x0D7F, TROUBLE_JOINS, "Malayalam"},
	{0x0D80, 0x0DFF, TROUBLE_JOINS, "Sinhala"},
	{0x0E00, 0x0E7F, TROUBLE_JOINS, "Thai"},
	{0x0E80, 0x0EFF, TROUBLE_JOINS, "Lao"},
	{0x0F00, 0x0FFF, TROUBLE_JOINS, "Tibetan"},
	{0x1000, 0x109F, TROUBLE_JOINS, "Burmese"},
	{0x1100, 0x11FF, TROUBLE_MANY, "Korean"},
	{0x1780, 0x17FF, TROUBLE_JOINS, "Khmer"},
	{0x1800, 0x18AF, TROUBLE_JOINS, "Mongolian"},
	{0x2600, 0x26FF, TROUBLE_EMOJI, "a pictogram"},
	{0x2E80, 0x303F, TROUBLE_MANY, "Chinese or Japanese"},
	{0x3040, 0x30FF, TROUBLE_MANY, "Japanese"},
	{0x3100, 0x312F, TROUBLE_MANY, "Chinese"},
	{0x3130, 0x318F, TROUBLE_MANY, "Korean"},
	{0x3190, 0x9FFF, TROUBLE_MANY, "Chinese or Japanese"},
	{0xA960, 0xA97F, TROUBLE_MANY, "Korean"},
	{0xAC00, 0xD7FF, TROUBLE_MANY, "Korean"},
	{0xF900, 0xFAFF, TROUBLE_MANY, "Chinese or Japanese"},
	{0xFB1D, 0xFB4F, TROUBLE_RIGHT, "Hebrew"},
	{0xFB50, 0xFDFF, TROUBLE_RIGHT, "Arabic"},
	{0xFE70, 0xFEFE, TROUBLE_RIGHT, "Arabic"},
	{0xFF00, 0xFFEF, TROUBLE_MANY, "Chinese or Japanese"},
	{0x10800, 0x10FFF, TROUBLE_RIGHT, "an old script"},
	{0x1E800, 0x1EFFF, TROUBLE_RIGHT, "a right-to-left script"},
	{0x1F000, 0x1FAFF, TROUBLE_EMOJI, "an emoji"},
	{0x20000, 0x323AF, TROUBLE_MANY, "Chinese or Japanese"},
};

static const struct script *find(uint32_t point)
{
	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
		if (point >= scripts[i].first && point <= scripts[i].last)
			return &scripts[i];
	}
	return NULL;
}

static const char *reason(enum trouble trouble)
{
	switch (trouble) {
	case TROUBLE_RIGHT:
		return "which runs from right to left and cannot be set yet";
	case TROUBLE_JOINS:
		return "whose letters change with their neighbours and cannot be set yet";
	case TROUBLE_MANY:
		return "which cannot be set yet";
	case TROUBLE_EMOJI:
		return "which cannot be set with this font; leave it out";
	}
	return "";
}

/* Ascending. */
struct range {
	uint16_t first, last;
};

static const struct range set[] = {
	{0x0020, 0x007E}, {0x00A0, 0x00AC}, /* but not the soft hyphen, which is unseen */
	{0x00AE, 0x058F},		    /* Latin to Armenian */
	{0x10A0, 0x10FF},		    /* Georgian */
	{0x1AB0, 0x1AFF},		    /* combining marks */
	{0x1C80, 0x1C8F}, {0x1C90, 0x1CBF}, {0x1D00, 0x200A}, {0x2010, 0x2027},
	{0x202F, 0x205F}, {0x2070, 0x27BF}, {0x2C60, 0x2C7F}, /* signs, more Latin */
	{0x2DE0, 0x2DFF}, {0xA640, 0xA69F}, {0xA720, 0xA7FF}, {0xAB30, 0xAB6F},
	{0xFB00, 0xFB06}, /* ligatures, pasted from other documents */
	{0xFB13, 0xFB17}, {0xFE20, 0xFE2F},
};

bool script_is_set(uint32_t point)
{
	for (size_t i = 0; i < sizeof set / sizeof set[0]; i++)
		if (point <= set[i].last)
			return point >= set[i].first;
	return false;
}

static void advise(struct notices *notices, struct notice *notice, uint32_t point,
		   const struct font *font)
{
	const struct script *script = find(point);
	bool own = font->own && script_is_set(point);
	if (own)
		notice_help(notices, notice,
			    "the font %.*s lacks it: write it otherwise, or name a font "
			    "that has it",
			    STR_ARG(font->name));
	else if (!script)
		notice_help(notices, notice,
			    "write it with letters, digits and signs of "
			    "the Latin, Greek or Cyrillic scripts");
	else if (script->trouble == TROUBLE_EMOJI)
		notice_help(notices, notice, "it is %s, %s", script->name,
			    reason(script->trouble));
	else
		notice_help(
			notices, notice,
			"it is %s, %s; give the name in Latin, Greek or Cyrillic letters",
			script->name, reason(script->trouble));
}

void script_refuse(struct notices *notices, const struct font *font, uint32_t point,
		   struct str text, struct span span)
{
	if (point > 0x10FFFF)
		point = 0xFFFD; /* not a character at all */
	advise(notices, NOTICE(notices, GLYPH_MISSING, span, point, STR_ARG(text)), point,
	       font);
}
