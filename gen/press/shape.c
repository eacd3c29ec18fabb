#include "press/shape.h"

#include "base/utf8.h"
#include "press/pairs.h"

enum {
	PAGE = 256,	  /* characters learnt together */
	PRIVATE = 0xE000, /* first private code */
	PRIVATE_LAST = 0xF8FF,
	ASCII = 128,
	UNKNOWN = INT16_MIN
};

/* Most text is ASCII: what such letters measure and kern is found without a search. */
struct quick {
	int16_t advance[ASCII];	    /* UNKNOWN: no such letter in the face */
	int16_t kern[ASCII][ASCII]; /* UNKNOWN: not asked for yet */
};

struct shape {
	struct arena *arena;
	struct font *faces[FACE__COUNT];
	struct quick *quick[FACE__COUNT];
	struct letter *pages[FACE__COUNT][PAGE];
	struct pairs *pairs[FACE__COUNT];
	uint16_t *points[FACE__COUNT]; /* by glyph: the character it is the glyph of */
	struct stroke *strokes;
	size_t stroke_room;
	uint32_t *text;	 /* the characters being shaped as a whole ... */
	size_t *offsets; /* ... and where each begins; one more for the end */
	size_t room;
};

/* Codes are two bytes: what lies beyond them cannot be printed. */
static const struct letter *learn(struct shape *shape, enum face face, uint32_t point)
{
	static const struct letter beyond = {.block = BLOCK_OTHERS};
	uint32_t page = point / PAGE;
	if (point > 0xFFFF)
		return &beyond;
	struct letter *letters = ARENA_ARRAY(shape->arena, struct letter, PAGE);
	for (uint32_t i = 0; i < PAGE; i++)
		letters[i] = letter_in(shape->faces[face], page * PAGE + i);
	shape->pages[face][page] = letters;
	return &letters[point % PAGE];
}

static const struct letter *look(struct shape *shape, enum face face, uint32_t point)
{
	const struct letter *page =
		point <= 0xFFFF ? shape->pages[face][point / PAGE] : NULL;
	return page ? &page[point % PAGE] : learn(shape, face, point);
}

/* As utf8_next; most text is ASCII. */
static uint32_t next_point(struct str text, size_t *at)
{
	unsigned char byte = (unsigned char)text.at[*at];
	return byte < 0x80 ? (*at)++, byte : utf8_next(text, at);
}

/* A blank kerns with nothing: text is measured word by word. */
static int16_t kern(struct shape *shape, enum face face, const struct letter *a,
		    const struct letter *b)
{
	if (a->drawn == ' ' || b->drawn == ' ')
		return 0;
	const struct quick *quick = shape->quick[face];
	if (quick && a->drawn < ASCII && b->drawn < ASCII &&
	    quick->kern[a->drawn][b->drawn] != UNKNOWN)
		return quick->kern[a->drawn][b->drawn];
	return pairs_kern(shape->pairs[face], shape->faces[face], a->drawn, b->drawn);
}

static const struct quick *quick_of(struct shape *shape, enum face face)
{
	struct quick *quick = shape->quick[face];
	if (quick)
		return quick;
	quick = ARENA_NEW(shape->arena, struct quick);
	for (uint32_t a = 0; a < ASCII; a++) {
		const struct letter *letter = look(shape, face, a);
		bool easy = letter->glyph && letter->block == BLOCK_ASCII;
		quick->advance[a] = easy ? letter->advance : UNKNOWN;
		for (int b = 0; b < ASCII; b++)
			quick->kern[a][b] = UNKNOWN;
	}
	shape->quick[face] = quick;
	return quick;
}

static int16_t learn_kern(struct shape *shape, enum face face, unsigned char a,
			  unsigned char b)
{
	const struct letter *left = look(shape, face, a), *right = look(shape, face, b);
	return shape->quick[face]->kern[a][b] = kern(shape, face, left, right);
}

/* [bytes] at the beginning of the text that are ASCII letters of the face. */
static size_t quick_length(const struct quick *quick, struct str text)
{
	size_t at = 0;
	while (at < text.len && (unsigned char)text.at[at] < ASCII &&
	       quick->advance[(unsigned char)text.at[at]] != UNKNOWN)
		at++;
	return at;
}

uint16_t shape_private(uint16_t glyph)
{
	return glyph <= PRIVATE_LAST - PRIVATE ? (uint16_t)(PRIVATE + glyph) : 0;
}

bool shape_is_private(uint32_t code)
{
	return code >= PRIVATE && code <= PRIVATE_LAST;
}

struct shape *shape_new(struct arena *arena, struct font *const faces[FACE__COUNT])
{
	struct shape *shape = ARENA_NEW(arena, struct shape);
	shape->arena = arena;
	for (int i = 0; i < FACE__COUNT; i++) {
		shape->faces[i] = faces[i];
		shape->pairs[i] = pairs_new(arena);
	}
	return shape;
}

struct letter shape_letter(struct shape *shape, enum face face, uint32_t point)
{
	if (!shape_is_private(point))
		return *look(shape, face, point);
	struct letter letter = {.glyph = (uint16_t)(point - PRIVATE),
				.block = BLOCK_MARKS};
	if (letter.glyph >= shape->faces[face]->nglyphs)
		letter.glyph = 0;
	letter.advance = (int16_t)font_advance(shape->faces[face], letter.glyph);
	return letter;
}

static void reserve_strokes(struct shape *shape, size_t room)
{
	if (room <= shape->stroke_room)
		return;
	shape->stroke_room = room * 2;
	shape->strokes = ARENA_ARRAY(shape->arena, struct stroke, shape->stroke_room);
}

static void reserve_text(struct shape *shape, size_t room)
{
	if (room <= shape->room)
		return;
	shape->room = room * 2;
	shape->text = ARENA_ARRAY(shape->arena, uint32_t, shape->room);
	shape->offsets = ARENA_ARRAY(shape->arena, size_t, shape->room + 1);
}

/* U+0000 is no character of a text: it is reported as a bad byte is. */
static void miss(struct strokes *strokes, uint32_t point)
{
	if (!strokes->missing)
		strokes->missing = point ? point : UTF8_BAD;
}

/* The strokes of `text`, quick letters alone. Returns 0 when there is no gap in it. */
static int shape_quick(struct shape *shape, enum face face, struct str text, bool figures)
{
	const struct quick *quick = shape->quick[face];
	const unsigned char *at = (const unsigned char *)text.at;
	struct stroke *to = shape->strokes;
	int gaps = 0;
	for (size_t i = 0; i < text.len; i++) {
		int gap = 0;
		if (!figures && i + 1 < text.len)
			gap = quick->kern[at[i]][at[i + 1]];
		if (gap == UNKNOWN)
			gap = learn_kern(shape, face, at[i], at[i + 1]);
		to[i] = (struct stroke){.code = at[i], .gap = (int16_t)gap};
		gaps |= gap;
	}
	return gaps;
}

/* Every character by itself; false when one of them needs its neighbours. */
static bool shape_simple(struct shape *shape, enum face face, struct str text,
			 bool figures, struct strokes *strokes)
{
	size_t at = quick_length(quick_of(shape, face), text);
	const struct letter *last =
		at ? look(shape, face, (unsigned char)text.at[at - 1]) : NULL;
	struct stroke *to = shape->strokes + at;
	int gaps = shape_quick(shape, face, str_slice(text, 0, at), figures);
	strokes->blocks = at ? 1u << BLOCK_ASCII : 0;
	for (; at < text.len; to++) {
		uint32_t point = next_point(text, &at);
		const struct letter *letter = look(shape, face, point);
		if (letter->combines)
			return false;
		if (!letter->glyph)
			miss(strokes, point);
		if (last && !figures)
			to[-1].gap =
				(int16_t)(last->extra + kern(shape, face, last, letter));
		if (last)
			gaps |= to[-1].gap;
		*to = (struct stroke){.code = (uint16_t)point, .gap = letter->extra};
		strokes->blocks |= 1u << letter->block;
		last = letter;
	}
	strokes->count = (size_t)(to - shape->strokes);
	strokes->even = gaps == 0;
	return true;
}

/* Which character a glyph is the glyph of; the first when several share it, 0 none. */
static uint16_t point_of(struct shape *shape, enum face face, uint16_t glyph)
{
	if (!shape->points[face]) {
		uint16_t *points =
			ARENA_ARRAY(shape->arena, uint16_t, shape->faces[face]->nglyphs);
		for (uint32_t point = 0xFFFF; point >= ' '; point--) {
			const struct letter *letter = look(shape, face, point);
			if (letter->glyph && letter->drawn == point)
				points[letter->glyph] = (uint16_t)point;
		}
		shape->points[face] = points;
	}
	return shape->points[face][glyph];
}

/* The characters of `text` as they will be drawn, into shape->text. */
static size_t decode(struct shape *shape, enum face face, struct str text,
		     struct strokes *strokes)
{
	size_t count = 0;
	reserve_text(shape, text.len);
	for (size_t at = 0; at < text.len;) {
		shape->offsets[count] = at;
		uint32_t point = next_point(text, &at);
		const struct letter *letter = look(shape, face, point);
		if (!letter->glyph)
			miss(strokes, point);
		shape->text[count++] = letter->glyph ? letter->drawn : point;
	}
	shape->offsets[count] = text.len;
	return count;
}

/* The stroke of one shaped glyph; a code of its own when it is no character's. */
static struct stroke draw(struct shape *shape, enum face face, struct drawn drawn)
{
	uint16_t code = point_of(shape, face, drawn.glyph);
	if (!code)
		code = shape_private(drawn.glyph);
	struct letter letter = shape_letter(shape, face, code);
	return (struct stroke){.code = code,
			       .gap = (int16_t)(drawn.advance - letter.advance),
			       .right = (int16_t)drawn.right,
			       .up = (int16_t)drawn.up};
}

/* Does this one glyph say by its code which character it stands for? */
static bool says_itself(struct shape *shape, enum face face, struct str text, size_t from,
			struct stroke *stroke)
{
	size_t at = shape->offsets[from];
	uint32_t point = next_point(text, &at);
	const struct letter *meant = look(shape, face, point);
	struct letter found = shape_letter(shape, face, stroke->code);
	if (meant->glyph != found.glyph)
		return false;
	stroke->code = (uint16_t)point;
	stroke->gap = (int16_t)(stroke->gap + meant->extra);
	return true;
}

static void shape_whole(struct shape *shape, enum face face, struct str text,
			bool figures, struct strokes *strokes)
{
	const struct drawn *drawn = NULL;
	size_t count = decode(shape, face, text, strokes);
	size_t length =
		font_shape(shape->faces[face], shape->text, count, !figures, &drawn);
	reserve_strokes(shape, length + 1);
	struct stroke *at = shape->strokes;
	for (size_t i = 0, next; i < length; i = next) {
		uint32_t from = drawn[i].cluster;
		for (next = i; next < length && drawn[next].cluster == from; next++) {
			at[next] = draw(shape, face, drawn[next]);
			if (!drawn[next].glyph || !at[next].code)
				miss(strokes, shape->text[from]);
		}
		size_t upto = next < length ? drawn[next].cluster : count;
		if (next == i + 1 && upto == from + 1 &&
		    says_itself(shape, face, text, from, &at[i]))
			continue;
		at[i].joined = (uint16_t)(next - i);
		at[i].text = str_slice(text, shape->offsets[from], shape->offsets[upto]);
	}
	for (size_t i = 0; i < length; i++) {
		strokes->blocks |= 1u << shape_letter(shape, face, at[i].code).block;
		strokes->raised |= at[i].up != 0;
	}
	strokes->at = at;
	strokes->count = length;
}

struct strokes shape_text(struct shape *shape, enum face face, struct str text,
			  bool figures)
{
	reserve_strokes(shape, text.len + 1);
	struct strokes strokes = {.at = shape->strokes, .font = shape->faces[face]};
	if (shape_simple(shape, face, text, figures, &strokes))
		return strokes;
	strokes = (struct strokes){.font = shape->faces[face]};
	shape_whole(shape, face, text, figures, &strokes);
	return strokes;
}

static int64_t width_of(struct shape *shape, enum face face, struct strokes strokes)
{
	int64_t width = 0;
	for (size_t i = 0; i < strokes.count; i++)
		width += shape_letter(shape, face, strokes.at[i].code).advance +
			 strokes.at[i].gap;
	return width;
}

/* Of the ASCII letters that a text begins with, up to *end. */
static int64_t quick_width(struct shape *shape, enum face face, struct str text,
			   bool figures, size_t *end)
{
	const struct quick *quick = quick_of(shape, face);
	const unsigned char *at = (const unsigned char *)text.at;
	int64_t width = 0;
	size_t i = 0;
	for (; i < text.len && at[i] < ASCII && quick->advance[at[i]] != UNKNOWN; i++) {
		int gap = i && !figures ? quick->kern[at[i - 1]][at[i]] : 0;
		if (gap == UNKNOWN)
			gap = learn_kern(shape, face, at[i - 1], at[i]);
		width += quick->advance[at[i]] + gap;
	}
	*end = i;
	return width;
}

int64_t shape_width(struct shape *shape, enum face face, struct str text, bool figures)
{
	size_t at = 0;
	int64_t width = quick_width(shape, face, text, figures, &at);
	if (at == text.len)
		return width;
	const struct letter *last =
		at ? look(shape, face, (unsigned char)text.at[at - 1]) : NULL;
	while (at < text.len) {
		const struct letter *letter = look(shape, face, next_point(text, &at));
		if (letter->combines)
			return width_of(shape, face,
					shape_text(shape, face, text, figures));
		if (last && last->glyph && !figures)
			width += kern(shape, face, last, letter);
		width += letter->advance + letter->extra;
		last = letter;
	}
	return width;
}
