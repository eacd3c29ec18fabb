#include "press/sfnt.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum {
	HEAD_LENGTH = 54,
	HHEA_LENGTH = 36,
	MAXP_LENGTH = 32,
	OS2_LENGTH = 68, /* of the oldest version */
	DIRECTORY = 12,	 /* before the first entry ... */
	ENTRY = 16,	 /* ... and each of them */
	EM_LEAST = 16,
	EM_MOST = 16384,
	ADJUSTMENT = 8 /* of 'head': counts as zero in its own sum */
};

#define MAGIC 0x5F0F3CF5u

/* fsType of 'OS/2'. The least restrictive of the first three counts. */
enum {
	MAY_NOT = 0x0002,
	MAY_PRINT = 0x0004,
	MAY_EDIT = 0x0008,
	WHOLE_ONLY = 0x0100,
	PICTURES_ONLY = 0x0200
};

static const struct str tags[SFNT_TABLE__COUNT] = {
	[SFNT_CMAP] = STR_LIT("cmap"), [SFNT_GLYF] = STR_LIT("glyf"),
	[SFNT_HEAD] = STR_LIT("head"), [SFNT_HHEA] = STR_LIT("hhea"),
	[SFNT_HMTX] = STR_LIT("hmtx"), [SFNT_LOCA] = STR_LIT("loca"),
	[SFNT_MAXP] = STR_LIT("maxp"), [SFNT_OS2] = STR_LIT("OS/2"),
	[SFNT_GDEF] = STR_LIT("GDEF"), [SFNT_GPOS] = STR_LIT("GPOS"),
	[SFNT_GSUB] = STR_LIT("GSUB"), [SFNT_KERN] = STR_LIT("kern"),
	[SFNT_NAME] = STR_LIT("name"), [SFNT_POST] = STR_LIT("post"),
};

/* What is given for a font now and then, by its first bytes. */
struct kind {
	struct str start, what;
};

static const struct kind kinds[] = {
	{STR_LIT("OTTO"), STR_LIT("it is an OpenType font with PostScript outlines")},
	{STR_LIT("ttcf"), STR_LIT("it is a collection of several fonts")},
	{STR_LIT("wOFF"), STR_LIT("it is a web font (WOFF)")},
	{STR_LIT("wOF2"), STR_LIT("it is a web font (WOFF2)")},
	{STR_LIT("typ1"), STR_LIT("it is a PostScript font (Type 1)")},
	{STR_LIT("\x80\x01"), STR_LIT("it is a PostScript font (Type 1)")},
	{STR_LIT("%!PS-"), STR_LIT("it is a PostScript font (Type 1)")},
	{STR_LIT("%!Font"), STR_LIT("it is a PostScript font (Type 1)")},
	{STR_LIT("PK\x03\x04"), STR_LIT("it is an archive, which may hold a font")},
	{STR_LIT("version https://git-lfs"),
	 STR_LIT("it is a pointer of Git LFS: fetch the file itself")},
};

/* Tables of fonts that have a glyf table and are of another kind all the same. */
static const struct kind strangers[] = {
	{STR_LIT("fvar"), STR_LIT("it is a variable font: take one of its fixed styles")},
	{STR_LIT("CFF "), STR_LIT("it is an OpenType font with PostScript outlines")},
	{STR_LIT("CFF2"), STR_LIT("it is an OpenType font with PostScript outlines")},
};

struct reader {
	struct arena *arena;
	struct sfnt *sfnt;
	struct str why;
	enum sfnt_fault fault;
};

unsigned sfnt_byte(struct str table, size_t at)
{
	return (unsigned char)table.at[at];
}

unsigned sfnt_word(struct str table, size_t at)
{
	return sfnt_byte(table, at) << 8 | sfnt_byte(table, at + 1);
}

int sfnt_signed(struct str table, size_t at)
{
	int word = (int)sfnt_word(table, at);
	return word < 0x8000 ? word : word - 0x10000;
}

uint32_t sfnt_long(struct str table, size_t at)
{
	return (uint32_t)sfnt_word(table, at) << 16 | sfnt_word(table, at + 2);
}

static bool refuse(struct reader *reader, enum sfnt_fault fault, struct str why)
{
	reader->fault = fault;
	reader->why = why;
	return false;
}

static bool refuse_table(struct reader *reader, enum sfnt_table table, const char *what)
{
	return refuse(reader, SFNT_DAMAGED,
		      str_format(reader->arena, "its table '%.*s' %s",
				 STR_ARG(tags[table]), what));
}

/* ---- the file ---- */

static bool is_truetype(struct reader *reader, struct str bytes)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_starts(bytes, kinds[i].start))
			return refuse(reader, SFNT_FOREIGN, kinds[i].what);
	if (str_starts(bytes, STR("\0\1\0\0")) || str_starts(bytes, STR("true")))
		return true;
	return refuse(reader, SFNT_FOREIGN, STR("it is no font"));
}

/* Long by long; what the last one lacks is zero. */
static uint32_t add_up(enum sfnt_table kind, struct str table)
{
	uint32_t sum = 0;
	for (size_t i = 0; i < table.len; i++) {
		bool counts = kind != SFNT_HEAD || i < ADJUSTMENT || i >= ADJUSTMENT + 4;
		if (counts)
			sum += (uint32_t)sfnt_byte(table, i) << (24 - 8 * (i % 4));
	}
	return sum;
}

/* A table that is not read may be whatever it is. */
static bool take_table(struct reader *reader, struct str tag, uint32_t sum,
		       struct str bytes)
{
	for (size_t i = 0; i < COUNT(strangers); i++)
		if (str_equal(tag, strangers[i].start))
			return refuse(reader, SFNT_FOREIGN, strangers[i].what);
	for (enum sfnt_table table = 0; table < SFNT_TABLE__COUNT; table++) {
		if (!str_equal(tag, tags[table]))
			continue;
		reader->sfnt->tables[table] = bytes;
		if (add_up(table, bytes) != sum)
			return refuse_table(reader, table,
					    "does not add up to the sum kept with it");
	}
	return true;
}

static bool read_directory(struct reader *reader, struct str bytes)
{
	const struct str cut = STR("it ends too early");
	if (bytes.len < DIRECTORY)
		return refuse(reader, SFNT_DAMAGED, cut);
	size_t count = sfnt_word(bytes, 4), end = DIRECTORY + ENTRY * count;
	struct str last = {"", 0};
	if (bytes.len < end)
		return refuse(reader, SFNT_DAMAGED, cut);
	for (size_t at = DIRECTORY; at < end; at += ENTRY) {
		struct str tag = str_slice(bytes, at, at + 4);
		size_t from = sfnt_long(bytes, at + 8);
		size_t length = sfnt_long(bytes, at + 12);
		if (str_compare(last, tag) >= 0)
			return refuse(reader, SFNT_DAMAGED,
				      STR("its tables are not in their order"));
		if (from < end || from > bytes.len || length > bytes.len - from)
			return refuse(reader, SFNT_DAMAGED, cut);
		if (!take_table(reader, tag, sfnt_long(bytes, at + 4),
				str_slice(bytes, from, from + length)))
			return false;
		last = tag;
	}
	return true;
}

static bool has_tables(struct reader *reader)
{
	for (enum sfnt_table table = 0; table < SFNT_NEEDED; table++)
		if (!reader->sfnt->tables[table].len)
			return refuse_table(reader, table, "is missing or empty");
	return true;
}

/* ---- its tables ---- */

static bool read_head(struct reader *reader)
{
	struct str head = reader->sfnt->tables[SFNT_HEAD];
	if (head.len < HEAD_LENGTH || sfnt_long(head, 12) != MAGIC)
		return refuse_table(reader, SFNT_HEAD, "is not one");
	unsigned em = sfnt_word(head, 18), offsets = sfnt_word(head, 50);
	if (em < EM_LEAST || em > EM_MOST)
		return refuse_table(reader, SFNT_HEAD, "gives no possible size");
	if (offsets > 1 || sfnt_word(head, 52) != 0)
		return refuse_table(reader, SFNT_HEAD, "names an unknown form of glyphs");
	reader->sfnt->long_offsets = offsets == 1;
	return true;
}

static bool read_maxp(struct reader *reader)
{
	struct str maxp = reader->sfnt->tables[SFNT_MAXP];
	if (maxp.len < MAXP_LENGTH || sfnt_long(maxp, 0) != 0x10000)
		return refuse_table(reader, SFNT_MAXP, "is not one of TrueType outlines");
	reader->sfnt->nglyphs = sfnt_word(maxp, 4);
	return reader->sfnt->nglyphs > 0 ||
	       refuse_table(reader, SFNT_MAXP, "counts no glyphs");
}

static bool read_metrics(struct reader *reader)
{
	struct str hhea = reader->sfnt->tables[SFNT_HHEA];
	struct str hmtx = reader->sfnt->tables[SFNT_HMTX];
	if (hhea.len < HHEA_LENGTH || sfnt_signed(hhea, 4) <= 0)
		return refuse_table(reader, SFNT_HHEA, "is not one");
	size_t full = sfnt_word(hhea, 34), all = reader->sfnt->nglyphs;
	if (full == 0 || full > all)
		return refuse_table(reader, SFNT_HHEA, "counts other widths than glyphs");
	if (hmtx.len < 4 * full + 2 * (all - full))
		return refuse_table(reader, SFNT_HMTX, "is too short for its glyphs");
	return true;
}

/* Platform 3 is Windows: encoding 0 signs, 1 and 10 Unicode; platform 0 is Unicode, whose
 * encoding 5 has variants alone. */
static bool read_characters(struct reader *reader)
{
	struct str cmap = reader->sfnt->tables[SFNT_CMAP];
	size_t count = cmap.len < 4 ? 0 : sfnt_word(cmap, 2);
	bool unicode = false, signs = false;
	if (count == 0 || cmap.len < 4 + 8 * count)
		return refuse_table(reader, SFNT_CMAP, "is not one");
	for (size_t at = 4; at < 4 + 8 * count; at += 8) {
		unsigned platform = sfnt_word(cmap, at),
			 encoding = sfnt_word(cmap, at + 2);
		if (sfnt_long(cmap, at + 4) > cmap.len - 4)
			return refuse_table(reader, SFNT_CMAP, "leads out of itself");
		unicode |= platform == 0 && encoding != 5;
		unicode |= platform == 3 && (encoding == 1 || encoding == 10);
		signs |= platform == 3 && encoding == 0;
	}
	if (unicode)
		return true;
	return refuse(reader, SFNT_FOREIGN,
		      signs ? STR("it is a font of signs, not of letters")
			    : STR("it does not say which Unicode characters it has"));
}

static bool read_permission(struct reader *reader)
{
	struct str os2 = reader->sfnt->tables[SFNT_OS2];
	if (os2.len < OS2_LENGTH)
		return refuse_table(reader, SFNT_OS2, "is not one");
	unsigned permission = sfnt_word(os2, 8);
	if ((permission & MAY_NOT) && !(permission & (MAY_PRINT | MAY_EDIT)))
		return refuse(reader, SFNT_FORBIDDEN,
			      STR("its makers do not allow it in a document"));
	if (permission & WHOLE_ONLY)
		return refuse(reader, SFNT_FORBIDDEN,
			      STR("its makers do not allow a part of it in a document"));
	if (permission & PICTURES_ONLY)
		return refuse(reader, SFNT_FORBIDDEN,
			      STR("its makers do not allow its outlines in a document"));
	return true;
}

enum sfnt_fault sfnt_read(struct arena *arena, struct str bytes, struct sfnt *sfnt,
			  struct str *why)
{
	struct reader reader = {.arena = arena, .sfnt = sfnt};
	*sfnt = (struct sfnt){.nglyphs = 0};
	bool sound = is_truetype(&reader, bytes) && read_directory(&reader, bytes) &&
		     has_tables(&reader) && read_head(&reader) && read_maxp(&reader) &&
		     read_metrics(&reader) && read_characters(&reader) &&
		     read_permission(&reader);
	*why = sound ? STR("") : reader.why;
	return reader.fault;
}
