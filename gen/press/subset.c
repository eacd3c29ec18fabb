#include "press/subset.h"

#include "base/digest.h"

enum { CODES = 0x10000, MAP_ROWS = 100 /* of a bfchar section, PDF 9.10.3 */ };

struct subset {
	struct arena *arena;
	struct font *faces[FACE__COUNT];
	struct shape *shape;
	struct deflate *deflate;
	const struct outfit *outfits[FACE__COUNT][BLOCK_MASKS];
};

/* An outfit in the making. */
struct cut {
	const struct font *font;
	uint16_t *codes;
	struct letter *letters;
	size_t count;
	bool *wanted;	   /* by glyph */
	uint16_t *numbers; /* by glyph: its number in the program */
};

static void add(struct cut *cut, uint32_t code, struct letter letter)
{
	if (!letter.glyph)
		return;
	cut->codes[cut->count] = (uint16_t)code;
	cut->letters[cut->count++] = letter;
	cut->wanted[letter.glyph] = true;
}

/* Ascending by code, because blocks interleave. */
static void collect(struct subset *subset, enum face face, unsigned blocks,
		    struct cut *cut)
{
	uint32_t next[BLOCK__COUNT];
	for (int b = 0; b < BLOCK__COUNT; b++)
		next[b] = blocks & (1u << b) ? block_next((enum block)b, 0) : UINT32_MAX;
	for (;;) {
		int least = 0;
		for (int b = 1; b < BLOCK__COUNT; b++) {
			if (next[b] < next[least])
				least = b;
		}
		if (next[least] == UINT32_MAX)
			return;
		add(cut, next[least], shape_letter(subset->shape, face, next[least]));
		next[least] = block_next((enum block)least, next[least] + 1);
	}
}

/* Glyphs that no character leads to come with the marks, for which they are made. */
static void collect_private(struct subset *subset, enum face face, struct arena *scratch,
			    struct cut *cut)
{
	bool *known = ARENA_ARRAY(scratch, bool, cut->font->nglyphs);
	for (uint32_t point = ' '; point < CODES; point++) {
		if (!shape_is_private(point))
			known[shape_letter(subset->shape, face, point).glyph] = true;
	}
	for (uint32_t glyph = 1; glyph < cut->font->nglyphs; glyph++) {
		uint16_t code = shape_private((uint16_t)glyph);
		if (code && !known[glyph])
			add(cut, code, shape_letter(subset->shape, face, code));
	}
}

static void put_hex(struct buf *buf, uint16_t code)
{
	static const char digits[] = "0123456789ABCDEF";
	buf_byte(buf, '<');
	for (int shift = 12; shift >= 0; shift -= 4)
		buf_byte(buf, digits[code >> shift & 15]);
	buf_byte(buf, '>');
}

/* Single rows, never ranges: some readers drop the high byte of a range's destination.
 * Private codes stand for themselves, so that every code of the page has a character. */
static struct str write_unicode(struct arena *arena, const struct cut *cut)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf,
		STR("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
		    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
		    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
		    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
	for (size_t i = 0; i < cut->count; i++) {
		size_t rest = cut->count - i;
		if (i % MAP_ROWS == 0) {
			buf_int(&buf, (int64_t)(rest < MAP_ROWS ? rest : MAP_ROWS));
			buf_put(&buf, STR(" beginbfchar\n"));
		}
		put_hex(&buf, cut->codes[i]);
		put_hex(&buf, cut->codes[i]);
		buf_put(&buf, i % MAP_ROWS == MAP_ROWS - 1 || rest == 1
				      ? STR("\nendbfchar\n")
				      : STR("\n"));
	}
	buf_put(&buf,
		STR("endcmap CMapName currentdict/CMap defineresource pop end end"));
	return buf_str(&buf);
}

/* The width that most codes have. */
static int usual_width(const struct cut *cut)
{
	static const int none = 1000; /* PDF's own default, 9.7.4.3 */
	size_t counts[FONT_FAR + 1] = {0}, best = 0;
	int usual = none;
	for (size_t i = 0; i < cut->count; i++) {
		int advance = cut->letters[i].advance;
		if (advance < 0 || advance > FONT_FAR || ++counts[advance] <= best)
			continue;
		best = counts[advance];
		usual = advance;
	}
	return usual;
}

/* Runs of neighbouring codes without those of the usual width: /DW 572/W[65[639 650
 * 632]67[… */
static struct str write_widths(struct arena *arena, const struct cut *cut)
{
	struct buf buf = buf_new(arena, 0);
	int usual = usual_width(cut), last = -1;
	buf_put(&buf, STR("/DW "));
	buf_int(&buf, usual);
	buf_put(&buf, STR("/W["));
	for (size_t i = 0; i < cut->count; i++) {
		if (cut->letters[i].advance == usual)
			continue;
		bool begins = last < 0 || cut->codes[i] != last + 1;
		if (begins && last >= 0)
			buf_byte(&buf, ']');
		if (begins)
			buf_int(&buf, cut->codes[i]);
		buf_byte(&buf, begins ? '[' : ' ');
		buf_int(&buf, cut->letters[i].advance);
		last = cut->codes[i];
	}
	buf_put(&buf, last < 0 ? STR("]") : STR("]]"));
	return buf_str(&buf);
}

static struct str write_glyphs(struct arena *arena, const struct cut *cut)
{
	size_t last = 0;
	for (size_t i = 0; i < cut->count; i++)
		last = cut->codes[i] > last ? cut->codes[i] : last;
	size_t length = 2 * (last + 1);
	char *map = arena_text(arena, length);
	for (size_t i = 0; i < cut->count; i++) {
		uint16_t number = cut->numbers[cut->letters[i].glyph];
		map[2 * cut->codes[i]] = (char)(number >> 8);
		map[2 * cut->codes[i] + 1] = (char)(number & 0xFF);
	}
	return (struct str){map, length};
}

/* Six letters that say which glyphs these are. */
static struct str tag(struct arena *arena, struct str program, struct str name)
{
	struct digest digest = digest_from_str(program);
	char letters[6];
	for (int i = 0; i < 6; i++)
		letters[i] = (char)('A' + digest.bytes[i] % 26);
	return str_format(arena, "%.6s+%.*s", letters, STR_ARG(name));
}

static struct outfit *make(struct subset *subset, struct arena *scratch, struct cut *cut)
{
	struct arena *arena = subset->arena;
	struct deflate *deflate = subset->deflate;
	struct outfit *outfit = ARENA_NEW(arena, struct outfit);
	struct str program = font_subset(scratch, cut->font, cut->wanted, cut->numbers);
	outfit->name = tag(arena, program, cut->font->name);
	outfit->length = program.len;
	outfit->program = deflate_pack(arena, deflate, EFFORT_FONT, program);
	outfit->glyphs =
		deflate_pack(arena, deflate, EFFORT_FONT, write_glyphs(scratch, cut));
	outfit->unicode =
		deflate_pack(arena, deflate, EFFORT_FONT, write_unicode(scratch, cut));
	outfit->widths = write_widths(arena, cut);
	return outfit;
}

struct subset *subset_new(struct arena *arena, struct font *const faces[FACE__COUNT],
			  struct shape *shape, struct deflate *deflate)
{
	struct subset *subset = ARENA_NEW(arena, struct subset);
	subset->arena = arena;
	subset->shape = shape;
	subset->deflate = deflate;
	for (int i = 0; i < FACE__COUNT; i++)
		subset->faces[i] = faces[i];
	return subset;
}

static const struct outfit *cut_out(struct subset *subset, enum face face,
				    unsigned blocks)
{
	struct arena *scratch = arena_new((size_t)512 << 10);
	size_t nglyphs = subset->faces[face]->nglyphs;
	struct cut cut = {
		.font = subset->faces[face],
		.codes = ARENA_ARRAY(scratch, uint16_t, CODES),
		.letters = ARENA_ARRAY(scratch, struct letter, CODES),
		.wanted = ARENA_ARRAY(scratch, bool, nglyphs),
		.numbers = ARENA_ARRAY(scratch, uint16_t, nglyphs),
	};
	if (blocks & (1u << BLOCK_MARKS))
		collect_private(subset, face, scratch, &cut);
	collect(subset, face, blocks, &cut);
	const struct outfit *outfit = make(subset, scratch, &cut);
	arena_free(scratch);
	return outfit;
}

const struct outfit *subset_outfit(struct subset *subset, enum face face, unsigned blocks)
{
	const struct outfit **place = &subset->outfits[face][blocks | 1u << BLOCK_ASCII];
	if (!*place)
		*place = cut_out(subset, face, blocks | 1u << BLOCK_ASCII);
	return *place;
}
