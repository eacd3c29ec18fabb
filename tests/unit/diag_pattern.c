/* pattern: finding, groups, limits. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "diag/pattern.h"

static struct arena *arena;

static void begin(void)
{
	arena = arena_new(0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(pattern, .init = begin, .fini = end);

static struct pattern *compile(const char *expression, bool caseless)
{
	struct str fault = {NULL, 0};
	struct pattern *pattern =
		pattern_new(arena, str_from_c(expression), caseless, &fault);
	cr_assert_not_null(pattern, "%.*s", STR_ARG(fault));
	return pattern;
}

Test(pattern, finds_the_first_match_and_its_groups)
{
	struct pattern *pattern = compile("([A-Z]+)-([0-9]+)(x)?", false);
	struct pattern_match match;
	bool gave_up = true;
	struct str text = STR("pay INV-7 and R-12");
	cr_assert(pattern_find(pattern, arena, text, 0, &match, &gave_up));
	cr_assert_not(gave_up);
	cr_assert(match.from == 4 && match.to == 9);
	cr_assert_geq(match.ngroups, 2);
	cr_assert(str_equal(match.groups[0], STR("INV")));
	cr_assert(str_equal(match.groups[1], STR("7")));
	cr_assert(pattern_find(pattern, arena, text, match.to, &match, &gave_up));
	cr_assert(str_equal(str_slice(text, match.from, match.to), STR("R-12")));
	cr_assert_not(pattern_find(pattern, arena, text, match.to, &match, &gave_up));
	cr_assert_not(gave_up);
	pattern_free(pattern);
}

Test(pattern, knows_unicode_and_ignores_case_when_asked)
{
	struct pattern *pattern = compile("^\xC5\x82\xC3\xB3\\w+$", true);
	struct pattern_match match;
	bool gave_up;
	cr_assert(pattern_find(pattern, arena,
			       STR("\xC5\x81\xC3\x93"
				   "d\xC5\xBA"),
			       0, &match, &gave_up));
	cr_assert_eq(match.to, 7);
	pattern_free(pattern);
}

Test(pattern, describes_what_is_wrong_with_an_expression)
{
	struct str fault = {NULL, 0};
	cr_assert_null(pattern_new(arena, STR("a(b"), false, &fault));
	cr_assert(str_ends(fault, STR("at byte 3")), "%.*s", STR_ARG(fault));
}

Test(pattern, gives_up_on_a_pathological_subject)
{
	struct pattern *pattern = compile("^(a+)+$", false);
	struct pattern_match match;
	bool gave_up = false;
	char text[61];
	memset(text, 'a', 60);
	text[59] = 'b';
	struct str subject = {text, 60};
	cr_assert_not(pattern_find(pattern, arena, subject, 0, &match, &gave_up));
	cr_assert(gave_up);
	pattern_free(pattern);
}

Test(pattern, leaves_nothing_in_the_scratch)
{
	struct pattern *pattern = compile("x", false);
	struct pattern_match match;
	bool gave_up;
	pattern_find(pattern, arena, STR("x"), 0, &match, &gave_up);
	size_t held = arena_bytes(arena);
	for (int i = 0; i < 10000; i++)
		cr_assert(pattern_find(pattern, arena, STR("axb"), 0, &match, &gave_up));
	cr_assert_eq(arena_bytes(arena), held);
	pattern_free(pattern);
	pattern_free(NULL);
}

Test(pattern, finds_an_empty_match_in_an_empty_text)
{
	struct pattern *pattern = compile("^$", false);
	struct pattern_match match;
	bool gave_up;
	cr_assert(
		pattern_find(pattern, arena, (struct str){NULL, 0}, 0, &match, &gave_up));
	cr_assert(match.from == 0 && match.to == 0 && match.ngroups == 0);
	pattern_free(pattern);
}
