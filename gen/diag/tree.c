#include "diag/tree.h"

#include "base/arena.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"

/* A mapping with more entries than this finds its duplicates through a map. */
#define FEW 8

/* The mapping being read: its last link, and its keys once they are many. */
struct entries {
	struct node *mapping;
	struct node **last;
	struct map keys;
	bool lost; /* an entry whose key was refused */
};

static bool report_escape(struct tree *tree, const struct event *event)
{
	for (size_t at = 0; at < event->text.len;) {
		uint32_t point = utf8_next(event->text, &at);
		if (!hidden_character(point))
			continue;
		struct notice *notice = NOTICE(tree->notices, HIDDEN_ESCAPE, event->span,
					       (unsigned)point, hidden_name(point));
		notice_help(tree->notices, notice, "remove the escape");
		return true;
	}
	return false;
}

/* Escapes can spell what the scan of the bytes could not see. */
static bool hides(struct tree *tree, const struct event *event)
{
	return event->escapes && !tree->flawed && report_escape(tree, event);
}

static void refuse_key(struct tree *tree, const char *found, const char *help)
{
	struct notice *notice = NOTICE(tree->notices, YAML_KEY, tree->event->span, found);
	notice_help(tree->notices, notice, "%s", help);
}

static void refuse_collection(struct tree *tree)
{
	bool list = tree->event->kind == EVENT_LIST;
	refuse_key(tree, list ? "a list" : "a mapping",
		   "text that begins with '{' or '[' must stand in quotes");
	tree->peeked = true;
	tree_skip(tree, true);
}

static void refuse_merge(struct tree *tree)
{
	struct notice *notice =
		NOTICE_PLAIN(tree->notices, YAML_MERGE, tree->event->span);
	notice_help(tree->notices, notice, "write the entries out");
}

static const struct node *find_entry(struct entries *entries, struct arena *scratch,
				     struct str key)
{
	if (entries->mapping->count <= FEW)
		return node_find(entries->mapping, key);
	if (!entries->keys.arena) {
		entries->keys = map_new(scratch);
		for (struct node *n = entries->mapping->first; n; n = n->next)
			*map_at(&entries->keys, n->key) = n;
	}
	return map_find(&entries->keys, key);
}

static void append(struct entries *entries, struct node *entry)
{
	*entries->last = entry;
	entries->last = &entry->next;
	entries->mapping->count++;
	if (entries->keys.arena)
		*map_at(&entries->keys, entry->key) = entry;
}

/* One entry of a mapping, whose key is the current event. */
static void read_entry(struct tree *tree, struct arena *arena, struct entries *entries)
{
	struct node *entry = ARENA_NEW(arena, struct node);
	if (!tree_key(tree, arena, entry)) {
		tree_skip(tree, true);
		entries->lost = true;
		return;
	}
	const struct node *first = find_entry(entries, tree->scratch, entry->key);
	if (first) {
		tree_duplicate(tree, entry, first->key_span);
		tree_skip(tree, false);
		return;
	}
	if (entries->mapping->count == LIMIT_KEYS) {
		tree_overfull(tree, entry);
		return;
	}
	tree_next(tree);
	tree_value(tree, arena, entry);
	append(entries, entry);
}

/* True when one more child begins with the current event. */
static bool goes_on(struct tree *tree)
{
	return tree_next(tree)->kind != EVENT_END && !tree->broken;
}

static void read_mapping(struct tree *tree, struct arena *arena, struct node *node)
{
	struct entries entries = {.mapping = node, .last = &node->first};
	struct arena_mark mark = arena_mark(tree->scratch);
	while (goes_on(tree))
		read_entry(tree, arena, &entries);
	/* What was lost may be just what would be missed: it cannot be judged. */
	if (entries.lost)
		node->kind = NODE_BROKEN;
	arena_rewind(tree->scratch, mark);
}

static void read_list(struct tree *tree, struct arena *arena, struct node *node)
{
	struct node **last = &node->first;
	while (goes_on(tree)) {
		struct node *item = ARENA_NEW(arena, struct node);
		tree_value(tree, arena, item);
		*last = item;
		last = &item->next;
		node->count++;
	}
}

static struct str keep_text(const struct tree *tree, struct arena *arena)
{
	const struct event *event = tree->event;
	bool borrowed = tree->borrows && event->lasting;
	return borrowed ? event->text : str_copy(arena, event->text);
}

static void read_scalar(struct tree *tree, struct arena *arena, struct node *node)
{
	const struct event *event = tree->event;
	node->kind = hides(tree, event) ? NODE_BROKEN : NODE_SCALAR;
	node->plain = event->plain;
	node->text = keep_text(tree, arena);
}

const struct event *tree_next(struct tree *tree)
{
	if (!tree->peeked)
		tree->event = pump_next(tree->pump);
	tree->peeked = false;
	if (tree->event->kind == EVENT_BROKEN)
		tree->broken = true;
	return tree->event;
}

const struct event *tree_peek(struct tree *tree)
{
	const struct event *event = tree_next(tree);
	tree->peeked = true;
	return event;
}

void tree_skip(struct tree *tree, bool quietly)
{
	size_t depth = 0;
	pump_hush(tree->pump, quietly);
	do {
		enum event_kind kind = tree_next(tree)->kind;
		if (kind == EVENT_LIST || kind == EVENT_MAPPING)
			depth++;
		else if (kind == EVENT_END)
			depth--;
	} while (depth > 0 && !tree->broken);
	pump_hush(tree->pump, false);
}

bool tree_key(struct tree *tree, struct arena *arena, struct node *entry)
{
	const struct event *event = tree->event;
	if (event->kind == EVENT_LIST || event->kind == EVENT_MAPPING) {
		refuse_collection(tree);
		return false;
	}
	if (event->kind != EVENT_SCALAR || hides(tree, event))
		return false;
	if (event->plain && str_equal(event->text, STR("<<"))) {
		refuse_merge(tree);
		return false;
	}
	if (event->text.len == 0 || event->block) {
		refuse_key(tree, event->block ? "a block of text" : "nothing",
			   "write the key's name before the ':'");
		return false;
	}
	entry->key = keep_text(tree, arena);
	entry->key_span = event->span;
	return true;
}

void tree_overfull(struct tree *tree, const struct node *entry)
{
	struct notice *notice =
		NOTICE(tree->notices, YAML_KEYS, entry->key_span, LIMIT_KEYS);
	notice_help(tree->notices, notice,
		    "a list has a dash before each of its records: write '- '");
	tree->broken = true;
}

void tree_duplicate(struct tree *tree, const struct node *entry, struct span first)
{
	struct str key = entry->key;
	struct notice *notice =
		NOTICE(tree->notices, DUPLICATE_KEY, entry->key_span, STR_ARG(key));
	notice_help(tree->notices, notice, "keep one of the two, or join them");
	notice_note(tree->notices, notice, first, "'%.*s' stands here first",
		    STR_ARG(key));
}

void tree_value(struct tree *tree, struct arena *arena, struct node *node)
{
	node->span = tree->event->span;
	node->kind = NODE_BROKEN;
	switch (tree->event->kind) {
	case EVENT_SCALAR:
		read_scalar(tree, arena, node);
		break;
	case EVENT_LIST:
		node->kind = NODE_LIST;
		read_list(tree, arena, node);
		break;
	case EVENT_MAPPING:
		node->kind = NODE_MAPPING;
		read_mapping(tree, arena, node);
		break;
	case EVENT_ALIAS:
	case EVENT_END:
	case EVENT_DONE:
	case EVENT_BROKEN:
	case EVENT_KIND__COUNT:
		break;
	}
	if (tree->broken)
		node->kind = NODE_BROKEN;
}
