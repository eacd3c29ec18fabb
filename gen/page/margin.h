/* margin: what stands around the body of each page: running head, footer, page number.
 * Floor 3, paper wing. Owner: the setting's arena. */
#ifndef PAGE_MARGIN_H
#define PAGE_MARGIN_H

#include "page/frames.h"

/* Set once, put on every page. */
struct margin {
	const struct setting *setting;
	const struct sheet *sheet;
	struct frames head, foot;
	mpt top; /* first y of the body on continuation pages */
	mpt end; /* where the body of every page ends at the latest */
	mpt foot_y;
};

struct margin margin_new(const struct setting *setting, const struct sheet *sheet);

/* The running head of a continuation page. */
void margin_head(struct frames *frames, const struct margin *margin);
/* The footer, with the page's number when there are several. */
void margin_foot(struct frames *frames, const struct margin *margin, size_t page,
		 size_t pages);

#endif
