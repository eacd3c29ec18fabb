#include "base/limits.h"
#include "text/scope.h"

struct check {
	struct notices *notices;
	struct scope scope;
	const struct mustache
		*inside[LIMIT_PARTIAL_DEPTH]; /* partials around this place */
	unsigned depth;
	unsigned steps;
};

static void check_value(struct check *check, const struct tag *tag)
{
	const struct value *value = scope_find(&check->scope, tag);
	if (!value) {
		scope_report(&check->scope, tag, check->notices);
		return;
	}
	bool prints = value->kind == VALUE_TEXT || value->kind == VALUE_EMPTY ||
		      (value->kind == VALUE_RECORD && value->text.len);
	if (prints)
		return;
	struct notice *notice =
		NOTICE(check->notices, NAME_NOT_TEXT, tag->span, STR_ARG(tag->text));
	notice_help(check->notices, notice, "open it as a section: {{#%.*s}} … {{/%.*s}}",
		    STR_ARG(tag->text), STR_ARG(tag->text));
}

/* The partial's tags, or NULL when there is none or it is already around this place. */
static const struct tag *enter(struct check *check, const struct tag *tag)
{
	if (!tag->partial) {
		tag_report_partial(tag, check->notices);
		return NULL;
	}
	for (unsigned i = 0; i < check->depth; i++)
		if (check->inside[i] == tag->partial)
			return NULL;
	if (check->depth == LIMIT_PARTIAL_DEPTH) {
		NOTICE(check->notices, PARTIAL_DEEP, tag->span, STR_ARG(tag->text),
		       LIMIT_PARTIAL_DEPTH);
		return NULL;
	}
	check->inside[check->depth++] = tag->partial;
	return tag->partial->first;
}

/* The context a section's tags see: a list's one item, else the value itself. */
static const struct value *open_section(struct check *check, const struct tag *tag)
{
	const struct value *value = scope_find(&check->scope, tag);
	if (!value)
		scope_report(&check->scope, tag, check->notices);
	return value && value->kind == VALUE_LIST ? value->first : value;
}

/* False when it is one too many; told once. */
static bool step(struct check *check, const struct tag *tag)
{
	if (check->steps > LIMIT_TEMPLATE_STEPS)
		return false;
	if (check->steps++ == LIMIT_TEMPLATE_STEPS)
		NOTICE(check->notices, TEMPLATE_ENDLESS, tag->span, LIMIT_TEMPLATE_STEPS);
	return check->steps <= LIMIT_TEMPLATE_STEPS;
}

static void check_tags(struct check *check, const struct tag *first)
{
	for (const struct tag *tag = first; tag && step(check, tag); tag = tag->next) {
		const struct value *inner = NULL;
		const struct tag *tags = NULL;
		switch (tag->kind) {
		case TAG_VALUE:
		case TAG_RAW:
			check_value(check, tag);
			break;
		case TAG_SECTION:
			inner = open_section(check, tag);
			if (!inner)
				break;
			scope_push(&check->scope, inner);
			check_tags(check, tag->first);
			scope_pop(&check->scope);
			break;
		case TAG_INVERTED:
			open_section(check, tag);
			check_tags(check, tag->first);
			break;
		case TAG_PARTIAL:
			tags = enter(check, tag);
			check_tags(check, tags);
			check->depth -= tags ? 1 : 0;
			break;
		case TAG_LITERAL:
		case TAG_KIND__COUNT:
			break;
		}
	}
}

void mustache_check(struct arena *scratch, const struct mustache *mustache,
		    const struct value *specimen, struct notices *notices)
{
	struct check check = {.notices = notices, .scope = scope_new(scratch, specimen)};
	check.inside[check.depth++] = mustache;
	check_tags(&check, mustache->first);
}
