#include "page/pager.h"

#include "base/limits.h"
#include "page/carry.h"
#include "page/look.h"

#define PANEL_GREY 120

struct pager {
	const struct setting *setting;
	const struct margin *margin;
	const struct flow *flow;
	struct frames *pages;
	size_t count, room;
	struct spot {
		mpt y;
		bool fresh;		   /* nothing of the body is on this page yet */
		const struct panel *panel; /* the one that is open on it */
	} spot;
	size_t panel_frame; /* of the page's frames */
};

/* ---- looking ahead ---- */

/* A head is repeated unless it would fill the page. */
static mpt head_height(const struct pager *pager, const struct head *head)
{
	mpt height = 0;
	for (size_t i = head->from; i < head->to; i++)
		height += pager->flow->boxes[i].height;
	return height <= (pager->margin->end - pager->margin->top) / 3 ? height : 0;
}

/* The sub-total that goes over a page end in front of a box, or NULL. */
static const struct carry *carried_over(const struct pager *pager, size_t box)
{
	const struct box *boxes = pager->flow->boxes;
	bool inside = box > 0 && box < pager->flow->count;
	return inside && boxes[box - 1].carry == boxes[box].carry ? boxes[box].carry
								  : NULL;
}

/* What a page that begins with this box repeats above it. */
static mpt repeated_height(const struct pager *pager, size_t box)
{
	const struct head *head = pager->flow->boxes[box].head;
	return (head ? head_height(pager, head) : 0) +
	       carry_height(carried_over(pager, box));
}

static mpt padding(const struct panel *panel)
{
	return panel ? panel->padding : 0;
}

/* Moves a spot past one box; *top is where the box itself begins. */
static struct spot advance(const struct pager *pager, size_t index, struct spot spot,
			   mpt *top)
{
	const struct box *box = &pager->flow->boxes[index];
	bool changes = box->panel != spot.panel;
	if (changes)
		spot.y += padding(spot.panel);
	if (!spot.fresh)
		spot.y += box->before;
	if (changes)
		spot.y += padding(box->panel);
	if (spot.fresh)
		spot.y += repeated_height(pager, index);
	*top = spot.y;
	return (struct spot){spot.y + box->height, false, box->panel};
}

/* Whether the page has room for the box that the spot is behind, and, where it may be the
 * `last`, for the sub-total under it. */
static bool ends_well(const struct pager *pager, size_t box, struct spot spot, bool last)
{
	mpt below = last ? carry_height(carried_over(pager, box + 1)) : 0;
	return spot.y + padding(spot.panel) + below <= pager->margin->end;
}

/* The end of the boxes that hold on to `from` with at least `keep`, or `from` itself when
 * they do not fit behind the spot. */
static size_t group_end(const struct pager *pager, size_t from, enum keep keep,
			struct spot spot)
{
	const struct flow *flow = pager->flow;
	mpt top = 0;
	for (size_t i = from; i < flow->count; i++) {
		spot = advance(pager, i, spot, &top);
		if (!ends_well(pager, i, spot, false))
			return from;
		if (flow->boxes[i].keep < keep)
			return ends_well(pager, i, spot, true) ? i + 1 : from;
	}
	return flow->count;
}

/* ---- placing ---- */

static struct frames *page(struct pager *pager)
{
	return &pager->pages[pager->count - 1];
}

static void copy_box(struct pager *pager, size_t box, mpt top)
{
	const struct flow *flow = pager->flow;
	frames_copy(page(pager), &flow->frames, flow->boxes[box].from, flow_to(flow, box),
		    top);
}

static void close_panel(struct pager *pager)
{
	struct spot *spot = &pager->spot;
	if (!spot->panel)
		return;
	struct frame *frame = &page(pager)->at[pager->panel_frame];
	spot->y += spot->panel->padding;
	frame->at.h = spot->y - frame->at.y;
	spot->panel = NULL;
}

static void open_panel(struct pager *pager, const struct panel *panel, mpt top)
{
	if (!panel)
		return;
	pager->panel_frame = page(pager)->count;
	struct frame *frame = frames_add(page(pager), FRAME_BOX, ROLE_PANEL);
	frame->at = (struct rect){panel->x, top, panel->width, 0};
	frame->size = LOOK_RULE;
	frame->grey = PANEL_GREY;
}

/* A repeated head is no part of the text: no links, no marks. */
static void repeat_head(struct pager *pager, const struct head *head, mpt top)
{
	struct frames *frames = page(pager);
	size_t kept = frames->count, from = kept;
	for (size_t i = head->from; i < head->to; i++) {
		copy_box(pager, i, top);
		top += pager->flow->boxes[i].height;
	}
	for (size_t i = from; i < frames->count; i++) {
		struct frame frame = frames->at[i];
		frame.role = ROLE_ARTIFACT;
		frame.element = 0;
		if (frame.kind == FRAME_TEXT || frame.kind == FRAME_RULE)
			frames->at[kept++] = frame;
	}
	frames->count = kept;
}

static void repeat_above(struct pager *pager, size_t index, mpt top)
{
	const struct box *box = &pager->flow->boxes[index];
	const struct carry *carry = carried_over(pager, index);
	mpt height = box->head ? head_height(pager, box->head) : 0;
	if (height)
		repeat_head(pager, box->head, top);
	if (carry)
		carry_set(carry, page(pager), box[-1].row, true, top + height);
}

static void place(struct pager *pager, size_t index)
{
	const struct box *box = &pager->flow->boxes[index];
	bool fresh = pager->spot.fresh;
	mpt top = 0;
	struct spot next = advance(pager, index, pager->spot, &top);
	mpt repeated = fresh ? repeated_height(pager, index) : 0;
	if (box->panel != pager->spot.panel) {
		close_panel(pager);
		open_panel(pager, box->panel, top - repeated - padding(box->panel));
	}
	if (repeated)
		repeat_above(pager, index, top - repeated);
	copy_box(pager, index, top);
	pager->spot = next;
}

static void add_page(struct pager *pager, struct frames frames, mpt y)
{
	if (pager->count == pager->room) {
		size_t wanted = pager->room ? pager->room * 2 : 4;
		pager->pages = arena_grow(pager->setting->arena, pager->pages,
					  pager->room, wanted, sizeof *pager->pages);
		pager->room = wanted;
	}
	pager->pages[pager->count++] = frames;
	pager->spot = (struct spot){y, true, NULL};
}

/* Turns the page in front of a box. */
static void turn_page(struct pager *pager, size_t next)
{
	const struct carry *carry = carried_over(pager, next);
	if (carry)
		carry_set(carry, page(pager), pager->flow->boxes[next - 1].row, false,
			  pager->spot.y);
	pager->spot.y += carry_height(carry);
	close_panel(pager);
	struct frames frames = {.arena = pager->setting->arena};
	margin_head(&frames, pager->margin);
	add_page(pager, frames, pager->margin->top);
}

/* The boxes from `from` that go on one page together: all that hold on to each other when
 * a page can hold them, else those with the stronger bonds, else one (KEEP__COUNT). */
static size_t next_group(const struct pager *pager, size_t from, enum keep *keep)
{
	struct spot top = {pager->margin->top, true, NULL};
	for (*keep = KEEP_WISH; *keep < KEEP__COUNT; (*keep)++) {
		size_t end = group_end(pager, from, *keep, top);
		if (end > from)
			return end;
	}
	return from + 1;
}

static bool fits_here(const struct pager *pager, size_t from, enum keep keep)
{
	if (keep < KEEP__COUNT)
		return group_end(pager, from, keep, pager->spot) > from;
	mpt top = 0;
	struct spot spot = advance(pager, from, pager->spot, &top);
	return ends_well(pager, from, spot, true);
}

struct paged pager_place(const struct setting *setting, const struct margin *margin,
			 const struct flow *flow, struct frames front, mpt first)
{
	struct pager pager = {.setting = setting, .margin = margin, .flow = flow};
	add_page(&pager, front, first);
	for (size_t i = 0, end; i < flow->count; i = end) {
		enum keep keep = KEEP_NONE;
		end = next_group(&pager, i, &keep);
		bool is_bare = pager.spot.fresh && pager.count > 1;
		if (!is_bare && !fits_here(&pager, i, keep))
			turn_page(&pager, i);
		if (pager.count > LIMIT_PAGES)
			return (struct paged){0};
		for (size_t k = i; k < end; k++)
			place(&pager, k);
	}
	close_panel(&pager);
	return (struct paged){pager.pages, pager.count};
}
