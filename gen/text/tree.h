/* tree: a document's text as blocks and runs, between Markdown and the page.
 * Floor 2, paper wing. Owner: the arena given. */
#ifndef TEXT_TREE_H
#define TEXT_TREE_H

#include "base/arena.h"
#include "base/str.h"

enum { STYLE_BOLD = 1, STYLE_ITALIC = 2 }; /* flags */

/* A piece of text in one style. A hard line break stands behind it when `breaks`. */
struct run {
	struct str text; /* UTF-8, soft breaks already spaces */
	unsigned style;
	struct str link; /* target, empty: none */
	bool breaks;
	uint32_t at; /* [bytes] in the rendered text */
	struct run *next;
};

enum part_kind {
	PART_PARAGRAPH,
	PART_HEADING, /* level 1–6 */
	PART_LIST,    /* children are PART_ITEM */
	PART_ITEM,
	PART_RULE,
	PART_TABLE, /* children are PART_ROW */
	PART_ROW,   /* children are PART_CELL */
	PART_CELL,
	PART_PANEL,  /* a Markdown block quote: set as a framed box (payment box) */
	PART_CODE,   /* monospaced lines kept as written */
	PART_SYMBOL, /* a QR code of `payload`; its runs are the caption */
	PART_KIND__COUNT
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN__COUNT };

struct part {
	enum part_kind kind;
	unsigned level;		 /* heading */
	bool ordered;		 /* list */
	uint32_t start;		 /* list: first number */
	bool head;		 /* row: of the table's head */
	enum align align;	 /* cell */
	size_t columns;		 /* table */
	bool whole;		 /* wants to be on one page */
	bool with_next;		 /* wants the part behind it on its page */
	struct run *runs;	 /* paragraph, heading, cell, code, symbol */
	struct str payload, alt; /* symbol: what it holds, and says to the blind */
	struct part *first, *next;
	uint32_t at; /* [bytes] in the rendered text */
};

#endif
