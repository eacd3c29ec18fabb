#include "page/grid.h"

#include "page/look.h"

#define GUTTER 8500	   /* [mpt] 3 mm between columns */
#define NARROW_GUTTER 5700 /* [mpt] 2 mm, in a table that is too wide */

/* What a column wants [mpt]. */
struct want {
	mpt least;   /* holds every word and every figure whole */
	mpt gentle;  /* text wraps onto two lines at the most */
	mpt natural; /* nothing wraps */
	bool figures;
};

static mpt most(mpt a, mpt b)
{
	return a > b ? a : b;
}

static size_t count(const struct part *first)
{
	size_t n = 0;
	for (const struct part *part = first; part; part = part->next)
		n++;
	return n;
}

static bool has_words(const struct run *runs)
{
	for (const struct run *run = runs; run; run = run->next)
		for (size_t i = 0; i < run->text.len; i++)
			if (run->text.at[i] != ' ')
				return true;
	return false;
}

static bool has_digit(const struct run *runs)
{
	for (const struct run *run = runs; run; run = run->next)
		for (size_t i = 0; i < run->text.len; i++)
			if (run->text.at[i] >= '0' && run->text.at[i] <= '9')
				return true;
	return false;
}

static bool is_empty_row(const struct part *row)
{
	for (const struct part *cell = row->first; cell; cell = cell->next)
		if (has_words(cell->runs))
			return false;
	return true;
}

/* All words in it are bold, and there are some. */
static bool is_total(const struct part *row)
{
	bool any = false;
	for (const struct part *cell = row->first; cell; cell = cell->next)
		for (const struct run *run = cell->runs; run; run = run->next) {
			struct run alone = *run;
			alone.next = NULL;
			if (!has_words(&alone))
				continue;
			if (!(run->style & STYLE_BOLD))
				return false;
			any = true;
		}
	return any && !row->head;
}

static struct cell measure_cell(const struct setting *setting, const struct part *part,
				bool head, struct type type)
{
	struct cell cell = {.align = part->align, .type = type};
	cell.type.face = head ? FACE_BOLD : FACE_REGULAR;
	cell.type.figures = !head && part->align == ALIGN_RIGHT && has_digit(part->runs);
	cell.words = words_from_runs(setting, part->runs, &cell.type);
	return cell;
}

static void measure_rows(const struct setting *setting, const struct part *table,
			 struct grid *grid)
{
	grid->nrows = 0;
	for (const struct part *part = table->first; part; part = part->next) {
		if (part->head && is_empty_row(part))
			continue;
		struct row *row = &grid->rows[grid->nrows++];
		*row = (struct row){.head = part->head, .total = is_total(part)};
		row->cells = ARENA_ARRAY(setting->arena, struct cell, grid->columns);
		grid->headed = grid->headed || part->head;
		size_t i = 0;
		for (const struct part *cell = part->first; cell; cell = cell->next)
			row->cells[i++] =
				measure_cell(setting, cell, part->head, grid->type);
	}
}

static mpt scaled(mpt length, mpt size)
{
	return (mpt)((int64_t)length * size / look_table_size(0) + 1);
}

static void add_want(struct want *want, const struct cell *cell, bool head)
{
	mpt widest = cell->words.widest, natural = cell->words.natural;
	mpt least = !head && cell->align == ALIGN_RIGHT ? natural : widest;
	want->least = most(want->least, least);
	want->gentle = most(want->gentle, most(least, natural / 2 + natural / 8));
	want->natural = most(want->natural, natural);
	want->figures = want->figures || cell->type.figures;
}

static struct want *wants_of(const struct setting *setting, const struct grid *grid)
{
	struct want *wants = ARENA_ARRAY(setting->arena, struct want, grid->columns);
	for (size_t r = 0; r < grid->nrows; r++)
		for (size_t c = 0; c < grid->columns; c++)
			add_want(&wants[c], &grid->rows[r].cells[c], grid->rows[r].head);
	return wants;
}

static struct want sum(const struct want *wants, size_t columns)
{
	struct want all = {0};
	for (size_t c = 0; c < columns; c++) {
		all.least += wants[c].least;
		all.gentle += wants[c].gentle;
		all.natural += wants[c].natural;
	}
	return all;
}

/* The first size at which text wraps gently, else the last. Widths grow with the size but
 * for rounding, so one measuring tells for all. */
static mpt fitting_size(const struct want *all, mpt width)
{
	mpt size = look_table_size(0);
	for (size_t i = 0; look_table_size(i); i++) {
		size = look_table_size(i);
		if (scaled(all->gentle, size) <= width)
			break;
	}
	return size;
}

/* Words cannot stay whole: wide columns give, down to a fair share; figures only when the
 * others' giving is not enough. */
static void squeeze(struct grid *grid, const struct want *wants, mpt width)
{
	int64_t share = width / (mpt)grid->columns / 2, text = 0, figures = 0, over = 0;
	for (size_t c = 0; c < grid->columns; c++) {
		int64_t least = wants[c].least, kept = least < share ? least : share;
		figures += wants[c].figures ? least : 0;
		text += wants[c].figures ? 0 : kept;
	}
	bool whole = figures + text <= width; /* figures stay so */
	int64_t room = width;
	for (size_t c = 0; c < grid->columns; c++) {
		int64_t least = wants[c].least;
		bool gives = least > share && !(whole && wants[c].figures);
		room -= gives ? share : least;
		over += gives ? least - share : 0;
	}
	for (size_t c = 0; c < grid->columns; c++) {
		int64_t least = wants[c].least;
		bool gives = least > share && !(whole && wants[c].figures);
		grid->width[c] =
			(mpt)(gives ? share + (least - share) * room / over : least);
	}
}

/* Columns between what they need and what they would like. */
static void spread(struct grid *grid, const struct want *wants, mpt width)
{
	struct want all = sum(wants, grid->columns);
	if (all.least > width) {
		squeeze(grid, wants, width);
		return;
	}
	bool room_for_all = all.natural <= width;
	int64_t extra = width - all.least, wish = all.natural - all.least;
	for (size_t c = 0; c < grid->columns; c++) {
		int64_t more = wants[c].natural - wants[c].least;
		if (!room_for_all)
			more = more * extra / wish;
		grid->width[c] = wants[c].least + (mpt)more;
	}
}

/* Even lines leave a column narrower than it could be: the rest goes between the columns.
 */
static void tighten(struct grid *grid)
{
	for (size_t c = 0; c < grid->columns; c++) {
		grid->width[c] = 0;
		for (size_t r = 0; r < grid->nrows; r++) {
			const struct wrapped *lines = &grid->rows[r].cells[c].lines;
			for (size_t i = 0; i < lines->count; i++)
				grid->width[c] = most(grid->width[c], lines->at[i].width);
		}
	}
}

/* A headed table fills the width: what is left over goes between the columns evenly. */
static void place_columns(struct grid *grid, mpt gutter, mpt width)
{
	mpt used = 0, between = (mpt)grid->columns - 1;
	for (size_t c = 0; c < grid->columns; c++)
		used += grid->width[c];
	if (grid->headed && between > 0 && width - used > gutter * between)
		gutter = (width - used) / between;
	mpt x = 0;
	for (size_t c = 0; c < grid->columns; c++) {
		grid->x[c] = x;
		x += grid->width[c] + gutter;
	}
	grid->whole = grid->headed ? width : x - gutter;
	size_t last = grid->columns - 1;
	if (grid->headed)
		grid->width[last] = width - grid->x[last];
}

static void wrap_cells(const struct setting *setting, struct grid *grid)
{
	for (size_t r = 0; r < grid->nrows; r++) {
		struct row *row = &grid->rows[r];
		row->lines = 1;
		for (size_t c = 0; c < grid->columns; c++) {
			struct cell *cell = &row->cells[c];
			words_fit(setting, &cell->words, &cell->type, grid->width[c]);
			cell->lines =
				wrap_words(setting->arena, &cell->words, grid->width[c]);
			if (cell->lines.count > row->lines)
				row->lines = cell->lines.count;
		}
	}
}

static size_t count_columns(const struct part *table)
{
	size_t columns = table->columns ? table->columns : 1;
	for (const struct part *row = table->first; row; row = row->next)
		columns = count(row->first) > columns ? count(row->first) : columns;
	return columns;
}

struct grid grid_from_table(const struct setting *setting, const struct part *table,
			    mpt width)
{
	struct grid grid = {.columns = count_columns(table)};
	grid.rows = ARENA_ARRAY(setting->arena, struct row, count(table->first));
	grid.x = ARENA_ARRAY(setting->arena, mpt, grid.columns);
	grid.width = ARENA_ARRAY(setting->arena, mpt, grid.columns);
	grid.type = look_table(look_table_size(0));
	measure_rows(setting, table, &grid);
	struct want *wants = wants_of(setting, &grid);
	struct want all = sum(wants, grid.columns);
	mpt between = (mpt)grid.columns - 1, gutter = GUTTER;
	if (all.gentle + gutter * between > width)
		gutter = NARROW_GUTTER;
	if (all.least + gutter * between >
	    width * 2) /* more columns than a page has room for */
		gutter = 0;
	mpt size = fitting_size(&all, width - gutter * between);
	if (size != grid.type.size) {
		grid.type = look_table(size);
		measure_rows(setting, table, &grid);
		wants = wants_of(setting, &grid);
	}
	spread(&grid, wants, width - gutter * between);
	wrap_cells(setting, &grid);
	tighten(&grid);
	place_columns(&grid, gutter, width);
	return grid;
}
