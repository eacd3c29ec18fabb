#include "press/jpeg.h"

#include "base/limits.h"

/* Markers, behind 0xFF (ITU-T T.81, table B.1). */
enum {
	STUFFED = 0x00,
	BASELINE = 0xC0,
	EXTENDED = 0xC1,
	PROGRESSIVE = 0xC2,
	LAST_FRAME = 0xCF,
	HUFFMAN_TABLES = 0xC4,
	RESERVED = 0xC8,
	ARITHMETIC_TABLES = 0xCC,
	FIRST_RESTART = 0xD0,
	LAST_RESTART = 0xD7,
	IMAGE_START = 0xD8,
	IMAGE_END = 0xD9,
	SCAN = 0xDA,
	QUANTIZATION_TABLES = 0xDB,
	RESTART_INTERVAL = 0xDD,
	JFIF = 0xE0,
	EXIF = 0xE1,
	ADOBE = 0xEE
};

#define UPRIGHT 1	   /* EXIF's orientation of a picture that need not be turned */
#define ORIENTATION 0x0112 /* its tag */

struct walker {
	struct str bytes;
	size_t at;
	struct buf kept;
	struct jpeg *jpeg;
	struct str fault;
	size_t scans;
	bool ended;
};

static const struct str damaged = STR_LIT("it is damaged");
static const struct str unreadable =
	STR_LIT("it is coded in a way that readers of PDF do not know");

static unsigned byte_at(struct str bytes, size_t at)
{
	return (unsigned char)bytes.at[at];
}

static unsigned word_at(struct str bytes, size_t at)
{
	return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

static bool refuse(struct walker *walker, struct str fault)
{
	walker->fault = fault;
	return false;
}

static void keep(struct walker *walker, size_t from, size_t to)
{
	buf_put(&walker->kept, str_slice(walker->bytes, from, to));
}

/* ---- what segments say ---- */

static bool read_frame(struct walker *walker, unsigned marker, struct str segment)
{
	struct jpeg *jpeg = walker->jpeg;
	if (marker > PROGRESSIVE)
		return refuse(walker, unreadable);
	if (jpeg->colours || segment.len < 6)
		return refuse(walker, damaged);
	if (byte_at(segment, 0) != 8)
		return refuse(walker, STR("it has more than eight bits a colour"));
	jpeg->height = word_at(segment, 1);
	jpeg->width = word_at(segment, 3);
	jpeg->colours = byte_at(segment, 5);
	if (jpeg->colours == 4)
		return refuse(walker, STR("it is in CMYK: save it in RGB"));
	if (jpeg->colours != 1 && jpeg->colours != 3)
		return refuse(walker, unreadable);
	if (!jpeg->height || !jpeg->width || segment.len != 6 + 3 * jpeg->colours)
		return refuse(walker, damaged);
	if ((uint64_t)jpeg->height * jpeg->width > LIMIT_LOGO_PIXELS)
		return refuse(walker, STR("it has too many pixels"));
	return true;
}

/* Numbers in EXIF data stand in one of two orders. */
static unsigned exif_word(struct str tiff, size_t at, bool little)
{
	unsigned word = word_at(tiff, at);
	return little ? (word >> 8 | (word & 0xFF) << 8) : word;
}

/* The orientation that EXIF data ask for; UPRIGHT when they say nothing. */
static unsigned orientation(struct str segment)
{
	struct str tiff = str_slice(segment, 6, segment.len);
	if (!str_starts(segment, (struct str){"Exif\0\0", 6}) || tiff.len < 10)
		return UPRIGHT;
	bool little = str_starts(tiff, STR("II"));
	size_t table = (size_t)exif_word(tiff, little ? 4 : 6, little);
	if (table + 2 > tiff.len)
		return UPRIGHT;
	unsigned entries = exif_word(tiff, table, little);
	for (size_t at = table + 2; entries > 0 && at + 12 <= tiff.len;
	     at += 12, entries--)
		if (exif_word(tiff, at, little) == ORIENTATION)
			return exif_word(tiff, at + 8, little);
	return UPRIGHT;
}

static bool is_frame(unsigned marker)
{
	return marker >= BASELINE && marker <= LAST_FRAME && marker != HUFFMAN_TABLES &&
	       marker != RESERVED && marker != ARITHMETIC_TABLES;
}

static bool is_wanted(unsigned marker, struct str segment)
{
	if (marker == JFIF)
		return str_starts(segment, STR("JFIF"));
	return is_frame(marker) || marker == HUFFMAN_TABLES || marker == SCAN ||
	       marker == QUANTIZATION_TABLES || marker == RESTART_INTERVAL ||
	       marker == ADOBE;
}

/* ---- walking ---- */

/* Past the coded data of a scan, to the next marker. */
static void walk_scan(struct walker *walker)
{
	struct str bytes = walker->bytes;
	size_t from = walker->at;
	while (walker->at + 1 < bytes.len) {
		unsigned next = byte_at(bytes, walker->at + 1);
		bool inside = byte_at(bytes, walker->at) != 0xFF || next == STUFFED ||
			      (next >= FIRST_RESTART && next <= LAST_RESTART);
		if (!inside)
			break;
		walker->at += byte_at(bytes, walker->at) == 0xFF ? 2 : 1;
	}
	keep(walker, from, walker->at);
	walker->scans++;
}

static bool read_segment(struct walker *walker, unsigned marker, struct str segment)
{
	if (is_frame(marker))
		return read_frame(walker, marker, segment);
	if (marker == RESERVED || marker == ARITHMETIC_TABLES)
		return refuse(walker, unreadable);
	if (marker == EXIF && orientation(segment) != UPRIGHT)
		return refuse(walker, STR("it is turned only by a note in its EXIF data: "
					  "save it upright"));
	if (marker == SCAN && !walker->jpeg->colours)
		return refuse(walker, damaged);
	return true;
}

/* From one marker to the next. */
static bool step(struct walker *walker)
{
	struct str bytes = walker->bytes;
	size_t from = walker->at;
	while (walker->at + 2 < bytes.len && byte_at(bytes, walker->at) == 0xFF &&
	       byte_at(bytes, walker->at + 1) == 0xFF)
		walker->at = ++from; /* fill bytes */
	if (from + 2 > bytes.len || byte_at(bytes, from) != 0xFF)
		return refuse(walker, damaged);
	unsigned marker = byte_at(bytes, from + 1);
	walker->at += 2;
	walker->ended = marker == IMAGE_END;
	if (walker->ended) {
		keep(walker, from, walker->at);
		return true;
	}
	size_t length = from + 4 <= bytes.len ? word_at(bytes, from + 2) : 0;
	if (marker < BASELINE || (marker >= FIRST_RESTART && marker <= IMAGE_START) ||
	    length < 2 || walker->at + length > bytes.len)
		return refuse(walker, damaged);
	struct str segment = str_slice(bytes, from + 4, walker->at + length);
	walker->at += length;
	if (!read_segment(walker, marker, segment))
		return false;
	if (is_wanted(marker, segment))
		keep(walker, from, walker->at);
	if (marker == SCAN)
		walk_scan(walker);
	return true;
}

bool jpeg_is_one(struct str bytes)
{
	return str_starts(bytes, STR("\xFF\xD8\xFF"));
}

bool jpeg_read(struct arena *arena, struct str bytes, struct jpeg *jpeg,
	       struct str *fault)
{
	struct walker walker = {.bytes = bytes, .at = 2, .jpeg = jpeg};
	walker.kept = buf_new(arena, bytes.len);
	*jpeg = (struct jpeg){0};
	keep(&walker, 0, 2);
	bool sound = true;
	while (sound && !walker.ended)
		sound = step(&walker);
	if (sound && !walker.scans)
		sound = refuse(&walker, damaged);
	jpeg->bytes = buf_str(&walker.kept);
	*fault = walker.fault;
	return sound;
}
