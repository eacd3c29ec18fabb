#include "page/block.h"

#include "page/look.h"
#include "page/symbol.h"
#include "page/table.h"

#define HEADING_GAP 11000      /* [mpt] above a heading */
#define UNDER_HEADING_GAP 3500 /* [mpt] below it */
#define RULE_GAP 9000	       /* [mpt] around a rule */
#define LABEL_GAP 5000	       /* [mpt] between a list's label and its text */
#define NARROWEST 150000       /* [mpt] a column is not indented below this */
#define CLOSING_PARAGRAPHS 2   /* formula and signature ... */
#define COMPANY_LINES 6	       /* of a paragraph that a panel takes along */
#define CLOSING_LINES 4	       /* ... of so many lines each */

static mpt least(mpt a, mpt b)
{
	return a < b ? a : b;
}

static void set_runs(struct flow *flow, const struct part *part, const struct type *type,
		     const struct column *column)
{
	struct words words = words_from_runs(flow->setting, part->runs, type);
	struct slot slot = {
		.x = column->x, .width = column->measure, .role = column->role};
	flow_words(flow, &words, type, &slot);
}

static void set_lines(struct flow *flow, const struct part *part, const struct type *type,
		      const struct column *column)
{
	element_open(flow->setting->elements, TAG_PARAGRAPH);
	set_runs(flow, part, type, column);
	element_close(flow->setting->elements);
}

static bool introduces(const struct part *part)
{
	const struct run *last = part->runs;
	while (last && last->next)
		last = last->next;
	return last && str_ends(str_trim(last->text), STR(":"));
}

static void hold_last(struct flow *flow, enum keep keep)
{
	if (flow->count && flow->boxes[flow->count - 1].keep < keep)
		flow->boxes[flow->count - 1].keep = keep;
}

static void set_paragraph(struct flow *flow, const struct part *part,
			  const struct column *column)
{
	struct type type = look_body();
	set_lines(flow, part, &type, column);
	if (introduces(part))
		hold_last(flow, KEEP_WISH);
	flow_gap(flow, LOOK_PARAGRAPH_GAP);
}

static void set_heading(struct flow *flow, const struct part *part,
			const struct column *column)
{
	struct type type = look_heading(part->level);
	struct column heading = *column;
	heading.role = ROLE_HEADING;
	heading.measure = column->width;
	flow_gap(flow, HEADING_GAP);
	size_t first = flow->count;
	element_open_heading(flow->setting->elements, part->level + 1);
	set_runs(flow, part, &type, &heading);
	element_close(flow->setting->elements);
	if (flow->count == first)
		return;
	struct frame *mark = frames_add(&flow->frames, FRAME_MARK, ROLE_ARTIFACT);
	mark->text = words_plain(flow->setting->arena, part->runs);
	mark->at = (struct rect){column->x, 0, column->width, type.leading};
	flow_keep(flow, first, flow->count, KEEP_MUST);
	hold_last(flow, KEEP_MUST);
	flow_gap(flow, UNDER_HEADING_GAP);
}

static void set_code(struct flow *flow, const struct part *part,
		     const struct column *column)
{
	struct type type = look_info();
	set_lines(flow, part, &type, column);
	flow_gap(flow, LOOK_PARAGRAPH_GAP);
}

static void set_rule(struct flow *flow, const struct column *column)
{
	flow_gap(flow, RULE_GAP);
	flow_box(flow, LOOK_RULE);
	frames_rule(&flow->frames, (struct rect){column->x, 0, column->width, LOOK_RULE},
		    120);
	flow_gap(flow, RULE_GAP);
}

static void set_children(struct flow *flow, const struct part *first,
			 const struct column *column)
{
	for (const struct part *part = first; part; part = part->next)
		block_set(flow, part, column);
}

static struct column indented(const struct column *column, mpt left, mpt right)
{
	struct column inner = *column;
	if (column->width - left - right < NARROWEST)
		return inner;
	inner.x += left;
	inner.width -= left + right;
	inner.measure = least(column->measure - left, inner.width);
	return inner;
}

static struct str label_text(struct arena *arena, const struct part *list, size_t n)
{
	if (!list->ordered)
		return STR("•");
	struct buf buf = buf_new(arena, 0);
	buf_int(&buf, (int64_t)list->start + (int64_t)n);
	buf_byte(&buf, '.');
	return buf_str(&buf);
}

static bool is_tight(const struct part *list)
{
	for (const struct part *item = list->first; item; item = item->next)
		if (item->first && item->first->next &&
		    item->first->next->kind != PART_LIST)
			return false;
	return true;
}

static mpt label_width(const struct setting *setting, const struct part *list)
{
	size_t items = 0;
	for (const struct part *item = list->first; item; item = item->next)
		items++;
	struct type type = look_body();
	struct str last = label_text(setting->arena, list, items);
	mpt width = words_from_text(setting, last, &type).natural + LABEL_GAP;
	return width > LOOK_INDENT ? width : LOOK_INDENT;
}

/* The label's element comes first; its frame waits for the item's first box. */
static void announce(struct flow *flow, struct str label, mpt x, mpt width)
{
	struct elements *elements = flow->setting->elements;
	element_open(elements, TAG_LABEL);
	flow->label_element = elements->open;
	element_close(elements);
	flow->label = label;
	flow->label_x = x;
	flow->label_width = width;
}

static void set_item(struct flow *flow, const struct part *item,
		     const struct column *column)
{
	struct elements *elements = flow->setting->elements;
	element_open(elements, TAG_BODY);
	set_children(flow, item->first, column);
	element_close(elements);
	if (flow->label.len)
		flow_box(flow, LOOK_LEADING);
}

static void set_list(struct flow *flow, const struct part *list,
		     const struct column *column)
{
	size_t n = 0;
	struct elements *elements = flow->setting->elements;
	mpt indent = label_width(flow->setting, list);
	struct column inner = indented(column, indent, 0);
	bool tight = is_tight(list);
	inner.role = column->role == ROLE_PANEL ? ROLE_PANEL : ROLE_LIST;
	element_open(elements, list->ordered ? TAG_NUMBERED_LIST : TAG_LIST);
	for (const struct part *item = list->first; item; item = item->next) {
		element_open(elements, TAG_ITEM);
		announce(flow, label_text(flow->setting->arena, list, n++),
			 inner.x - indent, indent);
		set_item(flow, item, &inner);
		element_close(elements);
		if (tight)
			flow->gap = LOOK_ITEM_GAP;
	}
	element_close(elements);
	flow_gap(flow, LOOK_PARAGRAPH_GAP);
}

static void set_table(struct flow *flow, const struct part *part,
		      const struct column *column)
{
	struct slot slot = {.x = column->x, .width = column->width, .role = column->role};
	flow_gap(flow, column->role == ROLE_PANEL ? LOOK_PARAGRAPH_GAP : LOOK_TABLE_GAP);
	table_set(flow, part, &slot);
	flow_gap(flow, column->role == ROLE_PANEL ? LOOK_PARAGRAPH_GAP : LOOK_TABLE_GAP);
}

static mpt height_of(const struct flow *flow, size_t from)
{
	mpt height = 0;
	for (size_t i = from; i < flow->count; i++)
		height += flow->boxes[i].height + (i > from ? flow->boxes[i].before : 0);
	return height;
}

static void set_symbol(struct flow *flow, const struct part *part,
		       const struct column *column)
{
	struct slot slot = {.x = column->x, .width = column->width, .role = column->role};
	symbol_set(flow, part, &slot);
}

/* Symbols stand beside the text where both have room, else where they are written. */
static void set_panel_parts(struct flow *flow, const struct part *parts,
			    const struct column *column)
{
	mpt beside = symbol_width(flow, parts, column->tallest / 2);
	struct column text = indented(column, 0, beside);
	bool apart = beside && text.width < column->width;
	size_t first = flow->count;
	for (const struct part *part = parts; part; part = part->next)
		if (!apart || part->kind != PART_SYMBOL)
			block_set(flow, part, &text);
	mpt height = height_of(flow, first);
	if (!apart)
		return;
	if (height > column->tallest / 2) { /* it may be divided: nothing spans it */
		for (const struct part *part = parts; part; part = part->next)
			if (part->kind == PART_SYMBOL)
				set_symbol(flow, part, column);
		return;
	}
	struct slot slot = {.x = column->x, .width = column->width, .role = column->role};
	symbol_set_beside(flow, parts, &slot, height);
	flow_keep(flow, first, flow->count, KEEP_MUST);
}

static void set_panel(struct flow *flow, const struct part *part,
		      const struct column *column)
{
	if (flow->panel) { /* a frame inside a frame is only indented */
		struct column inner = indented(column, LOOK_INDENT, 0);
		set_children(flow, part->first, &inner);
		return;
	}
	struct panel *panel = ARENA_NEW(flow->setting->arena, struct panel);
	*panel = (struct panel){column->x, column->width, LOOK_PANEL_PADDING};
	struct column inner = indented(column, LOOK_PANEL_INSET, LOOK_PANEL_INSET);
	inner.role = ROLE_PANEL;
	flow_gap(flow, LOOK_TABLE_GAP);
	flow->panel = panel;
	size_t first = flow->count;
	element_open(flow->setting->elements, TAG_SECTION);
	set_panel_parts(flow, part->first, &inner);
	element_close(flow->setting->elements);
	flow->panel = NULL;
	flow->gap = LOOK_TABLE_GAP;
	if (height_of(flow, first) + 2 * panel->padding <= column->tallest)
		flow_keep(flow, first, flow->count, KEEP_WISH);
}

void block_set(struct flow *flow, const struct part *part, const struct column *column)
{
	size_t first = flow->count;
	switch (part->kind) {
	case PART_PARAGRAPH:
		set_paragraph(flow, part, column);
		break;
	case PART_HEADING:
		set_heading(flow, part, column);
		break;
	case PART_LIST:
		set_list(flow, part, column);
		break;
	case PART_RULE:
		set_rule(flow, column);
		break;
	case PART_TABLE:
		set_table(flow, part, column);
		break;
	case PART_PANEL:
		set_panel(flow, part, column);
		break;
	case PART_CODE:
		set_code(flow, part, column);
		break;
	case PART_SYMBOL:
		set_symbol(flow, part, column);
		break;
	case PART_ITEM:
	case PART_ROW:
	case PART_CELL:
	case PART_KIND__COUNT:
		break; /* set by the list or table they are in */
	}
	if (part->whole)
		flow_keep(flow, first, flow->count, KEEP_WISH);
}

static bool may_close(const struct part *part, size_t lines)
{
	return part->kind == PART_PARAGRAPH && lines <= CLOSING_LINES;
}

/* A panel does not stand alone on the next page: it takes the short paragraph before it
 * along. starts[i] is the first box of part i. */
static void keep_panels(struct flow *flow, const struct part **parts,
			const size_t *starts, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		size_t lines = starts[i] - starts[i - 1];
		if (parts[i]->kind == PART_PANEL &&
		    parts[i - 1]->kind == PART_PARAGRAPH && lines <= COMPANY_LINES)
			flow_keep(flow, starts[i - 1], starts[i] + 1, KEEP_WISH);
	}
}

/* starts[n] is the end. */
static void keep_closing(struct flow *flow, const struct part **parts,
			 const size_t *starts, size_t n)
{
	size_t tail = n;
	while (tail > 0 && n - tail < CLOSING_PARAGRAPHS &&
	       may_close(parts[tail - 1], starts[tail] - starts[tail - 1]))
		tail--;
	if (tail == n)
		return;
	size_t from = starts[tail];
	flow_keep(flow, from > 2 ? from - 2 : 0, flow->count, KEEP_MUST);
}

void block_set_letter(struct flow *flow, const struct part *parts,
		      const struct column *column)
{
	size_t count = 0, n = 0;
	for (const struct part *part = parts; part; part = part->next)
		count++;
	struct arena *arena = flow->setting->arena;
	const struct part **all = ARENA_ARRAY(arena, const struct part *, count);
	size_t *starts = ARENA_ARRAY(arena, size_t, count + 1);
	starts[0] = flow->count;
	for (const struct part *part = parts; part; part = part->next) {
		block_set(flow, part, column);
		all[n++] = part;
		starts[n] = flow->count;
	}
	for (size_t i = 0; i + 1 < n; i++)
		if (all[i]->with_next && starts[i + 1] > starts[i])
			flow_keep(flow, starts[i + 1] - 1, starts[i + 1] + 1, KEEP_WISH);
	keep_panels(flow, all, starts, n);
	keep_closing(flow, all, starts, n);
}

mpt block_measure(const struct setting *setting, mpt width)
{
	struct type type = look_body();
	struct str sample =
		STR("In September we sent you three letters and hold no answer");
	const struct metrics *metrics = setting->metrics;
	int64_t whole = metrics->width(metrics, FACE_REGULAR, type.size, sample, false);
	return least(width, (mpt)(whole * LOOK_LINE_CHARACTERS / (int64_t)sample.len));
}
