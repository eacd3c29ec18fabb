#include "page/front.h"

#include "page/look.h"

#define MM(n) MPT_FROM_MM_TENTHS((n)*10)
#define HEAD_TOP MM(12) /* the letterhead's first line */
#define WINDOW_CLEARANCE \
	MM(16) /* above the address: the window may show it when the sheet slips */
#define COLUMN_GAP MM(5)  /* between what stands side by side */
#define LABEL_GAP MM(3)	  /* between label and value of the reference block */
#define BODY_GAP MM(6)	  /* between the reference block and the body */
#define NAME_LINE_SIZES 2 /* the last of the sizes tried for a name on one line */
#define MARK_X MM(5)	  /* printers leave 4 to 5 mm blank */
#define FOLD_LENGTH MM(2)
#define PUNCH_LENGTH MM(4)
#define MARK_GREY 110

static mpt most(mpt a, mpt b)
{
	return a > b ? a : b;
}

static mpt least(mpt a, mpt b)
{
	return a < b ? a : b;
}

/* ---- marks ---- */

static void set_mark(struct frames *frames, mpt y, mpt length)
{
	if (y)
		frames_rule(frames, (struct rect){MARK_X, y, length, LOOK_RULE / 2},
			    MARK_GREY);
}

static void set_marks(struct frames *frames, const struct profile *profile)
{
	set_mark(frames, profile->folds[0], FOLD_LENGTH);
	set_mark(frames, profile->punch, PUNCH_LENGTH);
	set_mark(frames, profile->folds[1], FOLD_LENGTH);
}

/* ---- letterhead ---- */

/* The sender's own window: the letterhead has to stand in it. */
static bool has_sender_window(const struct profile *profile)
{
	return profile->sender_line.h > MM(10);
}

/* Where the right-hand block begins: letterhead, reference block or address share this
 * edge. */
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

/* The lines in `rows` rows, neighbours joined by a dot. */
static struct text_line *pack(struct arena *arena, const struct text_line *lines,
			      size_t rows)
{
	struct text_line *first = NULL, **last = &first;
	size_t count = count_lines(lines), done = 0;
	const struct text_line *line = lines;
	for (size_t row = 0; row < rows && line; row++) {
		size_t take = (count - done + rows - row - 1) / (rows - row);
		struct buf buf = buf_new(arena, 0);
		for (size_t i = 0; i < take && line; i++, line = line->next, done++) {
			buf_put(&buf, i ? STR(" · ") : STR(""));
			buf_put(&buf, line->text);
		}
		*last = ARENA_NEW(arena, struct text_line);
		(*last)->text = buf_str(&buf);
		last = &(*last)->next;
	}
	return first;
}

/* A line of several that are one element: the next one is another word. */
static mpt set_line(struct frames *frames, const struct setting *setting, struct str text,
		    const struct type *type, const struct slot *slot)
{
	mpt height = frames_text(frames, setting, text, type, slot);
	if (height)
		frames->at[frames->count - 1].blank = true;
	return height;
}

static mpt set_lines(struct frames *frames, const struct setting *setting,
		     const struct text_line *lines, const struct type *type,
		     struct slot slot)
{
	mpt top = slot.y;
	for (const struct text_line *line = lines; line; line = line->next)
		slot.y += set_line(frames, setting, line->text, type, &slot);
	return slot.y - top;
}

/* Small lines in a room so high: joined when they are too many, the rest hangs over. */
static mpt set_letterhead_lines(struct frames *frames, const struct setting *setting,
				const struct text_line *lines, struct slot slot, mpt room)
{
	struct type type = look_small();
	size_t count = count_lines(lines);
	size_t mark = frames->count;
	element_open(setting->elements, TAG_PARAGRAPH);
	mpt height = set_lines(frames, setting, lines, &type, slot);
	for (size_t rows = count; height > room && rows-- > 1;) {
		frames->count = mark;
		height = set_lines(frames, setting, pack(setting->arena, lines, rows),
				   &type, slot);
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

/* Returns the y below the right-hand block, *left the one below the name. */
static mpt set_letterhead(struct frames *frames, const struct setting *setting,
			  const struct sheet *sheet, mpt *left)
{
	const struct profile *profile = sheet->profile;
	mpt x = axis(profile), right = profile->width - profile->right;
	mpt room = least(profile->address.y, profile->info.y) - HEAD_TOP;
	mpt clear = profile->address.y - WINDOW_CLEARANCE - HEAD_TOP;
	struct slot name = {.x = profile->left,
			    .y = HEAD_TOP,
			    .width = x - COLUMN_GAP - profile->left,
			    .role = ROLE_LETTERHEAD};
	struct slot lines = {.x = x,
			     .y = HEAD_TOP + MM(1),
			     .width = right - x,
			     .role = ROLE_LETTERHEAD};
	*left = HEAD_TOP + set_name(frames, setting, sheet, &name, least(room, clear));
	const struct text_line *all = sheet->letterhead_lines;
	struct text_line sender = {sheet->sender_line, NULL};
	if (!all && profile->sender_line.w == 0 && sheet->sender_line.len)
		all = &sender;
	bool over_address = profile->address.x == x;
	mpt high = (over_address ? clear : room) - MM(3);
	return lines.y + set_letterhead_lines(frames, setting, all, lines, high);
}

/* Name and lines inside the sender's window. Returns the y below. */
static mpt set_in_window(struct frames *frames, const struct setting *setting,
			 const struct sheet *sheet)
{
	struct rect window = sheet->profile->sender_line;
	struct type type = look_info();
	type.face = FACE_BOLD;
	struct slot slot = {window.x, window.y, window.w, ALIGN_LEFT, ROLE_LETTERHEAD};
	element_open(setting->elements, TAG_PARAGRAPH);
	slot.y += frames_text(frames, setting, sheet->letterhead, &type, &slot);
	element_close(setting->elements);
	mpt room = window.y + window.h - slot.y;
	slot.y += set_letterhead_lines(frames, setting, sheet->letterhead_lines, slot,
				       room);
	return slot.y;
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
			frames_rule(frames, rule, MARK_GREY);
			return;
		}
	}
	frames->count = mark;
}

/* ---- address ---- */

/* Sets the address at one size; false when it does not fit, or only with words divided
 * that need not be. */
static bool try_address(struct frames *frames, const struct setting *setting,
			const struct sheet *sheet, const struct type *type, bool divide)
{
	struct rect room = sheet->profile->address;
	struct slot slot = {.x = room.x, .width = room.w, .role = ROLE_ADDRESS};
	mpt height = type_height(setting, type);
	slot.y = room.y - (type->leading - height) / 2;
	for (const struct text_line *line = sheet->address; line; line = line->next) {
		struct words words = words_from_text(setting, line->text, type);
		if (words.widest > room.w && !divide)
			return false;
		slot.y += frames_words(frames, setting, &words, type, &slot);
		if (words.count)
			frames->at[frames->count - 1].blank = true;
	}
	return slot.y - (type->leading - height) / 2 <= room.y + room.h;
}

static bool fit_address(struct frames *frames, const struct setting *setting,
			const struct sheet *sheet)
{
	size_t mark = frames->count;
	for (int divide = 0; divide < 2; divide++)
		for (size_t i = 0; look_address(i).size; i++) {
			struct type type = look_address(i);
			frames->count = mark;
			if (!try_address(frames, setting, sheet, &type, divide))
				continue;
			for (size_t j = mark; j < frames->count; j++)
				frames->at[j].span = sheet->address_span;
			return true;
		}
	return false;
}

static bool set_address(struct frames *frames, const struct setting *setting,
			const struct sheet *sheet)
{
	element_open(setting->elements, TAG_PARAGRAPH);
	bool fits = fit_address(frames, setting, sheet);
	element_close(setting->elements);
	return fits;
}

static void report_address(const struct sheet *sheet, struct notices *notices)
{
	struct notice *notice =
		NOTICE(notices, ADDRESS_TOO_LONG, sheet->address_span,
		       STR_ARG(sheet->subject_name), STR_ARG(sheet->profile->name));
	bool has_window = !str_equal(sheet->profile->name, STR("plain-a4"));
	notice_help(notices, notice,
		    has_window ? "shorten the address, or set `page: plain-a4` for "
				 "letters without a window"
			       : "shorten the address");
}

/* ---- reference block ---- */

/* The width of the labels' column in a block so wide: what the widest label wants, but
 * the values come first. */
static mpt label_column(const struct setting *setting, const struct pair *pairs,
			const struct type *type, mpt width)
{
	mpt label = 0, value = 0;
	for (const struct pair *pair = pairs; pair; pair = pair->next) {
		label = most(label, words_from_text(setting, pair->label, type).natural);
		value = most(value, words_from_text(setting, pair->value, type).natural);
	}
	return least(label, most(width - LABEL_GAP - value, width * 2 / 5));
}

static mpt set_cell(struct frames *frames, const struct setting *setting, enum tag tag,
		    struct str text, const struct type *type, const struct slot *slot)
{
	element_open(setting->elements, tag);
	mpt height = frames_text(frames, setting, text, type, slot);
	element_close(setting->elements);
	return height;
}

/* Returns the y below. */
static mpt set_info(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet, mpt y)
{
	const struct profile *profile = sheet->profile;
	mpt right =
		least(profile->info.x + profile->info.w, profile->width - profile->right);
	mpt width = right - profile->info.x;
	struct type value = look_info(), label = look_info();
	label.grey = LOOK_SMALL_GREY;
	mpt first = label_column(setting, sheet->info, &label, width);
	struct slot left = {
		.x = profile->info.x, .y = y, .width = first, .role = ROLE_INFO};
	element_open(setting->elements, TAG_TABLE);
	for (const struct pair *pair = sheet->info; pair; pair = pair->next) {
		struct slot beside = left;
		beside.x += first + LABEL_GAP;
		beside.width = width - first - LABEL_GAP;
		element_open(setting->elements, TAG_ROW);
		mpt high = set_cell(frames, setting, TAG_ROW_HEAD, pair->label, &label,
				    &left);
		mpt low =
			set_cell(frames, setting, TAG_CELL, pair->value, &value, &beside);
		element_close(setting->elements);
		left.y += most(high, low);
	}
	element_close(setting->elements);
	return left.y;
}

mpt front_set(struct frames *frames, const struct setting *setting,
	      const struct sheet *sheet, struct notices *notices)
{
	const struct profile *profile = sheet->profile;
	mpt left = 0, right = 0;
	set_marks(frames, profile);
	if (has_sender_window(profile)) {
		left = set_in_window(frames, setting, sheet);
	} else {
		right = set_letterhead(frames, setting, sheet, &left);
		set_sender_line(frames, setting, sheet);
	}
	if (!set_address(frames, setting, sheet)) {
		report_address(sheet, notices);
		return 0;
	}
	mpt above = profile->info.x == axis(profile) ? right : left;
	mpt info = most(profile->info.y, above ? above + MM(3) : 0);
	if (sheet->info)
		info = set_info(frames, setting, sheet, info);
	return most(profile->body, info + BODY_GAP);
}
