/* metadata: what a document says about itself, for people (Info), for archives (XMP,
 * PDF/A-2 and PDF/UA-1) and for printers (what its colours mean).
 * Floor 4, paper wing. Owner: the arena given. */
#ifndef PRESS_METADATA_H
#define PRESS_METADATA_H

#include "press/object.h"
#include "press/press.h"

/* Writes the information dictionary; returns what is in it. */
struct str metadata_information(struct arena *arena, struct objects *objects,
				const struct meta *meta);
/* The same as an XMP packet, and which standards the file keeps; adds it to the catalog's
 * entries. */
void metadata_packet(struct arena *arena, struct objects *objects,
		     const struct meta *meta, struct buf *entries);
/* The colours are sRGB's, by this deflated profile; added to the catalog's entries. */
void metadata_colours(struct arena *arena, struct objects *objects, struct str profile,
		      struct buf *entries);

#endif
