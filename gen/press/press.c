#include "press/press.h"

#include "base/carried.h"
#include "base/utf8.h"
#include "press/document.h"
#include "press/icc.h"
#include "press/object.h"
#include "press/qr.h"
#include "press/raster.h"

struct press {
	struct arena *arena; /* what is learnt lives here */
	struct metrics metrics;
	struct font *faces[FACE__COUNT];
	struct shape *shape;
	struct slugs *slugs;
	struct subset *subset;
	struct deflate *deflate;
	struct str colours;
};

static const struct str files[FACE__COUNT] = {
	[FACE_REGULAR] = STR_LIT("fonts/regular.ttf"),
	[FACE_BOLD] = STR_LIT("fonts/bold.ttf"),
	[FACE_ITALIC] = STR_LIT("fonts/italic.ttf"),
};

/* Thousandths of an em at a size, to the nearest millipoint; nothing is wider than a mpt
 * can say, not even a book in one line. */
static mpt scale(int64_t thousandths, mpt size)
{
	int64_t exact = thousandths * size;
	exact = (exact + (exact < 0 ? -500 : 500)) / 1000;
	return exact > INT32_MAX ? INT32_MAX : (mpt)exact;
}

static mpt width(const struct metrics *self, enum face face, mpt size, struct str text,
		 bool figures)
{
	struct press *press = self->device;
	return scale(shape_width(press->shape, face, text, figures), size);
}

static mpt ascent(const struct metrics *self, enum face face, mpt size)
{
	const struct press *press = self->device;
	return scale(press->faces[face]->ascent, size);
}

static mpt descent(const struct metrics *self, enum face face, mpt size)
{
	const struct press *press = self->device;
	return scale(press->faces[face]->descent, size);
}

static struct font *open_face(struct press *press, int face, const struct str *own)
{
	const struct carried *file = own ? NULL : carried_find(files[face]);
	struct str bytes = own ? own[face] : file ? file->bytes : STR("");
	struct font *font = font_open(press->arena, bytes);
	if (font)
		font->own = own;
	return font;
}

static bool open_faces(struct press *press, struct arena *arena, const struct str *own,
		       struct str *fault)
{
	for (int i = 0; i < FACE__COUNT; i++) {
		press->faces[i] = open_face(press, i, own);
		if (!press->faces[i]) {
			*fault =
				own ? STR("a font of the ledger cannot be used")
				    : str_format(arena,
						 "the carried font '%.*s' cannot be used",
						 STR_ARG(files[i]));
			return false;
		}
	}
	return true;
}

struct press *press_new(struct arena *arena, const struct str *own, struct str *fault)
{
	struct press *press = ARENA_NEW(arena, struct press);
	press->arena = arena_new(0);
	press->metrics =
		(struct metrics){width, ascent, descent, press, memo_new(press->arena)};
	press->deflate = deflate_open(press->arena);
	if (!open_faces(press, arena, own, fault)) {
		press_free(press);
		return NULL;
	}
	press->colours = deflate_pack(press->arena, press->deflate, EFFORT_FONT,
				      icc_srgb(press->arena));
	press->shape = shape_new(press->arena, press->faces);
	press->slugs = slug_open(press->arena, press->shape);
	press->subset =
		subset_new(press->arena, press->faces, press->shape, press->deflate);
	return press;
}

void press_free(struct press *press)
{
	if (!press)
		return;
	for (int i = 0; i < FACE__COUNT; i++) {
		if (press->faces[i])
			font_close(press->faces[i]);
	}
	deflate_close(press->deflate);
	arena_free(press->arena);
}

const struct metrics *press_metrics(const struct press *press)
{
	return &press->metrics;
}

size_t press_missing(const struct press *press, struct str text, uint32_t *point)
{
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		uint32_t next = utf8_next(text, &at);
		for (int face = 0; face < FACE__COUNT; face++) {
			if (shape_letter(press->shape, (enum face)face, next).glyph)
				continue;
			*point = next;
			return from;
		}
	}
	return text.len;
}

struct str press_pdf(struct arena *arena, struct press *press,
		     const struct layout *layout, const struct meta *meta,
		     struct notices *notices)
{
	const struct workshop workshop = {press->faces, press->slugs, press->subset,
					  press->deflate, press->colours};
	return document_bytes(arena, &workshop, layout, meta, notices);
}

struct str press_library(size_t index)
{
	const struct str libraries[] = {object_library(), font_library(),
					deflate_library(), qr_library(),
					raster_library()};
	return index < sizeof libraries / sizeof *libraries ? libraries[index]
							    : (struct str){"", 0};
}
