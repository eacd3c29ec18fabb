#include "page/wrap.h"

/* The best way to set the words up to a place. */
struct way {
	size_t before; /* where the last line begins */
	size_t lines;  /* 0: no line can end here */
	int64_t cost;
	mpt width; /* of the last line */
};

struct search {
	const struct word *at; /* of this paragraph's forced line */
	size_t count;
	mpt width;
	struct way *ways; /* ways[n]: the first n words are set */
};

static int64_t square(int64_t n)
{
	return n * n;
}

static int64_t cost_of(const struct search *search, size_t end, mpt line)
{
	bool last = end == search->count;
	if (last)
		return line < search->width / 6 ? square(search->width / 4) : 0;
	return square(search->width - line);
}

static bool is_better(const struct way *a, const struct way *b)
{
	if (b->lines == 0)
		return true;
	return a->lines != b->lines ? a->lines < b->lines : a->cost < b->cost;
}

/* Tries every line that ends before word `end`, from the shortest on. */
static void find_way(struct search *search, size_t end)
{
	struct way *best = &search->ways[end];
	mpt line = 0;
	for (size_t from = end; from-- > 0;) {
		const struct word *word = &search->at[from];
		line += word->width + (from + 1 < end ? word->space : 0);
		if (line > search->width && best->lines)
			return;
		const struct way *before = &search->ways[from];
		if (from > 0 && before->lines == 0)
			continue;
		struct way way = {from, before->lines + 1, before->cost, line};
		way.cost += cost_of(search, end, line);
		if (is_better(&way, best))
			*best = way;
	}
}

/* Writes the lines of the way found behind `out`, which is at lines[0]. */
static size_t write_lines(const struct search *search, size_t first, struct stretch *out)
{
	size_t lines = search->ways[search->count].lines;
	for (size_t end = search->count, i = lines; i-- > 0;) {
		const struct way *way = &search->ways[end];
		out[i] = (struct stretch){first + way->before, first + end, way->width};
		end = way->before;
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
	struct search search = {words->at + from, to - from, width, NULL};
	search.ways = ARENA_ARRAY(arena, struct way, search.count + 1);
	for (size_t end = 1; end <= search.count; end++)
		if (end == search.count || !search.at[end - 1].joined)
			find_way(&search, end);
	size_t lines = write_lines(&search, from, out);
	arena_rewind(arena, mark);
	return lines;
}

struct wrapped wrap_words(struct arena *arena, const struct words *words, mpt width)
{
	struct wrapped wrapped = {ARENA_ARRAY(arena, struct stretch, words->count), 0};
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
