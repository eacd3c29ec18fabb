/* script: writing that is refused by name rather than printed wrong.
 * Floor 4, paper wing. Owner: the collector's arena. */
#ifndef PRESS_SCRIPT_H
#define PRESS_SCRIPT_H

#include "diag/notice.h"
#include "press/font.h"

/* Whether a character may be set, as it stands and from left to right, where a font has
 * it: letters that need no shaping, and signs. */
bool script_is_set(uint32_t point);
/* Reports that `point` of `text` cannot be printed, and what may be done about it. */
void script_refuse(struct notices *notices, const struct font *font, uint32_t point,
		   struct str text, struct span span);

#endif
