#include "press/outline.h"

#include "base/arena.h"
#include "base/limits.h"

enum { HEADER = 10, POINTS_MOST = 0xFFFF };

/* Flags of a simple glyph's point. */
enum { X_BYTE = 0x02, Y_BYTE = 0x04, REPEATS = 0x08, X_SAME = 0x10, Y_SAME = 0x20 };

/* Flags of a part of a composite glyph. */
enum {
	PLACE_WORDS = 0x0001,
	SCALE = 0x0008,
	MORE = 0x0020,
	SCALES = 0x0040,
	MATRIX = 0x0080
};

enum state { NEW, OPEN, DONE };

/* What is known of a glyph. */
struct shape_of {
	uint8_t state;
	uint8_t height;	 /* of glyphs in glyphs */
	uint16_t points; /* in all of them */
};

struct walk {
	struct arena *arena;
	const struct sfnt *sfnt;
	struct shape_of *glyphs;
	struct str why;
};

static bool refuse(struct walk *walk, unsigned glyph, const char *what)
{
	walk->why = str_format(walk->arena, "its glyph %u %s", glyph, what);
	return false;
}

/* ---- where they are ---- */

static size_t offset(const struct sfnt *sfnt, size_t glyph)
{
	struct str loca = sfnt->tables[SFNT_LOCA];
	return sfnt->long_offsets ? sfnt_long(loca, 4 * glyph)
				  : 2 * (size_t)sfnt_word(loca, 2 * glyph);
}

static bool check_places(struct walk *walk)
{
	const struct sfnt *sfnt = walk->sfnt;
	size_t each = sfnt->long_offsets ? 4 : 2, last = 0;
	if (sfnt->tables[SFNT_LOCA].len / each <= sfnt->nglyphs) {
		walk->why = STR("its table 'loca' is too short for its glyphs");
		return false;
	}
	for (unsigned i = 0; i <= sfnt->nglyphs; i++) {
		size_t next = offset(sfnt, i);
		if (next < last || next > sfnt->tables[SFNT_GLYF].len)
			return refuse(walk, i ? i - 1 : 0, "is not in its place");
		last = next;
	}
	return true;
}

static struct str bytes_of(const struct sfnt *sfnt, unsigned glyph)
{
	return str_slice(sfnt->tables[SFNT_GLYF], offset(sfnt, glyph),
			 offset(sfnt, glyph + 1));
}

/* ---- a simple glyph ---- */

/* Bytes that the two coordinates of such a point take. */
static size_t coordinates(unsigned flags)
{
	size_t x = flags & X_BYTE ? 1 : flags & X_SAME ? 0 : 2;
	size_t y = flags & Y_BYTE ? 1 : flags & Y_SAME ? 0 : 2;
	return x + y;
}

/* Flags and coordinates from `at` on; false when they do not end in the glyph. */
static bool points_fit(struct str bytes, size_t at, size_t points)
{
	size_t needed = 0;
	for (size_t done = 0; done < points;) {
		if (at >= bytes.len)
			return false;
		unsigned flags = sfnt_byte(bytes, at++);
		size_t times = 1;
		if (flags & REPEATS) {
			if (at >= bytes.len)
				return false;
			times += sfnt_byte(bytes, at++);
		}
		if (times > points - done)
			return false;
		done += times;
		needed += times * coordinates(flags);
	}
	return needed <= bytes.len - at;
}

static bool check_simple(struct walk *walk, unsigned glyph, struct str bytes)
{
	size_t contours = sfnt_word(bytes, 0), at = HEADER + 2 * contours;
	size_t points = 0;
	if (contours == 0)
		return true;
	if (bytes.len < at + 2)
		return refuse(walk, glyph, "ends too early");
	for (size_t i = HEADER; i < at; i += 2) {
		size_t next = (size_t)sfnt_word(bytes, i) + 1;
		if (next <= points)
			return refuse(walk, glyph, "has its points in disorder");
		points = next;
	}
	at += 2 + sfnt_word(bytes, at);
	if (at > bytes.len || !points_fit(bytes, at, points))
		return refuse(walk, glyph, "ends too early");
	if (points > POINTS_MOST)
		return refuse(walk, glyph, "has too many points");
	walk->glyphs[glyph].points = (uint16_t)points;
	return true;
}

/* ---- a glyph made of others ---- */

static size_t length_of_part(unsigned flags)
{
	size_t place = flags & PLACE_WORDS ? 4 : 2;
	size_t scale = flags & MATRIX ? 8 : flags & SCALES ? 4 : flags & SCALE ? 2 : 0;
	return 4 + place + scale;
}

static bool add_part(struct walk *walk, unsigned glyph, unsigned part)
{
	struct shape_of *whole = &walk->glyphs[glyph];
	const struct shape_of *piece = &walk->glyphs[part];
	if (piece->points > POINTS_MOST - whole->points)
		return refuse(walk, glyph, "has too many points");
	whole->points = (uint16_t)(whole->points + piece->points);
	if (piece->height >= whole->height)
		whole->height = (uint8_t)(piece->height + 1);
	return true;
}

/* The parts of a glyph, one after the other. */
struct parts {
	struct str bytes;
	size_t at;
	bool more, cut;
};

static bool next_part(struct parts *parts, unsigned *part)
{
	size_t at = parts->at, rest = parts->bytes.len - at;
	if (!parts->more)
		return false;
	unsigned flags = rest < 4 ? 0 : sfnt_word(parts->bytes, at);
	parts->cut = rest < 4 || rest < length_of_part(flags);
	if (parts->cut)
		return false;
	*part = sfnt_word(parts->bytes, at + 2);
	parts->at += length_of_part(flags);
	parts->more = flags & MORE;
	return true;
}

/* As deep as `depth` already; deeper than the limit it never goes. */
static bool check_glyph(struct walk *walk, unsigned glyph, unsigned depth)
{
	struct shape_of *known = &walk->glyphs[glyph];
	struct parts parts = {bytes_of(walk->sfnt, glyph), HEADER, true, false};
	if (known->state == OPEN)
		return refuse(walk, glyph, "is made of itself");
	if (depth + known->height > LIMIT_GLYPH_DEPTH)
		return refuse(walk, glyph, "is made of glyphs inside glyphs, too deep");
	if (known->state == DONE || parts.bytes.len == 0)
		return true;
	if (parts.bytes.len < HEADER)
		return refuse(walk, glyph, "ends too early");
	known->state = OPEN;
	bool good = true, simple = sfnt_signed(parts.bytes, 0) >= 0;
	if (simple)
		good = check_simple(walk, glyph, parts.bytes);
	for (unsigned part; !simple && good && next_part(&parts, &part);) {
		if (part >= walk->sfnt->nglyphs)
			return refuse(walk, glyph, "is made of one that is not there");
		good = check_glyph(walk, part, depth + 1) && add_part(walk, glyph, part);
	}
	known->state = DONE;
	return good && (!parts.cut || refuse(walk, glyph, "ends too early"));
}

bool outline_check(struct arena *arena, const struct sfnt *sfnt, struct str *why)
{
	struct walk walk = {arena, sfnt, NULL, STR_LIT("")};
	walk.glyphs = ARENA_ARRAY(arena, struct shape_of, sfnt->nglyphs);
	bool good = check_places(&walk);
	for (unsigned i = 0; i < sfnt->nglyphs && good; i++)
		good = check_glyph(&walk, i, 0);
	*why = walk.why;
	return good;
}
