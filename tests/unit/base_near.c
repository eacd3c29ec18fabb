/* near: edit distance and the nearest of several. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/near.h"

static struct arena *arena;

static void begin(void)
{
	arena = arena_new(0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(near, .init = begin, .fini = end);

static size_t distance(const char *a, const char *b)
{
	size_t there = near_distance(arena, str_from_c(a), str_from_c(b), 20);
	cr_assert_eq(near_distance(arena, str_from_c(b), str_from_c(a), 20), there);
	return there;
}

Test(near, counts_the_edits)
{
	cr_assert_eq(distance("", ""), 0);
	cr_assert_eq(distance("acme", "acme"), 0);
	cr_assert_eq(distance("", "abc"), 3);
	cr_assert_eq(distance("kitten", "sitting"), 3);
	cr_assert_eq(distance("invoces", "invoices"), 1);
	cr_assert_eq(distance("R-2013", "R-2031"), 1);
	cr_assert_eq(distance("ca", "abc"), 3);
	cr_assert_eq(distance("abcd", "badc"), 2);
}

Test(near, stops_past_its_limit)
{
	cr_assert_eq(near_distance(arena, STR("kitten"), STR("sitting"), 2), 3);
	cr_assert_eq(near_distance(arena, STR("kitten"), STR("sitting"), 3), 3);
	cr_assert_eq(near_distance(arena, STR("a"), STR("abcdef"), 2), 3);
	cr_assert_eq(near_distance(arena, STR("abcdefgh"), STR("stuvwxyz"), 1), 2);
	cr_assert_eq(near_distance(arena, STR("xyab"), STR("xyba"), 1), 1);
	cr_assert_eq(near_distance(arena, STR("a"), STR("b"), 0), 1);
}

static struct str nearest(const char *wanted, const char *const *candidates)
{
	struct near near = near_new(arena, str_from_c(wanted));
	for (; *candidates; candidates++)
		near_offer(&near, str_from_c(*candidates));
	return near.best;
}

#define NEAREST(wanted, ...) nearest(wanted, (const char *const[]){__VA_ARGS__, NULL})

Test(near, picks_the_nearest_in_any_order)
{
	cr_assert(str_equal(NEAREST("custmer", "currency", "customer"), STR("customer")));
	cr_assert(str_equal(NEAREST("custmer", "customer", "currency"), STR("customer")));
}

Test(near, breaks_ties_bytewise_whatever_the_order)
{
	cr_assert(str_equal(NEAREST("R-200", "R-201", "R-100"), STR("R-100")));
	cr_assert(str_equal(NEAREST("R-200", "R-100", "R-201"), STR("R-100")));
}

Test(near, offers_nothing_that_is_far_away)
{
	cr_assert_eq(NEAREST("amount", "customer", "note").len, 0);
	cr_assert_eq(NEAREST("acme", "acme").len, 0);
	cr_assert_eq(NEAREST("acme", "").len, 0);
}

Test(near, takes_another_case_for_one_slip)
{
	cr_assert(str_equal(NEAREST("ACME", "acme", "ACNNE"), STR("acme")));
}

Test(near, allows_one_slip_in_a_short_word)
{
	cr_assert(str_equal(NEAREST("ax", "ay"), STR("ay")));
	cr_assert(str_equal(NEAREST("x", "xy"), STR("xy")));
}

Test(near, never_offers_nothing)
{
	cr_assert_eq(NEAREST("a", "").len, 0);
	cr_assert(str_equal(NEAREST("a", "", "b"), STR("b")));
}
