#include "page/frames.h"

#include <string.h>

#include "page/known.h"
#include "text/mustache.h"

#define FEW 16 /* frames there is room for at first */

static mpt least(mpt a, mpt b)
{
	return a < b ? a : b;
}

static mpt above(const struct setting *setting, const struct type *type)
{
	const struct metrics *metrics = setting->metrics;
	return least(metrics->ascent(metrics, type->face, type->size),
		     type->size / 100 * 83);
}

static mpt below(const struct setting *setting, const struct type *type)
{
	const struct metrics *metrics = setting->metrics;
	return least(metrics->descent(metrics, type->face, type->size),
		     type->size / 100 * 22);
}

mpt type_height(const struct setting *setting, const struct type *type)
{
	return above(setting, type) + below(setting, type);
}

mpt type_baseline(const struct setting *setting, const struct type *type)
{
	return (type->leading - type_height(setting, type)) / 2 + above(setting, type);
}

void frames_reserve(struct frames *frames, size_t more)
{
	size_t wanted = frames->room ? frames->room * 2 : FEW;
	if (frames->room - frames->count >= more)
		return;
	if (wanted < frames->count + more)
		wanted = frames->count + more;
	frames->at = arena_grow(frames->arena, frames->at, frames->room, wanted,
				sizeof *frames->at);
	frames->room = wanted;
}

struct frame *frames_add(struct frames *frames, enum frame_kind kind, enum role role)
{
	if (frames->count == frames->room)
		frames_reserve(frames, 1);
	struct frame *frame = &frames->at[frames->count++];
	*frame = (struct frame){.kind = kind, .role = role};
	if (frames->elements && role != ROLE_ARTIFACT)
		frame->element = frames->elements->open;
	return frame;
}

void frames_copy(struct frames *frames, const struct frames *from, size_t first,
		 size_t to, mpt down)
{
	if (first == to)
		return;
	frames_reserve(frames, to - first);
	struct frame *at = frames->at + frames->count;
	memcpy(at, from->at + first, (to - first) * sizeof *at);
	frames->count += to - first;
	for (size_t i = 0; i < to - first; i++) {
		at[i].at.y += down;
		at[i].baseline += down;
	}
}

void frames_rule(struct frames *frames, struct rect at, uint8_t grey)
{
	struct frame *rule = frames_add(frames, FRAME_RULE, ROLE_ARTIFACT);
	rule->at = at;
	rule->grey = grey;
}

static bool same_style(const struct word *a, const struct word *b)
{
	return a->face == b->face && a->link.len == b->link.len &&
	       (a->link.len == 0 || str_equal(a->link, b->link));
}

/* The text of words [from, to), which lie one behind the other in memory. */
static struct str text_of(const struct words *words, size_t from, size_t to)
{
	struct str first = words->at[from].text, last = words->at[to - 1].text;
	return (struct str){first.at, (size_t)(last.at + last.len - first.at)};
}

/* A line while it is set. */
struct setter {
	struct frames *frames;
	const struct setting *setting;
	const struct words *words;
	const struct type *type;
	enum role role;
	mpt above; /* [mpt] from its frames' tops to the baseline */
};

/* The sum of words and blanks, as the device sets words apart. Where two words meet
 * without a blank, kerning counts, so the whole is measured. */
static mpt width_of(const struct setter *setter, size_t from, size_t to)
{
	const struct metrics *metrics = setter->setting->metrics;
	mpt sum = 0;
	for (size_t i = from; i < to; i++) {
		const struct word *word = &setter->words->at[i];
		if (i + 1 < to && word->space == 0)
			return metrics->width(metrics, word->face, setter->type->size,
					      text_of(setter->words, from, to),
					      setter->type->figures);
		sum += word->width + (i + 1 < to ? word->space : 0);
	}
	return sum;
}

static bool is_mark(const struct word *word)
{
	return str_starts(word->link, STR("mark:"));
}

/* A bookmark has the whole of its run for a name, on however many lines it stands, and
 * leads to where that begins: a name in pieces finds nothing. */
static void add_mark(struct frames *frames, struct rect at, const struct words *words,
		     size_t from)
{
	const struct word *word = &words->at[from];
	size_t to = from + 1;
	if (from > 0 && same_style(word, word - 1))
		return;
	while (to < words->count && same_style(word, &words->at[to]))
		to++;
	struct frame *frame = frames_add(frames, FRAME_MARK, ROLE_ARTIFACT);
	frame->at = at;
	frame->text = text_of(words, from, to);
}

static void add_link(struct frames *frames, struct rect at, struct str link)
{
	struct frame *frame = frames_add(frames, FRAME_LINK, ROLE_ARTIFACT);
	frame->at = at;
	frame->text = link;
	if (frames->elements)
		frame->element = frames->elements->open;
}

/* Is there a blank or a line's end behind the words before `to`? It may be a piece of its
 * own. */
static bool is_followed(const struct words *words, size_t to)
{
	if (words->at[to - 1].space > 0 || words->at[to - 1].ends)
		return true;
	return to < words->count && words->at[to].text.len == 0 &&
	       words->at[to].space > 0;
}

/* Words [from, to) of one style with their top and left edge at a place. */
static mpt add_text(const struct setter *setter, size_t from, size_t to, struct rect at)
{
	const struct setting *setting = setter->setting;
	const struct word *word = &setter->words->at[from];
	const struct type *type = setter->type;
	struct frames *frames = setter->frames;
	struct str text = text_of(setter->words, from, to);
	if (text.len == 0)
		return 0;
	at.w = width_of(setter, from, to);
	struct frame *frame = frames_add(frames, FRAME_TEXT, setter->role);
	frame->at = at;
	frame->baseline = at.y + setter->above;
	frame->face = word->face;
	frame->size = type->size;
	frame->figures = type->figures;
	frame->blank = is_followed(setter->words, to);
	frame->grey = type->grey;
	frame->text = text;
	if (setting->rendered && setting->rendered->norigins)
		frame->span = origin_span_on(setting->rendered, word->at, &frames->near);
	if (is_mark(word))
		add_mark(frames, at, setter->words, from);
	else if (word->link.len)
		add_link(frames, at, word->link);
	return at.w;
}

/* A link is an element inside the one whose text it is in. */
static mpt add_stretch(const struct setter *setter, size_t from, size_t to,
		       struct rect at)
{
	const struct word *word = &setter->words->at[from];
	struct elements *elements = setter->frames->elements;
	bool links = word->link.len && !is_mark(word) && elements && elements->open;
	if (links)
		element_open(elements, TAG_LINK)->alt = word->link;
	mpt width = add_text(setter, from, to, at);
	if (links)
		element_close(elements);
	return width;
}

static mpt left_edge(const struct slot *slot, mpt width)
{
	switch (slot->align) {
	case ALIGN_LEFT:
		return slot->x;
	case ALIGN_CENTRE:
		return slot->x + (slot->width - width) / 2;
	case ALIGN_RIGHT:
		return slot->x + slot->width - width;
	case ALIGN__COUNT:
		break;
	}
	return slot->x;
}

void frames_line(struct frames *frames, const struct setting *setting,
		 const struct words *words, const struct stretch *line,
		 const struct type *type, const struct slot *slot)
{
	const struct setter setter = {.frames = frames,
				      .setting = setting,
				      .words = words,
				      .type = type,
				      .role = slot->role,
				      .above = above(setting, type)};
	mpt height = setter.above + below(setting, type);
	struct rect at = {left_edge(slot, line->width),
			  slot->y + (type->leading - height) / 2, 0, height};
	for (size_t from = line->from, to; from < line->to; from = to) {
		const struct word *first = &words->at[from];
		to = from + 1;
		while (first->text.len && to < line->to &&
		       same_style(first, &words->at[to]))
			to++;
		at.x += add_stretch(&setter, from, to, at);
		at.x += to < line->to ? words->at[to - 1].space : 0;
	}
}

mpt frames_words(struct frames *frames, const struct setting *setting,
		 struct words *words, const struct type *type, const struct slot *slot)
{
	words_fit(setting, words, type, slot->width);
	struct wrapped lines = known_wrap(setting, words, slot->width);
	struct slot line = *slot;
	for (size_t i = 0; i < lines.count; i++) {
		frames_line(frames, setting, words, &lines.at[i], type, &line);
		line.y += type->leading;
	}
	return line.y - slot->y;
}

mpt frames_text(struct frames *frames, const struct setting *setting, struct str text,
		const struct type *type, const struct slot *slot)
{
	struct words words = words_from_text(setting, text, type);
	return frames_words(frames, setting, &words, type, slot);
}
