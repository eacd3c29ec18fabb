/* flow: a document's body as boxes one below the other, before it is cut into pages.
 * Floor 3, paper wing. Owner: the setting's arena.
 *
 * A box is one line of text, one line of a table row, or a rule: never taller than a
 * page. Its frames' y count from its own top. What must stay together on a page says so
 * by strength. */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "page/frames.h"

/* How strongly a box wants the next one on its own page. A page that cannot have it all
 * gives up the weaker first. */
enum keep { KEEP_NONE, KEEP_WISH, KEEP_MUST, KEEP__COUNT };

/* A frame around boxes that follow each other. */
struct panel {
	mpt x, width;
	mpt padding; /* [mpt] above the first and below the last box on a page */
};

/* Boxes that are repeated on every page their table goes on. */
struct head {
	size_t from, to; /* boxes [from, to) */
};

struct box {
	mpt before; /* [mpt] blank above, dropped at the top of a page */
	mpt height; /* [mpt] */
	mpt give;   /* [mpt] so much of its height at the bottom is not needed */
	mpt above;  /* [mpt] its frames reach so far above it, beside boxes before it */
	enum keep keep;
	size_t from;		   /* frames [from, next box's from) */
	const struct panel *panel; /* NULL: none */
	const struct head *head;   /* NULL: none */
	const struct carry *carry; /* sub-totals of its table; NULL: none */
	size_t row;		   /* of the carry */
};

struct flow {
	const struct setting *setting;
	struct frames frames;
	struct box *boxes;
	size_t count, room;
	mpt gap; /* [mpt] wanted above the next box */
	const struct panel *panel;
	const struct head *head;
	const struct carry *carry;
	size_t row;
	struct str label; /* of a list item, set beside the next box */
	mpt label_x, label_width;
	uint32_t label_element;
};

struct flow flow_new(const struct setting *setting);
/* Wants at least `gap` above the next box. */
void flow_gap(struct flow *flow, mpt gap);
/* Begins a box: frames added from now on are its own. */
void flow_box(struct flow *flow, mpt height);
/* Strengthens the bonds between the boxes of [from, to). */
void flow_keep(struct flow *flow, size_t from, size_t to, enum keep keep);
/* A paragraph's boxes, a line each: no widow, no orphan. */
void flow_words(struct flow *flow, struct words *words, const struct type *type,
		const struct slot *slot);
/* Frames [flow_from, flow_to) are those of a box. */
size_t flow_to(const struct flow *flow, size_t box);

#endif
