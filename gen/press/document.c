#include "press/document.h"

#include <inttypes.h>
#include <string.h>

#include "press/content.h"
#include "press/embed.h"
#include "press/guide.h"
#include "press/image.h"
#include "press/metadata.h"
#include "press/object.h"
#include "press/structure.h"
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
	unsigned resources;
	struct structure *structure;
	/* What the identifier covers besides pages. */
	struct str information, elements;
	struct buf names; /* of the fonts and the picture */
};

static void write_contents(struct making *making, struct notices *notices)
{
	const struct layout *layout = making->layout;
	making->contents = ARENA_ARRAY(making->arena, struct str, layout->npages);
	for (size_t i = 0; i < layout->npages; i++) {
		struct str words =
			content_write(making->arena, layout, i, making->structure,
				      making->workshop->slugs, &making->touched, notices);
		making->contents[i] = deflate_pack(
			making->arena, making->workshop->deflate, EFFORT_PAGE, words);
	}
}

static void put_picture(struct making *making, struct buf *entries)
{
	const struct image *image = making->touched.image;
	if (!image)
		return;
	put_entry(entries, STR("/XObject<</I0 "), image_embed(making->objects, image));
	buf_put(entries, STR(">>"));
	buf_put(&making->names, image_name(image));
}

/* An object of its own, which every page names itself: PDF/A lets none inherit. */
static void add_resources(struct making *making)
{
	const struct workshop *workshop = making->workshop;
	struct embed embed = embed_new(making->arena, making->objects);
	struct buf buf = buf_new(making->arena, 0), *entries = &buf;
	buf_put(entries, STR("/Font<<"));
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
	buf_put(entries, STR(">>"));
	put_picture(making, entries);
	making->resources = object_reserve(making->objects);
	object_dictionary(making->objects, making->resources, buf_str(&buf));
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
	put_entry(&buf, STR("/Resources "), making->resources);
	if (layout->nelements) {
		buf_put(&buf, STR("/Tabs/S/StructParents "));
		buf_int(&buf, (int64_t)index);
	}
	guide_links(making->arena, making->objects, layout, index, making->structure,
		    &buf);
	object_dictionary(making->objects, number, buf_str(&buf));
	return number;
}

/* The tree is one root; the size is inherited from it by every page. */
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
	add_resources(making);
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
	making->elements =
		structure_write(making->structure, making->objects, making->pages, &buf);
	metadata_packet(making->arena, making->objects, making->meta, &buf);
	metadata_colours(making->arena, making->objects, making->workshop->colours, &buf);
	object_dictionary(making->objects, OBJECT_CATALOG, buf_str(&buf));
}

static uint64_t mix(uint64_t from, uint64_t word)
{
	from = (from ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return from ^ from >> 32;
}

/* In the order of the file: the same on every machine. */
static uint64_t eight(const unsigned char *b)
{
	uint32_t low =
		b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
	uint32_t high =
		b[4] | (uint32_t)b[5] << 8 | (uint32_t)b[6] << 16 | (uint32_t)b[7] << 24;
	return low | (uint64_t)high << 32;
}

static uint64_t hash(uint64_t from, struct str bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.at;
	uint64_t other = ~from; /* two chains at a time wait less than one */
	size_t rest = bytes.len % 16;
	unsigned char last[16] = {0};
	size_t whole = bytes.len - rest;
	for (size_t i = 0; i < whole; i += 16) {
		from = mix(from, eight(at + i));
		other = mix(other, eight(at + i + 8));
	}
	if (rest) {
		memcpy(last, at + whole, rest);
		from = mix(from, eight(last));
		other = mix(other, eight(last + 8));
	}
	return (mix(from, other) ^ bytes.len) * UINT64_C(0x9E3779B97F4A7C15);
}

/* An identifier that depends on everything the document says and on nothing else: no more
 * is asked of it (PDF 14.4), so a quick hash will do. */
static void add_identifier(struct making *making)
{
	uint64_t said = hash(UINT64_C(0xCBF29CE484222325), making->information), drawn;
	said = hash(said, making->meta->language);
	said = hash(said, making->elements);
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
				.structure = structure_new(arena, layout),
				.names = buf_new(arena, 0)};
	size_t errors = notices->errors;
	write_contents(&making, notices);
	if (notices->errors > errors)
		return (struct str){"", 0};
	making.objects = object_open(arena);
	add_pages(&making);
	add_catalog(&making);
	making.information = metadata_information(arena, making.objects, meta);
	add_identifier(&making);
	return object_save(making.objects);
}
