/* block: the fixed blocks of characters that a document embeds whole or not at all.
 * Floor 4, paper wing. Owner: static tables.
 *
 * A face in a document carries the union of the blocks its text touches, so that a subset
 * can be built once and used by every document that needs the same union. */
#ifndef PRESS_BLOCK_H
#define PRESS_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum block {
	BLOCK_ASCII, /* always there */
	BLOCK_SIGNS, /* – ’ “ ” • · … £ €, no-break spaces: most letters have them */
	BLOCK_WEST,	/* the rest of Latin-1 and cp1252 */
	BLOCK_EXTENDED, /* Latin Extended-A, Ș Ț ẞ ₺ */
	BLOCK_GREEK,
	BLOCK_CYRILLIC, /* of the Slavic languages of today, № ₴ ₽ */
	BLOCK_STEPPE,	/* the rest of Cyrillic: Kazakh, Tatar, old letters */
	BLOCK_SYMBOLS,	/* other punctuation, currencies, fractions, arrows */
	BLOCK_MARKS, /* combining marks, and glyphs that stand for no single character */
	BLOCK_OTHERS,
	BLOCK__COUNT
};

enum { BLOCK_MASKS = 1 << BLOCK__COUNT };

enum block block_of(uint32_t point);
/* A character that joins the one before it: its text must be shaped as a whole. */
bool block_combines(uint32_t point);
/* The first point of `block` that is at or behind `from`, or UINT32_MAX. */
uint32_t block_next(enum block block, uint32_t from);

#endif
