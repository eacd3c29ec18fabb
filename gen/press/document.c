#include "press/document.h"

#include <inttypes.h>

#include "press/content.h"
#include "press/embed.h"
#include "press/guide.h"
#include "press/object.h"
#include "press/word.h"

static void put_entry(struct buf *buf, struct str key, unsigned number)
{
	buf_put(buf, key);
	word_reference(buf, number);
}

/* A document in the making. */
struct making {
	struct arena *arena;
	const struct workshop *workshop;
	const struct layout *layout;
	const struct meta *meta;
	struct objects *objects;
	struct str *contents; /* by page, deflated */
	unsigned *pages;      /* by page: its object */
	struct touched touched;
	struct buf names; /* of the fonts: what the identifier covers besides pages */
};

static void write_contents(struct making *making, struct notices *notices)
{
	const struct layout *layout = making->layout;
	making->contents = ARENA_ARRAY(making->arena, struct str, layout->npages);
	for (size_t i = 0; i < layout->npages; i++) {
		struct str words =
			content_write(making->arena, &layout->pages[i], layout->height,
				      making->workshop->shape, &making->touched, notices);
		making->contents[i] = deflate_pack(
			making->arena, making->workshop->deflate, EFFORT_PAGE, words);
	}
}

static void put_fonts(struct making *making, struct buf *entries)
{
	const struct workshop *workshop = making->workshop;
	struct embed embed = embed_new(making->arena, making->objects);
	buf_put(entries, STR("/Resources<</Font<<"));
	for (int face = 0; face < FACE__COUNT; face++) {
		unsigned blocks = making->touched.blocks[face];
		if (!blocks)
			continue;
		const struct outfit *outfit =
			subset_outfit(workshop->subset, (enum face)face, blocks);
		unsigned number = embed_font(&embed, workshop->faces[face], outfit);
		buf_put(entries, STR("/F"));
		buf_int(entries, face);
		put_entry(entries, STR(" "), number);
		buf_put(&making->names, outfit->name);
	}
	buf_put(entries, STR(">>>>"));
}

static unsigned add_page(struct making *making, size_t index)
{
	const struct layout *layout = making->layout;
	unsigned number = object_reserve(making->objects);
	struct buf buf = buf_new(making->arena, 0);
	put_entry(&buf, STR("/Type/Page/Parent "), OBJECT_PAGES);
	unsigned content = object_reserve(making->objects);
	object_stream(making->objects, content, STR("/Filter/FlateDecode"),
		      making->contents[index]);
	put_entry(&buf, STR("/Contents "), content);
	guide_links(making->arena, making->objects, &layout->pages[index], layout->height,
		    &buf);
	object_dictionary(making->objects, number, buf_str(&buf));
	return number;
}

/* The tree is one root; size and fonts are inherited from it by every page. */
static void add_pages(struct making *making)
{
	const struct layout *layout = making->layout;
	making->pages = ARENA_ARRAY(making->arena, unsigned, layout->npages);
	struct buf buf = buf_new(making->arena, 0);
	buf_put(&buf, STR("/Type/Pages/MediaBox[0 0 "));
	word_length(&buf, layout->width);
	buf_byte(&buf, ' ');
	word_length(&buf, layout->height);
	buf_byte(&buf, ']');
	put_fonts(making, &buf);
	buf_put(&buf, STR("/Kids["));
	for (size_t i = 0; i < layout->npages; i++) {
		making->pages[i] = add_page(making, i);
		put_entry(&buf, i ? STR(" ") : STR(""), making->pages[i]);
	}
	buf_put(&buf, STR("]/Count "));
	buf_int(&buf, (int64_t)layout->npages);
	object_dictionary(making->objects, OBJECT_PAGES, buf_str(&buf));
}

static void add_catalog(struct making *making)
{
	struct buf buf = buf_new(making->arena, 0);
	put_entry(&buf, STR("/Type/Catalog/Pages "), OBJECT_PAGES);
	if (making->meta->language.len) {
		buf_put(&buf, STR("/Lang"));
		word_text(&buf, making->meta->language);
	}
	buf_put(&buf, STR("/ViewerPreferences<</DisplayDocTitle true>>"));
	if (making->layout->npages > 1)
		guide_marks(making->arena, making->objects, making->layout, making->pages,
			    &buf);
	object_dictionary(making->objects, OBJECT_CATALOG, buf_str(&buf));
}

static void put_text(struct buf *buf, struct str key, struct str text)
{
	if (text.len == 0)
		return;
	buf_put(buf, key);
	word_text(buf, text);
}

static void put_day(struct buf *buf, struct civil_day day)
{
	const int numbers[] = {day.year / 100, day.year % 100, day.month, day.day};
	buf_put(buf, STR("/CreationDate(D:"));
	for (int i = 0; i < 4; i++) {
		buf_byte(buf, (char)('0' + numbers[i] / 10 % 10));
		buf_byte(buf, (char)('0' + numbers[i] % 10));
	}
	buf_put(buf, STR("000000Z)"));
}

static struct str add_information(struct making *making)
{
	const struct meta *meta = making->meta;
	struct buf buf = buf_new(making->arena, 0);
	put_text(&buf, STR("/Title"), meta->title);
	put_text(&buf, STR("/Author"), meta->author);
	put_text(&buf, STR("/Subject"), meta->subject);
	put_text(&buf, STR("/Creator"), meta->producer);
	put_text(&buf, STR("/Producer"), meta->producer);
	put_day(&buf, meta->date);
	object_dictionary(making->objects, OBJECT_INFO, buf_str(&buf));
	return buf_str(&buf);
}

/* FNV-1a: the same on every machine. */
static uint64_t hash(uint64_t from, struct str bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		from = (from ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001B3);
	return from;
}

/* An identifier that depends on everything the document says and on nothing else: no more
 * is asked of it (PDF 14.4), so a quick hash will do. */
static void add_identifier(struct making *making, struct str information)
{
	uint64_t said = hash(UINT64_C(0xCBF29CE484222325), information), drawn;
	said = hash(said, buf_str(&making->names));
	drawn = said;
	for (size_t i = 0; i < making->layout->npages; i++)
		drawn = hash(drawn, making->contents[i]);
	struct str entries = str_format(
		making->arena, "/ID[<%016" PRIx64 "%016" PRIx64 ">", said, drawn);
	struct buf buf = buf_new(making->arena, 0);
	buf_put(&buf, entries);
	buf_put(&buf, str_slice(entries, 4, entries.len));
	buf_byte(&buf, ']');
	object_dictionary(making->objects, OBJECT_TRAILER, buf_str(&buf));
}

struct str document_bytes(struct arena *arena, const struct workshop *workshop,
			  const struct layout *layout, const struct meta *meta,
			  struct notices *notices)
{
	struct making making = {.arena = arena,
				.workshop = workshop,
				.layout = layout,
				.meta = meta,
				.names = buf_new(arena, 0)};
	size_t errors = notices->errors;
	write_contents(&making, notices);
	if (notices->errors > errors)
		return (struct str){"", 0};
	making.objects = object_open(arena);
	add_pages(&making);
	add_catalog(&making);
	add_identifier(&making, add_information(&making));
	return object_save(making.objects);
}
