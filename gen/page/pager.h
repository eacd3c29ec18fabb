/* pager: a flow's boxes to pages.
 * Floor 3, paper wing. Owner: the setting's arena.
 *
 * First come, first placed, in time linear in the boxes. Boxes that hold on to each other
 * go on one page where one page can hold them; else the weaker bonds are given up first.
 */
#ifndef PAGE_PAGER_H
#define PAGE_PAGER_H

#include "page/flow.h"
#include "page/margin.h"

struct paged {
	struct frames *pages; /* in reading order: front or running head, then the body */
	size_t count;
};

/* `front` holds what is on page one already, whose body begins at y `first`. More than
 * LIMIT_PAGES pages: count is 0. */
struct paged pager_place(const struct setting *setting, const struct margin *margin,
			 const struct flow *flow, struct frames front, mpt first);

#endif
