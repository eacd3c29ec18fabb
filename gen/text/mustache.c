#include "text/mustache.h"

#include "base/limits.h"
#include "base/map.h"
#include "text/braces.h"
#include "text/tag.h"

/* What the template and all the partials it reaches share while they are read. */
struct reading {
	struct arena *arena;
	const struct partials *partials;
	struct notices *notices;
	struct map known; /* partials by name: each is read once, and may name itself */
	bool failed;
};

struct parser {
	struct reading *reading;
	const struct source *source;
	struct str text;
	size_t begin, at; /* [bytes] of the body, and how far it is read */
	struct braces braces;
	struct tag *sections[LIMIT_DEPTH]; /* open ones, outermost first */
	struct tag **tails[LIMIT_DEPTH];   /* where their next neighbour goes */
	size_t nsections;
	struct tag **tail;
};

static struct span span_at(const struct parser *parser, size_t at)
{
	return (struct span){parser->source->file, (uint32_t)at};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
	return is_blank(c) || c == '\n' || c == '\r';
}

/* ---- faults ---- */

static struct notice *fail(struct parser *parser, struct notice *notice)
{
	parser->reading->failed = true;
	return notice;
}

#define FAIL(parser, NAME, at, ...) \
	fail((parser), NOTICE((parser)->reading->notices, NAME, span_at((parser), (at)), \
			      __VA_ARGS__))

/* ---- names ---- */

static bool name_is_good(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (is_space(name.at[i]) || name.at[i] == '{' || name.at[i] == '}')
			return false;
	return name.len > 0;
}

static void split_name(struct arena *arena, struct tag *tag)
{
	if (str_equal(tag->text, STR(".")))
		return;
	size_t parts = 1;
	for (size_t i = 0; i < tag->text.len; i++)
		parts += tag->text.at[i] == '.';
	tag->parts = ARENA_ARRAY(arena, struct str, parts);
	for (size_t from = 0; tag->nparts < parts;) {
		size_t to = str_index(tag->text, '.', from);
		tag->parts[tag->nparts++] = str_slice(tag->text, from, to);
		from = to + 1;
	}
}

/* ---- the tree ---- */

static struct tag *append(struct parser *parser, enum tag_kind kind, struct str text,
			  size_t at)
{
	struct tag *tag = ARENA_NEW(parser->reading->arena, struct tag);
	tag->kind = kind;
	tag->text = text;
	tag->span = span_at(parser, at);
	*parser->tail = tag;
	parser->tail = &tag->next;
	return tag;
}

static void append_literal(struct parser *parser, size_t from, size_t to)
{
	if (to > from)
		append(parser, TAG_LITERAL, str_slice(parser->text, from, to), from);
}

static void open_section(struct parser *parser, enum tag_kind kind,
			 const struct found *found)
{
	struct tag *tag = append(parser, kind, found->inner, found->from);
	split_name(parser->reading->arena, tag);
	if (parser->nsections == LIMIT_DEPTH) {
		FAIL(parser, SECTION_DEEP, found->from, LIMIT_DEPTH);
		return;
	}
	parser->sections[parser->nsections] = tag;
	parser->tails[parser->nsections++] = parser->tail;
	parser->tail = &tag->first;
}

static void close_section(struct parser *parser, const struct found *found)
{
	if (!parser->nsections) {
		FAIL(parser, SECTION_UNOPENED, found->from, STR_ARG(found->inner));
		return;
	}
	const struct tag *tag = parser->sections[--parser->nsections];
	parser->tail = parser->tails[parser->nsections];
	if (str_equal(tag->text, found->inner))
		return;
	struct notice *notice = FAIL(parser, SECTION_CROSSED, found->from,
				     STR_ARG(found->inner), STR_ARG(tag->text));
	notice_note(parser->reading->notices, notice, tag->span,
		    "section '%.*s' is opened here", STR_ARG(tag->text));
}

/* {{=<% %>=}}: two words without blanks. */
static void set_delimiters(struct parser *parser, const struct found *found)
{
	struct str words = str_trim(found->inner);
	size_t gap = 0;
	while (gap < words.len && !is_space(words.at[gap]))
		gap++;
	struct str open = str_slice(words, 0, gap);
	struct str close = str_trim(str_slice(words, gap, words.len));
	bool two = open.len && close.len && str_index(close, ' ', 0) == close.len;
	if (!two || str_index(words, '=', 0) < words.len) {
		FAIL(parser, DELIMITERS_BAD, found->from, STR_ARG(words));
		return;
	}
	braces_free(&parser->braces);
	parser->braces = braces_new(parser->reading->arena, open, close);
}

/* ---- tags that stand alone on their line (comments, sections, partials, delimiters)
 * ---- */

static bool may_stand_alone(char sign)
{
	return sign && sign != '&' && sign != '{';
}

/* The first blank before the tag, back to what has been read or the line's start. */
static size_t blanks_before(const struct parser *parser, size_t from)
{
	while (from > parser->at && is_blank(parser->text.at[from - 1]))
		from--;
	return from;
}

/* Behind the blanks after the tag, and behind a CR that belongs to a line end. */
static size_t blanks_after(const struct parser *parser, size_t to)
{
	struct str text = parser->text;
	while (to < text.len && is_blank(text.at[to]))
		to++;
	bool windows =
		to + 1 < text.len && text.at[to] == '\r' && text.at[to + 1] == '\n';
	return windows ? to + 1 : to;
}

/* True when nothing but blanks shares the tag's line; then [*from, *to) is that line. */
static bool stands_alone(const struct parser *parser, const struct found *found,
			 size_t *from, size_t *to)
{
	if (!may_stand_alone(found->sign))
		return false;
	struct str text = parser->text;
	size_t start = blanks_before(parser, found->from);
	size_t end = blanks_after(parser, found->to);
	bool first = start == parser->begin || text.at[start - 1] == '\n';
	bool last = end == text.len || text.at[end] == '\n';
	if (!first || !last)
		return false;
	*from = start;
	*to = end < text.len ? end + 1 : end;
	return true;
}

/* ---- finding tags ---- */

/* The next tag; false at the end of the text or after an error. */
static bool next_tag(struct parser *parser, struct found *found)
{
	if (!braces_find(&parser->braces, parser->reading->arena, parser->text,
			 parser->at, found))
		return false;
	if (!found->whole) {
		FAIL(parser, TAG_UNCLOSED, found->from, STR_ARG(parser->braces.close));
		return false;
	}
	if (found->sign != '!' && found->sign != '=' && !name_is_good(found->inner)) {
		FAIL(parser, TAG_NAME, found->from, STR_ARG(found->inner));
		return false;
	}
	return true;
}

/* ---- templates and partials ---- */

/* The partial of that name, to be read later when it is met for the first time. */
static const struct mustache *partial(struct reading *reading, struct str name)
{
	void **place = map_at(&reading->known, name);
	if (*place)
		return *place;
	const struct source *source =
		reading->partials ? reading->partials->find(reading->partials, name)
				  : NULL;
	if (!source)
		return NULL;
	struct mustache *mustache = ARENA_NEW(reading->arena, struct mustache);
	mustache->source = source;
	*place = mustache;
	return mustache;
}

static void add_partial(struct reading *reading, struct tag *tag)
{
	const struct partials *partials = reading->partials;
	tag->partial = partial(reading, tag->text);
	if (!tag->partial && partials && partials->nearest)
		tag->nearest = partials->nearest(partials, tag->text);
}

static void add_tag(struct parser *parser, const struct found *found, struct str indent)
{
	struct tag *tag = NULL;
	switch (found->sign) {
	case '#':
	case '^':
		open_section(parser, found->sign == '#' ? TAG_SECTION : TAG_INVERTED,
			     found);
		return;
	case '/':
		close_section(parser, found);
		return;
	case '=':
		set_delimiters(parser, found);
		return;
	case '!':
		return;
	case '>':
		tag = append(parser, TAG_PARTIAL, found->inner, found->from);
		tag->indent = indent;
		add_partial(parser->reading, tag);
		return;
	default:
		tag = append(parser, found->sign ? TAG_RAW : TAG_VALUE, found->inner,
			     found->from);
		split_name(parser->reading->arena, tag);
	}
}

static void parse(struct reading *reading, struct mustache *mustache, size_t from)
{
	struct parser parser = {.reading = reading, .source = mustache->source};
	parser.text = mustache->source->bytes;
	parser.begin = parser.at = from;
	parser.braces = braces_new(reading->arena, STR("{{"), STR("}}"));
	parser.tail = &mustache->first;
	struct found found;
	while (!reading->failed && next_tag(&parser, &found)) {
		size_t cut_from = found.from, cut_to = found.to;
		bool alone = stands_alone(&parser, &found, &cut_from, &cut_to);
		append_literal(&parser, parser.at, cut_from);
		add_tag(&parser, &found,
			str_slice(parser.text, cut_from, alone ? found.from : cut_from));
		parser.at = cut_to;
	}
	append_literal(&parser, parser.at, parser.text.len);
	if (!reading->failed && parser.nsections) {
		const struct tag *open = parser.sections[parser.nsections - 1];
		FAIL(&parser, SECTION_UNCLOSED, open->span.at, STR_ARG(open->text));
	}
	braces_free(&parser.braces);
}

struct mustache *mustache_parse(struct arena *arena, const struct source *source,
				size_t from, const struct partials *partials,
				struct notices *notices)
{
	struct reading reading = {arena, partials, notices, map_new(arena), false};
	struct mustache *mustache = ARENA_NEW(arena, struct mustache);
	mustache->source = source;
	parse(&reading, mustache, from);
	/* Partials found on the way are put behind those already waiting. */
	for (size_t i = 0; i < reading.known.count; i++)
		if (reading.known.entries[i].value)
			parse(&reading, reading.known.entries[i].value, 0);
	return reading.failed ? NULL : mustache;
}
