/* pattern: regular expressions (pcre2), the only room that knows it.
 * Floor 1. Owner: the arena holds the pattern's own state; compiled code is freed by
 * pattern_free (pcre2 allocates through the arena's owner only for the match data). */
#ifndef DIAG_PATTERN_H
#define DIAG_PATTERN_H

#include "base/str.h"

struct pattern;

struct pattern_match {
	size_t from, to; /* [bytes] of the whole match */
	struct str groups[8];
	size_t ngroups;
};

/* Compiles a UTF-8 pattern (JIT where there is one). NULL on a fault, described in *fault
 * (arena text). Match and depth limits are set: a pathological subject gives no match and
 * sets `gave_up`. */
struct pattern *pattern_new(struct arena *arena, struct str expression, bool caseless,
			    struct str *fault);
void pattern_free(struct pattern *pattern);
/* The first match at or after `from`. Reentrant: match data lives in `scratch`. */
bool pattern_find(const struct pattern *pattern, struct arena *scratch,
		  struct str subject, size_t from, struct pattern_match *match,
		  bool *gave_up);
/* "PCRE2 10.42": what is a tag in a template is its say. */
struct str pattern_library(struct arena *arena);

#endif
