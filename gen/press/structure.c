#include "press/structure.h"

#include "press/ink.h"
#include "press/word.h"

/* What an element holds, in reading order. */
enum kid_kind { KID_ELEMENT, KID_MARK, KID_ANNOTATION };

struct kid {
	enum kid_kind kind;
	unsigned number; /* index of an element, MCID, or object */
	uint32_t page;
	uint32_t next; /* index of a kid; 0: none */
};

struct node {
	uint32_t first, last; /* kids; 0: none */
	unsigned object;
};

/* By key: which elements a page's pieces, or an annotation, belong to. */
struct owners {
	uint32_t *at;
	size_t count, room;
};

struct structure {
	struct arena *arena;
	const struct layout *layout;
	struct node *nodes;
	struct kid *kids; /* of all elements, from 1 */
	uint32_t nkids;
	unsigned root;	 /* the tree's object */
	uint32_t placed; /* elements before it are in their parents */
	struct owners *pages, annotations;
	/* Objects shared by all cells that say the same: the scopes of heads. */
	unsigned scopes[TAG__COUNT];
};

static const struct str types[TAG__COUNT] = {
	[TAG_DOCUMENT] = STR_LIT("Document"),
	[TAG_SECTION] = STR_LIT("Sect"),
	[TAG_HEADING] = STR_LIT("H1"),
	[TAG_PARAGRAPH] = STR_LIT("P"),
	[TAG_LIST] = STR_LIT("L"),
	[TAG_NUMBERED_LIST] = STR_LIT("L"),
	[TAG_ITEM] = STR_LIT("LI"),
	[TAG_LABEL] = STR_LIT("Lbl"),
	[TAG_BODY] = STR_LIT("LBody"),
	[TAG_TABLE] = STR_LIT("Table"),
	[TAG_ROW] = STR_LIT("TR"),
	[TAG_COLUMN_HEAD] = STR_LIT("TH"),
	[TAG_ROW_HEAD] = STR_LIT("TH"),
	[TAG_CELL] = STR_LIT("TD"),
	[TAG_FIGURE] = STR_LIT("Figure"),
	[TAG_LINK] = STR_LIT("Link"),
};

static const struct str headings[] = {STR_LIT("H1"), STR_LIT("H2"), STR_LIT("H3"),
				      STR_LIT("H4"), STR_LIT("H5"), STR_LIT("H6")};

/* Attributes that depend on the tag alone (PDF 14.8.5). */
static const struct str attributes[TAG__COUNT] = {
	[TAG_LIST] = STR_LIT("/O/List/ListNumbering/Disc"),
	[TAG_NUMBERED_LIST] = STR_LIT("/O/List/ListNumbering/Decimal"),
	[TAG_COLUMN_HEAD] = STR_LIT("/O/Table/Scope/Column"),
	[TAG_ROW_HEAD] = STR_LIT("/O/Table/Scope/Row"),
};

/* Every element is somebody's kid, and every frame at most one piece. */
static size_t most_kids(const struct layout *layout)
{
	size_t most = 1 + layout->nelements;
	for (size_t i = 0; i < layout->npages; i++)
		most += layout->pages[i].nframes;
	return most;
}

struct structure *structure_new(struct arena *arena, const struct layout *layout)
{
	struct structure *structure = ARENA_NEW(arena, struct structure);
	structure->arena = arena;
	structure->layout = layout;
	structure->nodes = ARENA_ARRAY(arena, struct node, layout->nelements);
	structure->kids = ARENA_ARRAY(arena, struct kid, most_kids(layout));
	structure->pages = ARENA_ARRAY(arena, struct owners, layout->npages);
	structure->placed = 1;
	return structure;
}

struct str structure_type(const struct structure *structure, uint32_t element)
{
	const struct element *at = &structure->layout->elements[element];
	bool deep = at->tag == TAG_HEADING && at->level > 1 && at->level <= 6;
	return deep ? headings[at->level - 1] : types[at->tag];
}

static void add_kid(struct structure *structure, uint32_t element, enum kid_kind kind,
		    unsigned number, size_t page)
{
	struct node *node = &structure->nodes[element];
	uint32_t new = ++structure->nkids;
	structure->kids[new] =
		(struct kid){.kind = kind, .number = number, .page = (uint32_t)page};
	if (node->last)
		structure->kids[node->last].next = new;
	else
		node->first = new;
	node->last = new;
}

/* Elements begin in reading order, so one that has content is preceded by all before it.
 */
static void place(struct structure *structure, size_t upto)
{
	for (; structure->placed < upto; structure->placed++) {
		uint32_t parent = structure->layout->elements[structure->placed].parent;
		add_kid(structure, parent, KID_ELEMENT, structure->placed, 0);
	}
}

static unsigned add_owner(struct structure *structure, struct owners *owners,
			  uint32_t element)
{
	if (owners->count == owners->room) {
		size_t wanted = owners->room ? owners->room * 2 : 64;
		owners->at = arena_grow(structure->arena, owners->at, owners->room,
					wanted, sizeof *owners->at);
		owners->room = wanted;
	}
	owners->at[owners->count] = element;
	return (unsigned)owners->count++;
}

unsigned structure_mark(struct structure *structure, uint32_t element, size_t page)
{
	place(structure, (size_t)element + 1);
	unsigned number = add_owner(structure, &structure->pages[page], element);
	add_kid(structure, element, KID_MARK, number, page);
	return number;
}

unsigned structure_attach(struct structure *structure, uint32_t element, size_t page,
			  unsigned annotation)
{
	place(structure, (size_t)element + 1);
	add_kid(structure, element, KID_ANNOTATION, annotation, page);
	unsigned key = add_owner(structure, &structure->annotations, element);
	return (unsigned)structure->layout->npages + key;
}

/* ---- writing ---- */

enum { PART = 128 }; /* [bytes] of a kid, or of what every element says, at most */

static void put_entry(struct buf *buf, struct str key, unsigned number)
{
	buf_put(buf, key);
	word_reference(buf, number);
}

static char *put_content(char *to, const struct kid *kid, const unsigned *pages,
			 uint32_t home)
{
	if (kid->kind == KID_MARK && kid->page == home)
		return ink_number(to, kid->number);
	if (kid->kind == KID_MARK) {
		to = ink_text(to, STR("<</Type/MCR/MCID "));
		to = ink_number(to, kid->number);
	} else {
		to = ink_text(to, STR("<</Type/OBJR/Obj "));
		to = ink_reference(to, kid->number);
	}
	if (kid->page != home)
		to = ink_reference(ink_text(to, STR("/Pg ")), pages[kid->page]);
	return ink_text(to, STR(">>"));
}

/* An element's page is that of its first content of its own. */
static void put_kids(struct buf *buf, const struct structure *structure,
		     const struct node *node, const unsigned *pages)
{
	const struct kid *kids = structure->kids;
	uint32_t own = node->first, home = UINT32_MAX;
	while (own && kids[own].kind == KID_ELEMENT)
		own = kids[own].next;
	if (own)
		put_entry(buf, STR("/Pg "), pages[home = kids[own].page]);
	if (!node->first)
		return;
	bool several = node->first != node->last;
	buf_put(buf, several ? STR("/K[") : STR("/K "));
	for (uint32_t i = node->first; i; i = kids[i].next) {
		char *to = buf_open(buf, PART);
		if (i != node->first)
			*to++ = ' ';
		to = kids[i].kind == KID_ELEMENT
			     ? ink_reference(to, structure->nodes[kids[i].number].object)
			     : put_content(to, &kids[i], pages, home);
		buf->len = (size_t)(to - buf->at);
	}
	if (several)
		buf_byte(buf, ']');
}

static void put_attributes(struct buf *buf, struct structure *structure,
			   struct objects *objects, const struct element *element)
{
	struct str own = attributes[element->tag];
	unsigned *shared = &structure->scopes[element->tag];
	if (element->columns > 1) {
		buf_put(buf, STR("/A<<"));
		buf_put(buf, own.len ? own : STR("/O/Table"));
		buf_put(buf, STR("/ColSpan "));
		buf_int(buf, (int64_t)element->columns);
		buf_put(buf, STR(">>"));
		return;
	}
	if (own.len == 0)
		return;
	if (*shared == 0) {
		*shared = object_reserve(objects);
		object_dictionary(objects, *shared, own);
	}
	put_entry(buf, STR("/A "), *shared);
}

static void put_element(struct buf *buf, struct structure *structure,
			struct objects *objects, const unsigned *pages, uint32_t i)
{
	const struct element *element = &structure->layout->elements[i];
	char *to = ink_text(buf_open(buf, PART), STR("/S/"));
	to = ink_text(ink_text(to, structure_type(structure, i)), STR("/P "));
	to = ink_reference(to, i ? structure->nodes[element->parent].object
				 : structure->root);
	buf->len = (size_t)(to - buf->at);
	put_attributes(buf, structure, objects, element);
	if (element->tag == TAG_FIGURE) {
		buf_put(buf, STR("/Alt"));
		word_text(buf, element->alt);
	}
	put_kids(buf, structure, &structure->nodes[i], pages);
}

/* All elements are written into one text; an object borrows its part. */
static struct str write_elements(struct structure *structure, struct objects *objects,
				 const unsigned *pages)
{
	size_t count = structure->layout->nelements;
	struct node *nodes = structure->nodes;
	size_t *ends = ARENA_ARRAY(structure->arena, size_t, count);
	struct buf buf = buf_new(structure->arena, 0);
	buf_open(&buf, count * PART / 2);
	for (size_t i = 0; i < count; i++)
		nodes[i].object = object_reserve(objects);
	for (size_t i = 0; i < count; i++) {
		put_element(&buf, structure, objects, pages, (uint32_t)i);
		ends[i] = buf.len;
	}
	struct str said = buf_str(&buf);
	for (size_t i = 0; i < count; i++)
		object_dictionary(objects, nodes[i].object,
				  str_slice(said, i ? ends[i - 1] : 0, ends[i]));
	return said;
}

static void put_owners(struct buf *buf, const struct structure *structure,
		       const struct owners *owners)
{
	char *to = buf_open(buf, owners->count * INK_MOST);
	for (size_t i = 0; i < owners->count; i++) {
		*to++ = ' ';
		to = ink_reference(to, structure->nodes[owners->at[i]].object);
	}
	buf->len = (size_t)(to - buf->at);
}

/* Keys are the pages' and then the annotations' numbers (PDF 14.7.4.4). */
static unsigned write_parents(const struct structure *structure, struct objects *objects)
{
	size_t npages = structure->layout->npages;
	struct buf buf = buf_new(structure->arena, 0);
	buf_put(&buf, STR("/Nums["));
	for (size_t p = 0; p < npages; p++) {
		buf_int(&buf, (int64_t)p);
		buf_byte(&buf, '[');
		put_owners(&buf, structure, &structure->pages[p]);
		buf_put(&buf, STR("]\n"));
	}
	for (size_t i = 0; i < structure->annotations.count; i++) {
		buf_int(&buf, (int64_t)(npages + i));
		const struct owners one = {&structure->annotations.at[i], 1, 1};
		put_owners(&buf, structure, &one);
		buf_byte(&buf, '\n');
	}
	buf_byte(&buf, ']');
	unsigned number = object_reserve(objects);
	object_dictionary(objects, number, buf_str(&buf));
	return number;
}

struct str structure_write(struct structure *structure, struct objects *objects,
			   const unsigned *pages, struct buf *entries)
{
	const struct layout *layout = structure->layout;
	if (layout->nelements == 0)
		return STR("");
	place(structure, layout->nelements);
	structure->root = object_reserve(objects);
	struct str said = write_elements(structure, objects, pages);
	struct buf buf = buf_new(structure->arena, 0);
	put_entry(&buf, STR("/Type/StructTreeRoot/K "), structure->nodes[0].object);
	put_entry(&buf, STR("/ParentTree "), write_parents(structure, objects));
	buf_put(&buf, STR("/ParentTreeNextKey "));
	buf_int(&buf, (int64_t)(layout->npages + structure->annotations.count));
	object_dictionary(objects, structure->root, buf_str(&buf));
	buf_put(entries, STR("/MarkInfo<</Marked true>>"));
	put_entry(entries, STR("/StructTreeRoot "), structure->root);
	return said;
}
