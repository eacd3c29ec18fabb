#include "press/guide.h"

#include "press/word.h"

/* What a link is called when it is not seen: where it leads. */
static struct str called(struct str address)
{
	struct str mail = STR("mailto:");
	return str_starts(address, mail) ? str_slice(address, mail.len, address.len)
					 : address;
}

enum { LINK = 256 /* [bytes] of a link's object, as a rule */ };

/* Flag 4: it is there when the page is printed, as PDF/A asks. */
static struct buf link_entries(struct arena *arena, const struct frame *frame, mpt height)
{
	const struct rect *at = &frame->at;
	const mpt corners[] = {at->x, height - at->y - at->h, at->x + at->w,
			       height - at->y};
	struct buf buf = buf_new(arena, 0);
	buf_open(&buf, LINK);
	buf_put(&buf, STR("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["));
	for (int i = 0; i < 4; i++) {
		if (i > 0)
			buf_byte(&buf, ' ');
		word_length(&buf, corners[i]);
	}
	buf_put(&buf, STR("]/A<</S/URI/URI"));
	word_address(&buf, frame->text);
	buf_put(&buf, STR(">>/Contents"));
	word_text(&buf, called(frame->text));
	return buf;
}

void guide_links(struct arena *arena, struct objects *objects,
		 const struct layout *layout, size_t page, struct structure *structure,
		 struct buf *entries)
{
	size_t count = 0;
	for (size_t i = 0; i < layout->pages[page].nframes; i++) {
		const struct frame *frame = &layout->pages[page].frames[i];
		if (frame->kind != FRAME_LINK || frame->text.len == 0)
			continue;
		unsigned number = object_reserve(objects);
		struct buf buf = link_entries(arena, frame, layout->height);
		if (frame->element) {
			buf_put(&buf, STR("/StructParent "));
			buf_int(&buf, structure_attach(structure, frame->element, page,
						       number));
		}
		object_dictionary(objects, number, buf_str(&buf));
		buf_put(entries, count++ ? STR(" ") : STR("/Annots["));
		word_reference(entries, number);
	}
	if (count)
		buf_byte(entries, ']');
}

/* A bookmark and the objects around it. */
struct mark {
	const struct frame *frame;
	unsigned page;
	unsigned number;
};

static size_t count_marks(const struct layout *layout)
{
	size_t count = 0;
	for (size_t p = 0; p < layout->npages; p++) {
		for (size_t i = 0; i < layout->pages[p].nframes; i++)
			count += layout->pages[p].frames[i].kind == FRAME_MARK;
	}
	return count;
}

static void collect(struct objects *objects, const struct layout *layout,
		    const unsigned *pages, struct mark *marks)
{
	for (size_t p = 0; p < layout->npages; p++) {
		for (size_t i = 0; i < layout->pages[p].nframes; i++) {
			const struct frame *frame = &layout->pages[p].frames[i];
			if (frame->kind == FRAME_MARK)
				*marks++ = (struct mark){frame, pages[p],
							 object_reserve(objects)};
		}
	}
}

static void put_entry(struct buf *buf, struct str key, unsigned number)
{
	buf_put(buf, key);
	word_reference(buf, number);
}

static struct str mark_entries(struct arena *arena, const struct mark *marks, size_t i,
			       size_t count, unsigned root, mpt height)
{
	struct buf buf = buf_new(arena, 0);
	buf_put(&buf, STR("/Title"));
	word_text(&buf, marks[i].frame->text);
	put_entry(&buf, STR("/Parent "), root);
	if (i > 0)
		put_entry(&buf, STR("/Prev "), marks[i - 1].number);
	if (i + 1 < count)
		put_entry(&buf, STR("/Next "), marks[i + 1].number);
	put_entry(&buf, STR("/Dest["), marks[i].page);
	buf_put(&buf, STR("/XYZ 0 "));
	word_length(&buf, height - marks[i].frame->at.y);
	buf_put(&buf, STR(" null]"));
	return buf_str(&buf);
}

void guide_marks(struct arena *arena, struct objects *objects,
		 const struct layout *layout, const unsigned *pages, struct buf *entries)
{
	size_t count = count_marks(layout);
	if (count == 0)
		return;
	unsigned root = object_reserve(objects);
	struct mark *marks = ARENA_ARRAY(arena, struct mark, count);
	collect(objects, layout, pages, marks);
	for (size_t i = 0; i < count; i++)
		object_dictionary(
			objects, marks[i].number,
			mark_entries(arena, marks, i, count, root, layout->height));
	struct buf buf = buf_new(arena, 0);
	put_entry(&buf, STR("/Type/Outlines/First "), marks[0].number);
	put_entry(&buf, STR("/Last "), marks[count - 1].number);
	buf_put(&buf, STR("/Count "));
	buf_int(&buf, (int64_t)count);
	object_dictionary(objects, root, buf_str(&buf));
	put_entry(entries, STR("/Outlines "), root);
}
