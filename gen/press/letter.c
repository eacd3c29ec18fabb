#include "press/letter.h"

#include "press/block.h"
#include "press/script.h"

/* Characters that may be drawn by others: a space by the plain one, at its own advance.
 */
struct stand_in {
	uint16_t point, drawn, advance; /* advance 0: the other's own */
};

static const struct stand_in stand_ins[] = {
	{0x00A0, ' ', 0},    {0x2000, ' ', 500},  {0x2001, ' ', 1000},
	{0x2002, ' ', 500},  {0x2003, ' ', 1000}, {0x2004, ' ', 333},
	{0x2005, ' ', 250},  {0x2006, ' ', 167},  {0x2007, ' ', 556},
	{0x2008, ' ', 250},  {0x2009, ' ', 200},  {0x200A, ' ', 100},
	{0x202F, ' ', 200},  {0x205F, ' ', 222},  {0x2010, '-', 0},
	{0x2011, 0x2010, 0}, {0x2011, '-', 0},	  {0x2212, 0x2013, 0},
};

struct letter letter_in(const struct font *font, uint32_t point)
{
	struct letter letter = {.drawn = (uint16_t)point,
				.block = (uint8_t)block_of(point)};
	if (!script_is_set(point))
		return letter;
	letter.combines = block_combines(point);
	letter.glyph = font_glyph(font, point);
	int wanted = 0;
	for (size_t i = 0; i < sizeof stand_ins / sizeof stand_ins[0] && !letter.glyph;
	     i++) {
		if (stand_ins[i].point != point)
			continue;
		letter.drawn = stand_ins[i].drawn;
		letter.glyph = font_glyph(font, letter.drawn);
		wanted = stand_ins[i].advance;
	}
	letter.advance = (int16_t)font_advance(font, letter.glyph);
	if (wanted)
		letter.extra = (int16_t)(wanted - letter.advance);
	return letter;
}
