#include "press/slug.h"

#include <string.h>

#include "base/memo.h"
#include "press/ink.h"
#include "press/word.h"

struct slugs {
	struct shape *shape;
	struct memo *memo;
	struct buf words; /* of the one that is being cast */
	struct slug slug;
};

/* ---- casting ---- */

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
	if (distance > 0)
		*to++ = '-';
	return ink_number(to, (uint64_t)(distance < 0 ? -distance : distance));
}

/* Strokes [from, upto), all at one height, as strings and the distances between them;
 * `owed` is the distance before the first. Returns the one behind the last. */
static int put_strings(struct buf *buf, struct strokes strokes, size_t from, size_t upto,
		       int owed)
{
	char *to = buf_open(buf, (upto - from) * MOST);
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
	buf->len = (size_t)(to - buf->at);
	return owed;
}

static int put_array(struct buf *buf, struct strokes strokes, size_t from, size_t upto,
		     int owed)
{
	buf_byte(buf, '[');
	owed = put_strings(buf, strokes, from, upto, owed);
	buf_byte(buf, ']');
	return owed;
}

static void put_rise(struct buf *buf, int up, mpt size)
{
	word_length(buf, (int64_t)up * size / 1000);
	buf_put(buf, STR(" Ts\n"));
}

/* Pieces of equal height; those that stand for other text are marked with it. */
static void put_pieces(struct buf *buf, struct strokes strokes, mpt size)
{
	int owed = 0, up = 0;
	size_t marked = 0; /* where the marked text ends, 0: none is open */
	for (size_t i = 0, next; i < strokes.count; i = next) {
		const struct stroke *at = &strokes.at[i];
		if (at->joined) {
			buf_put(buf, STR("/Span<</ActualText"));
			word_unicode(buf, at->text);
			buf_put(buf, STR(">>BDC\n"));
			marked = i + at->joined;
		}
		if (at->up != up)
			put_rise(buf, up = at->up, size);
		for (next = i + 1; next < strokes.count; next++) {
			if (strokes.at[next].up != up || strokes.at[next].joined ||
			    next == marked)
				break;
		}
		owed = put_array(buf, strokes, i, next, owed);
		buf_put(buf, STR("TJ\n"));
		if (next == marked) {
			buf_put(buf, STR("EMC\n"));
			marked = 0;
		}
	}
	if (up)
		put_rise(buf, 0, size);
}

static bool is_plain(struct strokes strokes)
{
	for (size_t i = 0; i < strokes.count; i++) {
		if (strokes.at[i].joined || strokes.at[i].up)
			return false;
	}
	return true;
}

/* Codes with nothing between them need no array. */
static enum slug_kind put_words(struct buf *buf, struct strokes strokes, mpt size)
{
	if (strokes.count == 0 || strokes.even) {
		put_strings(buf, strokes, 0, strokes.count, 0);
		return SLUG_STRING;
	}
	if (is_plain(strokes)) {
		put_array(buf, strokes, 0, strokes.count, 0);
		return SLUG_ARRAY;
	}
	put_pieces(buf, strokes, size);
	return SLUG_WHOLE;
}

/* A blank of the text that the page shows by a gap is written all the same: readers of
 * the structure tell words apart by it (PDF 14.8.2.5). */
static void add_blank(struct strokes *strokes)
{
	if (strokes->count && strokes->at[strokes->count - 1].gap)
		strokes->even = false;
	strokes->at[strokes->count++] = (struct stroke){.code = ' '};
}

/* False when the slug is for this size alone. */
static bool cast(struct slugs *slugs, const struct frame *frame)
{
	struct strokes strokes =
		shape_text(slugs->shape, frame->face, frame->text, frame->figures);
	if (frame->blank)
		add_blank(&strokes);
	slugs->words.len = 0;
	slugs->slug = (struct slug){
		.blocks = strokes.blocks,
		.missing = strokes.missing,
		.font = strokes.font,
	};
	if (!strokes.missing)
		slugs->slug.kind = put_words(&slugs->words, strokes, frame->size);
	slugs->slug.words = buf_str(&slugs->words);
	return !strokes.raised;
}

/* ---- keeping ---- */

static char style_of(const struct frame *frame)
{
	return (char)((unsigned)frame->face << 2 | (unsigned)frame->figures << 1 |
		      (unsigned)frame->blank);
}

/* The words lie behind the slug. */
static void keep(struct slugs *slugs, struct memo_key key)
{
	const struct str words = slugs->slug.words;
	struct slug *kept = memo_keep(slugs->memo, key, sizeof *kept + words.len);
	if (!kept)
		return;
	*kept = slugs->slug;
	kept->words.at = (const char *)(kept + 1);
	if (words.len)
		memcpy(kept + 1, words.at, words.len);
}

struct slugs *slug_open(struct arena *arena, struct shape *shape)
{
	struct slugs *slugs = ARENA_NEW(arena, struct slugs);
	*slugs = (struct slugs){
		.shape = shape, .memo = memo_new(arena), .words = buf_new(arena, 0)};
	return slugs;
}

const struct slug *slug_cast(struct slugs *slugs, const struct frame *frame)
{
	const char style = style_of(frame);
	const struct memo_key key = {{&style, 1}, frame->text};
	const struct slug *kept = memo_find(slugs->memo, key);
	if (kept)
		return kept;
	if (cast(slugs, frame))
		keep(slugs, key);
	return &slugs->slug;
}
