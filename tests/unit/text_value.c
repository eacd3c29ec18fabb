#include <criterion/criterion.h>

#include "text/value.h"

static struct str bytes(struct arena *arena, const struct value *value)
{
	struct buf buf = buf_new(arena, 0);
	value_put(&buf, value);
	return buf_str(&buf);
}

static struct value *record(struct arena *arena, const char *name, const char *text)
{
	struct value *record = value_record(arena);
	value_set(arena, record, str_from_c(name), value_text(arena, str_from_c(text)));
	return record;
}

Test(value, finds_its_fields_by_name)
{
	struct arena *arena = arena_new(0);
	struct value *value = record(arena, "due", "today");
	value_set(arena, value, STR("fee"), value_empty(arena));
	cr_expect(str_equal(value_field(value, STR("due"))->text, STR("today")));
	cr_expect_eq(value_field(value, STR("fee"))->kind, VALUE_EMPTY);
	cr_expect_null(value_field(value, STR("du")));
	arena_free(arena);
}

Test(value, tells_long_names_apart_that_begin_alike)
{
	struct arena *arena = arena_new(0);
	struct value *value = record(arena, "payment_reference", "a");
	value_set(arena, value, STR("payment_referencf"), value_text(arena, STR("b")));
	value_set(arena, value, STR("payments"), value_text(arena, STR("c")));
	value_set(arena, value, STR("payment"), value_text(arena, STR("d")));
	cr_expect(
		str_equal(value_field(value, STR("payment_referencf"))->text, STR("b")));
	cr_expect(
		str_equal(value_field(value, STR("payment_reference"))->text, STR("a")));
	cr_expect(str_equal(value_field(value, STR("payments"))->text, STR("c")));
	cr_expect(str_equal(value_field(value, STR("payment"))->text, STR("d")));
	cr_expect_null(value_field(value, STR("payment_")));
	cr_expect_null(value_field(value, STR("payment_references")));
	cr_expect_null(value_field(value, STR("")));
	arena_free(arena);
}

Test(value, has_the_same_bytes_only_for_the_same_view)
{
	struct arena *arena = arena_new(0);
	struct str a = bytes(arena, record(arena, "a", "bc"));
	cr_expect(str_equal(a, bytes(arena, record(arena, "a", "bc"))));
	cr_expect_not(str_equal(a, bytes(arena, record(arena, "ab", "c"))));
	cr_expect_not(str_equal(a, bytes(arena, record(arena, "a", "bd"))));
	struct value *list = value_list(arena), *nested = value_list(arena);
	value_push(list, value_text(arena, STR("x")));
	value_push(nested, list);
	cr_expect_not(str_equal(bytes(arena, list), bytes(arena, nested)));
	arena_free(arena);
}
