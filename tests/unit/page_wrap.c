/* wrap: even lines. */
#include "page_fixture.h"

#include "page/wrap.h"

static mpt monospaced(const struct metrics *self, enum face face, mpt size,
		      struct str text, bool figures)
{
	(void)self;
	(void)face;
	(void)size;
	(void)figures;
	return (mpt)utf8_count(text) * 10;
}

/* The lines of a text, `columns` wide, joined by '|'. */
static const char *wrapped(struct arena *arena, const char *text, mpt columns)
{
	struct metrics metrics = {monospaced, fixture_ascent, fixture_descent, NULL,
				  NULL};
	struct setting setting = {arena, &metrics, NULL, NULL, NULL};
	struct type type = {.size = 10};
	struct words words = words_from_text(&setting, str_from_c(text), &type);
	words_fit(&setting, &words, &type, columns * 10);
	struct wrapped lines = wrap_words(arena, &words, columns * 10);
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < lines.count; i++) {
		mpt width = 0;
		for (size_t k = lines.at[i].from; k < lines.at[i].to; k++) {
			bool more = k + 1 < lines.at[i].to;
			buf_put(&buf, words.at[k].text);
			buf_fill(&buf, ' ', more ? (size_t)words.at[k].space / 10 : 0);
			width += words.at[k].width + (more ? words.at[k].space : 0);
		}
		cr_assert_eq(width, lines.at[i].width);
		cr_assert_leq(width, columns * 10);
		buf_put(&buf, i + 1 < lines.count ? STR("|") : STR(""));
	}
	return str_c(arena, buf_str(&buf));
}

static void expect(const char *text, mpt columns, const char *wanted)
{
	struct arena *arena = arena_new(0);
	cr_expect_str_eq(wrapped(arena, text, columns), wanted);
	arena_free(arena);
}

Test(wrap, gives_one_line_where_one_will_do)
{
	expect("", 10, "");
	expect("one", 10, "one");
	expect("one two", 7, "one two");
	expect("one two ", 7, "one two");
}

Test(wrap, evens_out_the_ends)
{
	/* First fit would be "aaa bb|cc|ddddd": free ends 0, 4, 1. */
	expect("aaa bb cc ddddd", 6, "aaa|bb cc|ddddd");
}

Test(wrap, takes_no_more_lines_than_it_must)
{
	expect("aa bb cc dd ee ff", 8, "aa bb cc|dd ee ff");
}

Test(wrap, leaves_no_short_last_word_alone)
{
	expect("aaaa bbbb cccc dddd eeee ffff gggg x", 34,
	       "aaaa bbbb cccc dddd eeee ffff|gggg x");
}

Test(wrap, leaves_no_single_word_for_the_end)
{
	expect("aaaa bbbb cccc dddd eeee ffff gggg hhhhhhh", 34,
	       "aaaa bbbb cccc dddd eeee ffff|gggg hhhhhhh");
}

/* Signs that have no width would all go on one line. */
Test(wrap, takes_time_in_proportion_to_the_words)
{
	struct arena *arena = arena_new(0);
	size_t count = 200000;
	struct words words = {.at = ARENA_ARRAY(arena, struct word, count),
			      .count = count,
			      .widest = 20,
			      .natural = 40};
	words.at[count - 1].width = 20;
	words.at[0].width = 20;
	struct wrapped lines = wrap_words(arena, &words, 30);
	cr_assert_gt(lines.count, 100);
	cr_assert_lt(lines.count, 2000);
	arena_free(arena);
}

Test(wrap, ends_lines_where_they_must)
{
	expect("a\nb c", 10, "a|b c");
	expect("a\n\nb", 10, "a||b");
}

Test(wrap, divides_what_no_line_holds)
{
	expect("abcdefghijkl", 5, "abcde|fghij|kl");
	expect("in abcdefgh", 5, "in|abcde|fgh");
}

Test(wrap, keeps_the_parts_of_a_number_on_one_line)
{
	expect("pay within 30 days now", 12, "pay within|30 days now");
}

Test(wrap, finds_no_worse_way_than_any_other)
{
	/* Every way to break ten words, tried; the sum of squared free ends is never
	 * less. */
	static const char text[] = "aaa b ccccc dd eeee f ggg hhhhhh ii jjj";
	static const mpt lengths[] = {3, 1, 5, 2, 4, 1, 3, 6, 2, 3};
	struct arena *arena = arena_new(0);
	for (mpt columns = 6; columns < 20; columns++) {
		long best_cost = -1, best_lines = 99;
		for (unsigned ways = 0; ways < 512; ways++) {
			long cost = 0, lines = 1;
			mpt line = lengths[0];
			bool fits = line <= columns;
			for (size_t i = 1; i < 10; i++) {
				if (ways >> (i - 1) & 1) {
					cost += (long)(columns - line) * (columns - line);
					line = lengths[i];
					lines++;
				} else {
					line += 1 + lengths[i];
				}
				fits = fits && line <= columns;
			}
			bool better = lines < best_lines ||
				      (lines == best_lines && cost < best_cost);
			if (fits && line >= columns / 8 && better) {
				best_cost = cost;
				best_lines = lines;
			}
		}
		const char *found = wrapped(arena, text, columns);
		long cost = 0, lines = 1;
		for (const char *at = found, *bar; (bar = strchr(at, '|'));
		     at = bar + 1) {
			cost += (columns - (bar - at)) * (columns - (bar - at));
			lines++;
		}
		cr_expect_eq(lines, best_lines, "%d: %s", columns, found);
		cr_expect_eq(cost, best_cost, "%d: %s", columns, found);
	}
	arena_free(arena);
}
