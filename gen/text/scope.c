#include "text/scope.h"

#include "base/near.h"

static const struct value nothing = {.kind = VALUE_EMPTY};

struct scope scope_new(struct arena *arena, const struct value *view)
{
	struct scope scope = {.arena = arena};
	scope_push(&scope, view);
	return scope;
}

void scope_push(struct scope *scope, const struct value *value)
{
	if (scope->count == scope->room) {
		size_t room = scope->room ? 2 * scope->room : 16;
		scope->values = arena_grow(scope->arena, scope->values, scope->room, room,
					   sizeof *scope->values);
		scope->room = room;
	}
	scope->values[scope->count++] = value;
}

void scope_pop(struct scope *scope)
{
	scope->count--;
}

/* The innermost context that has the name. */
static const struct value *innermost(const struct scope *scope, struct str name)
{
	for (size_t i = scope->count; i-- > 0;) {
		const struct value *found = value_field(scope->values[i], name);
		if (found)
			return found;
	}
	return NULL;
}

const struct value *scope_find(const struct scope *scope, const struct tag *tag)
{
	if (!tag->nparts)
		return scope->values[scope->count - 1];
	const struct value *found = innermost(scope, tag->parts[0]);
	for (size_t i = 1; found && i < tag->nparts; i++) {
		if (found->kind == VALUE_EMPTY)
			return &nothing;
		found = value_field(found, tag->parts[i]);
	}
	return found;
}

/* The record whose field is missing, and which part of the name that is. */
static const struct value *last_known(const struct scope *scope, const struct tag *tag,
				      size_t *part)
{
	const struct value *record = NULL;
	const struct value *found = innermost(scope, tag->parts[0]);
	for (*part = 0; found && *part + 1 < tag->nparts;) {
		record = found;
		*part += 1;
		found = value_field(record, tag->parts[*part]);
	}
	return record;
}

/* Lists names for whoever has none near: enough to see what kind of thing there is. */
static void list_names(struct buf *buf, const struct value *record)
{
	enum { SHOWN = 24 };
	size_t shown = 0;
	for (const struct value_field *field = record->fields; field;
	     field = field->next) {
		if (shown == SHOWN) {
			buf_put(buf, STR(", …"));
			return;
		}
		buf_put(buf, shown++ ? STR(", ") : STR(""));
		buf_put(buf, field->name);
	}
}

static void offer(struct near *near, const struct value *record)
{
	for (const struct value_field *field = record->fields; field; field = field->next)
		near_offer(near, field->name);
}

void scope_report(const struct scope *scope, const struct tag *tag,
		  struct notices *notices)
{
	struct notice *notice =
		NOTICE(notices, NAME_UNKNOWN, tag->span, STR_ARG(tag->text));
	size_t part = 0;
	const struct value *record = last_known(scope, tag, &part);
	struct near near = near_new(scope->arena, tag->parts[part]);
	for (size_t i = record ? 0 : scope->count; i-- > 0;)
		offer(&near, scope->values[i]);
	if (record)
		offer(&near, record);
	struct buf name = buf_new(scope->arena, 0);
	for (size_t i = 0; i < part; i++) {
		buf_put(&name, tag->parts[i]);
		buf_byte(&name, '.');
	}
	if (near.best.len) {
		buf_put(&name, near.best);
		notice_help(notices, notice, "did you mean '%.*s'?",
			    STR_ARG(buf_str(&name)));
		return;
	}
	struct buf names = buf_new(scope->arena, 0);
	list_names(&names, record ? record : scope->values[scope->count - 1]);
	if (!names.len)
		return;
	notice_help(notices, notice, "the names here are: %.*s",
		    STR_ARG(buf_str(&names)));
}
