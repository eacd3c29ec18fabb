/* lexeme: PDF's own words read back: names, references, dictionaries.
 * Floor 4, paper wing. Owner: borrows the text.
 *
 * Made for what the press writes; anything else in a file's place comes to an end
 * somewhere and never outside the text. */
#ifndef PRESS_LEXEME_H
#define PRESS_LEXEME_H

#include "base/str.h"

enum lexeme_kind {
	LEXEME_END,
	LEXEME_NAME,	/* /Type */
	LEXEME_NUMBER,	/* 12, -3.5 */
	LEXEME_STRING,	/* (…) or <…>, whole */
	LEXEME_OPEN,	/* << or [ */
	LEXEME_CLOSE,	/* >> or ] */
	LEXEME_KEYWORD, /* obj, R, stream, true */
	LEXEME_KIND__COUNT
};

struct lexeme {
	enum lexeme_kind kind;
	size_t from, to; /* [bytes] of the text */
};

/* The one at or behind byte `at`. */
struct lexeme lexeme_next(struct str text, size_t at);
/* A whole number; 0 for what is none. */
size_t lexeme_number(struct str text);
/* The value of a key of the dictionary that begins at byte `at`: as it stands, without
 * blanks around it; empty when it has none. */
struct str lexeme_value(struct str text, size_t at, struct str key);
/* The end of the value that begins at or behind byte `at`: of a whole dictionary, array
 * or reference. */
size_t lexeme_skip(struct str text, size_t at);

#endif
