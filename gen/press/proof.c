/* The proof device of press.h: frames on a grid of characters. */
#include <stdlib.h>

#include "base/utf8.h"
#include "press/press.h"

enum {
	COLUMN = 5000, /* [mpt] one character is wide: about a digit at 9 points */
	ROW = 14500,   /* [mpt] from one line to the next */
	SAME_ROW =
		7000, /* [mpt] things this near share a row when they are side by side */
	SAME_WORD = 1000, /* [mpt] texts this near are written without a space */
	SAME_EDGE = 300,  /* [mpt] right edges this near are one column of figures */
	THIN = 4000	  /* [mpt] what is thicker is a ground, not a line */
};

enum shape { SHAPE_TEXT, SHAPE_LINE, SHAPE_TOP, SHAPE_FOOT };

/* Something that stands in one row. */
struct item {
	const struct frame *frame;
	enum shape shape;
	bool flush; /* set by its right edge */
	mpt x, y, right;
	size_t row;
};

/* A row of the grid. */
struct row {
	uint32_t *cells;
	size_t length, room;
	mpt y;
};

struct grid {
	struct arena *arena;
	struct item *items;
	size_t nitems;
	struct row *rows;
	size_t nrows;
};

static size_t column(mpt x)
{
	return x < 0 ? 0 : (size_t)((x + COLUMN / 2) / COLUMN);
}

static void put(struct grid *grid, struct row *row, size_t at, uint32_t point)
{
	if (at >= row->room) {
		size_t room = at + 64;
		row->cells = arena_grow(grid->arena, row->cells, row->room, room,
					sizeof *row->cells);
		row->room = room;
	}
	while (row->length <= at)
		row->cells[row->length++] = ' ';
	row->cells[at] = point;
}

/* Only where nothing stands yet: words win over lines. */
static void put_line(struct grid *grid, struct row *row, size_t at, uint32_t point)
{
	if (at >= row->length || row->cells[at] == ' ')
		put(grid, row, at, point);
}

static bool is_written(const struct row *row, size_t at)
{
	return at < row->length && row->cells[at] != ' ';
}

/* The side of a box; the blank between two words, when these lie across it, stays one. */
static void put_side(struct grid *grid, struct row *row, size_t at)
{
	if (!(at > 0 && is_written(row, at - 1) && is_written(row, at + 1)))
		put_line(grid, row, at, '|');
}

static void add(struct grid *grid, const struct frame *frame, enum shape shape, mpt y)
{
	const struct rect *at = &frame->at;
	grid->items[grid->nitems++] = (struct item){.frame = frame,
						    .shape = shape,
						    .x = at->x,
						    .y = y,
						    .right = at->x + at->w,
						    .flush = frame->figures};
}

/* A code's caption: the texts of one element directly behind it, and behind its link.
 * They are printed with the code, not in the grid, where they would stand between the
 * rows beside it. */
static size_t caption_from(const struct page *page, size_t symbol)
{
	size_t i = symbol + 1;
	while (i < page->nframes && page->frames[i].kind == FRAME_LINK)
		i++;
	return i;
}

static size_t caption_to(const struct page *page, size_t from)
{
	size_t i = from;
	while (i < page->nframes && page->frames[i].kind == FRAME_TEXT &&
	       page->frames[i].element == page->frames[from].element)
		i++;
	return i;
}

static void collect(struct grid *grid, const struct page *page)
{
	grid->items = ARENA_ARRAY(grid->arena, struct item, 2 * page->nframes);
	for (size_t i = 0; i < page->nframes; i++) {
		const struct frame *frame = &page->frames[i];
		if (frame->kind == FRAME_TEXT && frame->text.len > 0) {
			add(grid, frame, SHAPE_TEXT, frame->baseline);
		} else if (frame->kind == FRAME_RULE && frame->at.h <= THIN) {
			add(grid, frame, SHAPE_LINE, frame->at.y);
		} else if (frame->kind == FRAME_BOX || frame->kind == FRAME_IMAGE) {
			add(grid, frame, SHAPE_TOP, frame->at.y);
			add(grid, frame, SHAPE_FOOT, frame->at.y + frame->at.h);
		} else if (frame->kind == FRAME_SYMBOL) {
			i = caption_to(page, caption_from(page, i)) - 1;
		}
	}
}

/* What ends where figures end belongs to their column: its heading, its total. */
static void find_flush(struct grid *grid)
{
	for (size_t i = 0; i < grid->nitems; i++) {
		struct item *item = &grid->items[i];
		for (size_t k = 0; k < grid->nitems && !item->flush; k++) {
			const struct item *other = &grid->items[k];
			item->flush = other->frame->figures &&
				      abs(item->right - other->right) <= SAME_EDGE &&
				      abs(item->x - other->x) > SAME_EDGE;
		}
	}
}

/* From top to bottom, then from left to right, then as the frames stand. */
static int compare(const void *a, const void *b)
{
	const struct item *one = a, *two = b;
	if (one->y != two->y)
		return one->y < two->y ? -1 : 1;
	if (one->x != two->x)
		return one->x < two->x ? -1 : 1;
	return one->frame < two->frame ? -1 : one->frame > two->frame;
}

static int compare_in_row(const void *a, const void *b)
{
	const struct item *one = a, *two = b;
	if (one->row != two->row)
		return one->row < two->row ? -1 : 1;
	if (one->x != two->x)
		return one->x < two->x ? -1 : 1;
	return one->frame < two->frame ? -1 : one->frame > two->frame;
}

/* May items[i] stand in the row that items[from] opened? */
static bool fits(const struct grid *grid, size_t from, size_t i)
{
	const struct item *item = &grid->items[i];
	if (item->y == grid->items[from].y && item->shape == grid->items[from].shape)
		return true;
	if (item->y - grid->items[from].y >= SAME_ROW)
		return false;
	for (size_t k = from; k < i; k++) {
		const struct item *other = &grid->items[k];
		if (item->x < other->right && other->x < item->right)
			return false;
	}
	return true;
}

static void assign_rows(struct grid *grid)
{
	size_t row = 0;
	for (size_t i = 0, from = 0; i < grid->nitems; i++) {
		if (i > 0 && !fits(grid, from, i)) {
			mpt gap = grid->items[i].y - grid->items[from].y;
			size_t step = (size_t)(gap + ROW / 2 - 1500) / ROW;
			row += step ? step : 1;
			from = i;
		}
		grid->items[i].row = row;
	}
	grid->nrows = grid->nitems ? row + 1 : 0;
	grid->rows = ARENA_ARRAY(grid->arena, struct row, grid->nrows);
	for (size_t i = 0; i < grid->nitems; i++)
		grid->rows[grid->items[i].row].y = grid->items[i].y;
}

/* Where a text begins: at its place, but never on top of the one before it. */
static size_t start(const struct item *item, const struct item *last, size_t cursor)
{
	size_t length = utf8_count(item->frame->text), at = column(item->x);
	if (item->flush)
		at = column(item->right) > length ? column(item->right) - length : 0;
	if (!last)
		return at;
	mpt gap = item->x - last->right;
	if (gap < SAME_WORD && gap > -SAME_WORD)
		return cursor;
	if (at <= cursor || gap < item->frame->size * 3 / 5)
		return cursor + 1;
	return at;
}

static void write_texts(struct grid *grid)
{
	const struct item *last = NULL;
	size_t cursor = 0;
	for (size_t i = 0; i < grid->nitems; i++) {
		const struct item *item = &grid->items[i];
		if (item->shape != SHAPE_TEXT)
			continue;
		if (last && last->row != item->row)
			last = NULL;
		cursor = start(item, last, cursor);
		struct str text = item->frame->text;
		for (size_t at = 0; at < text.len;)
			put(grid, &grid->rows[item->row], cursor++, utf8_next(text, &at));
		last = item;
	}
}

static const struct item *find_foot(const struct grid *grid, const struct item *top)
{
	for (size_t i = 0; i < grid->nitems; i++) {
		const struct item *foot = &grid->items[i];
		if (foot->shape == SHAPE_FOOT && foot->frame == top->frame)
			return foot;
	}
	return top;
}

static void write_lines(struct grid *grid)
{
	for (size_t i = 0; i < grid->nitems; i++) {
		const struct item *item = &grid->items[i];
		size_t from = column(item->x), upto = column(item->right);
		if (item->shape == SHAPE_TEXT)
			continue;
		bool box = item->shape != SHAPE_LINE;
		for (size_t at = from; at <= upto; at++)
			put_line(grid, &grid->rows[item->row], at,
				 box && (at == from || at == upto) ? '+' : '-');
		if (item->shape != SHAPE_TOP)
			continue;
		const struct item *foot = find_foot(grid, item);
		for (size_t row = item->row + 1; row < foot->row; row++) {
			put_side(grid, &grid->rows[row], from);
			put_side(grid, &grid->rows[row], upto);
		}
	}
}

static void print(struct buf *buf, const struct grid *grid)
{
	for (size_t i = 0; i < grid->nrows; i++) {
		const struct row *row = &grid->rows[i];
		size_t length = row->length;
		while (length > 0 && row->cells[length - 1] == ' ')
			length--;
		for (size_t k = 0; k < length; k++)
			utf8_put(buf, row->cells[k]);
		buf_byte(buf, '\n');
	}
}

static void print_caption(struct buf *buf, const struct page *page, size_t i)
{
	for (size_t k = caption_from(page, i), to = caption_to(page, k); k < to; k++) {
		buf_byte(buf, ' ');
		buf_put(buf, page->frames[k].text);
	}
}

/* A code's lines are told apart by bars. */
static void print_symbol(struct buf *buf, const struct page *page, size_t i)
{
	struct str text = page->frames[i].text;
	buf_put(buf, STR("(QR code of "));
	for (size_t k = 0; k < text.len; k++)
		buf_byte(buf, text.at[k] == '\n' ? '|' : text.at[k]);
	buf_byte(buf, ':');
	print_caption(buf, page, i);
	buf_put(buf, STR(")\n"));
}

/* Pictures are boxes: what they show is told below the page, and where links lead. */
static void print_notes(struct buf *buf, const struct page *page)
{
	for (size_t i = 0; i < page->nframes; i++) {
		if (page->frames[i].kind == FRAME_LINK)
			buf_format(buf, "(link to %.*s)\n",
				   STR_ARG(page->frames[i].text));
		else if (page->frames[i].kind == FRAME_IMAGE)
			buf_format(buf, "(picture of %.*s)\n",
				   STR_ARG(page->frames[i].text));
		else if (page->frames[i].kind == FRAME_SYMBOL)
			print_symbol(buf, page, i);
	}
}

struct str proof_text(struct arena *arena, const struct layout *layout)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < layout->npages; i++) {
		const struct page *page = &layout->pages[i];
		struct grid grid = {.arena = arena};
		buf_format(&buf, "=== page %zu of %zu ===\n", i + 1, layout->npages);
		collect(&grid, page);
		find_flush(&grid);
		if (grid.nitems)
			qsort(grid.items, grid.nitems, sizeof *grid.items, compare);
		assign_rows(&grid);
		if (grid.nitems)
			qsort(grid.items, grid.nitems, sizeof *grid.items,
			      compare_in_row);
		write_texts(&grid);
		write_lines(&grid);
		print(&buf, &grid);
		print_notes(&buf, page);
	}
	return buf_str(&buf);
}
