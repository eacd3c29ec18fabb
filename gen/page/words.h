/* words: runs of styled text as measured pieces a line can be made of.
 * Floor 3, paper wing. Owner: the arena of the setting; texts may borrow the runs' bytes.
 */
#ifndef PAGE_WORDS_H
#define PAGE_WORDS_H

#include "page/elements.h"

/* What every room of this floor needs at hand while it sets one document. */
struct setting {
	struct arena *arena;
	const struct metrics *metrics;
	const struct rendered *rendered; /* for spans; may be NULL */
	struct elements *elements;	 /* grows with the frames */
	const struct sheet *sheet;	 /* may be NULL */
};

/* How a text is set. */
struct type {
	mpt size, leading; /* [mpt] */
	enum face face;	   /* of text that has no style of its own */
	uint8_t grey;
	bool figures;
};

/* A piece that is never divided: text in one style, without the blanks behind it. */
struct word {
	struct str text;
	mpt width; /* [mpt] of the text */
	mpt space; /* [mpt] of the blanks behind it, when the line goes on */
	enum face face;
	bool joined; /* no line may end behind it */
	bool ends;   /* the line must end behind it */
	struct str link;
	uint32_t at; /* [bytes] in the rendered text */
};

struct words {
	struct word *at;
	size_t count;
	mpt widest;  /* [mpt] the narrowest column that holds every word whole */
	mpt natural; /* [mpt] the longest line when none is broken but where it must be */
	uint64_t known; /* a number of these words alone in the memo; 0: not known */
};

struct words words_from_runs(const struct setting *setting, const struct run *runs,
			     const struct type *type);
struct words words_from_text(const struct setting *setting, struct str text,
			     const struct type *type);

/* Divides words wider than `width`, as a last resort anywhere between characters. */
void words_fit(const struct setting *setting, struct words *words,
	       const struct type *type, mpt width);

/* The words' text without styles, blanks as written. */
struct str words_plain(struct arena *arena, const struct run *runs);

#endif
