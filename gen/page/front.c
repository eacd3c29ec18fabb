#include "page/front.h"

#include "page/letterhead.h"
#include "page/look.h"

#define MM(n) MPT_FROM_MM_TENTHS((n)*10)
#define LABEL_GAP MM(3) /* between label and value of the reference block */
#define BODY_GAP MM(6)	/* between the reference block and the body */
#define MARK_X MM(5)	/* printers leave 4 to 5 mm blank */
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

/* A row of the block, measured. */
struct reference {
	struct words label, value;
};

static size_t count_pairs(const struct pair *pairs)
{
	size_t count = 0;
	for (const struct pair *pair = pairs; pair; pair = pair->next)
		count++;
	return count;
}

/* The width of the labels' column in a block so wide: what the widest label wants, but
 * the values come first. */
static mpt label_column(const struct reference *rows, size_t count, mpt width)
{
	mpt label = 0, value = 0;
	for (size_t i = 0; i < count; i++) {
		label = most(label, rows[i].label.natural);
		value = most(value, rows[i].value.natural);
	}
	return least(label, most(width - LABEL_GAP - value, width * 2 / 5));
}

static mpt set_cell(struct frames *frames, const struct setting *setting, enum tag tag,
		    struct words *words, const struct type *type, const struct slot *slot)
{
	element_open(setting->elements, tag);
	mpt height = frames_words(frames, setting, words, type, slot);
	element_close(setting->elements);
	return height;
}

/* Returns the y below. */
static mpt set_references(struct frames *frames, const struct setting *setting,
			  struct reference *rows, size_t count, struct slot slot)
{
	struct type value = look_info(), label = look_info();
	label.grey = LOOK_SMALL_GREY;
	struct slot beside = slot;
	mpt first = label_column(rows, count, slot.width);
	beside.x += first + LABEL_GAP;
	beside.width -= first + LABEL_GAP;
	slot.width = first;
	for (size_t i = 0; i < count; i++) {
		beside.y = slot.y;
		element_open(setting->elements, TAG_ROW);
		mpt high = set_cell(frames, setting, TAG_ROW_HEAD, &rows[i].label, &label,
				    &slot);
		mpt low = set_cell(frames, setting, TAG_CELL, &rows[i].value, &value,
				   &beside);
		element_close(setting->elements);
		slot.y += most(high, low);
	}
	return slot.y;
}

/* Returns the y below. */
static mpt set_info(struct frames *frames, const struct setting *setting,
		    const struct sheet *sheet, mpt y)
{
	const struct profile *profile = sheet->profile;
	size_t count = count_pairs(sheet->info), i = 0;
	struct reference *rows = ARENA_ARRAY(setting->arena, struct reference, count);
	struct type type = look_info();
	for (const struct pair *pair = sheet->info; pair; pair = pair->next, i++)
		rows[i] =
			(struct reference){words_from_text(setting, pair->label, &type),
					   words_from_text(setting, pair->value, &type)};
	struct slot slot = {.x = profile->info.x, .y = y, .role = ROLE_INFO};
	slot.width = least(profile->info.w, profile->width - profile->right - slot.x);
	element_open(setting->elements, TAG_TABLE);
	mpt end = set_references(frames, setting, rows, count, slot);
	element_close(setting->elements);
	return end;
}

mpt front_set(struct frames *frames, const struct setting *setting,
	      const struct sheet *sheet, struct notices *notices)
{
	const struct profile *profile = sheet->profile;
	set_marks(frames, profile);
	struct letterhead head = letterhead_set(frames, setting, sheet);
	if (!set_address(frames, setting, sheet)) {
		report_address(sheet, notices);
		return 0;
	}
	bool right = profile->info.x == letterhead_axis(profile);
	mpt above = right ? head.right : head.left;
	mpt info = most(profile->info.y, above ? above + MM(3) : 0);
	if (sheet->info)
		info = set_info(frames, setting, sheet, info);
	return most(profile->body, info + BODY_GAP);
}
