#include "letter/fonts.h"

#include <errno.h>

#include "base/arena.h"
#include "base/limits.h"
#include "letter/shelf.h"
#include "press/admit.h"

/* One of them, as it is read. */
struct reading_font {
	struct arena *book;
	struct str path;
	struct span span;
	struct notices *notices;
};

static bool blame(const struct reading_font *font, enum source_fault fault)
{
	struct str why = shelf_reason(font->book, fault, LIMIT_FONT_BYTES);
	if (fault == SOURCE_REFUSED)
		shelf_blame(font->notices, font->path, fault);
	else if (fault == SOURCE_OUTSIDE)
		NOTICE(font->notices, FONT_OUTSIDE, font->span, STR_ARG(font->path));
	else
		NOTICE(font->notices, FONT_UNREADABLE, font->span, STR_ARG(font->path),
		       STR_ARG(why));
	return false;
}

static bool admit(const struct reading_font *font, struct str bytes)
{
	struct notices *notices = font->notices;
	struct str path = font->path, why;
	switch (admit_font(font->book, bytes, &why)) {
	case SFNT_FOREIGN:
		NOTICE(notices, FONT_KIND, font->span, STR_ARG(path), STR_ARG(why));
		return false;
	case SFNT_DAMAGED:
		NOTICE(notices, FONT_DAMAGED, font->span, STR_ARG(path), STR_ARG(why));
		return false;
	case SFNT_FORBIDDEN:
		NOTICE(notices, FONT_FORBIDDEN, font->span, STR_ARG(path), STR_ARG(why));
		return false;
	case SFNT_SOUND:
	case SFNT_FAULT__COUNT:
		break;
	}
	return true;
}

static bool read_font(const struct reading_font *font, struct sources *sources,
		      int folder, struct str *bytes)
{
	enum source_fault fault =
		folder == -1 ? source_fault_from_errno(errno)
			     : source_bytes(sources, font->book, folder, font->path,
					    LIMIT_FONT_BYTES, bytes);
	return fault == SOURCE_OK ? admit(font, *bytes) : blame(font, fault);
}

struct fonts fonts_read(struct arena *book, struct sources *sources, int folder,
			const struct fonts_named *named, struct notices *notices)
{
	struct reading_font all[FACE__COUNT] = {
		[FACE_REGULAR] = {book, named->regular, named->regular_span, notices},
		[FACE_BOLD] = {book, named->bold, named->bold_span, notices},
		[FACE_ITALIC] = {book, named->italic, named->italic_span, notices},
	};
	struct fonts fonts = {0};
	bool good = named->regular.len > 0;
	if (!good)
		return fonts;
	struct str *files = ARENA_ARRAY(book, struct str, FACE__COUNT);
	for (int face = 0; face < FACE__COUNT; face++) {
		files[face] = files[FACE_REGULAR];
		if (all[face].path.len)
			good &= read_font(&all[face], sources, folder, &files[face]);
	}
	for (int face = 0; face < FACE__COUNT && good; face++)
		fonts.digests[face] = digest_from_str(files[face]);
	fonts.own = good ? files : NULL;
	return fonts;
}
