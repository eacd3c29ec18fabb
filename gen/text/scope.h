/* scope: which value a name means at a place in a template.
 * Floor 2, paper wing. Owner: the arena given. */
#ifndef TEXT_SCOPE_H
#define TEXT_SCOPE_H

#include "text/tag.h"

struct scope {
	struct arena *arena;
	const struct value **values; /* the context stack, the view first */
	size_t count, room;
};

struct scope scope_new(struct arena *arena, const struct value *view);
void scope_push(struct scope *scope, const struct value *value);
void scope_pop(struct scope *scope);

/* The value of a tag's name: its first part in the innermost context that has it, the
 * others below that. NULL when the name does not exist; what lies below an empty value is
 * empty. */
const struct value *scope_find(const struct scope *scope, const struct tag *tag);

/* Reports a name that does not exist, with the nearest one that does. */
void scope_report(const struct scope *scope, const struct tag *tag,
		  struct notices *notices);

#endif
