/* event: what a YAML file says, one event after another, with byte positions.
 * Floor 1. Owner: a pump keeps libyaml's memory until pump_close; an event's text is
 * valid until the next pump_next, or as long as the source's bytes when it is lasting.
 * Implemented in yaml.c, the only room that knows libyaml; node.c makes nodes of the
 * events.
 *
 * The pump reports, where they stand: syntax errors, anchors, aliases, tags, directives,
 * second documents and nesting over LIMIT_DEPTH. After a syntax error, a second document
 * or too deep a nesting it gives EVENT_BROKEN for ever. */
#ifndef DIAG_EVENT_H
#define DIAG_EVENT_H

#include "diag/notice.h"

enum event_kind {
	EVENT_SCALAR,
	EVENT_LIST,    /* begins */
	EVENT_MAPPING, /* begins */
	EVENT_END,     /* of a list or a mapping */
	EVENT_ALIAS,   /* already reported */
	EVENT_DONE,    /* the file has ended */
	EVENT_BROKEN,  /* already reported */
	EVENT_KIND__COUNT
};

struct event {
	enum event_kind kind;
	bool plain;	  /* a scalar without quotes and not as a block */
	bool escapes;	  /* a scalar in double quotes */
	bool block;	  /* a scalar introduced by | or > */
	bool lasting;	  /* the text stands so in the source, and is the source's own */
	struct span span; /* of the first byte behind a dash, anchor or tag */
	struct str text;  /* of a scalar */
};

struct pump;

/* Over the bytes [from, to) of the source; a byte order mark there is passed over. */
struct pump *pump_open(struct arena *arena, const struct source *source, size_t from,
		       size_t to, struct notices *notices);
const struct event *pump_next(struct pump *pump);
/* While quiet, anchors, aliases and tags are not reported. */
void pump_hush(struct pump *pump, bool quiet);
void pump_close(struct pump *pump);
/* "libyaml 0.2.5" */
struct str pump_library(struct arena *arena);

#endif
