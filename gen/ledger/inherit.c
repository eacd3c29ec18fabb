#include "ledger/inherit.h"

#include "base/arena.h"

/* What a key of the child drops from the parent. */
static bool drops(struct str child, struct str parent)
{
	static const struct {
		struct str child, parent;
	} pairs[] = {
		{STR_LIT("percent"), STR_LIT("reference")},
		{STR_LIT("percent"), STR_LIT("plus")},
		{STR_LIT("percent"), STR_LIT("fixed")},
		{STR_LIT("reference"), STR_LIT("percent")},
		{STR_LIT("percent"), STR_LIT("amount")},
		{STR_LIT("amount"), STR_LIT("percent")},
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (str_equal(child, pairs[i].child) &&
		    str_equal(parent, pairs[i].parent))
			return true;
	return false;
}

static bool is_dropped(const struct node *child, struct str key)
{
	for (const struct node *entry = child->first; entry; entry = entry->next)
		if (drops(entry->key, key))
			return true;
	return false;
}

static struct node *append(struct arena *arena, struct node *merged, struct node **last,
			   const struct node *entry)
{
	struct node *copy = ARENA_NEW(arena, struct node);
	*copy = *entry;
	copy->next = NULL;
	if (*last)
		(*last)->next = copy;
	else
		merged->first = copy;
	*last = copy;
	merged->count++;
	return copy;
}

struct node *inherit_merge(struct arena *arena, const struct node *parent,
			   const struct node *child)
{
	struct node *merged = ARENA_NEW(arena, struct node), *last = NULL;
	*merged = *child;
	merged->first = NULL;
	merged->count = 0;
	for (const struct node *entry = child->first; entry; entry = entry->next) {
		const struct node *under = node_find(parent, entry->key);
		struct node *copy = append(arena, merged, &last, entry);
		if (!under || under->kind != NODE_MAPPING || entry->kind != NODE_MAPPING)
			continue;
		struct node *next = copy->next;
		*copy = *inherit_merge(arena, under, entry);
		copy->next = next;
	}
	for (const struct node *entry = parent->first; entry; entry = entry->next) {
		bool stays = !node_find(child, entry->key) &&
			     !is_dropped(child, entry->key) &&
			     !str_equal(entry->key, STR("extends"));
		if (stays)
			append(arena, merged, &last, entry);
	}
	return merged;
}
