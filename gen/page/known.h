/* known: texts measured before, in any document of this thread.
 * Floor 3, paper wing. Owner: words go to the arena of the setting; what is kept is the
 * memo's of the setting's metrics, and nothing is where that is NULL.
 *
 * Most of a letter says what the last one said. What is kept depends on the text, its
 * faces and its size alone: a text found measures what it would if measured again. */
#ifndef PAGE_KNOWN_H
#define PAGE_KNOWN_H

#include "page/gathered.h"
#include "page/wrap.h"

/* Whether a text is known, and its words, in this document's own bytes. */
bool known_find(const struct setting *setting, const struct gathered *all,
		const struct type *type, struct words *words);
/* Keeps them, under a number for words->known; 0: there is no room. */
uint64_t known_keep(const struct setting *setting, const struct gathered *all,
		    const struct type *type, const struct words *words);
/* As wrap_words; known words that were wrapped into that width before are not again. */
struct wrapped known_wrap(const struct setting *setting, const struct words *words,
			  mpt width);

#endif
