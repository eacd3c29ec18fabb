/* sfnt: a TrueType file taken apart, its tables found sound before anything reads them.
 * Floor 4, paper wing. Owner: borrows the file's bytes; *why is a literal or lives in the
 * arena given.
 *
 * Source: the OpenType specification 1.9, "The OpenType Font File" and its chapters on
 * the tables named here. */
#ifndef PRESS_SFNT_H
#define PRESS_SFNT_H

#include "base/str.h"

enum sfnt_table {
	SFNT_CMAP,
	SFNT_GLYF,
	SFNT_HEAD,
	SFNT_HHEA,
	SFNT_HMTX,
	SFNT_LOCA,
	SFNT_MAXP,
	SFNT_OS2,
	SFNT_NEEDED, /* those above must be there */
	SFNT_GDEF = SFNT_NEEDED,
	SFNT_GPOS,
	SFNT_GSUB,
	SFNT_KERN,
	SFNT_NAME,
	SFNT_POST,
	SFNT_TABLE__COUNT
};

enum sfnt_fault {
	SFNT_SOUND,
	SFNT_FOREIGN,	/* another kind of font, or none */
	SFNT_DAMAGED,	/* not what a TrueType font is */
	SFNT_FORBIDDEN, /* its makers do not allow it to be embedded in part */
	SFNT_FAULT__COUNT
};

struct sfnt {
	struct str tables[SFNT_TABLE__COUNT];
	unsigned nglyphs;  /* 1 … 65535 */
	bool long_offsets; /* in the table 'loca' */
};

/* *why is a sentence's end: "it is a variable font". */
enum sfnt_fault sfnt_read(struct arena *arena, struct str bytes, struct sfnt *sfnt,
			  struct str *why);

/* Big-endian numbers of a table; `at` and what follows must lie in it. */
unsigned sfnt_byte(struct str table, size_t at);
unsigned sfnt_word(struct str table, size_t at);
int sfnt_signed(struct str table, size_t at);
uint32_t sfnt_long(struct str table, size_t at);

#endif
