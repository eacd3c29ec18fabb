#include <criterion/criterion.h>

#include "ledger/reference.h"

static struct arena *arena;
static struct reference *numbers;

static void open_index(void)
{
	arena = arena_new(0);
	numbers = reference_new(arena, 8);
}

static void close_index(void)
{
	arena_free(arena);
}

TestSuite(reference, .init = open_index, .fini = close_index);

static void add(const char *number)
{
	struct str *value = ARENA_NEW(arena, struct str);
	*value = str_from_c(number);
	reference_add(numbers, *value, value);
}

/* What was found, joined by bars; a question mark where it is ambiguous. */
static const char *found_with(const char *text, struct reference_filter filter)
{
	size_t count = 0;
	struct reference_hit *hits =
		reference_search(arena, numbers, str_from_c(text), filter, &count);
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < count; i++)
		buf_format(&buf, "%s%.*s%s", i ? "|" : "",
			   STR_ARG(*(const struct str *)hits[i].value),
			   hits[i].ambiguous ? "?" : "");
	return str_c(arena, buf_str(&buf));
}

static const char *found(const char *text)
{
	return found_with(text, (struct reference_filter){0});
}

Test(reference, finds_a_number_in_the_middle_of_words)
{
	add("INV-2026-001");
	cr_assert_str_eq(found("payment of INV-2026-001, thanks"), "INV-2026-001");
}

Test(reference, ignores_case)
{
	add("INV-2026-001");
	add("ŁÓDŹ-7");
	cr_assert_str_eq(found("inv-2026-001 łódź-7"), "INV-2026-001|ŁÓDŹ-7");
}

Test(reference, takes_any_separator_or_none_where_the_number_has_one)
{
	add("INV-2026/001");
	cr_assert_str_eq(found("INV 2026.001"), "INV-2026/001");
	cr_assert_str_eq(found("INV2026001"), "INV-2026/001");
	cr_assert_str_eq(found("INV2026-001"), "INV-2026/001");
}

Test(reference, takes_no_separator_where_the_number_has_none)
{
	add("INV2026");
	cr_assert_str_eq(found("INV-2026"), "");
	add("R-7");
	cr_assert_str_eq(found("R - 7"), "");
}

Test(reference, finds_what_a_creditor_reference_is_made_of)
{
	add("INV-2026-001");
	cr_assert_str_eq(found("RF10INV2026001"), "INV-2026-001");
	cr_assert_str_eq(found("XRF10INV2026001 RF1INV2026001"), "");
}

Test(reference, finds_it_in_a_creditor_reference_in_groups_of_four)
{
	add("INV-2026-001");
	cr_assert_str_eq(found("RF10 INV2 0260 01"), "INV-2026-001");
	cr_assert_str_eq(found("TRANSFER RF10 INV2 0260 01 THANKS"), "INV-2026-001");
	cr_assert_str_eq(found("RF10 INV2 0260 01 RF10INV2026001"),
			 "INV-2026-001|INV-2026-001");
	cr_assert_str_eq(found("RF11 INV2 0260 01"), ""); /* the check digits */
	cr_assert_str_eq(found("RF10 INV 2026 001"), "INV-2026-001"); /* as it stands */
}

Test(reference, takes_no_group_of_a_creditor_reference_for_a_number)
{
	add("5390");
	cr_assert_str_eq(found("RF18 5390 0754 7034"), "");
	cr_assert_str_eq(found("RF18 5390 0754 7034 for 5390"), "5390");
	cr_assert_str_eq(found("R 18 5390 0754 7034"), "5390");
	add("539007547034");
	cr_assert_str_eq(found("RF18 5390 0754 7034"), "539007547034");
}

Test(reference, finds_whole_words_only)
{
	add("R-1");
	cr_assert_str_eq(found("R-12 XR-1 R-1a éR-1 R-1é"), "");
	cr_assert_str_eq(found("(R-1)"), "R-1");
	cr_assert_str_eq(found("R-1-R-1"), "R-1|R-1");
}

Test(reference, prefers_the_longest_at_a_place)
{
	add("2026");
	add("2026-17");
	cr_assert_str_eq(found("2026-17"), "2026-17");
	cr_assert_str_eq(found("2026-18"), "2026");
}

Test(reference, gives_them_from_left_to_right)
{
	add("A-1");
	add("B-2");
	cr_assert_str_eq(found("B-2 and A-1"), "B-2|A-1");
}

Test(reference, prefers_the_number_that_is_written_alike)
{
	add("1-23");
	add("12-3");
	add("123");
	cr_assert_str_eq(found("123"), "123");
	cr_assert_str_eq(found("12-3"), "12-3");
	cr_assert_str_eq(found("1-23"), "1-23");
}

Test(reference, says_when_two_numbers_read_the_same)
{
	add("7-7");
	add("7/7");
	cr_assert_str_eq(found("77"), "7-7?");
	cr_assert_str_eq(found("7/7"), "7/7");
}

static bool is_short(const void *value, const void *context)
{
	return ((const struct str *)value)->len <= *(const size_t *)context;
}

Test(reference, passes_over_numbers_that_are_not_allowed)
{
	add("2026");
	add("2026-17");
	size_t most = 4;
	cr_assert_str_eq(
		found_with("2026-17", (struct reference_filter){is_short, &most}),
		"2026");
}

Test(reference, finds_nothing_in_nothing)
{
	cr_assert_str_eq(found("INV-1"), "");
	add("-");
	add("INV-1");
	cr_assert_str_eq(found(""), "");
	cr_assert_str_eq(found(" - "), "");
}
