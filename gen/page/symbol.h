/* symbol: QR codes and their captions, beside the text of a panel or in it.
 * Floor 3, paper wing. Owner: the flow's arena. */
#ifndef PAGE_SYMBOL_H
#define PAGE_SYMBOL_H

#include "page/flow.h"

/* One in a box of its own, at the left edge of the slot. */
void symbol_set(struct flow *flow, const struct part *part, const struct slot *slot);

/* [mpt] that the symbols among the parts need beside a text, 0 without any. */
mpt symbol_width(const struct part *parts);
/* Sets them side by side, up to the right edge of the slot and level with the top of the
 * text that is set already, `height` high. Adds a box: what is above it must stay with
 * it. */
void symbol_set_beside(struct flow *flow, const struct part *parts,
		       const struct slot *slot, mpt height);

#endif
