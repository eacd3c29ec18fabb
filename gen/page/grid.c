#include "page/grid.h"

#include "page/columns.h"
#include "page/known.h"
#include "page/look.h"

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

/* The first cell of a row, such as a total's label, may lie across the empty cells behind
 * it. */
static void stretch_first(struct row *row, size_t columns)
{
	struct cell *first = &row->cells[0];
	if (row->head || first->align != ALIGN_LEFT || first->words.count == 0)
		return;
	while (first->across + 1 < columns &&
	       row->cells[first->across + 1].words.count == 0)
		first->across++;
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
		stretch_first(row, grid->columns);
	}
}

static void add_want(struct want *want, const struct cell *cell, bool head)
{
	if (cell->across)
		return;
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

static void wrap_cell(const struct setting *setting, struct row *row, size_t column,
		      mpt width)
{
	struct cell *cell = &row->cells[column];
	words_fit(setting, &cell->words, &cell->type, width);
	cell->lines = known_wrap(setting, &cell->words, width);
	row->lines = cell->lines.count > row->lines ? cell->lines.count : row->lines;
}

static void wrap_cells(const struct setting *setting, struct grid *grid)
{
	for (size_t r = 0; r < grid->nrows; r++) {
		grid->rows[r].lines = 1;
		for (size_t c = 0; c < grid->columns; c++)
			if (grid->rows[r].cells[c].across == 0)
				wrap_cell(setting, &grid->rows[r], c, grid->width[c]);
	}
}

/* Cells across several columns, once these have their places. */
static void wrap_across(const struct setting *setting, struct grid *grid)
{
	for (size_t r = 0; r < grid->nrows; r++) {
		size_t last = grid->rows[r].cells[0].across;
		if (last)
			wrap_cell(setting, &grid->rows[r], 0,
				  grid->x[last] + grid->width[last]);
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
	size_t columns = count_columns(table);
	struct grid grid = {.columns = columns, .type = look_table(look_table_size(0))};
	grid.rows = ARENA_ARRAY(setting->arena, struct row, count(table->first));
	grid.x = ARENA_ARRAY(setting->arena, mpt, columns);
	grid.width = ARENA_ARRAY(setting->arena, mpt, columns);
	measure_rows(setting, table, &grid);
	struct want *wants = wants_of(setting, &grid);
	mpt gutter = columns_gutter(wants, columns, width);
	mpt room = width - gutter * ((mpt)columns - 1);
	mpt size = columns_size(wants, columns, room);
	if (size != grid.type.size) {
		grid.type = look_table(size);
		measure_rows(setting, table, &grid);
		wants = wants_of(setting, &grid);
	}
	columns_spread(grid.width, wants, columns, room);
	wrap_cells(setting, &grid);
	tighten(&grid);
	place_columns(&grid, gutter, width);
	wrap_across(setting, &grid);
	return grid;
}
