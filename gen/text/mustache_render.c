#include "base/limits.h"
#include "text/escape.h"
#include "text/scope.h"

struct render {
	struct arena *arena;
	struct mustache_options options;
	struct notices *notices;
	struct scope scope;
	struct buf out;
	struct origin *origins;
	size_t norigins, room;
	struct str indent; /* before each line of a partial that stands alone */
	bool line_begins;  /* of the template's own lines: values are never indented */
	unsigned depth;	   /* of partials */
	unsigned steps;
	bool stopped;
};

static void add_origin(struct render *render, struct span span, bool copied)
{
	if (render->norigins == render->room) {
		size_t room = render->room ? 2 * render->room : 128;
		render->origins = arena_grow(render->arena, render->origins, render->room,
					     room, sizeof *render->origins);
		render->room = room;
	}
	render->origins[render->norigins++] =
		(struct origin){(uint32_t)render->out.len, span, copied};
}

static void put_indent(struct render *render)
{
	if (render->line_begins)
		buf_put(&render->out, render->indent);
	render->line_begins = false;
}

static void put_lines(struct render *render, const struct tag *tag)
{
	for (size_t at = 0; at < tag->text.len;) {
		size_t end = str_index(tag->text, '\n', at);
		size_t next = end < tag->text.len ? end + 1 : end;
		put_indent(render);
		add_origin(render,
			   (struct span){tag->span.file, tag->span.at + (uint32_t)at},
			   true);
		buf_put(&render->out, str_slice(tag->text, at, next));
		render->line_begins = end < tag->text.len;
		at = next;
	}
}

static void put_literal(struct render *render, const struct tag *tag)
{
	if (render->indent.len) {
		put_lines(render, tag);
		return;
	}
	add_origin(render, tag->span, true);
	buf_put(&render->out, tag->text);
	render->line_begins = tag->text.at[tag->text.len - 1] == '\n';
}

static const struct value *look_up(struct render *render, const struct tag *tag)
{
	const struct value *value = scope_find(&render->scope, tag);
	if (!value && !render->options.lenient)
		scope_report(&render->scope, tag, render->notices);
	return value;
}

static void put_escaped(struct render *render, struct str text)
{
	switch (render->options.escape) {
	case ESCAPE_MARKDOWN:
		escape_markdown(&render->out, text);
		break;
	case ESCAPE_HTML:
		escape_html(&render->out, text);
		break;
	case ESCAPE_NONE:
	case ESCAPE__COUNT:
		buf_put(&render->out, text);
		break;
	}
}

static void put_value(struct render *render, const struct tag *tag)
{
	put_indent(render);
	const struct value *value = look_up(render, tag);
	if (!value || !value->text.len)
		return;
	add_origin(render, tag->span, false);
	if (tag->kind == TAG_RAW || value->markup)
		buf_put(&render->out, value->text);
	else
		put_escaped(render, value->text);
}

static bool is_something(const struct value *value)
{
	if (!value)
		return false;
	switch (value->kind) {
	case VALUE_EMPTY:
	case VALUE_KIND__COUNT:
		return false;
	case VALUE_TEXT:
		return value->text.len > 0;
	case VALUE_TRUTH:
		return value->truth;
	case VALUE_LIST:
		return value->first;
	case VALUE_RECORD:
		return true;
	}
	return false;
}

/* A section is rendered once for each of these. */
static const struct value *first_item(const struct value *value)
{
	if (!is_something(value))
		return NULL;
	return value->kind == VALUE_LIST ? value->first : value;
}

static const struct value *next_item(const struct value *value, const struct value *item)
{
	return value->kind == VALUE_LIST ? item->next : NULL;
}

/* What a partial changes for the text inside it, to be put back behind it. */
struct around {
	struct str indent;
	bool line_begins;
};

static bool enter_partial(struct render *render, const struct tag *tag,
			  struct around *around)
{
	if (!tag->partial) {
		if (!render->options.lenient)
			tag_report_partial(tag, render->notices);
		return false;
	}
	if (render->depth == LIMIT_PARTIAL_DEPTH) {
		NOTICE(render->notices, PARTIAL_DEEP, tag->span, STR_ARG(tag->text),
		       LIMIT_PARTIAL_DEPTH);
		render->stopped = true;
		return false;
	}
	*around = (struct around){render->indent, render->line_begins};
	if (!render->line_begins)
		render->indent = STR("");
	else if (tag->indent.len)
		render->indent =
			str_format(render->arena, "%.*s%.*s", STR_ARG(render->indent),
				   STR_ARG(tag->indent));
	render->depth++;
	return true;
}

static void leave_partial(struct render *render, const struct around *around)
{
	render->indent = around->indent;
	render->depth--;
}

/* False when it is one too many. */
static bool step(struct render *render, const struct tag *tag)
{
	if (render->stopped || render->steps++ < LIMIT_TEMPLATE_STEPS)
		return !render->stopped;
	NOTICE(render->notices, TEMPLATE_ENDLESS, tag->span, LIMIT_TEMPLATE_STEPS);
	render->stopped = true;
	return false;
}

/* Bounded by LIMIT_DEPTH sections in each of LIMIT_PARTIAL_DEPTH partials. */
static void put_tags(struct render *render, const struct tag *first)
{
	for (const struct tag *tag = first; tag && step(render, tag); tag = tag->next) {
		const struct value *value = NULL, *item = NULL;
		struct around around;
		switch (tag->kind) {
		case TAG_LITERAL:
			put_literal(render, tag);
			break;
		case TAG_VALUE:
		case TAG_RAW:
			put_value(render, tag);
			break;
		case TAG_INVERTED:
			if (!is_something(look_up(render, tag)))
				put_tags(render, tag->first);
			break;
		case TAG_SECTION:
			value = look_up(render, tag);
			item = first_item(value);
			for (; item && step(render, tag); item = next_item(value, item)) {
				scope_push(&render->scope, item);
				put_tags(render, tag->first);
				scope_pop(&render->scope);
			}
			break;
		case TAG_PARTIAL:
			if (!enter_partial(render, tag, &around))
				break;
			put_tags(render, tag->partial->first);
			leave_partial(render, &around);
			break;
		case TAG_KIND__COUNT:
			break;
		}
		render->stopped |= render->out.full;
	}
}

struct rendered mustache_render(struct arena *arena, const struct mustache *mustache,
				const struct value *view, struct mustache_options options,
				struct notices *notices)
{
	struct render render = {.arena = arena, .options = options, .notices = notices};
	render.scope = scope_new(arena, view);
	render.out = buf_new(arena, LIMIT_RENDERED_BYTES);
	render.line_begins = true;
	put_tags(&render, mustache->first);
	if (render.out.full)
		NOTICE(notices, RENDERED_LARGE,
		       ((struct span){mustache->source->file, 0}),
		       LIMIT_RENDERED_BYTES >> 20);
	return (struct rendered){buf_str(&render.out), render.origins, render.norigins};
}

/* The last of the origins that begin at `at` or before, or the first. */
static size_t origin_at(const struct rendered *rendered, size_t at)
{
	size_t low = 0, high = rendered->norigins;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (rendered->origins[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : 0;
}

#define STEPS 8 /* origins that are passed one by one */

struct span origin_span_on(const struct rendered *rendered, size_t at, size_t *near)
{
	const struct origin *origins = rendered->origins;
	size_t i = *near, last = i + STEPS;
	if (rendered->norigins == 0)
		return (struct span){0, 0};
	if (origins[i].at > at)
		i = last;
	while (i < last && i + 1 < rendered->norigins && origins[i + 1].at <= at)
		i++;
	if (i == last)
		i = origin_at(rendered, at);
	if (origins[i].at > at)
		return (struct span){0, 0};
	*near = i;
	uint32_t on = origins[i].copied ? (uint32_t)at - origins[i].at : 0;
	return (struct span){origins[i].span.file, origins[i].span.at + on};
}

struct span origin_span(const struct rendered *rendered, size_t at)
{
	size_t near = 0;
	return origin_span_on(rendered, at, &near);
}
