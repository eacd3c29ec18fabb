#include <criterion/criterion.h>

#include "base/carried.h"

static size_t count(void)
{
	size_t n = 0;
	while (carried_at(n))
		n++;
	return n;
}

Test(carried, is_sorted_bytewise_without_repeats)
{
	for (size_t i = 1; i < count(); i++)
		cr_assert_lt(str_compare(carried_at(i - 1)->path, carried_at(i)->path), 0,
			     "%.*s", STR_ARG(carried_at(i)->path));
}

Test(carried, finds_every_file_it_holds)
{
	for (size_t i = 0; i < count(); i++)
		cr_assert_eq(carried_find(carried_at(i)->path), carried_at(i));
}

Test(carried, knows_no_other_path)
{
	cr_assert_null(carried_find(STR("")));
	cr_assert_null(carried_find(STR("fonts/regular.tt")));
	cr_assert_null(carried_find(STR("fonts/regular.ttf2")));
	cr_assert_null(carried_find(STR("~")));
}

Test(carried, ends_with_null)
{
	cr_assert_null(carried_at(count()));
	cr_assert_null(carried_at(SIZE_MAX));
}

Test(carried, holds_three_truetype_faces)
{
	static const char *const faces[] = {"fonts/bold.ttf", "fonts/italic.ttf",
					    "fonts/regular.ttf"};
	for (size_t i = 0; i < 3; i++) {
		const struct carried *face = carried_find(str_from_c(faces[i]));
		cr_assert_not_null(face, "%s", faces[i]);
		cr_assert(str_starts(face->bytes, STR("\0\1\0\0")), "%s", faces[i]);
		cr_assert_gt(face->bytes.len, 10000);
	}
}
