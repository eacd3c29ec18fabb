#include "page/known.h"

#include <stddef.h>
#include <string.h>

#define KNOWN_PIECES 12 /* of a text that is remembered, at the most */

/* A word of a text in any document. */
struct known_word {
	uint32_t from, len; /* [bytes] in the text */
	mpt width, space;
	uint32_t piece;
	bool joined, ends;
};

/* What measuring a text gave. */
struct known {
	uint64_t number;
	size_t count;
	mpt widest, natural;
	struct known_word words[];
};

/* All that the words depend on but the text itself. */
struct known_by {
	mpt size;
	uint32_t npieces;
	struct {
		uint32_t to, face;
	} pieces[KNOWN_PIECES];
};

/* False for a text of too many pieces, or where nothing is kept; also for an amount: it
 * is measured as soon as found, and seldom comes again. */
static bool can_be_known(const struct setting *setting, const struct gathered *all,
			 const struct type *type)
{
	return setting->metrics->memo && all->npieces <= KNOWN_PIECES && !type->figures;
}

static struct memo_key key_of(struct known_by *by, const struct gathered *all,
			      const struct type *type)
{
	by->size = type->size;
	by->npieces = (uint32_t)all->npieces;
	for (size_t i = 0; i < all->npieces; i++) {
		by->pieces[i].to = (uint32_t)all->pieces[i].to;
		by->pieces[i].face = all->pieces[i].face;
	}
	size_t len =
		offsetof(struct known_by, pieces) + all->npieces * sizeof by->pieces[0];
	return (struct memo_key){{(const char *)by, len}, all->text};
}

static struct words recall(const struct setting *setting, const struct gathered *all,
			   const struct known *known)
{
	struct words words = {.count = known->count,
			      .widest = known->widest,
			      .natural = known->natural,
			      .known = known->number};
	words.at = ARENA_ARRAY(setting->arena, struct word, known->count);
	for (size_t i = 0; i < known->count; i++) {
		const struct known_word *from = &known->words[i];
		const struct piece *piece = &all->pieces[from->piece];
		struct word *word = &words.at[i];
		word->text = (struct str){all->text.at + from->from, from->len};
		word->width = from->width;
		word->space = from->space;
		word->face = piece->face;
		word->joined = from->joined;
		word->ends = from->ends;
		word->link = piece->link;
		word->at = piece->at;
	}
	return words;
}

static void put_words(struct known *known, const struct gathered *all,
		      const struct words *words)
{
	uint32_t piece = 0;
	for (size_t i = 0; i < words->count; i++) {
		const struct word *word = &words->at[i];
		uint32_t from = (uint32_t)(word->text.at - all->text.at);
		while (all->pieces[piece].to <= from)
			piece++;
		struct known_word *to = &known->words[i];
		to->from = from;
		to->len = (uint32_t)word->text.len;
		to->width = word->width;
		to->space = word->space;
		to->piece = piece;
		to->joined = word->joined;
		to->ends = word->ends;
	}
}

bool known_find(const struct setting *setting, const struct gathered *all,
		const struct type *type, struct words *words)
{
	struct known_by by;
	if (!can_be_known(setting, all, type))
		return false;
	const struct known *known =
		memo_find(setting->metrics->memo, key_of(&by, all, type));
	if (known)
		*words = recall(setting, all, known);
	return known != NULL;
}

uint64_t known_keep(const struct setting *setting, const struct gathered *all,
		    const struct type *type, const struct words *words)
{
	struct known_by by;
	if (!can_be_known(setting, all, type))
		return 0;
	size_t size = sizeof(struct known) + words->count * sizeof(struct known_word);
	struct known *known =
		memo_keep(setting->metrics->memo, key_of(&by, all, type), size);
	if (!known)
		return 0;
	*known = (struct known){.number = memo_count(setting->metrics->memo),
				.count = words->count,
				.widest = words->widest,
				.natural = words->natural};
	put_words(known, all, words);
	return known->number;
}

/* What lines depend on. */
struct lines_by {
	uint64_t number; /* the words' */
	mpt width;
};

/* Of twelve bytes: that of a text has eight and some times eight. */
static struct memo_key key_of_lines(const struct lines_by *by)
{
	size_t len = offsetof(struct lines_by, width) + sizeof by->width;
	return (struct memo_key){{(const char *)by, len}, STR("")};
}

/* The lines of known words in a column so wide. */
struct lines {
	size_t count;
	struct stretch at[];
};

static void keep_lines(struct memo *memo, struct memo_key key,
		       const struct wrapped *wrapped)
{
	size_t size = wrapped->count * sizeof wrapped->at[0];
	struct lines *lines = memo_keep(memo, key, sizeof *lines + size);
	if (!lines)
		return;
	lines->count = wrapped->count;
	memcpy(lines->at, wrapped->at, size);
}

struct wrapped known_wrap(const struct setting *setting, const struct words *words,
			  mpt width)
{
	const struct lines_by by = {words->known, width};
	struct memo_key key = key_of_lines(&by);
	if (!words->known || words->natural <= width)
		return wrap_words(setting->arena, words, width);
	const struct lines *lines = memo_find(setting->metrics->memo, key);
	struct wrapped wrapped;
	if (!lines) {
		wrapped = wrap_words(setting->arena, words, width);
		keep_lines(setting->metrics->memo, key, &wrapped);
		return wrapped;
	}
	wrapped.count = lines->count;
	wrapped.at = ARENA_ARRAY(setting->arena, struct stretch, lines->count);
	memcpy(wrapped.at, lines->at, lines->count * sizeof wrapped.at[0]);
	return wrapped;
}
