#include "page/sheet.h"

#include "base/limits.h"
#include "page/block.h"
#include "page/front.h"
#include "page/look.h"
#include "page/pager.h"

#define TIGHTENED_PAGES 3 /* a longer document gains nothing */
#define PAGE_FRAMES 128	  /* more than most first pages have */
#define SUBJECT_GAP 8000  /* [mpt] between subject and body */

static struct column body_column(const struct setting *setting,
				 const struct profile *profile,
				 const struct margin *margin)
{
	struct column column = {.x = profile->left, .role = ROLE_TEXT};
	column.width = profile->width - profile->left - profile->right;
	column.measure = block_measure(setting, column.width);
	column.tallest = margin->end - margin->top;
	return column;
}

static void set_subject(struct flow *flow, const struct sheet *sheet,
			const struct column *column)
{
	if (sheet->subject.len == 0)
		return;
	struct type type = look_subject();
	struct words words = words_from_text(flow->setting, sheet->subject, &type);
	struct slot slot = {.x = column->x, .width = column->width, .role = ROLE_SUBJECT};
	element_open_heading(flow->setting->elements, 1);
	flow_words(flow, &words, &type, &slot);
	element_close(flow->setting->elements);
	flow_keep(flow, 0, flow->count, KEEP_MUST);
	if (flow->count && sheet->body)
		flow->boxes[flow->count - 1].keep = KEEP_MUST;
	flow_gap(flow, SUBJECT_GAP);
}

/* One page needs no bookmarks. */
static void drop_marks(struct frames *frames)
{
	size_t kept = 0;
	for (size_t i = 0; i < frames->count; i++)
		if (frames->at[i].kind != FRAME_MARK)
			frames->at[kept++] = frames->at[i];
	frames->count = kept;
}

/* The footer waits for the number of pages. */
static struct layout *finish(struct arena *arena, const struct margin *margin,
			     const struct paged *paged)
{
	struct layout *layout = ARENA_NEW(arena, struct layout);
	layout->profile = margin->sheet->profile;
	layout->width = layout->profile->width;
	layout->height = layout->profile->height;
	layout->npages = paged->count;
	layout->pages = ARENA_ARRAY(arena, struct page, paged->count);
	for (size_t i = 0; i < paged->count; i++) {
		struct frames *frames = &paged->pages[i];
		if (paged->count == 1)
			drop_marks(frames);
		margin_foot(frames, margin, i + 1, paged->count);
		layout->pages[i] = (struct page){frames->at, frames->count};
	}
	layout->elements = margin->setting->elements->at;
	layout->nelements = margin->setting->elements->count;
	return layout;
}

/* The same boxes nearer to each other; those stay that something stands beside. */
static struct flow tightened(const struct flow *flow)
{
	struct flow tight = *flow;
	tight.boxes = ARENA_ARRAY(flow->setting->arena, struct box, flow->count);
	mpt beside = 0;
	for (size_t i = flow->count; i-- > 0;) {
		struct box *box = &tight.boxes[i];
		*box = flow->boxes[i];
		if (beside <= 0) {
			box->height -= box->give;
			box->before = box->before * 2 / 3;
		} else {
			beside -= box->height + box->before;
		}
		beside = box->above > beside ? box->above : beside;
	}
	return tight;
}

/* A short letter is set a little tighter where that saves its last page. */
static struct paged place(const struct setting *setting, const struct margin *margin,
			  const struct flow *flow, const struct frames *front, mpt first)
{
	struct frames again = {.arena = setting->arena};
	struct paged paged = pager_place(setting, margin, flow, *front, first);
	if (paged.count < 2 || paged.count > TIGHTENED_PAGES)
		return paged;
	frames_copy(&again, front, 0, front->count, 0); /* its own are page one by now */
	struct flow near = tightened(flow);
	struct paged tight = pager_place(setting, margin, &near, again, first);
	return tight.count < paged.count ? tight : paged;
}

struct layout *sheet_set(struct arena *arena, const struct sheet *sheet,
			 const struct metrics *metrics, struct notices *notices)
{
	struct elements elements = elements_new(arena);
	struct setting setting = {arena, metrics, sheet->rendered, &elements, sheet};
	struct margin margin = margin_new(&setting, sheet);
	struct frames front = {.arena = arena, .elements = &elements};
	frames_reserve(&front, PAGE_FRAMES);
	mpt first = front_set(&front, &setting, sheet, notices);
	if (first == 0)
		return NULL;
	struct flow flow = flow_new(&setting);
	struct column column = body_column(&setting, sheet->profile, &margin);
	set_subject(&flow, sheet, &column);
	block_set_letter(&flow, sheet->body, &column);
	struct paged paged = place(&setting, &margin, &flow, &front, first);
	if (paged.count == 0) {
		NOTICE(notices, DOCUMENT_TOO_LONG, sheet->address_span,
		       STR_ARG(sheet->subject_name), LIMIT_PAGES);
		return NULL;
	}
	return finish(arena, &margin, &paged);
}
