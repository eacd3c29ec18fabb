/* page_laws: what is true of every page that is ever set, whatever stands on it. Unit
 * tests and the goldens' proofs hold every page they make to it. */
#ifndef UNIT_PAGE_LAWS_H
#define UNIT_PAGE_LAWS_H

#include "base/utf8.h"
#include "page/sheet.h"

static inline bool laws_overlap(struct rect a, struct rect b)
{
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static inline bool laws_within(struct rect a, struct rect room)
{
	return a.x >= room.x && a.y >= room.y && a.x + a.w <= room.x + room.w &&
	       a.y + a.h <= room.y + room.h;
}

/* Where text of that role may stand: between the margins, the recipient where the
 * envelope shows it in every position of the folded sheet. */
static inline struct rect laws_room(const struct profile *p, enum role role)
{
	struct rect text = {p->left, 0, p->width - p->left - p->right,
			    p->height - p->bottom};
	if (role == ROLE_ADDRESS)
		return p->address;
	if (role == ROLE_LETTERHEAD && p->sender_line.h > MPT_FROM_MM_TENTHS(100))
		return p->sender_line;
	return text;
}

/* Whether a text's box is as wide as its device says: a millipoint a character may be
 * lost to rounding. */
static inline bool laws_measured(const struct metrics *metrics, const struct frame *frame)
{
	mpt whole = metrics->width(metrics, frame->face, frame->size, frame->text,
				   frame->figures);
	mpt off = frame->at.w > whole ? frame->at.w - whole : whole - frame->at.w;
	return (size_t)off <= utf8_count(frame->text);
}

/* A code is square, blank margin included, between the margins, and not in the window. */
static inline const char *laws_of_symbol(const struct profile *p,
					 const struct frame *frame, size_t page)
{
	if (!laws_within(frame->at, laws_room(p, ROLE_TEXT)))
		return "leaves its room";
	if (frame->at.w != frame->at.h || frame->at.w <= 0)
		return "is not square";
	if (page == 0 && laws_overlap(frame->at, p->address))
		return "shows in the window";
	return NULL;
}

/* What is wrong with one frame, or NULL. */
static inline const char *laws_of_frame(const struct metrics *metrics,
					const struct profile *p,
					const struct frame *frame, size_t page)
{
	struct rect paper = {0, 0, p->width, p->height};
	if (!laws_within(frame->at, paper))
		return "leaves the paper";
	if (frame->kind == FRAME_SYMBOL)
		return laws_of_symbol(p, frame, page);
	if (frame->kind != FRAME_TEXT)
		return NULL;
	if (!laws_within(frame->at, laws_room(p, frame->role)))
		return "leaves its room";
	if (str_index(frame->text, '\n', 0) < frame->text.len)
		return "has a line end in it";
	if (!laws_measured(metrics, frame))
		return "is not as wide as its frame";
	if (frame->baseline <= frame->at.y ||
	    frame->baseline >= frame->at.y + frame->at.h)
		return "stands outside its frame";
	if (page == 0 && frame->role != ROLE_ADDRESS &&
	    laws_overlap(frame->at, p->address))
		return "shows in the window";
	return NULL;
}

static inline bool laws_reads(const struct frame *frame)
{
	return frame->kind == FRAME_TEXT || frame->kind == FRAME_SYMBOL ||
	       frame->kind == FRAME_IMAGE;
}

/* Texts, codes and pictures never lie over each other; a text is in a box or beside it.
 */
static inline const char *laws_of_pair(const struct frame *a, const struct frame *b)
{
	bool texts = laws_reads(a) && laws_reads(b);
	bool boxed = a->kind == FRAME_BOX && b->kind == FRAME_TEXT;
	if ((texts || (boxed && !laws_within(b->at, a->at))) &&
	    laws_overlap(a->at, b->at))
		return "lies over another";
	return NULL;
}

/* What is wrong with this frame, or NULL. */
static inline const char *laws_broken_by(const struct metrics *metrics,
					 const struct layout *layout, size_t page,
					 size_t index)
{
	const struct page *all = &layout->pages[page];
	const struct frame *frame = &all->frames[index];
	const char *fault = laws_of_frame(metrics, layout->profile, frame, page);
	for (size_t i = 0; i < all->nframes && !fault; i++)
		if (i != index)
			fault = laws_of_pair(&all->frames[i], frame);
	return fault;
}

/* The first fault of a layout, said in words ("page 2: 'INV-1' leaves the paper"), or
 * nothing. */
static inline struct str laws_broken(struct arena *arena, const struct metrics *metrics,
				     const struct layout *layout)
{
	for (size_t n = 0; n < layout->npages; n++) {
		const struct page *page = &layout->pages[n];
		if (page->nframes == 0)
			return str_format(arena, "page %zu is empty", n + 1);
		for (size_t i = 0; i < page->nframes; i++) {
			const struct frame *frame = &page->frames[i];
			const char *fault = laws_broken_by(metrics, layout, n, i);
			if (fault)
				return str_format(
					arena, "page %zu: '%.*s' %s (%d %d %d %d)", n + 1,
					STR_ARG(frame->text), fault, frame->at.x,
					frame->at.y, frame->at.w, frame->at.h);
		}
	}
	return STR("");
}

#endif
