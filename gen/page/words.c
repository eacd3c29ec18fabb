#include "page/words.h"

#include <string.h>

#include "page/breaks.h"
#include "page/gathered.h"
#include "page/known.h"

#define MARKS_AT_HAND \
	512 /* [bytes] texts up to here need no memory for their break marks */

static mpt measure(const struct setting *setting, const struct type *type, enum face face,
		   struct str text)
{
	const struct metrics *metrics = setting->metrics;
	return text.len ? metrics->width(metrics, face, type->size, text, type->figures)
			: 0;
}

/* Splits the blanks off the end of a piece and measures both, into a blank word. */
static void fill_word(struct word *word, const struct setting *setting,
		      const struct type *type, struct str text, const struct piece *piece,
		      mpt *blank)
{
	size_t len = text.len;
	while (len && text.at[len - 1] == ' ')
		len--;
	word->text = (struct str){text.at, len};
	word->face = piece->face;
	word->link = piece->link;
	word->at = piece->at;
	word->width = measure(setting, type, piece->face, word->text);
	if (len == text.len)
		return;
	if (!blank[piece->face])
		blank[piece->face] = measure(setting, type, piece->face, STR(" "));
	word->space = (mpt)(text.len - len) * blank[piece->face];
}

/* Wider than any paper: more need not be told apart, and would not fit a length. */
#define ENDLESS ((int64_t)1 << 30) /* [mpt] */

static mpt wider(mpt widest, int64_t width)
{
	if (width > ENDLESS)
		width = ENDLESS;
	return width > widest ? (mpt)width : widest;
}

static void sum_up(struct words *words)
{
	int64_t line = 0, held = 0; /* up to the newest word, blanks before it included */
	words->widest = words->natural = 0;
	for (size_t i = 0; i < words->count; i++) {
		const struct word *word = &words->at[i];
		line += word->width;
		held += word->width;
		words->natural = wider(words->natural, line);
		words->widest = wider(words->widest, held);
		line = word->ends ? 0 : line + word->space;
		held = word->joined ? held + word->space : 0;
	}
}

static size_t word_end(const struct gathered *all, const char *marks, size_t from,
		       size_t limit)
{
	size_t end = from;
	while (end < limit && all->text.at[end] != '\n' &&
	       (end == from || marks[end] != BREAK_ALLOWED))
		end++;
	return end;
}

static void cut(const struct setting *setting, const struct gathered *all,
		const char *marks, const struct type *type, struct words *words)
{
	const struct piece *piece = all->pieces;
	mpt blank[FACE__COUNT] = {0};
	for (size_t from = 0; from < all->text.len;) {
		while (piece->to <= from)
			piece++;
		size_t limit = piece->to < all->text.len ? piece->to : all->text.len;
		size_t end = word_end(all, marks, from, limit);
		struct str text = str_slice(all->text, from, end);
		struct word *word = &words->at[words->count++];
		fill_word(word, setting, type, text, piece, blank);
		word->ends = end < all->text.len && all->text.at[end] == '\n';
		word->joined =
			end < all->text.len && !word->ends && marks[end] != BREAK_ALLOWED;
		from = end + word->ends;
	}
}

/* Amounts stay on one line. */
static size_t find_breaks(struct str text, const struct type *type, char *marks)
{
	if (!type->figures)
		return breaks_find(text, marks);
	memset(marks, BREAK_NONE, text.len);
	size_t feeds = 0;
	for (size_t i = 0; i < text.len; i++)
		feeds += text.at[i] == '\n';
	return feeds;
}

static struct words measure_words(const struct setting *setting,
				  const struct gathered *all, const struct type *type)
{
	struct words words = {0};
	char at_hand[MARKS_AT_HAND];
	char *marks = all->text.len <= sizeof at_hand
			      ? at_hand
			      : arena_text(setting->arena, all->text.len);
	size_t places = find_breaks(all->text, type, marks);
	words.at = ARENA_ARRAY(setting->arena, struct word, places + all->npieces + 1);
	cut(setting, all, marks, type, &words);
	sum_up(&words);
	return words;
}

struct words words_from_runs(const struct setting *setting, const struct run *runs,
			     const struct type *type)
{
	struct words words = {0};
	if (!runs)
		return words;
	struct gathered all = gathered_from_runs(setting->arena, runs, type);
	if (known_find(setting, &all, type, &words))
		return words;
	words = measure_words(setting, &all, type);
	words.known = known_keep(setting, &all, type, &words);
	return words;
}

struct words words_from_text(const struct setting *setting, struct str text,
			     const struct type *type)
{
	struct run run = {.text = text};
	return words_from_runs(setting, &run, type);
}

struct str words_plain(struct arena *arena, const struct run *runs)
{
	return runs ? gathered_text(arena, runs) : STR("");
}

/* ---- words wider than the line ---- */

/* [bytes] how far a word's single characters, from `from`, add up to `width`: one at
 * least. */
static size_t reach(const struct setting *setting, const struct type *type,
		    const struct word *word, size_t from, mpt width)
{
	mpt sum = 0;
	size_t end = from;
	while (end < word->text.len) {
		size_t next = breaks_cluster(word->text, end);
		sum += measure(setting, type, word->face,
			       str_slice(word->text, end, next));
		if (end > from && sum > width)
			break;
		end = next;
	}
	return end;
}

/* [bytes] how much of a word fits: kerning can make the whole wider than its characters.
 */
static size_t fitting(const struct setting *setting, const struct type *type,
		      const struct word *word, size_t from, mpt width)
{
	mpt aim = width;
	for (;;) {
		size_t end = reach(setting, type, word, from, aim);
		mpt whole = measure(setting, type, word->face,
				    str_slice(word->text, from, end));
		if (whole <= width || aim <= 0)
			return end;
		aim -= whole - width;
	}
}

/* Where a part that may go up to `end` ends best: behind a mark that joins (a slash, a
 * hyphen, …), if there is one in its second half. */
static size_t joint(struct str text, size_t from, size_t end)
{
	for (size_t at = end; end < text.len && at > from + (end - from) / 2; at--)
		if (memchr("/-_.,:;&?=+", text.at[at - 1], 11))
			return at;
	return end;
}

static void push(const struct setting *setting, struct words *words, size_t *room,
		 struct word word)
{
	if (words->count == *room) {
		size_t wanted = *room ? *room * 2 : 16;
		words->at =
			arena_grow(setting->arena, words->at, *room, wanted, sizeof word);
		*room = wanted;
	}
	words->at[words->count++] = word;
}

static void divide(const struct setting *setting, const struct type *type,
		   struct word word, mpt width, struct words *words, size_t *room)
{
	size_t from = 0;
	while (word.width > width && from < word.text.len) {
		size_t end = fitting(setting, type, &word, from, width);
		if (end == word.text.len)
			break;
		end = joint(word.text, from, end);
		struct word part = word;
		part.text = str_slice(word.text, from, end);
		part.width = measure(setting, type, word.face, part.text);
		part.space = 0;
		part.joined = part.ends = false;
		push(setting, words, room, part);
		from = end;
	}
	if (from) {
		word.text = str_slice(word.text, from, word.text.len);
		word.width = measure(setting, type, word.face, word.text);
	}
	push(setting, words, room, word);
}

void words_fit(const struct setting *setting, struct words *words,
	       const struct type *type, mpt width)
{
	if (words->widest <= width)
		return;
	struct words whole = *words;
	size_t room = 0;
	*words = (struct words){0};
	for (size_t i = 0, end; i < whole.count; i = end) {
		mpt held = 0;
		for (end = i; end < whole.count; end++) {
			held += whole.at[end].width;
			if (!whole.at[end].joined)
				break;
			held += whole.at[end].space;
		}
		end = end < whole.count ? end + 1 : end;
		for (size_t k = i; k < end; k++) {
			struct word word = whole.at[k];
			word.joined = word.joined && held <= width;
			divide(setting, type, word, width, words, &room);
		}
	}
	sum_up(words);
}
