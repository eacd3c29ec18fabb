#include "letter/keep.h"

#include "base/arena.h"
#include "base/near.h"

static const struct {
	struct str name;
	enum part_kind kind;
} kinds[] = {
	{STR_LIT("tables"), PART_TABLE},
	{STR_LIT("lists"), PART_LIST},
	{STR_LIT("paragraphs"), PART_PARAGRAPH},
};

#define NKINDS (sizeof kinds / sizeof *kinds)

void keep_include(struct included *included, struct str name, const struct source *source)
{
	size_t n = included->count;
	included->names = arena_grow(included->arena, included->names, n, n + 1,
				     sizeof *included->names);
	included->files = arena_grow(included->arena, included->files, n, n + 1,
				     sizeof *included->files);
	included->names[n] = name;
	included->files[n] = source->file;
	included->count = n + 1;
}

static void report(struct arena *arena, const struct node *node,
		   const struct included *included, struct notices *notices)
{
	struct notice *notice =
		NOTICE(notices, KEEP_UNKNOWN, node->span, STR_ARG(node->text));
	struct near near = near_new(arena, node->text);
	for (size_t i = 0; i < NKINDS; i++)
		near_offer(&near, kinds[i].name);
	for (size_t i = 0; i < included->count; i++)
		near_offer(&near, included->names[i]);
	if (near.best.len)
		notice_help(notices, notice, "did you mean '%.*s'?", STR_ARG(near.best));
}

static void read_name(struct arena *arena, const struct node *node,
		      const struct included *included, struct keep *keep,
		      struct notices *notices)
{
	for (size_t i = 0; i < NKINDS; i++)
		if (str_equal(node->text, kinds[i].name)) {
			keep->kinds[kinds[i].kind] = true;
			return;
		}
	for (size_t i = 0; i < included->count; i++)
		if (str_equal(node->text, included->names[i])) {
			keep->files[keep->count++] = included->files[i];
			return;
		}
	report(arena, node, included, notices);
}

struct keep keep_read(struct arena *arena, const struct node *node,
		      const struct included *included, struct notices *notices)
{
	struct keep keep = {.count = 0};
	if (!node)
		return keep;
	size_t room = node->kind == NODE_LIST ? node->count : 1;
	keep.files = ARENA_ARRAY(arena, uint32_t, room);
	const struct node *first = node->kind == NODE_LIST ? node->first : node;
	for (const struct node *name = first; name; name = name->next) {
		read_name(arena, name, included, &keep, notices);
		if (name == node)
			break;
	}
	return keep;
}

/* The kept partial a block comes from, by its place in the list; `count`: none. */
static size_t partial_of(const struct keep *keep, const struct part *part,
			 const struct rendered *rendered)
{
	if (!keep->count)
		return 0;
	uint32_t file = origin_span(rendered, part->at).file;
	size_t i = 0;
	while (i < keep->count && keep->files[i] != file)
		i++;
	return i;
}

void keep_mark(const struct keep *keep, struct part *parts,
	       const struct rendered *rendered)
{
	struct part *before = NULL;
	size_t last = keep->count;
	for (struct part *part = parts; part; part = part->next) {
		size_t partial = partial_of(keep, part, rendered);
		part->whole = keep->kinds[part->kind] || partial < keep->count;
		if (before && partial < keep->count && partial == last)
			before->with_next = true;
		before = part;
		last = partial;
	}
}
