#include "press/admit.h"

#include <string.h>

#include "press/font.h"
#include "press/outline.h"

/* HarfBuzz judges for itself, so it is asked for all that it will ever be asked for. */
static bool can_be_cut(struct arena *arena, const struct font *font)
{
	bool *wanted = ARENA_ARRAY(arena, bool, font->nglyphs);
	uint16_t *renumbered = ARENA_ARRAY(arena, uint16_t, font->nglyphs);
	memset(wanted, true, font->nglyphs);
	return font_subset(arena, font, wanted, renumbered).len > 0;
}

static enum sfnt_fault admit(struct arena *arena, struct str bytes, struct str *why)
{
	struct sfnt sfnt;
	enum sfnt_fault fault = sfnt_read(arena, bytes, &sfnt, why);
	if (fault != SFNT_SOUND)
		return fault;
	if (!outline_check(arena, &sfnt, why))
		return SFNT_DAMAGED;
	struct font *font = font_open(arena, bytes);
	*why = STR("it has no Latin letters");
	if (!font)
		return SFNT_FOREIGN;
	bool whole = can_be_cut(arena, font);
	font_close(font);
	*why = whole ? STR("") : STR("its glyphs cannot be taken out of it");
	return whole ? SFNT_SOUND : SFNT_DAMAGED;
}

enum sfnt_fault admit_font(struct arena *arena, struct str bytes, struct str *why)
{
	struct arena *scratch = arena_new(0);
	enum sfnt_fault fault = admit(scratch, bytes, why);
	*why = str_copy(arena, *why);
	arena_free(scratch);
	return fault;
}
