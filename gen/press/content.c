#include "press/content.h"

#include "press/ink.h"
#include "press/qr.h"
#include "press/script.h"
#include "press/word.h"

enum {
	FRAME_PART = 256, /* [bytes] of operators around a frame's own words, at most */
	PAGE_GUESS = 64	  /* [bytes] of a frame, on average and beyond its text */
};

/* The page in the making, and the graphics state as it stands, so that only changes are
 * written. */
struct pen {
	struct buf buf;
	char *to;    /* in it: where to go on */
	mpt height;  /* of the page */
	mpt x, y;    /* where the line of text began, rounded */
	mpt leading; /* what T* goes down, 0: not set */
	enum face face;
	mpt size; /* 0: no font chosen yet */
	int fill; /* grey, -1: not set */
};

/* Makes room for one more frame, and for so many bytes of its own. */
static void reserve(struct pen *pen, size_t more)
{
	pen->buf.len = (size_t)(pen->to - pen->buf.at);
	pen->to = buf_open(&pen->buf, FRAME_PART + more);
}

static inline void put(struct pen *pen, struct str operator)
{
	pen->to = ink_text(pen->to, operator);
}

static void put_length(struct pen *pen, mpt length)
{
	pen->to = ink_length(pen->to, length);
	*pen->to++ = ' ';
}

static void put_grey(struct pen *pen, uint8_t grey)
{
	put_length(pen, (grey * 1000 + 127) / 255);
}

static void fill_with(struct pen *pen, uint8_t grey)
{
	if (pen->fill == grey)
		return;
	put_grey(pen, grey);
	put(pen, STR("g\n"));
	pen->fill = grey;
}

static void put_rectangle(struct pen *pen, struct rect at)
{
	put_length(pen, at.x);
	put_length(pen, pen->height - at.y - at.h);
	put_length(pen, at.w);
	put_length(pen, at.h);
}

static void draw_shapes(struct pen *pen, const struct page *page)
{
	for (size_t i = 0; i < page->nframes; i++) {
		const struct frame *frame = &page->frames[i];
		if (frame->kind != FRAME_RULE && frame->kind != FRAME_BOX)
			continue;
		reserve(pen, 0);
		if (frame->kind == FRAME_RULE) {
			fill_with(pen, frame->grey);
			put_rectangle(pen, frame->at);
			put(pen, STR("re f\n"));
		} else {
			put_grey(pen, frame->grey);
			put(pen, STR("G .5 w\n"));
			put_rectangle(pen, frame->at);
			put(pen, STR("re S\n"));
		}
	}
}

/* The unit square, which pictures fill, is stretched to a place. */
static void put_place(struct pen *pen, struct rect at)
{
	put_length(pen, at.w);
	put(pen, STR("0 0 "));
	put_length(pen, at.h);
	put_length(pen, at.x);
	put_length(pen, pen->height - at.y - at.h);
	put(pen, STR("cm"));
}

static void draw_picture(struct pen *pen, const struct frame *frame)
{
	put(pen, STR("q "));
	put_place(pen, frame->at);
	put(pen, STR(" /I0 Do Q\n"));
}

static void choose_font(struct pen *pen, enum face face, mpt size)
{
	if (pen->size == size && pen->face == face)
		return;
	put(pen, STR("/F"));
	*pen->to++ = (char)('0' + face);
	*pen->to++ = ' ';
	put_length(pen, size);
	put(pen, STR("Tf\n"));
	pen->face = face;
	pen->size = size;
}

/* To a hundredth of a point, which nobody sees: places, not distances, so that nothing
 * adds up. */
static mpt rounded(mpt length)
{
	mpt up = length + (length < 0 ? -5 : 5);
	return up - up % 10;
}

/* Goes to the beginning of a text. Lines below each other share their leading: true when
 * the next line begins there, and nothing has been written. */
static bool go_to(struct pen *pen, mpt x, mpt y)
{
	mpt right = rounded(x) - pen->x, up = rounded(y) - pen->y;
	pen->x += right;
	pen->y += up;
	if (right == 0 && up == -pen->leading && pen->leading)
		return true;
	put_length(pen, right);
	put_length(pen, up);
	if (right == 0 && up < 0) {
		pen->leading = -up;
		put(pen, STR("TD"));
	} else {
		put(pen, STR("Td"));
	}
	return false;
}

static void show(struct pen *pen, const struct frame *frame, const struct slug *slug)
{
	reserve(pen, slug->words.len);
	choose_font(pen, frame->face, frame->size);
	fill_with(pen, frame->grey);
	bool next = go_to(pen, frame->at.x, pen->height - frame->baseline);
	if (next && slug->kind != SLUG_STRING)
		put(pen, STR("T*"));
	if (slug->kind == SLUG_WHOLE)
		*pen->to++ = '\n';
	put(pen, slug->words);
	if (slug->kind == SLUG_ARRAY)
		put(pen, STR("TJ\n"));
	else if (slug->kind == SLUG_STRING)
		put(pen, next ? STR("'\n") : STR("Tj\n"));
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
		put(pen, STR("EMC\n"));
	marking->open = false;
}

static void open_mark(struct pen *pen, struct marking *marking, uint32_t element)
{
	if (marking->open && marking->element == element)
		return;
	reserve(pen, 0);
	if (marking->open)
		put(pen, STR("EMC"));
	marking->open = true;
	marking->element = element;
	if (element == 0) {
		put(pen, STR("/Artifact BMC\n"));
		return;
	}
	*pen->to++ = '/';
	put(pen, structure_type(marking->structure, element));
	put(pen, STR("<</MCID "));
	pen->to = ink_number(pen->to,
			     structure_mark(marking->structure, element, marking->page));
	put(pen, STR(">>BDC\n"));
}

static void put_hex(struct pen *pen, struct str bytes)
{
	static const char digits[] = "0123456789ABCDEF";
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char byte = (unsigned char)bytes.at[i];
		*pen->to++ = digits[byte >> 4];
		*pen->to++ = digits[byte & 15];
	}
}

/* A QR code as a stencil: where the image has a clear bit, the page is painted. The blank
 * margin is part of the frame (ISO/IEC 18004: four modules). */
static void draw_symbol(struct pen *pen, const struct frame *frame)
{
	struct qr qr = qr_encode(pen->buf.arena, frame->text);
	mpt module = frame->at.w / ((mpt)qr.width + 8);
	mpt side = module * (mpt)qr.width, margin = (frame->at.w - side) / 2;
	reserve(pen, 2 * qr.rows.len);
	put(pen, STR("q 0 g "));
	put_place(pen,
		  (struct rect){frame->at.x + margin, frame->at.y + margin, side, side});
	put(pen, STR("\nBI/IM true/BPC 1/W "));
	pen->to = ink_number(pen->to, qr.width);
	put(pen, STR("/H "));
	pen->to = ink_number(pen->to, qr.width);
	put(pen, STR("/F/AHx\nID "));
	put_hex(pen, qr.rows);
	put(pen, STR(">\nEI Q\n"));
}

/* Drawn between two stretches of text, where it stands in the reading order. */
static void put_figure(struct pen *pen, struct marking *marking,
		       const struct frame *frame)
{
	reserve(pen, 0);
	close_mark(pen, marking);
	put(pen, STR("ET\n"));
	open_mark(pen, marking, frame->element);
	if (frame->kind == FRAME_SYMBOL)
		draw_symbol(pen, frame);
	else
		draw_picture(pen, frame);
	reserve(pen, 0);
	close_mark(pen, marking);
	put(pen, STR("BT\n"));
	pen->x = pen->y = 0;
}

/* What writes one page. */
struct writer {
	struct pen pen;
	struct marking marking;
	struct slugs *slugs;
	struct touched *touched;
	struct notices *notices;
};

static void put_text(struct writer *writer, const struct frame *frame)
{
	struct touched *touched = writer->touched;
	const struct slug *slug = slug_cast(writer->slugs, frame);
	touched->blocks[frame->face] |= slug->blocks;
	open_mark(&writer->pen, &writer->marking, frame->element);
	if (slug->words.len)
		show(&writer->pen, frame, slug);
	else if (slug->missing && first_time(touched, slug->missing))
		script_refuse(writer->notices, slug->font, slug->missing, frame->text,
			      frame->span);
}

/* Room for most pages, so that none is written twice. */
static struct pen take_pen(struct arena *arena, mpt height, const struct page *page)
{
	struct pen pen = {.buf = buf_new(arena, 0), .height = height, .fill = -1};
	size_t size = FRAME_PART;
	for (size_t i = 0; i < page->nframes; i++)
		size += 3 * page->frames[i].text.len + PAGE_GUESS;
	pen.to = buf_open(&pen.buf, size);
	return pen;
}

struct str content_write(struct arena *arena, const struct layout *layout, size_t page,
			 struct structure *structure, struct slugs *slugs,
			 struct touched *touched, struct notices *notices)
{
	const struct page *at = &layout->pages[page];
	struct writer writer = {.pen = take_pen(arena, layout->height, at),
				.marking = {structure, page, false, 0},
				.slugs = slugs,
				.touched = touched,
				.notices = notices};
	struct pen *pen = &writer.pen;
	open_mark(pen, &writer.marking, 0);
	draw_shapes(pen, at);
	reserve(pen, 0);
	close_mark(pen, &writer.marking);
	put(pen, STR("BT\n"));
	for (size_t i = 0; i < at->nframes; i++) {
		const struct frame *frame = &at->frames[i];
		if (frame->kind == FRAME_TEXT)
			put_text(&writer, frame);
		else if (frame->kind == FRAME_SYMBOL || frame->kind == FRAME_IMAGE)
			put_figure(pen, &writer.marking, frame);
		if (frame->kind == FRAME_IMAGE)
			touched->image = frame->image;
	}
	reserve(pen, 0);
	close_mark(pen, &writer.marking);
	put(pen, STR("ET"));
	pen->buf.len = (size_t)(pen->to - pen->buf.at);
	return buf_str(&pen->buf);
}
