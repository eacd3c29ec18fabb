/* margin: what stands around the body of each page: running head, footer, page number.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_MARGIN_H
#define PAGE_MARGIN_H

#include "page/frames.h"

/* The running head of a continuation page. Returns the first y of its body [mpt]. */
mpt margin_head(struct frames *frames, const struct setting *setting,
		const struct sheet *sheet);

/* Where the body of every page ends at the latest [mpt]. */
mpt margin_body_end(const struct setting *setting, const struct sheet *sheet);

/* The footer; with `page of pages` when there are several. */
void margin_foot(struct frames *frames, const struct setting *setting,
		 const struct sheet *sheet, size_t page, size_t pages);

#endif
