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

mpt margin_head(struct frames *frames, const struct setting *setting,
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

static void put_number(struct buf *buf, struct str form, size_t page, size_t pages)
{
	for (size_t i = 0; i < form.len; i++) {
		struct str rest = str_slice(form, i, form.len);
		bool is_page = str_starts(rest, STR("{n}"));
		if (is_page || str_starts(rest, STR("{m}"))) {
			buf_int(buf, (int64_t)(is_page ? page : pages));
			i += 2;
		} else {
			buf_byte(buf, form.at[i]);
		}
	}
}

static struct str number_text(struct arena *arena, const struct sheet *sheet, size_t page,
			      size_t pages)
{
	struct buf buf = buf_new(arena, 0);
	put_number(&buf, sheet->page_of, page, pages);
	return buf_str(&buf);
}

/* Room for the longest page number. */
static mpt number_width(const struct setting *setting, const struct sheet *sheet)
{
	struct type type = look_foot();
	struct str longest = number_text(setting->arena, sheet, 8888, 8888);
	return longest.len ? words_from_text(setting, longest, &type).natural + NUMBER_GAP
			   : 0;
}

static mpt set_foot(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet, mpt y)
{
	struct type type = look_foot();
	struct slot slot = {.x = sheet->profile->left, .y = y, .role = ROLE_ARTIFACT};
	slot.width = text_width(sheet->profile) - number_width(setting, sheet);
	for (const struct text_line *line = sheet->footer; line; line = line->next)
		slot.y += frames_text(frames, setting, line->text, &type, &slot);
	mpt least = sheet->page_of.len ? type.leading : 0;
	return slot.y - y > least ? slot.y - y : least;
}

/* [mpt] of the footer's words. */
static mpt foot_height(const struct setting *setting, const struct sheet *sheet)
{
	struct frames tried = {.arena = setting->arena};
	return set_foot(&tried, setting, sheet, 0);
}

static mpt foot_top(const struct setting *setting, const struct sheet *sheet)
{
	const struct profile *profile = sheet->profile;
	return profile->height - profile->bottom - foot_height(setting, sheet) -
	       FOOT_PADDING;
}

mpt margin_body_end(const struct setting *setting, const struct sheet *sheet)
{
	return foot_top(setting, sheet) - FOOT_GAP;
}

void margin_foot(struct frames *frames, const struct setting *setting,
		 const struct sheet *sheet, size_t page, size_t pages)
{
	const struct profile *profile = sheet->profile;
	mpt top = foot_top(setting, sheet), y = top + FOOT_PADDING;
	if (sheet->footer)
		frames_rule(
			frames,
			(struct rect){profile->left, top, text_width(profile), LOOK_RULE},
			RULE_GREY);
	set_foot(frames, setting, sheet, y);
	if (pages < 2 || sheet->page_of.len == 0)
		return;
	struct type type = look_foot();
	struct slot slot = {.x = profile->left,
			    .y = y,
			    .width = text_width(profile),
			    .align = ALIGN_RIGHT,
			    .role = ROLE_ARTIFACT};
	frames_text(frames, setting, number_text(setting->arena, sheet, page, pages),
		    &type, &slot);
}
