/* imprint: a digest's share of all that a sheet says.
 * Floor 3, paper wing. Owner: values only.
 *
 * Two sheets that leave the same imprint are set in the same way, glyph for glyph; so a
 * document need not be set again whose sheet left this imprint before. */
#ifndef PAGE_IMPRINT_H
#define PAGE_IMPRINT_H

#include "base/digest.h"
#include "page/sheet.h"

/* Adds every field of the sheet; of the body its text, which the tree is read from. How
 * figures are written is their maker's to add (its locale and currency), and what the
 * logo shows is its reader's. */
void imprint_add(struct digesting *digesting, const struct sheet *sheet);

#endif
