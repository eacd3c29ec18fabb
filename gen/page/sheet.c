#include "page/sheet.h"

#include "base/limits.h"
#include "page/block.h"
#include "page/front.h"
#include "page/look.h"
#include "page/margin.h"
#include "page/pager.h"

#define SUBJECT_GAP 8000 /* [mpt] between subject and body */

static struct column body_column(const struct setting *setting,
				 const struct profile *profile, const struct space *space)
{
	struct column column = {.x = profile->left, .role = ROLE_TEXT};
	column.width = profile->width - profile->left - profile->right;
	column.measure = block_measure(setting, column.width);
	column.tallest = space->end - space->top;
	return column;
}

static void set_subject(struct flow *flow, const struct sheet *sheet,
			const struct column *column)
{
	struct type type = look_subject();
	struct words words = words_from_text(flow->setting, sheet->subject, &type);
	struct slot slot = {.x = column->x, .width = column->width, .role = ROLE_SUBJECT};
	flow_words(flow, &words, &type, &slot);
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
static struct page finish(const struct setting *setting, const struct sheet *sheet,
			  struct frames *frames, size_t index, size_t count)
{
	if (count == 1)
		drop_marks(frames);
	margin_foot(frames, setting, sheet, index + 1, count);
	return (struct page){frames->at, frames->count};
}

static struct layout *finish_all(const struct setting *setting, const struct sheet *sheet,
				 const struct paged *paged)
{
	struct layout *layout = ARENA_NEW(setting->arena, struct layout);
	layout->width = sheet->profile->width;
	layout->height = sheet->profile->height;
	layout->npages = paged->count;
	layout->pages = ARENA_ARRAY(setting->arena, struct page, paged->count);
	for (size_t i = 0; i < paged->count; i++)
		layout->pages[i] =
			finish(setting, sheet, &paged->pages[i], i, paged->count);
	return layout;
}

static mpt continued_top(const struct setting *setting, const struct sheet *sheet)
{
	struct frames tried = {.arena = setting->arena};
	return margin_head(&tried, setting, sheet);
}

struct layout *sheet_set(struct arena *arena, const struct sheet *sheet,
			 const struct metrics *metrics, struct notices *notices)
{
	struct setting setting = {arena, metrics, sheet->rendered};
	struct frames front = {.arena = arena};
	struct space space = {.end = margin_body_end(&setting, sheet)};
	space.top = continued_top(&setting, sheet);
	space.first = front_set(&front, &setting, sheet, notices);
	if (space.first == 0)
		return NULL;
	struct flow flow = flow_new(&setting);
	struct column column = body_column(&setting, sheet->profile, &space);
	set_subject(&flow, sheet, &column);
	block_set_letter(&flow, sheet->body, &column);
	struct paged paged = pager_place(&setting, sheet, &flow, &space, front);
	if (paged.count == 0) {
		NOTICE(notices, DOCUMENT_TOO_LONG, sheet->address_span,
		       STR_ARG(sheet->subject_name), LIMIT_PAGES);
		return NULL;
	}
	return finish_all(&setting, sheet, &paged);
}
