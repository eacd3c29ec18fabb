/* sheet: what goes on paper, and the paper itself.
 * Floor 3, paper wing. Owner: the arena given.
 *
 * Lengths are integer millipoints, y downwards from the page's top edge. */
#ifndef PAGE_SHEET_H
#define PAGE_SHEET_H

#include "base/arena.h"
#include "base/memo.h"
#include "diag/notice.h"
#include "text/tree.h"

typedef int32_t mpt; /* [millipoints], 72000 to the inch */

#define MPT_FROM_MM_TENTHS(n) ((mpt)((int64_t)(n)*72000 / 254)) /* 0.1 mm → mpt */

struct rect {
	mpt x, y, w, h;
};

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE__COUNT };

/* Widths come through here: layout does not know its device. Exact for what the device
 * draws (shaped, kerned, rounded per glyph). */
struct metrics {
	/* [mpt] of the text at `size` [mpt]. `figures` switches kerning off (amounts). */
	mpt (*width)(const struct metrics *self, enum face face, mpt size,
		     struct str text, bool figures);
	/* [mpt] above and below the baseline. */
	mpt (*ascent)(const struct metrics *self, enum face face, mpt size);
	mpt (*descent)(const struct metrics *self, enum face face, mpt size);
	void *device;
	struct memo *memo; /* texts measured with these; NULL: none are kept */
};

/* An envelope and fold profile (data: page.md §1.6), all in mpt. */
struct profile {
	struct str name;
	mpt width, height;	 /* of the paper */
	struct rect address;	 /* where recipient ink may stand */
	struct rect info;	 /* reference block */
	struct rect sender_line; /* w 0: none: stands directly above the address */
	mpt folds[2];		 /* 0: none */
	mpt punch;		 /* 0: none */
	mpt left, right;	 /* margins */
	mpt body;		 /* first y of the body on page one */
	mpt top, bottom; /* margins of continuation pages and of every page's foot */
};

/* By name (din-a, din-b, ch-right, ch-left, win-right, win-left, nl-left, nl-right,
 * us-10, us-9dw, plain-a4), or NULL. */
const struct profile *profile_find(struct str name);
/* The default of a creditor's country (ISO 3166-1 alpha-2); never NULL. */
const struct profile *profile_for(struct str country);
const struct profile *profile_at(size_t index);

/* Amounts as the document's language writes them: a table that goes over a page end is
 * added up with these. The sum is written by the hand that wrote the rows. */
struct figures {
	/* The amount a cell shows, with or without its currency; false for other text. */
	bool (*read)(const struct figures *self, struct str text, int64_t *amount);
	struct str (*write)(const struct figures *self, struct arena *arena,
			    int64_t amount);
	const void *locale, *currency; /* theirs */
};

/* A picture as layout sees it. */
struct image {
	uint32_t width, height; /* [pixels], ≥ 1 */
	const void *pixels;	/* the device's */
};

struct pair {
	struct str label, value;
	struct pair *next;
};

struct text_line {
	struct str text;
	struct str link; /* where it leads; empty: nowhere */
	struct text_line *next;
};

/* One document, ready to be set. */
struct sheet {
	const struct profile *profile;
	struct str letterhead;		    /* the creditor's name, set large */
	const struct image *logo;	    /* NULL: none */
	struct text_line *letterhead_lines; /* address, phone, … */
	struct str sender_line;		    /* one small line above the address window */
	struct text_line *address;	    /* the recipient */
	struct span address_span; /* where an address that does not fit is reported */
	struct str subject_name;  /* 'customer acme', for findings */
	struct pair *info;	  /* reference block */
	struct str subject;
	struct part *body;
	struct text_line *footer; /* small print, every page */
	struct str page_of;	  /* "Page {n} of {m}" */
	struct str continued;	  /* head of continuation pages: "Joinery Ltd · Acme" */
	struct str carried, brought;	 /* captions of sub-totals over page ends */
	const struct figures *figures;	 /* NULL: no sub-totals */
	const struct rendered *rendered; /* for spans of findings; may be NULL */
};

/* ---- the result ---- */

enum frame_kind {
	FRAME_TEXT,
	FRAME_RULE,   /* a filled rectangle of `grey` */
	FRAME_BOX,    /* a stroked rectangle */
	FRAME_IMAGE,  /* a picture; `text` says what it shows */
	FRAME_LINK,   /* an area that leads to `text` */
	FRAME_MARK,   /* a bookmark named `text`: a heading, or a run whose link is
		       * `mark:…`; only in documents of several pages */
	FRAME_SYMBOL, /* a QR code of `text`, blank margin included */
	FRAME_KIND__COUNT
};

/* What an element of the text is, for readers who do not see the page. */
enum tag {
	TAG_DOCUMENT,
	TAG_SECTION, /* what is framed: the payment box */
	TAG_HEADING, /* of `level` */
	TAG_PARAGRAPH,
	TAG_LIST, /* of items, each a label and a body */
	TAG_NUMBERED_LIST,
	TAG_ITEM,
	TAG_LABEL,
	TAG_BODY,
	TAG_TABLE, /* of rows */
	TAG_ROW,
	TAG_COLUMN_HEAD, /* a cell that names its column, ... */
	TAG_ROW_HEAD,	 /* ... its row, ... */
	TAG_CELL,	 /* ... or nothing */
	TAG_FIGURE,	 /* `alt` says what it shows */
	TAG_LINK,	 /* in a paragraph, heading or cell; `alt` says where to */
	TAG__COUNT
};

/* A node of the text's tree. Elements stand in reading order, parents before children. */
struct element {
	enum tag tag;
	uint32_t parent; /* index of an earlier element */
	unsigned level;	 /* of a heading: 1 to 6, none left out on the way down */
	size_t columns;	 /* of a cell: it lies across so many, 0 is 1 */
	struct str alt;
};

/* What a frame is, for the proof device. */
enum role {
	ROLE_ARTIFACT, /* fold marks, page numbers, repeated heads, footers */
	ROLE_LETTERHEAD,
	ROLE_ADDRESS,
	ROLE_INFO,
	ROLE_SUBJECT,
	ROLE_TEXT,
	ROLE_HEADING,
	ROLE_LIST,
	ROLE_TABLE_HEAD,
	ROLE_TABLE_CELL,
	ROLE_PANEL,
	ROLE__COUNT
};

struct frame {
	enum frame_kind kind;
	enum role role;
	/* Index of the layout's elements; 0: none, an artifact. Neighbours of one element
	 * are one piece of its content. */
	uint32_t element;
	/* A text's box: its width as measured (word by word: a millipoint a word may be
	 * lost to rounding), and the height plain letters need (at most 0.83 of the size
	 * above the baseline and 0.22 below), so that boxes of neighbouring lines do not
	 * overlap. */
	struct rect at;
	mpt baseline; /* y of the text's baseline */
	enum face face;
	mpt size;	 /* of a text; the stroke's width of a FRAME_BOX */
	bool figures;	 /* set without kerning */
	bool blank;	 /* in the text a blank follows, at a line's end for one */
	uint8_t grey;	 /* 0 black … 255 white */
	struct str text; /* in logical order; a frame never holds a line end */
	const struct image *image; /* of a FRAME_IMAGE */
	struct span span;
};

struct page {
	struct frame *frames; /* in reading order */
	size_t nframes;
};

struct layout {
	mpt width, height;
	struct page *pages;
	size_t npages;
	const struct element *elements; /* [0] is the document */
	size_t nelements;
	const struct profile *profile;
};

/* Sets a sheet. NULL after an error notice (an address that does not fit its window even
 * set smaller, more than LIMIT_PAGES pages, a word wider than the page that cannot be
 * broken is broken anywhere). */
struct layout *sheet_set(struct arena *arena, const struct sheet *sheet,
			 const struct metrics *metrics, struct notices *notices);

#endif
