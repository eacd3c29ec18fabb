#include "table.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/hidden.h"

#define GAP 2 /* blanks between columns */

static struct table_row *add(struct table *table)
{
	struct table_row *row = ARENA_NEW(table->arena, struct table_row);

	*table->last = row;
	table->last = &row->next;
	return row;
}

static size_t column_width(const struct table *table, size_t column)
{
	size_t width = 0;

	for (const struct table_row *row = table->first; row; row = row->next) {
		size_t cell = row->cells ? utf8_count(row->cells[column].text) : 0;
		if (cell > width)
			width = cell;
	}
	return width;
}

static struct str shown(struct arena *arena, struct str text)
{
	struct buf buf = buf_new(arena, 0);

	hidden_show(&buf, text, false);
	return buf_str(&buf);
}

static void put_cell(struct buf *buf, const struct cell *cell, size_t width, bool last,
		     bool color)
{
	size_t blanks = width - utf8_count(cell->text);

	if (cell->right)
		buf_fill(buf, ' ', blanks);
	table_paint(buf, cell->text, cell->paint, color);
	if (!cell->right && !last)
		buf_fill(buf, ' ', blanks);
	if (!last)
		buf_fill(buf, ' ', GAP);
}

/* Cells behind the last one with text would only be blanks at the line's end. */
static size_t used(const struct table *table, const struct table_row *row)
{
	size_t n = table->ncolumns;

	while (n > 0 && row->cells[n - 1].text.len == 0)
		n--;
	return n;
}

static void put_row(struct buf *buf, const struct table *table,
		    const struct table_row *row, const size_t *widths, bool color)
{
	size_t n = row->cells ? used(table, row) : 0;

	for (size_t i = 0; i < n; i++)
		put_cell(buf, &row->cells[i], widths[i], i + 1 == n, color);
	buf_put(buf, row->line);
	buf_byte(buf, '\n');
}

struct table table_new(struct arena *arena, size_t ncolumns)
{
	return (struct table){.arena = arena, .ncolumns = ncolumns};
}

struct cell *table_row(struct table *table)
{
	if (!table->last)
		table->last = &table->first;
	struct table_row *row = add(table);
	row->cells = ARENA_ARRAY(table->arena, struct cell, table->ncolumns);
	return row->cells;
}

void table_line(struct table *table, struct str line)
{
	if (!table->last)
		table->last = &table->first;
	add(table)->line = shown(table->arena, line);
}

size_t table_width(const struct table *table)
{
	size_t width = table->ncolumns ? GAP * (table->ncolumns - 1) : 0;

	for (size_t i = 0; i < table->ncolumns; i++)
		width += column_width(table, i);
	return width;
}

void table_put(struct buf *buf, const struct table *table, bool color)
{
	size_t *widths = ARENA_ARRAY(table->arena, size_t, table->ncolumns);

	for (const struct table_row *row = table->first; row; row = row->next)
		for (size_t i = 0; row->cells && i < table->ncolumns; i++)
			row->cells[i].text = shown(table->arena, row->cells[i].text);
	for (size_t i = 0; i < table->ncolumns; i++)
		widths[i] = column_width(table, i);
	for (const struct table_row *row = table->first; row; row = row->next)
		put_row(buf, table, row, widths, color);
}

void table_paint(struct buf *buf, struct str text, enum paint paint, bool color)
{
	static const char *const codes[PAINT__COUNT] = {"", "1", "2", "33", "31"};

	if (!color || paint == PAINT_PLAIN || text.len == 0) {
		buf_put(buf, text);
		return;
	}
	buf_format(buf, "\033[%sm", codes[paint]);
	buf_put(buf, text);
	buf_put(buf, STR("\033[0m"));
}
