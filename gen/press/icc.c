#include "press/icc.h"

/* IEC 61966-2-1 in ICC's words. Numbers are s15Fixed16: 65536 is one.
 *
 * The primaries (x, y: red 0.64, 0.33; green 0.30, 0.60; blue 0.15, 0.06) and the white
 * D65 (0.3127, 0.3290) are taken to the white D50 of all profiles by Bradford's matrix,
 * which is the tag 'chad'; tests/standards recomputes all of this from those numbers. The
 * curve is y = ((x + 0.055) / 1.055) ^ 2.4, below 0.04045 y = x / 12.92. */
static const int32_t white[] = {63190, 65536, 54061};
static const int32_t red[] = {28578, 14581, 912};
static const int32_t green[] = {25241, 46981, 6362};
static const int32_t blue[] = {9376, 3972, 46799};
static const int32_t adaptation[] = {68674, 1502, -3291, 1939, 64912,
				     -1119, -606, 988,	 49262};
static const int32_t curve[] = {157286, 62119, 3417, 5072, 2651};

enum { HEAD = 128, ENTRY = 12, TAGS = 10, TAG_END = HEAD + 4 + ENTRY * TAGS };

static void put_number(struct buf *buf, uint32_t number)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_byte(buf, (char)(number >> shift & 0xFF));
}

static void put_numbers(struct buf *buf, struct str type, const int32_t *numbers,
			size_t count)
{
	buf_put(buf, type);
	put_number(buf, 0);
	for (size_t i = 0; i < count; i++)
		put_number(buf, (uint32_t)numbers[i]);
}

/* One text in English, UTF-16, ended on a boundary of four bytes. */
static void put_text(struct buf *buf, struct str text)
{
	buf_put(buf, STR("mluc"));
	put_number(buf, 0);
	put_number(buf, 1);
	put_number(buf, 12);
	buf_put(buf, STR("enUS"));
	put_number(buf, (uint32_t)text.len * 2);
	put_number(buf, 28);
	for (size_t i = 0; i < text.len; i++) {
		buf_byte(buf, 0);
		buf_byte(buf, text.at[i]);
	}
	buf_fill(buf, 0, -buf->len % 4);
}

/* A parametric curve of type 3, with five parameters. */
static void put_curve(struct buf *buf)
{
	buf_put(buf, STR("para"));
	put_number(buf, 0);
	put_number(buf, 3U << 16);
	for (size_t i = 0; i < 5; i++)
		put_number(buf, (uint32_t)curve[i]);
}

/* The tags' data, one behind the other; starts[i] and starts[i + 1] bound the i-th. */
static void put_data(struct buf *buf, size_t *starts)
{
	for (size_t i = 0;; i++) {
		starts[i] = buf->len;
		switch (i) {
		case 0:
			put_text(buf, STR("sRGB"));
			break;
		case 1:
			put_text(buf, STR("No copyright, use freely"));
			break;
		case 2:
			put_numbers(buf, STR("XYZ "), white, 3);
			break;
		case 3:
			put_numbers(buf, STR("sf32"), adaptation, 9);
			break;
		case 4:
			put_numbers(buf, STR("XYZ "), red, 3);
			break;
		case 5:
			put_numbers(buf, STR("XYZ "), green, 3);
			break;
		case 6:
			put_numbers(buf, STR("XYZ "), blue, 3);
			break;
		case 7:
			put_curve(buf);
			break;
		default:
			return;
		}
	}
}

/* Device and connection space, the day of the standard, the white of the connection. */
static void put_head(struct buf *buf, size_t size)
{
	put_number(buf, (uint32_t)size);
	put_number(buf, 0);
	put_number(buf, 0x04200000);
	buf_put(buf, STR("mntrRGB XYZ "));
	const int day[] = {1999, 10, 18, 0, 0, 0};
	for (size_t i = 0; i < 6; i++) {
		buf_byte(buf, (char)(day[i] >> 8));
		buf_byte(buf, (char)(day[i] & 0xFF));
	}
	buf_put(buf, STR("acsp"));
	buf_fill(buf, 0, 28);
	for (size_t i = 0; i < 3; i++)
		put_number(buf, (uint32_t)white[i]);
	buf_fill(buf, 0, HEAD - buf->len);
}

struct str icc_srgb(struct arena *arena)
{
	static const struct {
		char name[5];
		size_t data;
	} tags[TAGS] = {{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"chad", 3}, {"rXYZ", 4},
			{"gXYZ", 5}, {"bXYZ", 6}, {"rTRC", 7}, {"gTRC", 7}, {"bTRC", 7}};
	struct buf data = buf_new(arena, 0), buf = buf_new(arena, 0);
	size_t starts[9];
	put_data(&data, starts);
	put_head(&buf, TAG_END + data.len);
	put_number(&buf, TAGS);
	for (size_t i = 0; i < TAGS; i++) {
		size_t from = starts[tags[i].data], to = starts[tags[i].data + 1];
		buf_put(&buf, (struct str){tags[i].name, 4});
		put_number(&buf, (uint32_t)(TAG_END + from));
		put_number(&buf, (uint32_t)(to - from));
	}
	buf_put(&buf, buf_str(&data));
	return buf_str(&buf);
}
