/* The pump of event.h: the only room that knows libyaml. */
#include <yaml.h>

#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "diag/event.h"
#include "diag/syntax.h"

struct pump {
	yaml_parser_t parser;
	yaml_event_t raw; /* libyaml's own, of the event given last */
	struct event event;
	const struct source *source;
	struct notices *notices;
	struct str bytes;    /* what libyaml reads */
	size_t base;	     /* [bytes] where that begins in the source */
	size_t ascii;	     /* so many bytes at the beginning are a code point each */
	size_t points, byte; /* a pair: libyaml counts code points, spans count bytes */
	struct quote quote;
	unsigned depth;
	size_t open[LIMIT_DEPTH + 1]; /* [bytes] brackets around, SIZE_MAX for a block */
	bool quiet, over, begun;
};

/* Eight bytes of ASCII are eight code points. */
static bool is_ascii_eight(const char *at)
{
	uint64_t eight;
	memcpy(&eight, at, sizeof eight);
	return (eight & UINT64_C(0x8080808080808080)) == 0;
}

static size_t count_ascii(struct str s)
{
	size_t at = 0;
	while (s.len - at >= 8 && is_ascii_eight(s.at + at))
		at += 8;
	return at;
}

/* libyaml's marks ascend but for a few bytes, so walking from the last one is cheap. */
static size_t walk_to(struct pump *pump, size_t points)
{
	struct str s = pump->bytes;
	while (pump->points < points && s.len - pump->byte >= 8 &&
	       is_ascii_eight(s.at + pump->byte)) {
		size_t step = points - pump->points < 8 ? points - pump->points : 8;
		pump->points += step;
		pump->byte += step;
	}
	for (; pump->points < points && pump->byte < s.len; pump->points++)
		if ((s.at[pump->byte] & 0x80) == 0)
			pump->byte++;
		else
			utf8_next(s, &pump->byte);
	while (pump->points > points && pump->byte > 0)
		pump->points -= (s.at[--pump->byte] & 0xC0) != 0x80;
	return pump->byte;
}

static size_t byte_of(struct pump *pump, size_t points)
{
	return pump->base + (points <= pump->ascii ? points : walk_to(pump, points));
}

static struct span span_of(struct pump *pump, yaml_mark_t mark)
{
	return (struct span){pump->source->file, (uint32_t)byte_of(pump, mark.index)};
}

/* The word at a place, for messages. */
static struct str word_at(const struct pump *pump, size_t at)
{
	struct str s = pump->source->bytes;
	size_t end = at;
	while (end < s.len && !strchr(" \t\r\n,[]{}", s.at[end]))
		end++;
	return str_slice(s, at, end);
}

/* Past anchors and tags to the value itself; to the start again when nothing follows. */
static size_t pass_properties(const struct pump *pump, size_t at)
{
	struct str s = pump->source->bytes;
	size_t start = at;
	while (at < s.len && (s.at[at] == '&' || s.at[at] == '!')) {
		at += word_at(pump, at).len;
		while (at < s.len && s.at[at] == ' ')
			at++;
	}
	return at < s.len && s.at[at] != '\n' && s.at[at] != '\r' ? at : start;
}

static void finish(struct pump *pump)
{
	pump->over = true;
	pump->event = (struct event){.kind = EVENT_BROKEN};
}

static void report_syntax(struct pump *pump)
{
	const yaml_parser_t *parser = &pump->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		arena_exhausted();
	struct syntax syntax = {
		.source = pump->source,
		.notices = pump->notices,
		.problem = parser->problem ? parser->problem : "",
		.context = parser->context ? parser->context : "",
		.end = pump->base + pump->bytes.len,
		.open = pump->depth ? pump->open[pump->depth - 1] : SIZE_MAX,
		.quote = pump->quote,
	};
	syntax.from = byte_of(pump, parser->context_mark.index);
	syntax.at = byte_of(pump, parser->problem_mark.index);
	syntax_report(&syntax);
	finish(pump);
}

static void report_anchor(struct pump *pump, const yaml_char_t *anchor)
{
	struct str name = str_from_c((const char *)anchor);
	struct notice *notice =
		NOTICE(pump->notices, YAML_ANCHOR, pump->event.span, STR_ARG(name));
	notice_help(pump->notices, notice,
		    "remove it, or put the text in quotes if it is meant");
}

static void report_alias(struct pump *pump, const yaml_char_t *anchor)
{
	struct str name = str_from_c((const char *)anchor);
	struct notice *notice =
		NOTICE(pump->notices, YAML_ALIAS, pump->event.span, STR_ARG(name));
	notice_help(pump->notices, notice,
		    "write the value out, or put the text in quotes if it is meant");
}

static void report_tag(struct pump *pump)
{
	struct span span = pump->event.span;
	struct str bytes = pump->source->bytes;
	if (bytes.at[span.at] == '&')
		span.at = (uint32_t)str_index(bytes, '!', span.at);
	struct str word = word_at(pump, span.at);
	struct notice *notice = NOTICE(pump->notices, YAML_TAG, span, STR_ARG(word));
	notice_help(pump->notices, notice,
		    "remove it, or put the text in quotes if it is meant");
}

static void report_depth(struct pump *pump)
{
	struct notice *notice =
		NOTICE(pump->notices, YAML_DEPTH, pump->event.span, LIMIT_DEPTH);
	notice->length = 1;
	notice_help(pump->notices, notice, "close what was opened before");
	finish(pump);
}

/* Anchor and tag of a value; its span moves behind them. */
static void check_properties(struct pump *pump, const yaml_char_t *anchor,
			     const yaml_char_t *tag)
{
	if (!anchor && !tag)
		return;
	if (anchor && !pump->quiet)
		report_anchor(pump, anchor);
	if (tag && !pump->quiet)
		report_tag(pump);
	size_t at = pump->event.span.at;
	pump->event.span.at = (uint32_t)pass_properties(pump, at);
}

/* The text as the source has it, when it stands there byte for byte. */
static void find_in_source(struct pump *pump)
{
	struct event *event = &pump->event;
	struct str bytes = pump->source->bytes;
	size_t at = event->span.at + !event->plain;
	if (event->block || at > bytes.len || event->text.len > bytes.len - at ||
	    memcmp(bytes.at + at, event->text.at, event->text.len) != 0)
		return;
	event->text.at = bytes.at + at;
	event->lasting = true;
}

static void report_long(struct pump *pump)
{
	if (!pump->quiet)
		NOTICE(pump->notices, YAML_LONG, pump->event.span, LIMIT_TEXT_BYTES)
			->length = 1;
	pump->event.text.len = 0;
}

static void take_scalar(struct pump *pump)
{
	const yaml_event_t *raw = &pump->raw;
	yaml_scalar_style_t style = raw->data.scalar.style;
	struct event *event = &pump->event;
	event->kind = EVENT_SCALAR;
	event->text.at = (const char *)raw->data.scalar.value;
	event->text.len = raw->data.scalar.length;
	event->plain = style == YAML_PLAIN_SCALAR_STYLE;
	event->escapes = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	event->block =
		style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	check_properties(pump, raw->data.scalar.anchor, raw->data.scalar.tag);
	if (event->text.len > LIMIT_TEXT_BYTES)
		report_long(pump);
	find_in_source(pump);
	if (event->plain || event->block)
		return;
	pump->quote.from = event->span.at;
	pump->quote.first_line = raw->start_mark.line;
	pump->quote.last_line = raw->end_mark.line;
	pump->quote.to = byte_of(pump, raw->end_mark.index);
}

static void enter(struct pump *pump, enum event_kind kind, bool flow,
		  const yaml_char_t *anchor, const yaml_char_t *tag)
{
	pump->event.kind = kind;
	check_properties(pump, anchor, tag);
	pump->open[pump->depth] = flow ? pump->event.span.at : SIZE_MAX;
	if (++pump->depth > LIMIT_DEPTH)
		report_depth(pump);
}

static void begin_document(struct pump *pump)
{
	const yaml_event_t *raw = &pump->raw;
	struct span span = pump->event.span;
	bool ordered = raw->data.document_start.version_directive ||
		       raw->data.document_start.tag_directives.start !=
			       raw->data.document_start.tag_directives.end;
	if (pump->begun) {
		struct notice *notice = NOTICE_PLAIN(pump->notices, YAML_DOCUMENTS, span);
		notice_help(pump->notices, notice,
			    "remove the '---', or move what follows to another file");
		finish(pump);
	} else if (ordered) {
		struct notice *notice = NOTICE_PLAIN(pump->notices, YAML_DIRECTIVE, span);
		notice_help(pump->notices, notice,
			    "remove the lines that begin with '%%'");
	}
	pump->begun = true;
}

static void take_alias(struct pump *pump)
{
	pump->event.kind = EVENT_ALIAS;
	if (!pump->quiet)
		report_alias(pump, pump->raw.data.alias.anchor);
}

static void enter_list(struct pump *pump)
{
	const yaml_event_t *raw = &pump->raw;
	bool flow = raw->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	enter(pump, EVENT_LIST, flow, raw->data.sequence_start.anchor,
	      raw->data.sequence_start.tag);
}

static void enter_mapping(struct pump *pump)
{
	const yaml_event_t *raw = &pump->raw;
	bool flow = raw->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	enter(pump, EVENT_MAPPING, flow, raw->data.mapping_start.anchor,
	      raw->data.mapping_start.tag);
}

/* False for the events nobody needs: then the next one is wanted. */
static bool take(struct pump *pump)
{
	const yaml_event_t *raw = &pump->raw;
	pump->event = (struct event){.span = span_of(pump, raw->start_mark)};
	switch (raw->type) {
	case YAML_SCALAR_EVENT:
		take_scalar(pump);
		return true;
	case YAML_SEQUENCE_START_EVENT:
		enter_list(pump);
		return true;
	case YAML_MAPPING_START_EVENT:
		enter_mapping(pump);
		return true;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		pump->event.kind = EVENT_END;
		pump->depth--;
		return true;
	case YAML_ALIAS_EVENT:
		take_alias(pump);
		return true;
	case YAML_STREAM_END_EVENT:
	case YAML_NO_EVENT:
		pump->event.kind = EVENT_DONE;
		pump->over = true;
		return true;
	case YAML_DOCUMENT_START_EVENT:
		begin_document(pump);
		return pump->over;
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return false;
	}
	return false;
}

struct pump *pump_open(struct arena *arena, const struct source *source, size_t from,
		       size_t to, struct notices *notices)
{
	struct pump *pump = ARENA_NEW(arena, struct pump);
	if (str_starts(str_slice(source->bytes, from, to), STR("\xEF\xBB\xBF")))
		from += 3;
	pump->source = source;
	pump->notices = notices;
	pump->base = from;
	pump->bytes = str_slice(source->bytes, from, to);
	pump->ascii = pump->points = pump->byte = count_ascii(pump->bytes);
	if (!yaml_parser_initialize(&pump->parser))
		arena_exhausted();
	yaml_parser_set_encoding(&pump->parser, YAML_UTF8_ENCODING);
	const char *at = pump->bytes.len ? pump->bytes.at : "";
	yaml_parser_set_input_string(&pump->parser, (const unsigned char *)at,
				     pump->bytes.len);
	return pump;
}

const struct event *pump_next(struct pump *pump)
{
	while (!pump->over) {
		yaml_event_delete(&pump->raw);
		if (!yaml_parser_parse(&pump->parser, &pump->raw))
			report_syntax(pump);
		else if (take(pump))
			break;
	}
	return &pump->event;
}

void pump_hush(struct pump *pump, bool quiet)
{
	pump->quiet = quiet;
}

void pump_close(struct pump *pump)
{
	yaml_event_delete(&pump->raw);
	yaml_parser_delete(&pump->parser);
}

struct str pump_library(struct arena *arena)
{
	return str_format(arena, "libyaml %s", yaml_get_version_string());
}
