/* The reader of yaml.h: entries and items, one by one. */
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/map.h"
#include "diag/scan.h"
#include "diag/tree.h"

enum stage {
	STAGE_KEY,   /* the next event is a key of the root, or its end */
	STAGE_VALUE, /* the value of the current entry is still to come */
	STAGE_ITEMS, /* inside the list that is this value */
	STAGE_END
};

struct yaml {
	struct arena *arena;
	struct str bytes; /* of the source */
	struct tree tree;
	struct map keys;  /* of the root: to struct span */
	size_t from, end; /* [bytes] of the item given last */
	enum stage stage;
};

static struct yaml *open_part(struct arena *arena, const struct source *source,
			      size_t from, size_t to, struct notices *notices)
{
	struct yaml *yaml = ARENA_NEW(arena, struct yaml);
	yaml->arena = arena;
	yaml->bytes = source->bytes;
	yaml->tree.notices = notices;
	yaml->keys = map_new(arena);
	yaml->stage = STAGE_END;
	enum verdict verdict = scan_bytes(source, from, to, true, notices);
	yaml->tree.flawed = verdict != VERDICT_CLEAN;
	if (verdict == VERDICT_UNREADABLE) {
		yaml->tree.broken = true;
		return yaml;
	}
	yaml->tree.scratch = arena_new(0);
	yaml->tree.pump = pump_open(arena, source, from, to, notices);
	return yaml;
}

static bool is_nothing(const struct event *event)
{
	return event->kind == EVENT_DONE ||
	       (event->kind == EVENT_SCALAR && event->plain && event->text.len == 0);
}

static void refuse_root(struct yaml *yaml, const struct event *event)
{
	yaml->tree.broken = true;
	if (event->kind != EVENT_LIST && event->kind != EVENT_SCALAR)
		return;
	struct notice *notice = NOTICE(yaml->tree.notices, YAML_ROOT, event->span,
				       event->kind == EVENT_LIST ? "a list" : "text");
	notice_help(yaml->tree.notices, notice,
		    "begin with a section such as 'customers:'");
}

static enum stage stage_after(const struct yaml *yaml, enum stage stage)
{
	return yaml->tree.broken ? STAGE_END : stage;
}

/* Goes behind whatever the caller left of the current entry. */
static void leave_entry(struct yaml *yaml)
{
	if (yaml->stage == STAGE_VALUE)
		tree_skip(&yaml->tree, false);
	if (yaml->stage == STAGE_ITEMS) {
		while (!yaml->tree.broken && tree_peek(&yaml->tree)->kind != EVENT_END)
			tree_skip(&yaml->tree, false);
		tree_next(&yaml->tree);
	}
	yaml->stage = stage_after(yaml, STAGE_KEY);
}

/* A key of the root met twice is reported, yet its value is still read: what it declares
 * must not be missed elsewhere. */
static void note_key(struct yaml *yaml, const struct node *entry)
{
	void **seen = map_at(&yaml->keys, entry->key);
	if (*seen) {
		const struct span *first = *seen;
		tree_duplicate(&yaml->tree, entry, *first);
		return;
	}
	struct span *span = ARENA_NEW(yaml->arena, struct span);
	*span = entry->key_span;
	*seen = span;
}

struct yaml *yaml_open(struct arena *arena, const struct source *source,
		       struct notices *notices)
{
	struct yaml *yaml = open_part(arena, source, 0, source->bytes.len, notices);
	if (yaml->tree.broken)
		return yaml;
	yaml->tree.borrows = true;
	const struct event *event = tree_next(&yaml->tree);
	if (event->kind == EVENT_MAPPING)
		yaml->stage = STAGE_KEY;
	else if (!is_nothing(event))
		refuse_root(yaml, event);
	return yaml;
}

bool yaml_entry(struct yaml *yaml, struct node *entry)
{
	struct tree *tree = &yaml->tree;
	if (yaml->stage != STAGE_END)
		leave_entry(yaml);
	while (yaml->stage == STAGE_KEY) {
		*entry = (struct node){0};
		if (tree_next(tree)->kind == EVENT_END)
			tree_next(tree); /* a second document is reported here */
		else if (!tree_key(tree, yaml->arena, entry))
			tree_skip(tree, true);
		else if (yaml->keys.count == LIMIT_KEYS)
			tree_overfull(tree, entry);
		else {
			note_key(yaml, entry);
			yaml->stage = STAGE_VALUE;
			return true;
		}
		bool ended = tree->broken || tree->event->kind == EVENT_DONE;
		yaml->stage = ended ? STAGE_END : STAGE_KEY;
	}
	return false;
}

/* A fault directly behind a value may have cut it short, a key that slipped to the left
 * say: then nothing may be missed in it. */
static void check_cut(struct yaml *yaml, struct node *node)
{
	if (!yaml->tree.broken)
		tree_peek(&yaml->tree);
	if (yaml->tree.broken)
		node->kind = NODE_BROKEN;
}

struct node *yaml_value(struct yaml *yaml, struct arena *arena)
{
	struct node *node = ARENA_NEW(arena, struct node);
	node->kind = NODE_BROKEN;
	if (yaml->stage != STAGE_VALUE)
		return node;
	tree_next(&yaml->tree);
	yaml->tree.borrows = false;
	tree_value(&yaml->tree, arena, node);
	yaml->tree.borrows = true;
	check_cut(yaml, node);
	yaml->stage = stage_after(yaml, STAGE_KEY);
	return node;
}

struct node *yaml_item(struct yaml *yaml, struct arena *arena, bool *is_list)
{
	*is_list = true;
	if (yaml->stage == STAGE_VALUE) {
		*is_list = tree_peek(&yaml->tree)->kind == EVENT_LIST;
		if (!*is_list)
			return NULL;
		tree_next(&yaml->tree);
		yaml->stage = STAGE_ITEMS;
	}
	if (yaml->stage != STAGE_ITEMS)
		return NULL;
	if (tree_next(&yaml->tree)->kind == EVENT_END || yaml->tree.broken) {
		yaml->stage = stage_after(yaml, STAGE_KEY);
		return NULL;
	}
	struct node *item = ARENA_NEW(arena, struct node);
	tree_value(&yaml->tree, arena, item);
	yaml->from = item->span.at;
	yaml->end = yaml->tree.event->span.at;
	check_cut(yaml, item);
	return item;
}

struct str yaml_written(const struct yaml *yaml)
{
	size_t from = yaml->from;
	while (from &&
	       (yaml->bytes.at[from - 1] == ' ' || yaml->bytes.at[from - 1] == '-'))
		from--;
	struct str written = str_slice(yaml->bytes, from, yaml->end);
	while (written.len && strchr(" \r\n", written.at[written.len - 1]))
		written.len--;
	return written;
}

bool yaml_broken(const struct yaml *yaml)
{
	return yaml->tree.broken;
}

void yaml_close(struct yaml *yaml)
{
	if (yaml->tree.pump)
		pump_close(yaml->tree.pump);
	arena_free(yaml->tree.scratch);
}

struct node *yaml_read_part(struct arena *arena, const struct source *source, size_t from,
			    size_t to, struct notices *notices)
{
	struct yaml *yaml = open_part(arena, source, from, to, notices);
	struct tree *tree = &yaml->tree;
	struct node *root = ARENA_NEW(arena, struct node);
	root->kind = NODE_BROKEN;
	if (!tree->broken && is_nothing(tree_next(tree)))
		*root = (struct node){.kind = NODE_MAPPING, .span = tree->event->span};
	else if (!tree->broken)
		tree_value(tree, arena, root);
	if (!tree->broken && tree->event->kind != EVENT_DONE)
		tree_next(tree); /* a second document is reported here */
	if (tree->broken)
		root->kind = NODE_BROKEN;
	yaml_close(yaml);
	return root;
}

struct node *yaml_read(struct arena *arena, const struct source *source,
		       struct notices *notices)
{
	return yaml_read_part(arena, source, 0, source->bytes.len, notices);
}

struct node *node_find(const struct node *mapping, struct str key)
{
	for (struct node *node = mapping->first; node; node = node->next)
		if (str_equal(node->key, key))
			return node;
	return NULL;
}
