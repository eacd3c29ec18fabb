#include "press/content.h"

#include <string.h>

#include "press/qr.h"
#include "press/script.h"
#include "press/word.h"

/* The graphics state as it stands, so that only changes are written. */
struct pen {
	struct buf buf;
	mpt height; /* of the page */
	mpt x, y;   /* where the line of text began */
	enum face face;
	mpt size; /* 0: no font chosen yet */
	int fill; /* grey, -1: not set */
};

static void put_grey(struct buf *buf, uint8_t grey, struct str operator)
{
	word_length(buf, (grey * 1000 + 127) / 255);
	buf_put(buf, operator);
}

static void fill_with(struct pen *pen, uint8_t grey)
{
	if (pen->fill == grey)
		return;
	put_grey(&pen->buf, grey, STR(" g\n"));
	pen->fill = grey;
}

static void put_rectangle(struct pen *pen, struct rect at, struct str operator)
{
	const mpt numbers[] = {at.x, pen->height - at.y - at.h, at.w, at.h};
	for (int i = 0; i < 4; i++) {
		word_length(&pen->buf, numbers[i]);
		buf_byte(&pen->buf, ' ');
	}
	buf_put(&pen->buf, operator);
}

static void draw_shapes(struct pen *pen, const struct page *page)
{
	for (size_t i = 0; i < page->nframes; i++) {
		const struct frame *frame = &page->frames[i];
		if (frame->kind == FRAME_RULE) {
			fill_with(pen, frame->grey);
			put_rectangle(pen, frame->at, STR("re f\n"));
		} else if (frame->kind == FRAME_BOX) {
			put_grey(&pen->buf, frame->grey, STR(" G .5 w\n"));
			put_rectangle(pen, frame->at, STR("re S\n"));
		}
	}
}

/* A picture fills the unit square, which is stretched to its place. */
static void draw_picture(struct pen *pen, const struct frame *frame)
{
	const struct rect at = frame->at;
	const mpt numbers[] = {at.w, 0, 0, at.h, at.x, pen->height - at.y - at.h};
	buf_put(&pen->buf, STR("q "));
	for (int i = 0; i < 6; i++) {
		word_length(&pen->buf, numbers[i]);
		buf_byte(&pen->buf, ' ');
	}
	buf_put(&pen->buf, STR("cm /I0 Do Q\n"));
}

/* What a code needs at most: a distance, "(" and ")", and two bytes, each escaped. */
enum { MOST = 8 + 2 + 4 };

/* A bare carriage return would be read as a line end. */
static char *put_byte(char *to, uint8_t byte)
{
	if (byte <= '\\' && (byte == '(' || byte == ')' || byte == '\\' || byte == '\r'))
		*to++ = '\\';
	*to++ = byte == '\r' ? 'r' : (char)byte;
	return to;
}

/* The pen goes on by `distance`; what an array subtracts is its number. */
static char *put_distance(char *to, int distance)
{
	char digits[8];
	size_t at = sizeof digits;
	unsigned rest = (unsigned)(distance < 0 ? -distance : distance);
	for (; rest > 0; rest /= 10)
		digits[--at] = (char)('0' + rest % 10);
	if (distance > 0)
		digits[--at] = '-';
	memcpy(to, digits + at, sizeof digits - at);
	return to + (sizeof digits - at);
}

/* Strokes [from, upto), all at one height, as strings and the distances between them;
 * `owed` is the distance before the first. Returns the one behind the last. */
static int put_strings(struct buf *buf, struct strokes strokes, size_t from, size_t upto,
		       int owed)
{
	char *start = buf_open(buf, (upto - from) * MOST), *to = start;
	for (size_t i = from; i < upto; i++) {
		const struct stroke *stroke = &strokes.at[i];
		const uint16_t code = stroke->code;
		const int distance = owed + stroke->right;
		owed = stroke->gap - stroke->right;
		if (distance && i > from)
			*to++ = ')';
		if (distance)
			to = put_distance(to, distance);
		if (distance || i == from)
			*to++ = '(';
		to = put_byte(to, (uint8_t)(code >> 8));
		to = put_byte(to, (uint8_t)(code & 0xFF));
	}
	if (upto > from)
		*to++ = ')';
	buf->len += (size_t)(to - start);
	return owed;
}

/* Codes with nothing between them need no array. */
static void show_even(struct pen *pen, struct strokes strokes)
{
	put_strings(&pen->buf, strokes, 0, strokes.count, 0);
	buf_put(&pen->buf, STR("Tj\n"));
}

static void put_rise(struct pen *pen, int up)
{
	word_length(&pen->buf, (int64_t)up * pen->size / 1000);
	buf_put(&pen->buf, STR(" Ts\n"));
}

static void show_array(struct pen *pen, struct strokes strokes, size_t from, size_t upto,
		       int *owed)
{
	buf_byte(&pen->buf, '[');
	*owed = put_strings(&pen->buf, strokes, from, upto, *owed);
	buf_put(&pen->buf, STR("]TJ\n"));
}

/* Pieces of equal height; those that stand for other text are marked with it. */
static void show_uneven(struct pen *pen, struct strokes strokes)
{
	int owed = 0, up = 0;
	size_t marked = 0; /* where the marked text ends, 0: none is open */
	for (size_t i = 0, next; i < strokes.count; i = next) {
		const struct stroke *at = &strokes.at[i];
		if (at->joined) {
			buf_put(&pen->buf, STR("/Span<</ActualText"));
			word_unicode(&pen->buf, at->text);
			buf_put(&pen->buf, STR(">>BDC\n"));
			marked = i + at->joined;
		}
		if (at->up != up)
			put_rise(pen, up = at->up);
		for (next = i + 1; next < strokes.count; next++) {
			if (strokes.at[next].up != up || strokes.at[next].joined ||
			    next == marked)
				break;
		}
		show_array(pen, strokes, i, next, &owed);
		if (next == marked) {
			buf_put(&pen->buf, STR("EMC\n"));
			marked = 0;
		}
	}
	if (up)
		put_rise(pen, 0);
}

static void choose_font(struct pen *pen, enum face face, mpt size)
{
	if (pen->size == size && pen->face == face)
		return;
	buf_put(&pen->buf, STR("/F"));
	buf_int(&pen->buf, face);
	buf_byte(&pen->buf, ' ');
	word_length(&pen->buf, size);
	buf_put(&pen->buf, STR(" Tf\n"));
	pen->face = face;
	pen->size = size;
}

static void go_to(struct pen *pen, mpt x, mpt y)
{
	word_length(&pen->buf, x - pen->x);
	buf_byte(&pen->buf, ' ');
	word_length(&pen->buf, y - pen->y);
	buf_put(&pen->buf, STR(" Td\n"));
	pen->x = x;
	pen->y = y;
}

static void show(struct pen *pen, const struct frame *frame, struct strokes strokes)
{
	if (strokes.count == 0)
		return;
	choose_font(pen, frame->face, frame->size);
	fill_with(pen, frame->grey);
	go_to(pen, frame->at.x, pen->height - frame->baseline);
	if (strokes.even)
		show_even(pen, strokes);
	else
		show_uneven(pen, strokes);
}

/* A character is reported where it stands first: a name at its customer, in the address,
 * not again in every line that repeats it. */
static bool first_time(struct touched *touched, uint32_t point)
{
	size_t room = sizeof touched->missing / sizeof *touched->missing;
	for (size_t i = 0; i < room; i++) {
		if (touched->missing[i] == point)
			return false;
		if (touched->missing[i] == 0) {
			touched->missing[i] = point;
			return true;
		}
	}
	return false;
}

/* Content is marked as its element's, or as nobody's; neighbours share a mark. */
struct marking {
	struct structure *structure;
	size_t page;
	bool open;
	uint32_t element; /* 0: an artifact */
};

static void close_mark(struct pen *pen, struct marking *marking)
{
	if (marking->open)
		buf_put(&pen->buf, STR("EMC\n"));
	marking->open = false;
}

static void open_mark(struct pen *pen, struct marking *marking, uint32_t element)
{
	if (marking->open && marking->element == element)
		return;
	close_mark(pen, marking);
	marking->open = true;
	marking->element = element;
	if (element == 0) {
		buf_put(&pen->buf, STR("/Artifact BMC\n"));
		return;
	}
	buf_byte(&pen->buf, '/');
	buf_put(&pen->buf, structure_type(marking->structure, element));
	buf_put(&pen->buf, STR("<</MCID "));
	buf_int(&pen->buf, structure_mark(marking->structure, element, marking->page));
	buf_put(&pen->buf, STR(">>BDC\n"));
}

/* A blank of the text that the page shows by a gap is written all the same: readers of
 * the structure tell words apart by it (PDF 14.8.2.5). */
static void add_blank(struct strokes *strokes)
{
	if (strokes->count && strokes->at[strokes->count - 1].gap)
		strokes->even = false;
	strokes->at[strokes->count++] = (struct stroke){.code = ' '};
}

/* A QR code as a stencil: where the image has a clear bit, the page is painted. The blank
 * margin is part of the frame (ISO/IEC 18004: four modules). */
static void draw_symbol(struct pen *pen, const struct frame *frame)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf *buf = &pen->buf;
	struct qr qr = qr_encode(buf->arena, frame->text);
	mpt module = frame->at.w / ((mpt)qr.width + 8);
	mpt side = module * (mpt)qr.width, margin = (frame->at.w - side) / 2;
	struct rect at = {frame->at.x + margin, frame->at.y + margin, side, side};
	buf_put(buf, STR("q 0 g "));
	word_length(buf, side);
	buf_put(buf, STR(" 0 0 "));
	word_length(buf, side);
	buf_byte(buf, ' ');
	word_length(buf, at.x);
	buf_byte(buf, ' ');
	word_length(buf, pen->height - at.y - at.h);
	buf_format(buf, " cm\nBI/IM true/BPC 1/W %zu/H %zu/F/AHx\nID ", qr.width,
		   qr.width);
	char *hex = arena_text(buf->arena, 2 * qr.rows.len);
	for (size_t i = 0; i < qr.rows.len; i++) {
		unsigned char byte = (unsigned char)qr.rows.at[i];
		hex[2 * i] = digits[byte >> 4];
		hex[2 * i + 1] = digits[byte & 15];
	}
	buf_put(buf, (struct str){hex, 2 * qr.rows.len});
	buf_put(buf, STR(">\nEI Q\n"));
}

/* Drawn between two stretches of text, where it stands in the reading order. */
static void put_figure(struct pen *pen, struct marking *marking,
		       const struct frame *frame)
{
	close_mark(pen, marking);
	buf_put(&pen->buf, STR("ET\n"));
	open_mark(pen, marking, frame->element);
	if (frame->kind == FRAME_SYMBOL)
		draw_symbol(pen, frame);
	else
		draw_picture(pen, frame);
	close_mark(pen, marking);
	buf_put(&pen->buf, STR("BT\n"));
	pen->x = pen->y = 0;
}

/* What writes one page. */
struct writer {
	struct pen pen;
	struct marking marking;
	struct shape *shape;
	struct touched *touched;
	struct notices *notices;
};

static void put_text(struct writer *writer, const struct frame *frame)
{
	struct touched *touched = writer->touched;
	struct strokes strokes =
		shape_text(writer->shape, frame->face, frame->text, frame->figures);
	touched->blocks[frame->face] |= strokes.blocks;
	if (frame->blank)
		add_blank(&strokes);
	open_mark(&writer->pen, &writer->marking, frame->element);
	if (!strokes.missing)
		show(&writer->pen, frame, strokes);
	else if (first_time(touched, strokes.missing))
		script_refuse(writer->notices, strokes.font, strokes.missing, frame->text,
			      frame->span);
}

struct str content_write(struct arena *arena, const struct layout *layout, size_t page,
			 struct structure *structure, struct shape *shape,
			 struct touched *touched, struct notices *notices)
{
	struct writer writer = {
		.pen = {.buf = buf_new(arena, 0), .height = layout->height, .fill = -1},
		.marking = {structure, page, false, 0},
		.shape = shape,
		.touched = touched,
		.notices = notices};
	struct pen *pen = &writer.pen;
	const struct page *at = &layout->pages[page];
	open_mark(pen, &writer.marking, 0);
	draw_shapes(pen, at);
	close_mark(pen, &writer.marking);
	buf_put(&pen->buf, STR("BT\n"));
	for (size_t i = 0; i < at->nframes; i++) {
		const struct frame *frame = &at->frames[i];
		if (frame->kind == FRAME_TEXT)
			put_text(&writer, frame);
		else if (frame->kind == FRAME_SYMBOL || frame->kind == FRAME_IMAGE)
			put_figure(pen, &writer.marking, frame);
		if (frame->kind == FRAME_IMAGE)
			touched->image = frame->image;
	}
	close_mark(pen, &writer.marking);
	buf_put(&pen->buf, STR("ET"));
	return buf_str(&pen->buf);
}
