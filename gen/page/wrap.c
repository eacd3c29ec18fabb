#include "page/wrap.h"

#define LINE_WORDS 400 /* no line of letters holds more, however narrow they are */

/* The best way to set the words up to a place. */
struct way {
	int64_t at; /* [mpt] where the place is when all words are on one line */
	int64_t cost;
	uint32_t before; /* where the last line begins */
	uint32_t lines;	 /* 0: no line can end here */
};

struct search {
	const struct word *at; /* of this paragraph's forced line */
	uint32_t count;
	mpt width;
	struct way *ways; /* ways[n]: the first n words are set */
};

static int64_t square(int64_t n)
{
	return n * n;
}

/* [mpt] of words [from, end) on a line. */
static int64_t line_of(const struct search *search, uint32_t from, uint32_t end)
{
	return search->ways[end].at - search->ways[from].at - search->at[end - 1].space;
}

/* What lines that end at one place have in common. */
struct ending {
	uint32_t end;
	bool last;
	int64_t room; /* [mpt] free on a line that begins with the first word */
	struct way best;
};

/* Whether the words from `from` on are a poor last line: a scrap, or a single word. */
static bool is_stub(const struct ending *ending, uint32_t from, int64_t line, mpt width)
{
	return line < width / 6 || (ending->end - from == 1 && line < width / 3);
}

static int64_t last_cost(const struct ending *ending, uint32_t from, int64_t room,
			 mpt width)
{
	return is_stub(ending, from, width - room, width) ? square(width / 4) : 0;
}

/* Whether words [from, end) may be a line, and then the best one so far; false when this
 * line and all that begin later need more lines: these never grow fewer. */
static inline bool try_line(const struct search *search, uint32_t from,
			    struct ending *ending)
{
	const struct way *before = &search->ways[from];
	struct way *best = &ending->best;
	if (from > 0 && before->lines == 0)
		return true;
	if (best->lines && before->lines >= best->lines)
		return false;
	int64_t room = ending->room + before->at;
	int64_t cost = before->cost +
		       (ending->last ? last_cost(ending, from, room, search->width)
				     : square(room));
	if (!best->lines || cost < best->cost) {
		best->cost = cost;
		best->before = from;
		best->lines = before->lines + 1;
	}
	return true;
}

/* Lines that begin at `first` or later fit; where none of them may be one, the shortest
 * of the others hangs over. */
static void find_way(struct search *search, uint32_t first, uint32_t end)
{
	struct ending ending = {.end = end, .last = end == search->count};
	ending.best.at = search->ways[end].at;
	ending.room = search->width - line_of(search, 0, end);
	uint32_t from = first;
	while (from < end && try_line(search, from, &ending))
		from++;
	for (from = first; !ending.best.lines && from-- > 0;)
		try_line(search, from, &ending);
	search->ways[end] = ending.best;
}

static void find_ways(struct search *search)
{
	uint32_t first = 0;
	for (uint32_t end = 1; end <= search->count; end++) {
		const struct word *word = &search->at[end - 1];
		search->ways[end].at =
			search->ways[end - 1].at + word->width + word->space;
		while (first < end && (line_of(search, first, end) > search->width ||
				       end - first > LINE_WORDS))
			first++;
		if (end == search->count || !word->joined)
			find_way(search, first, end);
	}
}

/* Writes the lines of the way found behind `out`, which is at lines[0]. */
static size_t write_lines(const struct search *search, size_t first, struct stretch *out)
{
	size_t lines = search->ways[search->count].lines;
	uint32_t end = search->count;
	for (size_t i = lines; i-- > 0; end = search->ways[end].before) {
		uint32_t from = search->ways[end].before;
		out[i] = (struct stretch){first + from, first + end,
					  (mpt)line_of(search, from, end)};
	}
	return lines;
}

/* The width of all words on one line, or as much of it as goes past `most`. */
static mpt whole_width(const struct word *words, size_t count, mpt most)
{
	mpt width = 0;
	for (size_t i = 0; i < count && width <= most; i++)
		width += words[i].width + (i + 1 < count ? words[i].space : 0);
	return width;
}

static size_t set_line(struct arena *arena, const struct words *words, size_t from,
		       size_t to, mpt width, struct stretch *out)
{
	mpt whole = whole_width(words->at + from, to - from, width);
	if (whole <= width || to - from == 1) {
		*out = (struct stretch){from, to, whole};
		return 1;
	}
	struct arena_mark mark = arena_mark(arena);
	struct search search = {words->at + from, (uint32_t)(to - from), width, NULL};
	search.ways = ARENA_ARRAY(arena, struct way, to - from + 1);
	find_ways(&search);
	size_t lines = write_lines(&search, from, out);
	arena_rewind(arena, mark);
	return lines;
}

/* As many lines as there can be: where all is short enough, those that must end. */
static size_t most_lines(const struct words *words, mpt width)
{
	size_t lines = 1;
	if (words->natural > width)
		return words->count;
	for (size_t i = 0; i + 1 < words->count; i++)
		lines += words->at[i].ends;
	return lines;
}

struct wrapped wrap_words(struct arena *arena, const struct words *words, mpt width)
{
	size_t most = most_lines(words, width);
	struct wrapped wrapped = {ARENA_ARRAY(arena, struct stretch, most), 0};
	for (size_t from = 0, to; from < words->count; from = to) {
		to = from;
		while (to < words->count && !words->at[to].ends)
			to++;
		to = to < words->count ? to + 1 : to;
		wrapped.count += set_line(arena, words, from, to, width,
					  wrapped.at + wrapped.count);
	}
	return wrapped;
}
