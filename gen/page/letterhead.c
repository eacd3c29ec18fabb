#include "page/letterhead.h"

#include "page/look.h"

#define MM(n) MPT_FROM_MM_TENTHS((n)*10)
#define HEAD_TOP MM(12) /* the letterhead's first line */
#define WINDOW_CLEARANCE \
	MM(16) /* above the address: the window may show it when the sheet slips */
#define COLUMN_GAP MM(5)  /* between what stands side by side */
#define NAME_LINE_SIZES 2 /* the last of the sizes tried for a name on one line */
#define RULE_GREY 110
#define MARK_GAP MM(4)	  /* between a narrow logo and the name */
#define LOGO_WIDTH MM(70) /* at most */
#define LOGO_HEIGHT MM(18)

static mpt most(mpt a, mpt b)
{
	return a > b ? a : b;
}

static mpt least(mpt a, mpt b)
{
	return a < b ? a : b;
}

/* The sender's own window: the letterhead has to stand in it. */
static bool has_sender_window(const struct profile *profile)
{
	return profile->sender_line.h > MM(10);
}

static mpt axis(const struct profile *profile)
{
	return most(profile->info.x, profile->address.x);
}

static size_t count_lines(const struct text_line *lines)
{
	size_t n = 0;
	for (const struct text_line *line = lines; line; line = line->next)
		n++;
	return n;
}

/* A piece of a row. */
static struct run **push_run(struct arena *arena, struct run **last, struct str text,
			     struct str link)
{
	*last = ARENA_NEW(arena, struct run);
	(*last)->text = text;
	(*last)->link = link;
	return &(*last)->next;
}

/* The next `take` lines in one row, neighbours joined by a dot. */
static struct run *join(struct arena *arena, const struct text_line **line, size_t take)
{
	struct run *first = NULL, **last = &first;
	for (size_t i = 0; i < take && *line; i++, *line = (*line)->next) {
		if (i)
			last = push_run(arena, last, STR(" · "), STR(""));
		last = push_run(arena, last, (*line)->text, (*line)->link);
	}
	return first;
}

/* A row of several that are one element: the next one is another word. */
static mpt set_row(struct frames *frames, const struct setting *setting,
		   const struct run *runs, const struct type *type,
		   const struct slot *slot)
{
	size_t before = frames->count;
	struct words words = words_from_runs(setting, runs, type);
	mpt height = frames_words(frames, setting, &words, type, slot);
	for (size_t i = frames->count; i-- > before;)
		if (frames->at[i].kind == FRAME_TEXT) {
			frames->at[i].blank = true;
			break;
		}
	return height;
}

/* The lines in so many rows. */
static mpt set_rows(struct frames *frames, const struct setting *setting,
		    const struct text_line *lines, size_t rows, struct slot slot)
{
	struct type type = look_small();
	mpt top = slot.y;
	size_t left = count_lines(lines);
	for (; rows && lines; rows--) {
		size_t take = (left + rows - 1) / rows;
		left -= take;
		slot.y += set_row(frames, setting, join(setting->arena, &lines, take),
				  &type, &slot);
	}
	return slot.y - top;
}

/* Small lines in a room so high: joined when they are too many, the rest hangs over. */
static mpt set_letterhead_lines(struct frames *frames, const struct setting *setting,
				const struct text_line *lines, struct slot slot, mpt room)
{
	size_t count = count_lines(lines);
	size_t mark = frames->count;
	element_open(setting->elements, TAG_PARAGRAPH);
	uint32_t elements = setting->elements->count; /* links are elements too */
	mpt height = set_rows(frames, setting, lines, count, slot);
	for (size_t rows = count; height > room && rows-- > 1;) {
		frames->count = mark;
		setting->elements->count = elements;
		height = set_rows(frames, setting, lines, rows, slot);
	}
	element_close(setting->elements);
	return height;
}

/* On one line, if a smaller size will do; else on two, and smaller still. */
static mpt fit_name(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet, const struct slot *slot, mpt room)
{
	size_t mark = frames->count;
	mpt height = 0;
	for (mpt lines = 1; lines <= 2; lines++)
		for (size_t i = (size_t)lines - 1; look_name(i).size; i++) {
			struct type type = look_name(i);
			bool too_small = lines == 1 && i > NAME_LINE_SIZES;
			if (too_small)
				break;
			frames->count = mark;
			height = frames_text(frames, setting, sheet->letterhead, &type,
					     slot);
			if (height <= room && height <= lines * type.leading)
				return height;
		}
	return height;
}

static mpt set_name(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet, const struct slot *slot, mpt room)
{
	element_open(setting->elements, TAG_PARAGRAPH);
	mpt height = fit_name(frames, setting, sheet, slot, room);
	element_close(setting->elements);
	return height;
}

/* ---- logo ---- */

/* Its size in a room, with its own proportions: no larger than a letterhead needs. */
static struct rect logo_rect(const struct image *logo, mpt x, mpt y, mpt width,
			     mpt height)
{
	int64_t w = least(width, LOGO_WIDTH), h = least(height, LOGO_HEIGHT);
	if (w * logo->height > h * logo->width)
		w = h * logo->width / logo->height;
	else
		h = w * logo->height / logo->width;
	return (struct rect){x, y, (mpt)w, (mpt)h};
}

/* A logo hardly wider than high leaves room for the name beside it. */
static bool is_mark(const struct sheet *sheet)
{
	return sheet->logo && sheet->logo->width <= sheet->logo->height * 3 / 2;
}

static void set_logo(struct frames *frames, const struct setting *setting,
		     const struct sheet *sheet, struct rect at)
{
	element_open(setting->elements, TAG_FIGURE)->alt = sheet->letterhead;
	struct frame *frame = frames_add(frames, FRAME_IMAGE, ROLE_LETTERHEAD);
	frame->at = at;
	frame->image = sheet->logo;
	frame->text = sheet->letterhead;
	element_close(setting->elements);
}

/* ---- blocks ---- */

static mpt set_small_name(struct frames *frames, const struct setting *setting,
			  const struct sheet *sheet, const struct slot *slot)
{
	struct type type = look_info();
	type.face = FACE_BOLD;
	element_open(setting->elements, TAG_PARAGRAPH);
	mpt height = frames_text(frames, setting, sheet->letterhead, &type, slot);
	element_close(setting->elements);
	return height;
}

/* The name to the right of a mark, at half its height. Returns the height of both. */
static mpt set_beside(struct frames *frames, const struct setting *setting,
		      const struct sheet *sheet, struct rect logo, mpt right)
{
	size_t first = frames->count;
	struct slot slot = {
		.x = logo.x + logo.w + MARK_GAP, .y = logo.y, .role = ROLE_LETTERHEAD};
	slot.width = right - slot.x;
	mpt height = set_name(frames, setting, sheet, &slot, logo.h);
	mpt down = most(logo.h - height, 0) / 2;
	for (size_t i = first; i < frames->count; i++) {
		frames->at[i].at.y += down;
		frames->at[i].baseline += down;
	}
	return most(logo.h, height);
}

/* Name, logo, or a narrow logo and the name. Returns the y below. */
static mpt set_left(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet)
{
	const struct profile *profile = sheet->profile;
	mpt room = least(profile->address.y, profile->info.y) - HEAD_TOP;
	mpt clear = profile->address.y - WINDOW_CLEARANCE - HEAD_TOP;
	struct slot slot = {.x = profile->left, .y = HEAD_TOP, .role = ROLE_LETTERHEAD};
	slot.width = axis(profile) - COLUMN_GAP - slot.x;
	if (!sheet->logo)
		return slot.y +
		       set_name(frames, setting, sheet, &slot, least(room, clear));
	struct rect at = logo_rect(sheet->logo, slot.x, slot.y, slot.width,
				   least(room - MM(3), clear));
	set_logo(frames, setting, sheet, at);
	if (is_mark(sheet))
		at.h = set_beside(frames, setting, sheet, at, slot.x + slot.width);
	return at.y + at.h;
}

/* The lines, below the name where a logo has its place. Returns the y below. */
static mpt set_right(struct frames *frames, const struct setting *setting,
		     const struct sheet *sheet)
{
	const struct profile *profile = sheet->profile;
	mpt x = axis(profile);
	struct slot slot = {.x = x,
			    .y = HEAD_TOP + MM(1),
			    .width = profile->width - profile->right - x,
			    .role = ROLE_LETTERHEAD};
	mpt end = profile->address.x == x ? profile->address.y - WINDOW_CLEARANCE
					  : least(profile->address.y, profile->info.y);
	const struct text_line *all = sheet->letterhead_lines;
	struct text_line sender = {.text = sheet->sender_line};
	if (!all && profile->sender_line.w == 0 && sheet->sender_line.len)
		all = &sender;
	if (sheet->logo && !is_mark(sheet))
		slot.y += set_small_name(frames, setting, sheet, &slot);
	return slot.y +
	       set_letterhead_lines(frames, setting, all, slot, end - MM(2) - slot.y);
}

/* All of it inside the sender's window, the logo on the left. Returns the y below. */
static mpt set_in_window(struct frames *frames, const struct setting *setting,
			 const struct sheet *sheet)
{
	struct rect window = sheet->profile->sender_line;
	struct slot slot = {window.x, window.y, window.w, ALIGN_LEFT, ROLE_LETTERHEAD};
	if (sheet->logo) {
		struct rect at =
			logo_rect(sheet->logo, slot.x, slot.y, window.w / 3, window.h);
		set_logo(frames, setting, sheet, at);
		slot.x += at.w + MM(3);
		slot.width -= at.w + MM(3);
	}
	slot.y += set_small_name(frames, setting, sheet, &slot);
	mpt room = window.y + window.h - slot.y;
	return slot.y +
	       set_letterhead_lines(frames, setting, sheet->letterhead_lines, slot, room);
}

/* Small above the recipient, and smaller for a long one. One that needs three lines even
 * so is left out: the letterhead says the same, and so it is no part of the text. */
static void set_sender_line(struct frames *frames, const struct setting *setting,
			    const struct sheet *sheet)
{
	struct rect room = sheet->profile->sender_line;
	if (room.w == 0 || sheet->sender_line.len == 0)
		return;
	struct type type = look_foot();
	size_t mark = frames->count;
	for (; type.size >= 5500; type.size -= 500, type.leading -= 600) {
		struct slot slot = {room.x, room.y, room.w, ALIGN_LEFT, ROLE_ARTIFACT};
		frames->count = mark;
		mpt y = room.y +
			frames_text(frames, setting, sheet->sender_line, &type, &slot);
		if (y <= room.y + room.h - LOOK_RULE && y > room.y) {
			struct rect rule = {room.x, y, room.w, LOOK_RULE / 2};
			frames_rule(frames, rule, RULE_GREY);
			return;
		}
	}
	frames->count = mark;
}

mpt letterhead_axis(const struct profile *profile)
{
	return axis(profile);
}

struct letterhead letterhead_set(struct frames *frames, const struct setting *setting,
				 const struct sheet *sheet)
{
	struct letterhead below = {0};
	if (has_sender_window(sheet->profile)) {
		below.left = set_in_window(frames, setting, sheet);
		return below;
	}
	below.left = set_left(frames, setting, sheet);
	below.right = set_right(frames, setting, sheet);
	set_sender_line(frames, setting, sheet);
	return below;
}
