/* mustache: templates with tags, the whole core of the specification (comments,
 * delimiters, interpolation, inverted, partials, sections). Floor 2, paper wing. Owner:
 * the arena given. Tags are found with pcre2 (diag/pattern).
 *
 * For letters an unknown name is an error at the template's line with the nearest name
 * that exists; a name that exists but is empty is an empty section. `lenient` is the
 * spec's way.
 * {{x}} escapes for Markdown (or HTML in the spec's way), {{{x}}} and {{&x}} do not. */
#ifndef TEXT_MUSTACHE_H
#define TEXT_MUSTACHE_H

#include "diag/notice.h"
#include "text/value.h"

enum escape {
	ESCAPE_MARKDOWN, /* a value can never become markup, a cell break, a link or a new
			    line */
	ESCAPE_HTML,	 /* the specification's: & " < > */
	ESCAPE_NONE,
	ESCAPE__COUNT
};

struct mustache; /* a parsed template, immutable after mustache_parse; shared between jobs
		  */

/* Finds a partial's source by name, or NULL; then `nearest`, when set, may name one that
 * exists. */
struct partials {
	const struct source *(*find)(const struct partials *self, struct str name);
	struct str (*nearest)(const struct partials *self, struct str name);
	const void *data;
};

/* Which part of the rendered text came from where: ascending `at`. */
struct origin {
	uint32_t at;	  /* [bytes] in the rendered text */
	struct span span; /* in the template */
	bool copied;	  /* byte by byte from there; else what a tag at span made */
};

struct rendered {
	struct str text;
	struct origin *origins;
	size_t norigins;
};

struct mustache_options {
	enum escape escape;
	bool lenient;
};

/* Parses a template and, at once, every partial it can reach. body is the part of the
 * source from byte `from` on (behind the front matter). NULL after an error notice. */
struct mustache *mustache_parse(struct arena *arena, const struct source *source,
				size_t from, const struct partials *partials,
				struct notices *notices);
/* Renders into the arena. Faults (unknown names, output over LIMIT_RENDERED_BYTES,
 * partials deeper than LIMIT_PARTIAL_DEPTH) are notices; the text is then incomplete. */
struct rendered mustache_render(struct arena *arena, const struct mustache *mustache,
				const struct value *view, struct mustache_options options,
				struct notices *notices);
/* Checks every name and partial a template can reach, whatever its sections would skip,
 * against a specimen: a view in which each list has one item and nothing is empty. Lists
 * and truths that are printed instead of being opened as sections are errors too. */
void mustache_check(struct arena *scratch, const struct mustache *mustache,
		    const struct value *specimen, struct notices *notices);
/* All the words a template can print, whatever its sections would skip; a value is an
 * origin without a text. */
struct rendered mustache_words(struct arena *arena, const struct mustache *mustache);
/* Where byte `at` of a rendered text came from. */
struct span origin_span(const struct rendered *rendered, size_t at);
/* The same, soon found behind the place asked for before: *near is 0 at first. */
struct span origin_span_on(const struct rendered *rendered, size_t at, size_t *near);

#endif
