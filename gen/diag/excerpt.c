#include "diag/excerpt.h"

#include "base/utf8.h"
#include "diag/hidden.h"

/* A line up to WHOLE code points is shown whole; of a longer one, BEFORE code points
 * ahead of the place and AFTER from it on. */
#define WHOLE ((size_t)200)
#define BEFORE ((size_t)60)
#define AFTER ((size_t)100)
#define CUT STR("…")

struct range {
	uint32_t from, to;
};

static const struct range wides[] = {
	{0x1100, 0x115E},   {0x2E80, 0x303E},	{0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
	{0xF900, 0xFAFF},   {0xFE30, 0xFE6F},	{0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
	{0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};
static const struct range marks[] = {
	{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},
	{0x064B, 0x065F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
	{0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

static bool is_in(uint32_t point, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (point >= ranges[i].from && point <= ranges[i].to)
			return true;
	return false;
}

/* Columns a terminal gives a visible character. */
static size_t columns_of(uint32_t point)
{
	if (point < 0x300)
		return 1;
	if (is_in(point, marks, sizeof marks / sizeof *marks))
		return 0;
	return is_in(point, wides, sizeof wides / sizeof *wides) ? 2 : 1;
}

/* Fills `buf` with c as wide as `shown` is; tabs are echoed. */
static void shadow(struct buf *buf, struct str shown, char c)
{
	for (size_t at = 0; at < shown.len;) {
		uint32_t point = utf8_next(shown, &at);
		if (point == '\t')
			buf_byte(buf, c == ' ' ? '\t' : c);
		else
			buf_fill(buf, c, columns_of(point));
	}
}

/* The byte `points` code points before, or after, `at`. */
static size_t back(struct str line, size_t at, size_t points)
{
	while (at > 0 && points > 0)
		points -= (line.at[--at] & 0xC0) != 0x80;
	return at;
}

static size_t onward(struct str line, size_t at, size_t points)
{
	for (; at < line.len && points > 0; points--)
		utf8_next(line, &at);
	return at;
}

size_t excerpt_gutter(uint32_t line)
{
	size_t width = 3;
	for (; line >= 10; line /= 10)
		width++;
	return width;
}

/* What is shown before, under and after the carets. */
struct window {
	struct str before, under, after;
	bool cut_before, cut_after;
};

static struct window choose(const struct place *place, size_t length)
{
	struct str line = place->text;
	size_t from = 0, to = line.len, at = place->offset;
	if (onward(line, 0, WHOLE) < line.len) {
		from = back(line, at, BEFORE);
		to = onward(line, at, AFTER);
	}
	size_t end = length > to - at ? to : at + length;
	return (struct window){
		.before = str_slice(line, from, at),
		.under = str_slice(line, at, end),
		.after = str_slice(line, end, to),
		.cut_before = from > 0,
		.cut_after = to < line.len,
	};
}

static void put_line(struct buf *buf, const struct window *window, uint32_t number)
{
	buf_byte(buf, ' ');
	buf_int(buf, number);
	buf_put(buf, STR(" |"));
	struct str all[] = {window->before, window->under, window->after};
	if (all[0].len + all[1].len + all[2].len)
		buf_byte(buf, ' ');
	if (window->cut_before)
		buf_put(buf, CUT);
	for (size_t i = 0; i < 3; i++)
		hidden_show(buf, all[i], true);
	if (window->cut_after)
		buf_put(buf, CUT);
	buf_byte(buf, '\n');
}

/* The text as put_line shows it, for its width. */
static struct str shown(const struct buf *buf, struct str text)
{
	struct buf visible = buf_new(buf->arena, 0);
	hidden_show(&visible, text, true);
	return buf_str(&visible);
}

static void put_carets(struct buf *buf, const struct window *window, struct paint paint)
{
	struct str under = shown(buf, window->under);
	if (window->cut_before)
		buf_byte(buf, ' ');
	shadow(buf, shown(buf, window->before), ' ');
	buf_put(buf, paint.begin);
	size_t before = buf->len;
	shadow(buf, under, '^');
	if (buf->len == before)
		buf_byte(buf, '^');
	buf_put(buf, paint.end);
	buf_byte(buf, '\n');
}

void excerpt_put(struct buf *buf, const struct place *place, size_t length,
		 struct paint paint)
{
	struct window window = choose(place, length);
	put_line(buf, &window, place->line);
	buf_fill(buf, ' ', excerpt_gutter(place->line));
	buf_put(buf, STR("| "));
	put_carets(buf, &window, paint);
}
