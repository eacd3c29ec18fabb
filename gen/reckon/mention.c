#include "reckon/mention.h"

#include "base/utf8.h"

#define SEED UINT64_C(14695981039346656037)
#define PRIME UINT64_C(1099511628211)

static bool mark(char c)
{
	return c == '-' || c == '.' || c == '/' || c == ' ';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static uint64_t mix(uint64_t hash, char c)
{
	return mark(c) ? hash : (hash ^ (unsigned char)lower(c)) * PRIME;
}

static uint64_t hash_of(struct str s)
{
	uint64_t hash = SEED;
	for (size_t i = 0; i < s.len; i++)
		hash = mix(hash, s.at[i]);
	return hash;
}

/* Letters and digits; beyond ASCII everything but marks, signs and spaces counts as one.
 */
static bool wordy(uint32_t point)
{
	if (point < 0x80) {
		uint32_t letter = point | 0x20;
		return (point >= '0' && point <= '9') || (letter >= 'a' && letter <= 'z');
	}
	if (point < 0xC0)
		return point == 0xAA || point == 0xB5 || point == 0xBA;
	return point != 0xD7 && point != 0xF7 && !(point >= 0x2000 && point <= 0x206F) &&
	       !(point >= 0x20A0 && point <= 0x20CF) &&
	       !(point >= 0x3000 && point <= 0x303F);
}

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0u) == 0x80u;
}

static bool word_before(struct str s, size_t at)
{
	if (at == 0)
		return false;
	size_t start = at - 1;
	while (start > 0 && continues(s.at[start]))
		start--;
	return wordy(utf8_next(s, &start));
}

static bool word_at(struct str s, size_t at)
{
	return at < s.len && wordy(utf8_next(s, &at));
}

/* Whether the text is the number, written as rule 4b allows. */
static bool spells(struct str number, struct str text)
{
	size_t t = 0;
	for (size_t n = 0; n < number.len; n++) {
		if (mark(number.at[n]))
			t += t < text.len && mark(text.at[t]);
		else if (t == text.len || lower(number.at[n]) != lower(text.at[t++]))
			return false;
	}
	return t == text.len;
}

struct mention_index mention_index_new(struct replay *r)
{
	struct mention_index index = {.nslots = 4};
	while (index.nslots < 2 * r->ndebts)
		index.nslots *= 2;
	index.slots = ARENA_ARRAY(r->arena, struct debt *, index.nslots);
	for (size_t i = 0; i < r->ndebts; i++) {
		struct str number = r->debts[i].item.invoice->number;
		size_t slot = hash_of(number) & (index.nslots - 1);
		while (index.slots[slot] != NULL)
			slot = (slot + 1) & (index.nslots - 1);
		index.slots[slot] = &r->debts[i];
		index.longest = number.len > index.longest ? number.len : index.longest;
	}
	return index;
}

/* The invoice that the text spells, the one written just so before others. */
static struct debt *lookup(const struct mention_index *index, struct str text,
			   uint64_t hash, date day)
{
	struct debt *best = NULL;
	size_t slot = hash & (index->nslots - 1);
	for (; index->slots[slot] != NULL; slot = (slot + 1) & (index->nslots - 1)) {
		struct debt *debt = index->slots[slot];
		struct str number = debt->item.invoice->number;
		if (debt->item.invoice->issued > day || !spells(number, text))
			continue;
		if (best == NULL || str_equal_caseless(number, text))
			best = debt;
	}
	return best;
}

/* The longest number that begins at `from`; *end is behind it. */
static struct debt *longest(const struct mention_index *index, struct str s, size_t from,
			    date day, size_t *end)
{
	struct debt *best = NULL;
	uint64_t hash = SEED;
	for (size_t at = from; at < s.len && at - from < index->longest; at++) {
		hash = mix(hash, s.at[at]);
		if (word_at(s, at + 1))
			continue;
		struct str text = str_slice(s, from, at + 1);
		struct debt *found = lookup(index, text, hash, day);
		if (found != NULL) {
			best = found;
			*end = at + 1;
		}
	}
	return best;
}

static void add(struct arena *arena, struct mention_list *list, struct debt *debt)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->debts[i] == debt)
			return;
	list->debts = arena_grow(arena, list->debts, list->count, list->count + 1,
				 sizeof(struct debt *));
	list->debts[list->count++] = debt;
}

struct mention_list mention_find(struct arena *arena, const struct mention_index *index,
				 struct str reference, date day)
{
	struct mention_list list = {NULL, 0};
	for (size_t at = 0; at < reference.len;) {
		size_t end = at + 1;
		struct debt *debt = NULL;
		if (!mark(reference.at[at]) && !continues(reference.at[at]) &&
		    !word_before(reference, at))
			debt = longest(index, reference, at, day, &end);
		if (debt != NULL)
			add(arena, &list, debt);
		at = end;
	}
	return list;
}
