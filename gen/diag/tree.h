/* tree: whole values as nodes, made of a pump's events.
 * Floor 1. Owner: nodes live in the arena given with each call. */
#ifndef DIAG_TREE_H
#define DIAG_TREE_H

#include "diag/event.h"
#include "diag/yaml.h"

struct tree {
	struct notices *notices;
	struct arena *scratch; /* the keys of long mappings, while they are read */
	struct pump *pump;
	const struct event *event; /* the last one */
	bool borrows;		   /* lasting texts are not copied */
	bool peeked;		   /* it was only looked at */
	bool broken;		   /* the rest of the file is lost */
	bool flawed;		   /* hidden characters were already reported */
};

/* The next event, and the same without taking it. */
const struct event *tree_next(struct tree *tree);
const struct event *tree_peek(struct tree *tree);
/* Passes over one value; quietly: without reporting what is refused in it. */
void tree_skip(struct tree *tree, bool quietly);
/* Key and key_span of *entry from the current event. False when it is no key, and
 * reported: its value is to be skipped. */
bool tree_key(struct tree *tree, struct arena *arena, struct node *entry);
/* The entry before which there are already as many as a mapping may have: reports it, and
 * the rest of the file is lost. */
void tree_overfull(struct tree *tree, const struct node *entry);
/* Reports the second of two equal keys. */
void tree_duplicate(struct tree *tree, const struct node *entry, struct span first);
/* Fills `node` with the value that begins with the current event. */
void tree_value(struct tree *tree, struct arena *arena, struct node *node);

#endif
