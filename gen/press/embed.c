#include "press/embed.h"

#include "press/word.h"

static void put_entry(struct buf *buf, struct str key, unsigned number)
{
	buf_put(buf, key);
	word_reference(buf, number);
}

static void put_number(struct buf *buf, struct str key, int64_t number)
{
	buf_put(buf, key);
	buf_int(buf, number);
}

static unsigned add_dictionary(struct embed *embed, const struct buf *entries)
{
	unsigned number = object_reserve(embed->objects);
	object_dictionary(embed->objects, number, buf_str(entries));
	return number;
}

static unsigned add_stream(struct embed *embed, struct str entries, struct str bytes)
{
	unsigned number = object_reserve(embed->objects);
	object_stream(embed->objects, number, entries, bytes);
	return number;
}

/* A deflated stream of these bytes, perhaps one that is there already; `length` as it was
 * before, 0 where that need not be said. */
static unsigned share_stream(struct embed *embed, struct str bytes, size_t length)
{
	for (size_t i = 0; i < embed->count; i++) {
		if (str_equal(embed->streams[i].bytes, bytes))
			return embed->streams[i].number;
	}
	struct buf entries = buf_new(embed->arena, 0);
	buf_put(&entries, STR("/Filter/FlateDecode"));
	if (length)
		put_number(&entries, STR("/Length1 "), (int64_t)length);
	unsigned number = add_stream(embed, buf_str(&entries), bytes);
	embed->streams[embed->count].bytes = bytes;
	embed->streams[embed->count++].number = number;
	return number;
}

/* PDF 9.8: flag 4 says that the font has its own encoding, flag 64 that it is italic. The
 * width of stems is not in the font; viewers use it only to choose a substitute. */
static unsigned add_descriptor(struct embed *embed, const struct font *font,
			       const struct outfit *outfit)
{
	struct buf buf = buf_new(embed->arena, 0);
	buf_put(&buf, STR("/Type/FontDescriptor/FontName/"));
	buf_put(&buf, outfit->name);
	put_number(&buf, STR("/Flags "), font->angle ? 4 + 64 : 4);
	for (int i = 0; i < 4; i++)
		put_number(&buf, i ? STR(" ") : STR("/FontBBox["), font->box[i]);
	put_number(&buf, STR("]/ItalicAngle "), font->angle);
	put_number(&buf, STR("/Ascent "), font->ascent);
	put_number(&buf, STR("/Descent "), -font->descent);
	put_number(&buf, STR("/CapHeight "), font->cap_height);
	put_number(&buf, STR("/StemV "), font->weight > 500 ? 140 : 80);
	put_entry(&buf, STR("/FontFile2 "),
		  share_stream(embed, outfit->program, outfit->length));
	return add_dictionary(embed, &buf);
}

static unsigned add_descendant(struct embed *embed, const struct font *font,
			       const struct outfit *outfit)
{
	struct buf buf = buf_new(embed->arena, 0);
	buf_put(&buf, STR("/Type/Font/Subtype/CIDFontType2/BaseFont/"));
	buf_put(&buf, outfit->name);
	buf_put(&buf,
		STR("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"));
	buf_put(&buf, outfit->widths);
	put_entry(&buf, STR("/FontDescriptor "), add_descriptor(embed, font, outfit));
	put_entry(&buf, STR("/CIDToGIDMap "), share_stream(embed, outfit->glyphs, 0));
	return add_dictionary(embed, &buf);
}

struct embed embed_new(struct arena *arena, struct objects *objects)
{
	return (struct embed){.arena = arena, .objects = objects};
}

unsigned embed_font(struct embed *embed, const struct font *font,
		    const struct outfit *outfit)
{
	struct buf buf = buf_new(embed->arena, 0);
	buf_put(&buf, STR("/Type/Font/Subtype/Type0/BaseFont/"));
	buf_put(&buf, outfit->name);
	buf_put(&buf, STR("/Encoding/Identity-H"));
	put_entry(&buf, STR("/DescendantFonts["), add_descendant(embed, font, outfit));
	put_entry(&buf, STR("]/ToUnicode "), share_stream(embed, outfit->unicode, 0));
	return add_dictionary(embed, &buf);
}
