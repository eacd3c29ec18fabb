#include "page/table.h"

#include "page/carry.h"
#include "page/look.h"

#define ROW_PADDING 2200   /* [mpt] below a row's last line */
#define ROW_GIVE 1200	   /* [mpt] of it that can be done without */
#define HEAD_PADDING 2600  /* [mpt] between the head's words and its rule */
#define TOTAL_PADDING 2600 /* [mpt] between the rule above a total and its words */
#define WHOLE_ROW_LINES 12 /* a row of more lines may be divided */

struct table {
	struct flow *flow;
	const struct grid *grid;
	const struct slot *slot;
};

static enum role role_of(const struct table *table, const struct row *row)
{
	if (!table->grid->headed && table->slot->role == ROLE_PANEL)
		return ROLE_PANEL;
	return row->head ? ROLE_TABLE_HEAD : ROLE_TABLE_CELL;
}

/* Line `n` of a cell, if it has one. Heads stand on their rule, other cells hang. */
static void set_cell(const struct table *table, const struct row *row, size_t column,
		     size_t n, mpt y)
{
	const struct grid *grid = table->grid;
	const struct cell *cell = &row->cells[column];
	size_t above = row->head ? row->lines - cell->lines.count : 0;
	if (n < above || n - above >= cell->lines.count)
		return;
	struct slot slot = {.x = table->slot->x + grid->x[column],
			    .y = y,
			    .width = grid->width[column],
			    .align = cell->align,
			    .role = role_of(table, row)};
	struct elements *elements = table->flow->setting->elements;
	uint32_t open = element_enter(elements, cell->element);
	frames_line(&table->flow->frames, table->flow->setting, &cell->words,
		    &cell->lines.at[n - above], &cell->type, &slot);
	element_enter(elements, open);
}

static void set_rule(const struct table *table, mpt y)
{
	struct rect at = {table->slot->x, y, table->grid->whole, LOOK_RULE};
	frames_rule(&table->flow->frames, at, 0);
}

/* One line of a row, with what belongs above and below it. */
static void set_row_line(const struct table *table, const struct row *row, size_t n)
{
	bool first = n == 0, last = n + 1 == row->lines;
	mpt leading = table->grid->type.leading;
	mpt top = row->total && first ? TOTAL_PADDING : 0;
	mpt below = row->head ? HEAD_PADDING + LOOK_RULE + ROW_PADDING : ROW_PADDING;
	flow_box(table->flow, top + leading + (last ? below : 0));
	if (last && !row->head)
		table->flow->boxes[table->flow->count - 1].give =
			look_give(&table->grid->type) + ROW_GIVE;
	if (row->total && first)
		set_rule(table, 0);
	for (size_t c = 0; c < table->grid->columns; c++)
		set_cell(table, row, c, n, top);
	if (row->head && last)
		set_rule(table, leading + HEAD_PADDING);
}

/* The first cell of a row names it, unless it is a figure. */
static enum tag tag_of(const struct row *row, size_t column)
{
	if (row->head)
		return TAG_COLUMN_HEAD;
	const struct cell *cell = &row->cells[column];
	bool names = column == 0 && cell->words.count && cell->align == ALIGN_LEFT;
	return names ? TAG_ROW_HEAD : TAG_CELL;
}

/* Every cell is an element, also an empty one: rows of equal length are a table. */
static void tag_row(const struct table *table, const struct row *row)
{
	struct elements *elements = table->flow->setting->elements;
	element_open(elements, TAG_ROW);
	for (size_t c = 0; c < table->grid->columns; c += 1 + row->cells[c].across) {
		struct element *element = element_open(elements, tag_of(row, c));
		element->columns = 1 + row->cells[c].across;
		row->cells[c].element = elements->open;
		element_close(elements);
	}
	element_close(elements);
}

static void set_row(const struct table *table, const struct row *row)
{
	struct flow *flow = table->flow;
	size_t first = flow->count;
	tag_row(table, row);
	for (size_t n = 0; n < row->lines; n++)
		set_row_line(table, row, n);
	if (row->lines <= WHOLE_ROW_LINES) {
		flow_keep(flow, first, flow->count, KEEP_MUST);
		return;
	}
	flow_keep(flow, first, first + 2, KEEP_MUST);
	flow_keep(flow, flow->count - 2, flow->count, KEEP_MUST);
}

/* starts[r] is row r's first box; starts[nrows] the end. Row r holds on to the next. */
static void hold_on(const struct table *table, const size_t *starts, size_t r)
{
	if (r + 1 < table->grid->nrows)
		flow_keep(table->flow, starts[r + 1] - 1, starts[r + 1] + 1, KEEP_MUST);
}

static void keep_rows(const struct table *table, const size_t *starts)
{
	const struct grid *grid = table->grid;
	bool begun = false; /* a body row was seen */
	for (size_t r = 0; r < grid->nrows; r++) {
		const struct row *row = &grid->rows[r];
		if (!begun)
			hold_on(table, starts, r);
		begun = begun || !row->head;
		if (row->total && r >= 1)
			hold_on(table, starts, r - 1);
		if (row->total && r >= 2)
			hold_on(table, starts, r - 2);
		if (r + 2 == grid->nrows)
			hold_on(table, starts, r);
	}
}

static size_t head_rows(const struct grid *grid)
{
	size_t n = 0;
	while (n < grid->nrows && grid->rows[n].head)
		n++;
	return n;
}

static void set_head(struct table *table, size_t *starts, size_t heads)
{
	struct flow *flow = table->flow;
	for (size_t r = 0; r < heads; r++) {
		set_row(table, &table->grid->rows[r]);
		starts[r + 1] = flow->count;
	}
	if (!heads)
		return;
	struct head *head = ARENA_NEW(flow->setting->arena, struct head);
	*head = (struct head){starts[0], starts[heads]};
	flow->head = head;
}

/* A page may end between the rows that are carried, and before their total. */
static void set_body(struct table *table, size_t *starts, size_t heads,
		     const struct carry *carry)
{
	struct flow *flow = table->flow;
	for (size_t r = heads; r < table->grid->nrows; r++) {
		flow->carry = r <= carry_rows(carry) ? carry : NULL;
		flow->row = r;
		set_row(table, &table->grid->rows[r]);
		starts[r + 1] = flow->count;
	}
	flow->carry = NULL;
}

void table_set(struct flow *flow, const struct part *part, const struct slot *slot)
{
	struct arena *arena = flow->setting->arena;
	struct grid *grid = ARENA_NEW(arena, struct grid);
	*grid = grid_from_table(flow->setting, part, slot->width);
	struct table table = {flow, grid, slot};
	size_t *starts = ARENA_ARRAY(arena, size_t, grid->nrows + 1);
	size_t heads = head_rows(grid);
	starts[0] = flow->count;
	element_open(flow->setting->elements, TAG_TABLE);
	set_head(&table, starts, heads);
	set_body(&table, starts, heads,
		 carry_from_table(flow->setting, part, grid, slot));
	flow->head = NULL;
	element_close(flow->setting->elements);
	keep_rows(&table, starts);
}
