#include "ledger/reference.h"

#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "ledger/rf.h"

struct number {
	struct str folded; /* without separators at its ends */
	struct str written;
	void *value;
	struct number *next; /* others that are the same without separators */
};

struct reference {
	struct arena *arena;
	struct map keys; /* folded, without separators → struct number */
	size_t longest;	 /* [bytes] of a key */
};

static bool is_separator(char c)
{
	return c == '-' || c == '.' || c == '/' || c == ' ';
}

static struct str without_ends(struct str s)
{
	while (s.len && is_separator(s.at[0]))
		s = str_slice(s, 1, s.len);
	while (s.len && is_separator(s.at[s.len - 1]))
		s.len--;
	return s;
}

static struct str without_separators(struct arena *arena, struct str s)
{
	char *at = arena_text(arena, s.len);
	size_t len = 0;
	for (size_t i = 0; i < s.len; i++)
		if (!is_separator(s.at[i]))
			at[len++] = s.at[i];
	return (struct str){at, len};
}

struct reference *reference_new(struct arena *arena, size_t count)
{
	(void)count;
	struct reference *reference = ARENA_NEW(arena, struct reference);
	reference->arena = arena;
	reference->keys = map_new(arena);
	return reference;
}

void reference_add(struct reference *reference, struct str written, void *value)
{
	struct arena *arena = reference->arena;
	struct number *number = ARENA_NEW(arena, struct number);
	number->written = written;
	number->folded = without_ends(unicode_caseless(arena, written));
	number->value = value;
	struct str key = without_separators(arena, number->folded);
	if (key.len == 0)
		return;
	if (key.len > reference->longest)
		reference->longest = key.len;
	void **slot = map_at(&reference->keys, key);
	number->next = *slot;
	*slot = number;
}

/* Whether the number stands in exactly `text`; *misses counts separators written
 * otherwise. */
static bool reads_as(struct str number, struct str text, size_t *misses)
{
	size_t at = 0;
	*misses = 0;
	for (size_t i = 0; i < number.len; i++) {
		bool here = at < text.len;
		if (is_separator(number.at[i])) {
			bool separated = here && is_separator(text.at[at]);
			*misses += !separated || text.at[at] != number.at[i];
			at += separated;
		} else if (!here || text.at[at++] != number.at[i]) {
			return false;
		}
	}
	return at == text.len;
}

/* The number that stands in `text`: the one written most alike, then the bytewise first.
 */
static bool match(const struct number *number, struct str text,
		  struct reference_filter filter, struct reference_hit *hit)
{
	const struct number *best = NULL;
	size_t fewest = 0;
	for (; number; number = number->next) {
		size_t misses;
		if (!reads_as(number->folded, text, &misses) ||
		    (filter.allows && !filter.allows(number->value, filter.context)))
			continue;
		bool alike = best && misses == fewest;
		bool better = !best || misses < fewest ||
			      (alike && str_compare(number->written, best->written) < 0);
		hit->ambiguous = alike;
		if (!better)
			continue;
		best = number;
		fewest = misses;
		hit->value = number->value;
	}
	return best != NULL;
}

/* Where words may begin and end: no letter or digit on both sides of the place. */
static bool *boundaries(struct arena *arena, struct str text)
{
	bool *open = ARENA_ARRAY(arena, bool, text.len + 1);
	bool before = false;
	for (size_t at = 0; at < text.len;) {
		size_t here = at;
		bool is_word = unicode_is_word(utf8_next(text, &at));
		open[here] = !before; /* a match may begin here */
		before = is_word;
	}
	open[text.len] = true;
	return open;
}

/* The text with every creditor reference in one word: what stands in groups of four is
 * one number, and its groups are none. */
static struct str with_whole_references(struct arena *arena, struct str text)
{
	struct buf buf = {0};
	size_t from = 0, end = 0, copied = 0;
	for (struct str rf; (rf = rf_next(arena, text, &from, &end)).len; from = end) {
		if (rf.len == end - from)
			continue;
		if (!buf.at)
			buf = buf_new(arena, text.len);
		buf_put(&buf, str_slice(text, copied, from));
		buf_put(&buf, rf);
		copied = end;
	}
	if (!copied)
		return text;
	buf_put(&buf, str_slice(text, copied, text.len));
	return buf_str(&buf);
}

/* Directly behind RF and two check digits; the text is folded. */
static bool behind_rf(struct str text, const bool *open, size_t at)
{
	if (at < 4 || !open[at - 4])
		return false;
	const char *c = text.at + at - 4;
	return c[0] == 'r' && c[1] == 'f' && c[2] >= '0' && c[2] <= '9' && c[3] >= '0' &&
	       c[3] <= '9';
}

/* Nothing of a word directly behind a match that ends at `at`. */
static bool may_end(struct str text, size_t at)
{
	if (at == text.len)
		return true;
	if (((unsigned char)text.at[at] & 0xC0) == 0x80)
		return false;
	return !unicode_is_word(utf8_next(text, &at));
}

/* The longest match that begins at `from`; its end, or `from` for none. */
static size_t longest_at(struct arena *arena, const struct reference *reference,
			 struct str text, size_t from, struct reference_filter filter,
			 struct reference_hit *hit)
{
	char *key = arena_text(arena, reference->longest);
	size_t len = 0, end = from;
	for (size_t at = from; at < text.len; at++) {
		if (is_separator(text.at[at]))
			continue;
		if (len == reference->longest)
			break;
		key[len++] = text.at[at];
		if (!may_end(text, at + 1))
			continue;
		struct reference_hit found = {0};
		struct number *number =
			map_find(&reference->keys, (struct str){key, len});
		if (!number ||
		    !match(number, str_slice(text, from, at + 1), filter, &found))
			continue;
		*hit = found;
		end = at + 1;
	}
	return end;
}

struct reference_hit *reference_search(struct arena *arena,
				       const struct reference *reference,
				       struct str written, struct reference_filter filter,
				       size_t *count)
{
	struct str text = unicode_caseless(arena, with_whole_references(arena, written));
	const bool *open = boundaries(arena, text);
	struct reference_hit *hits = NULL;
	size_t room = 0;
	*count = 0;
	for (size_t at = 0; at < text.len;) {
		struct reference_hit hit = {0};
		struct arena_mark mark = arena_mark(arena);
		size_t end = at;
		if ((open[at] || behind_rf(text, open, at)) && !is_separator(text.at[at]))
			end = longest_at(arena, reference, text, at, filter, &hit);
		arena_rewind(arena, mark);
		at = end > at ? end : at + 1;
		if (!hit.value)
			continue;
		if (*count == room) {
			hits = arena_grow(arena, hits, room, room ? room * 2 : 4,
					  sizeof *hits);
			room = room ? room * 2 : 4;
		}
		hits[(*count)++] = hit;
	}
	return hits;
}
