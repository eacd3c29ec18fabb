#include "page/margin.h"

#include "page/look.h"

#define RULE_GREY 150
#define FOOT_GAP 12000	  /* [mpt] between body and footer */
#define FOOT_PADDING 4000 /* [mpt] between the footer's rule and its words */
#define HEAD_GAP 12000	  /* [mpt] between running head and body */
#define NUMBER_GAP 14000  /* [mpt] between footer and page number */

static mpt text_width(const struct profile *profile)
{
	return profile->width - profile->left - profile->right;
}

/* Returns the first y below. */
static mpt set_head(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet)
{
	const struct profile *profile = sheet->profile;
	struct type type = look_small();
	struct slot slot = {.x = profile->left,
			    .y = profile->top - type.leading,
			    .width = text_width(profile),
			    .role = ROLE_ARTIFACT};
	mpt height = frames_text(frames, setting, sheet->continued, &type, &slot);
	if (height == 0)
		return profile->top;
	mpt y = slot.y + height + 2 * LOOK_RULE;
	frames_rule(frames, (struct rect){slot.x, y, slot.width, LOOK_RULE}, RULE_GREY);
	return y + HEAD_GAP;
}

static struct str number_text(struct arena *arena, struct str form, size_t page,
			      size_t pages)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < form.len; i++) {
		struct str rest = str_slice(form, i, form.len);
		bool is_page = str_starts(rest, STR("{n}"));
		if (is_page || str_starts(rest, STR("{m}"))) {
			buf_int(&buf, (int64_t)(is_page ? page : pages));
			i += 2;
		} else {
			buf_byte(&buf, form.at[i]);
		}
	}
	return buf_str(&buf);
}

/* Room for the longest page number beside the footer. */
static mpt number_width(const struct setting *setting, const struct sheet *sheet)
{
	if (sheet->page_of.len == 0)
		return 0;
	struct type type = look_foot();
	struct str longest = number_text(setting->arena, sheet->page_of, 8888, 8888);
	return words_from_text(setting, longest, &type).natural + NUMBER_GAP;
}

/* The footer's words from y 0 on. Returns their height. */
static mpt set_foot(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet)
{
	struct type type = look_foot();
	struct slot slot = {.x = sheet->profile->left, .role = ROLE_ARTIFACT};
	slot.width = text_width(sheet->profile) - number_width(setting, sheet);
	for (const struct text_line *line = sheet->footer; line; line = line->next)
		slot.y += frames_text(frames, setting, line->text, &type, &slot);
	mpt least = sheet->page_of.len ? type.leading : 0;
	return slot.y > least ? slot.y : least;
}

struct margin margin_new(const struct setting *setting, const struct sheet *sheet)
{
	const struct profile *profile = sheet->profile;
	struct margin margin = {.setting = setting, .sheet = sheet};
	margin.head.arena = margin.foot.arena = setting->arena;
	margin.top = set_head(&margin.head, setting, sheet);
	if (sheet->footer)
		frames_rule(&margin.foot,
			    (struct rect){profile->left, -FOOT_PADDING,
					  text_width(profile), LOOK_RULE},
			    RULE_GREY);
	mpt height = set_foot(&margin.foot, setting, sheet);
	margin.foot_y = profile->height - profile->bottom - height;
	margin.end = margin.foot_y - FOOT_PADDING - FOOT_GAP;
	return margin;
}

void margin_head(struct frames *frames, const struct margin *margin)
{
	frames_copy(frames, &margin->head, 0, margin->head.count, 0);
}

/* The footer is furniture of a page, but what it says is said once: on the last one it is
 * the end of the text. */
static void end_text(struct frames *frames, const struct margin *margin, size_t from)
{
	struct elements *elements = margin->setting->elements;
	element_open(elements, TAG_PARAGRAPH);
	for (size_t i = from; i < frames->count; i++)
		if (frames->at[i].kind == FRAME_TEXT) {
			frames->at[i].element = elements->open;
			frames->at[i].blank = true;
		}
	element_close(elements);
}

void margin_foot(struct frames *frames, const struct margin *margin, size_t page,
		 size_t pages)
{
	const struct sheet *sheet = margin->sheet;
	size_t from = frames->count;
	frames_copy(frames, &margin->foot, 0, margin->foot.count, margin->foot_y);
	if (page == pages && sheet->footer)
		end_text(frames, margin, from);
	if (pages < 2 || sheet->page_of.len == 0)
		return;
	struct type type = look_foot();
	struct str number =
		number_text(margin->setting->arena, sheet->page_of, page, pages);
	struct slot slot = {.x = sheet->profile->left,
			    .y = margin->foot_y,
			    .width = text_width(sheet->profile),
			    .align = ALIGN_RIGHT,
			    .role = ROLE_ARTIFACT};
	frames_text(frames, margin->setting, number, &type, &slot);
}
