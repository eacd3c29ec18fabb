#include "page/flow.h"

#include "page/known.h"
#include "page/look.h"

#define FRAMES 64 /* more than most short letters have */

struct flow flow_new(const struct setting *setting)
{
	struct flow flow = {
		.setting = setting,
		.frames = {.arena = setting->arena, .elements = setting->elements}};
	frames_reserve(&flow.frames, FRAMES);
	return flow;
}

void flow_gap(struct flow *flow, mpt gap)
{
	flow->gap = gap > flow->gap ? gap : flow->gap;
}

static void place_label(struct flow *flow)
{
	struct type type = look_body();
	struct slot slot = {
		.x = flow->label_x, .width = flow->label_width, .role = ROLE_LIST};
	struct str label = flow->label;
	flow->label = STR("");
	if (label.len == 0)
		return;
	struct elements *elements = flow->setting->elements;
	uint32_t open = element_enter(elements, flow->label_element);
	frames_text(&flow->frames, flow->setting, label, &type, &slot);
	element_enter(elements, open);
}

void flow_box(struct flow *flow, mpt height)
{
	if (flow->count == flow->room) {
		size_t wanted = flow->room ? flow->room * 2 : 64;
		flow->boxes = arena_grow(flow->setting->arena, flow->boxes, flow->room,
					 wanted, sizeof *flow->boxes);
		flow->room = wanted;
	}
	flow->boxes[flow->count++] = (struct box){
		.before = flow->gap,
		.height = height,
		.from = flow->frames.count,
		.panel = flow->panel,
		.head = flow->head,
		.carry = flow->carry,
		.row = flow->row,
	};
	flow->gap = 0;
	place_label(flow);
}

void flow_keep(struct flow *flow, size_t from, size_t to, enum keep keep)
{
	for (size_t i = from; i + 1 < to; i++)
		if (flow->boxes[i].keep < keep)
			flow->boxes[i].keep = keep;
}

void flow_words(struct flow *flow, struct words *words, const struct type *type,
		const struct slot *slot)
{
	words_fit(flow->setting, words, type, slot->width);
	struct wrapped lines = known_wrap(flow->setting, words, slot->width);
	size_t first = flow->count;
	for (size_t i = 0; i < lines.count; i++) {
		flow_box(flow, type->leading);
		flow->boxes[flow->count - 1].give = look_give(type);
		frames_line(&flow->frames, flow->setting, words, &lines.at[i], type,
			    slot);
	}
	if (lines.count < 2)
		return;
	flow_keep(flow, first, first + 2, KEEP_MUST);
	flow_keep(flow, flow->count - 2, flow->count, KEEP_MUST);
}

size_t flow_to(const struct flow *flow, size_t box)
{
	return box + 1 < flow->count ? flow->boxes[box + 1].from : flow->frames.count;
}
