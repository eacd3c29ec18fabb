#include "page/symbol.h"

#include "page/look.h"

/* A code of the longest text has 77 modules with its margin: 0.4 mm each, which the
 * cameras of telephones read well. */
#define SIDE MPT_FROM_MM_TENTHS(320)
#define GAP MPT_FROM_MM_TENTHS(40) /* between symbols, and to the text */

/* Pressed where it is seen on a screen, an address is followed. */
static bool leads_on(struct str payload)
{
	return str_starts(payload, STR("https://")) ||
	       str_starts(payload, STR("http://"));
}

static struct words caption(struct flow *flow, const struct part *part,
			    const struct type *type)
{
	struct words words = words_from_runs(flow->setting, part->runs, type);
	words_fit(flow->setting, &words, type, SIDE);
	return words;
}

static mpt height_of(struct flow *flow, const struct part *part)
{
	struct type type = look_small();
	struct words words = caption(flow, part, &type);
	struct wrapped lines = wrap_words(flow->setting->arena, &words, SIDE);
	return SIDE + (mpt)lines.count * type.leading;
}

static void place_code(struct flow *flow, const struct part *part, struct rect at,
		       enum role role)
{
	struct elements *elements = flow->setting->elements;
	bool links = leads_on(part->payload);
	if (links)
		element_open(elements, TAG_LINK)->alt = part->payload;
	element_open(elements, TAG_FIGURE)->alt =
		part->alt.len ? part->alt : words_plain(flow->setting->arena, part->runs);
	struct frame *code = frames_add(&flow->frames, FRAME_SYMBOL, role);
	code->at = at;
	code->text = part->payload;
	element_close(elements);
	if (!links)
		return;
	struct frame *link = frames_add(&flow->frames, FRAME_LINK, role);
	link->at = at;
	link->text = part->payload;
	element_close(elements);
}

static mpt tallest(struct flow *flow, const struct part *parts)
{
	mpt height = 0;
	for (const struct part *part = parts; part; part = part->next) {
		mpt high = part->kind == PART_SYMBOL ? height_of(flow, part) : 0;
		height = high > height ? high : height;
	}
	return height;
}

static void place(struct flow *flow, const struct part *part, mpt x, mpt y,
		  enum role role)
{
	struct type type = look_small();
	struct words words = caption(flow, part, &type);
	struct slot slot = {.x = x,
			    .y = y + SIDE,
			    .width = SIDE,
			    .align = ALIGN_CENTRE,
			    .role = role};
	place_code(flow, part, (struct rect){x, y, SIDE, SIDE}, role);
	element_open(flow->setting->elements, TAG_PARAGRAPH);
	frames_words(&flow->frames, flow->setting, &words, &type, &slot);
	element_close(flow->setting->elements);
}

/* The caption's lines have boxes of their own: a page may end between them. */
void symbol_set(struct flow *flow, const struct part *part, const struct slot *slot)
{
	struct type type = look_small();
	struct words words = caption(flow, part, &type);
	struct slot below = *slot;
	size_t code = flow->count;
	below.width = SIDE;
	below.align = ALIGN_CENTRE;
	flow_gap(flow, LOOK_PARAGRAPH_GAP);
	flow_box(flow, SIDE);
	place_code(flow, part, (struct rect){slot->x, 0, SIDE, SIDE}, slot->role);
	element_open(flow->setting->elements, TAG_PARAGRAPH);
	flow_words(flow, &words, &type, &below);
	element_close(flow->setting->elements);
	flow_keep(flow, code, flow->count < code + 2 ? flow->count : code + 2, KEEP_MUST);
	flow_gap(flow, LOOK_PARAGRAPH_GAP);
}

mpt symbol_width(struct flow *flow, const struct part *parts, mpt most)
{
	mpt width = 0;
	for (const struct part *part = parts; part; part = part->next)
		width += part->kind == PART_SYMBOL ? GAP + SIDE : 0;
	return width && tallest(flow, parts) <= most ? width : 0;
}

void symbol_set_beside(struct flow *flow, const struct part *parts,
		       const struct slot *slot, mpt height)
{
	mpt high = tallest(flow, parts), need = high > height ? high : height;
	mpt x = slot->x + slot->width - symbol_width(flow, parts, high);
	flow->gap = 0;
	flow_box(flow, need - height);
	flow->boxes[flow->count - 1].above = height;
	for (const struct part *part = parts; part; part = part->next) {
		if (part->kind != PART_SYMBOL)
			continue;
		x += GAP;
		place(flow, part, x, -height, slot->role);
		x += SIDE;
	}
}
