/* symbol: QR codes and their captions, beside the text of a panel or in it.
 * Floor 3, paper wing. Owner: the flow's arena. */
#ifndef PAGE_SYMBOL_H
#define PAGE_SYMBOL_H

#include "page/flow.h"

/* One in boxes of its own, at the left edge of the slot: the code, then its caption's
 * lines.
 */
void symbol_set(struct flow *flow, const struct part *part, const struct slot *slot);

/* [mpt] that the symbols among the parts need beside a text; 0 without any, or where one
 * of them, with its caption, is higher than `most`: it is set where it is written. */
mpt symbol_width(struct flow *flow, const struct part *parts, mpt most);
/* Sets them side by side, up to the right edge of the slot and level with the top of the
 * text that is set already, `height` high. Adds a box: what is above it must stay with
 * it. */
void symbol_set_beside(struct flow *flow, const struct part *parts,
		       const struct slot *slot, mpt height);

#endif
