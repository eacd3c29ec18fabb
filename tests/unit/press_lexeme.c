#include <criterion/criterion.h>

#include "press/lexeme.h"

static const struct str dictionary = STR_LIT(
	"<</Type/Page/Kids[1 0 R 2 0 R]/Title(a \\) >> b)/Parent 3 0 R/Box<</A 1>>>>");

static bool is(const char *key, const char *wanted)
{
	return str_equal(lexeme_value(dictionary, 0, str_from_c(key)),
			 str_from_c(wanted));
}

Test(lexeme, finds_the_value_of_a_key)
{
	cr_expect(is("/Type", "/Page"));
	cr_expect(is("/Kids", "[1 0 R 2 0 R]"));
	cr_expect(is("/Parent", "3 0 R"));
	cr_expect(is("/Box", "<</A 1>>"));
	cr_expect(is("/A", ""), "a key of an inner dictionary is not one of the outer");
}

Test(lexeme, takes_a_string_as_a_whole)
{
	cr_expect(is("/Title", "(a \\) >> b)"));
}

Test(lexeme, ends_with_a_text_that_is_cut_anywhere)
{
	for (size_t len = 0; len < dictionary.len; len++) {
		struct str cut = str_slice(dictionary, 0, len);

		cr_expect_leq(lexeme_skip(cut, 0), len);
		lexeme_value(cut, 0, STR("/Parent"));
	}
}

Test(lexeme, reads_numbers_and_nothing_else_as_such)
{
	cr_expect_eq(lexeme_number(STR("120")), 120);
	cr_expect_eq(lexeme_number(STR("12a")), 0);
	cr_expect_eq(lexeme_number(STR("99999999999999999999999")), 0);
}
