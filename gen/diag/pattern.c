#include "diag/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/arena.h"

/* A text of a ledger needs some hundreds of steps; a million is a pattern gone wild, and
 * takes about ten milliseconds. */
#define STEPS 1000000u
/* Heap for one match without JIT [KiB]. */
#define HEAP 16384u

struct pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
};

static void *take(size_t size, void *scratch)
{
	return arena_alloc(scratch, size);
}

static void drop(void *piece, void *scratch)
{
	(void)piece;
	(void)scratch;
}

static struct str describe(struct arena *arena, int code, size_t at)
{
	PCRE2_UCHAR text[256];
	if (pcre2_get_error_message(code, text, sizeof text) < 0)
		return str_format(arena, "error %d at byte %zu", code, at);
	return str_format(arena, "%s at byte %zu", (const char *)text, at);
}

static void fill(struct pattern_match *match, struct str subject, pcre2_match_data *data,
		 size_t groups)
{
	const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(data);
	size_t room = sizeof match->groups / sizeof *match->groups;
	*match = (struct pattern_match){.from = bounds[0], .to = bounds[1]};
	/* \K inside a lookahead can put the start behind the end. */
	if (match->to < match->from)
		match->to = match->from;
	for (size_t i = 1; i < groups && match->ngroups < room; i++) {
		bool took_part = bounds[2 * i] != PCRE2_UNSET;
		struct str text = {NULL, 0};
		if (took_part)
			text = str_slice(subject, bounds[2 * i], bounds[2 * i + 1]);
		match->groups[match->ngroups++] = text;
	}
}

struct pattern *pattern_new(struct arena *arena, struct str expression, bool caseless,
			    struct str *fault)
{
	int error = 0;
	size_t at = 0;
	uint32_t options = PCRE2_UTF | PCRE2_UCP | (caseless ? PCRE2_CASELESS : 0);
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression.at, expression.len,
					 options, &error, &at, NULL);
	if (!code && error == PCRE2_ERROR_HEAP_FAILED)
		arena_exhausted();
	if (!code) {
		*fault = describe(arena, error, at);
		return NULL;
	}
	pcre2_jit_compile(code,
			  PCRE2_JIT_COMPLETE); /* where there is none, it is slower */
	struct pattern *pattern = ARENA_NEW(arena, struct pattern);
	pattern->code = code;
	pattern->limits = pcre2_match_context_create(NULL);
	if (!pattern->limits)
		arena_exhausted();
	pcre2_set_match_limit(pattern->limits, STEPS);
	pcre2_set_heap_limit(pattern->limits, HEAP);
	return pattern;
}

void pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_match_context_free(pattern->limits);
	pcre2_code_free(pattern->code);
}

bool pattern_find(const struct pattern *pattern, struct arena *scratch,
		  struct str subject, size_t from, struct pattern_match *match,
		  bool *gave_up)
{
	struct arena_mark mark = arena_mark(scratch);
	pcre2_general_context *memory = pcre2_general_context_create(take, drop, scratch);
	pcre2_match_data *data =
		pcre2_match_data_create_from_pattern(pattern->code, memory);
	const char *at = subject.at ? subject.at : "";
	int found = pcre2_match(pattern->code, (PCRE2_SPTR)at, subject.len, from, 0, data,
				pattern->limits);
	*gave_up = found < 0 && found != PCRE2_ERROR_NOMATCH;
	if (found > 0)
		fill(match, subject, data, (size_t)found);
	arena_rewind(scratch, mark);
	return found > 0;
}

/* "10.42 2022-12-11": the day is left out. */
struct str pattern_library(struct arena *arena)
{
	char version[64] = "";
	if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) > (int)sizeof version ||
	    pcre2_config(PCRE2_CONFIG_VERSION, version) < 0)
		return STR("PCRE2 of unknown version");
	struct str number = str_from_c(version);
	number.len = str_index(number, ' ', 0);
	return str_format(arena, "PCRE2 %.*s", STR_ARG(number));
}
