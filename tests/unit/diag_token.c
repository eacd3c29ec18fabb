/* token: how far a finding's carets reach. */
#include <criterion/criterion.h>

#include "diag/token.h"

static void expect(const char *line, size_t offset, const char *token)
{
	struct str s = str_from_c(line);
	size_t length = token_length(s, offset);
	struct str got = str_slice(s, offset, offset + length);
	cr_assert(str_equal(got, str_from_c(token)), "'%s' at %zu gives '%.*s'", line,
		  offset, STR_ARG(got));
}

Test(token, ends_a_plain_scalar_where_yaml_does)
{
	expect("name: Acme Tools Ltd", 6, "Acme Tools Ltd");
	expect("name: Acme  # note", 6, "Acme");
	expect("name: Acme  ", 6, "Acme");
	expect("name: C#1", 6, "C#1");
	expect("name: Acme", 0, "name");
	expect("url: https://x.example/a", 5, "https://x.example/a");
	expect("address: Unit 4, Dock Road", 9, "Unit 4, Dock Road");
	expect("name:", 0, "name");
}

Test(token, ends_at_the_comma_inside_a_flow)
{
	expect("for: [R-1, R-2]", 6, "R-1");
	expect("for: [R-1, R-2]", 11, "R-2");
	expect("bank: {name: West Bank, bic: X}", 13, "West Bank");
	expect("bank: {name: West Bank, bic: X}", 24, "bic");
	expect("   sort: 12-34, account: 5}", 9, "12-34");
	expect("   R-1, R-2,", 3, "R-1");
	expect("   R-2]", 3, "R-2");
	expect("name: Acme [UK]", 6, "Acme [UK]");
}

Test(token, takes_quotes_and_brackets_whole)
{
	expect("a: \"x \\\" y\" z", 3, "\"x \\\" y\"");
	expect("a: 'it''s' z", 3, "'it''s'");
	expect("a: \"open", 3, "\"open");
	expect("a: [x, [y], \"]\"] z", 3, "[x, [y], \"]\"]");
	expect("a: {x: 1", 3, "{x: 1");
}

Test(token, takes_a_tag_to_its_braces)
{
	expect("Dear {{ name }}, hello", 5, "{{ name }}");
	expect("x {{{ raw }}} y", 2, "{{{ raw }}}");
	expect("x {{ open", 2, "{{ open");
}

Test(token, takes_marks_to_the_next_blank)
{
	expect("a: &anchor x", 3, "&anchor");
	expect("a: [*b, c]", 4, "*b");
	expect("a: |- # c", 3, "|-");
}

Test(token, is_never_empty)
{
	cr_assert_eq(token_length(STR(""), 0), 1);
	cr_assert_eq(token_length(STR("abc"), 3), 1);
	cr_assert_eq(token_length(STR("abc"), 9), 1);
	cr_assert_eq(token_length(STR(": x"), 0), 1);
	cr_assert_eq(token_length(STR("\xE2\x82\xAC"), 0), 3);
}
