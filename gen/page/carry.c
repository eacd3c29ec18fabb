#include "page/carry.h"

#include "page/look.h"

#define PADDING 2600	 /* [mpt] between the rule and the words, and below them */
#define SMALLEST 6000	 /* [mpt] a sum too wide for its column is set smaller, down to */
#define CAPTION_GAP 6000 /* [mpt] between the caption and the first sum */

enum way { WAY_NONE, WAY_SUM, WAY_LAST };

struct carry {
	const struct setting *setting;
	const struct grid *grid;
	struct slot slot;
	size_t rows;	/* heads among them */
	enum way *ways; /* by column */
	int64_t *sums;	/* rows × columns: what is carried behind each row */
	mpt height;
};

/* ---- amounts ---- */

static struct str cell_text(const struct setting *setting, const struct part *cell)
{
	return cell ? str_trim(words_plain(setting->arena, cell->runs)) : STR("");
}

/* What a cell shows; an empty one counts for nothing. */
static bool read_cell(const struct setting *setting, const struct part *cell,
		      int64_t *amount)
{
	const struct figures *figures = setting->sheet->figures;
	struct str text = cell_text(setting, cell);
	*amount = 0;
	return text.len == 0 || figures->read(figures, text, amount);
}

static const struct part *cell_at(const struct part *row, size_t column)
{
	const struct part *cell = row->first;
	for (; cell && column > 0; column--)
		cell = cell->next;
	return cell;
}

/* Fills the column's sums, one way or the other; false when a cell is no amount. */
static bool add_up(struct carry *carry, const struct part *row, size_t column,
		   enum way way)
{
	int64_t sum = 0, amount = 0;
	for (size_t r = 0; r < carry->rows; r++, row = row->next) {
		bool counts = !carry->grid->rows[r].head;
		if (counts && !read_cell(carry->setting, cell_at(row, column), &amount))
			return false;
		if (counts && way == WAY_LAST)
			sum = amount;
		else if (counts && __builtin_add_overflow(sum, amount, &sum))
			return false;
		carry->sums[r * carry->grid->columns + column] = sum;
	}
	return true;
}

static enum way way_of(struct carry *carry, const struct part *first,
		       const struct part *total, size_t column)
{
	const struct part *cell = cell_at(total, column);
	const size_t last = (carry->rows - 1) * carry->grid->columns + column;
	int64_t amount = 0;
	if (cell_text(carry->setting, cell).len == 0 ||
	    !read_cell(carry->setting, cell, &amount))
		return WAY_NONE;
	for (enum way way = WAY_SUM; way <= WAY_LAST; way++)
		if (add_up(carry, first, column, way) && carry->sums[last] == amount)
			return way;
	return WAY_NONE;
}

/* ---- the line ---- */

static struct type caption_type(const struct carry *carry)
{
	struct type type = carry->grid->type;
	type.face = FACE_ITALIC;
	return type;
}

/* The room left of the first sum. */
static struct slot caption_slot(const struct carry *carry)
{
	struct slot slot = {
		.x = carry->slot.x, .width = carry->grid->whole, .role = ROLE_ARTIFACT};
	for (size_t c = 1; c < carry->grid->columns; c++)
		if (carry->ways[c] != WAY_NONE) {
			slot.width = carry->grid->x[c] - CAPTION_GAP;
			break;
		}
	return slot;
}

static mpt caption_height(const struct carry *carry, struct str caption)
{
	struct frames aside = {.arena = carry->setting->arena};
	struct type type = caption_type(carry);
	struct slot slot = caption_slot(carry);
	return frames_text(&aside, carry->setting, caption, &type, &slot);
}

/* The sum's digits stand under the rows'. */
static void set_sum(const struct carry *carry, struct frames *frames, size_t column,
		    int64_t sum, mpt y)
{
	const struct setting *setting = carry->setting;
	const struct figures *figures = setting->sheet->figures;
	struct type type = carry->grid->type;
	type.figures = true;
	struct slot slot = {.x = carry->slot.x + carry->grid->x[column],
			    .y = y,
			    .width = carry->grid->width[column],
			    .align = ALIGN_RIGHT,
			    .role = ROLE_ARTIFACT};
	struct str text = figures->write(figures, setting->arena, sum);
	struct words words = words_from_text(setting, text, &type);
	while (words.natural > slot.width && type.size > SMALLEST) {
		type.size -= 500;
		words = words_from_text(setting, text, &type);
	}
	frames_words(frames, setting, &words, &type, &slot);
}

void carry_set(const struct carry *carry, struct frames *frames, size_t row, bool brought,
	       mpt y)
{
	const struct sheet *sheet = carry->setting->sheet;
	struct type type = caption_type(carry);
	struct slot slot = caption_slot(carry);
	slot.y = y + (brought ? 0 : PADDING);
	struct rect rule = {slot.x, y, carry->grid->whole, LOOK_RULE / 2};
	if (brought)
		rule.y = y + carry->height - PADDING;
	frames_text(frames, carry->setting, brought ? sheet->brought : sheet->carried,
		    &type, &slot);
	for (size_t c = 0; c < carry->grid->columns; c++)
		if (carry->ways[c] != WAY_NONE)
			set_sum(carry, frames, c,
				carry->sums[row * carry->grid->columns + c], slot.y);
	frames_rule(frames, rule, 0);
}

/* ---- the whole ---- */

static size_t rows_above_total(const struct grid *grid)
{
	size_t rows = 0, heads = 0;
	while (rows < grid->nrows && !grid->rows[rows].total)
		heads += grid->rows[rows++].head;
	return rows < grid->nrows && rows > heads + 1 ? rows : 0;
}

/* The first of the parts that the grid's rows were made from. */
static const struct part *first_row(const struct part *table, const struct grid *grid)
{
	const struct part *row = table->first;
	return row && row->head && !grid->headed ? row->next : row;
}

struct carry *carry_from_table(const struct setting *setting, const struct part *table,
			       const struct grid *grid, const struct slot *slot)
{
	size_t rows = rows_above_total(grid), carried = 0;
	if (!rows || !setting->sheet || !setting->sheet->figures)
		return NULL;
	struct arena *arena = setting->arena;
	const struct part *first = first_row(table, grid), *total = first;
	for (size_t r = 0; r < rows; r++)
		total = total->next;
	struct carry *carry = ARENA_NEW(arena, struct carry);
	*carry = (struct carry){setting, grid, *slot, .rows = rows};
	carry->ways = ARENA_ARRAY(arena, enum way, grid->columns);
	carry->sums = ARENA_ARRAY(arena, int64_t, rows * grid->columns);
	for (size_t c = 1; c < grid->columns; c++) {
		carry->ways[c] = way_of(carry, first, total, c);
		carried += carry->ways[c] != WAY_NONE;
	}
	if (!carried)
		return NULL;
	mpt there = caption_height(carry, setting->sheet->carried);
	mpt here = caption_height(carry, setting->sheet->brought);
	carry->height = (there > here ? there : here) + 2 * PADDING;
	return carry;
}

size_t carry_rows(const struct carry *carry)
{
	return carry ? carry->rows : 0;
}

mpt carry_height(const struct carry *carry)
{
	return carry ? carry->height : 0;
}
