#include "base/limits.h"
#include "text/tag.h"

struct gathering {
	struct arena *arena;
	struct buf out;
	struct origin *origins;
	size_t norigins, room;
	const struct mustache *inside[LIMIT_PARTIAL_DEPTH]; /* partials around */
	unsigned depth;
	unsigned steps;
};

static void add(struct gathering *words, const struct tag *tag)
{
	if (words->norigins == words->room) {
		size_t room = words->room ? 2 * words->room : 32;
		words->origins = arena_grow(words->arena, words->origins, words->room,
					    room, sizeof *words->origins);
		words->room = room;
	}
	bool copied = tag->kind == TAG_LITERAL;
	words->origins[words->norigins++] =
		(struct origin){(uint32_t)words->out.len, tag->span, copied};
	if (copied)
		buf_put(&words->out, tag->text);
}

/* Nor is a partial entered that is around this place already: it has been read. */
static bool enter(struct gathering *words, const struct mustache *partial)
{
	if (!partial || words->depth == LIMIT_PARTIAL_DEPTH)
		return false;
	for (unsigned i = 0; i < words->depth; i++)
		if (words->inside[i] == partial)
			return false;
	words->inside[words->depth++] = partial;
	return true;
}

static void add_tags(struct gathering *words, const struct tag *first)
{
	for (const struct tag *tag = first; tag; tag = tag->next) {
		if (words->steps++ >= LIMIT_TEMPLATE_STEPS)
			return;
		switch (tag->kind) {
		case TAG_LITERAL:
		case TAG_VALUE:
		case TAG_RAW:
			add(words, tag);
			break;
		case TAG_SECTION:
		case TAG_INVERTED:
			add_tags(words, tag->first);
			break;
		case TAG_PARTIAL:
			if (!enter(words, tag->partial))
				break;
			add_tags(words, tag->partial->first);
			words->depth--;
			break;
		case TAG_KIND__COUNT:
			break;
		}
	}
}

struct rendered mustache_words(struct arena *arena, const struct mustache *mustache)
{
	struct gathering words = {.arena = arena,
				  .out = buf_new(arena, LIMIT_RENDERED_BYTES)};
	words.inside[words.depth++] = mustache;
	add_tags(&words, mustache->first);
	return (struct rendered){buf_str(&words.out), words.origins, words.norigins};
}
