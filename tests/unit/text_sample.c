#include <criterion/criterion.h>

#include "text/sample.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
};

static struct bench begin(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	return bench;
}

static void end(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static struct value *read(struct bench *bench, const char *text)
{
	const struct source *source =
		source_from_bytes(bench->sources, STR("values.yaml"), str_from_c(text));
	return sample_read(bench->arena, source, &bench->notices);
}

static const struct value *field(const struct value *record, const char *name)
{
	const struct value *value = value_field(record, str_from_c(name));
	cr_assert(value, "no '%s'", name);
	return value;
}

Test(sample, keeps_numbers_and_days_as_they_stand)
{
	struct bench bench = begin();
	const struct value *view = read(&bench, "a: 1.210\nb: 2026-02-14\nc: 0x10\n");
	cr_expect(str_equal(field(view, "a")->text, STR("1.210")));
	cr_expect(str_equal(field(view, "b")->text, STR("2026-02-14")));
	cr_expect(str_equal(field(view, "c")->text, STR("0x10")));
	end(&bench);
}

Test(sample, takes_plain_words_for_truths_and_quoted_ones_for_texts)
{
	struct bench bench = begin();
	const struct value *view =
		read(&bench, "a: true\nb: False\nc: 'true'\nd: yes\ne: tRue\n");
	cr_expect(field(view, "a")->kind == VALUE_TRUTH && field(view, "a")->truth);
	cr_expect(field(view, "b")->kind == VALUE_TRUTH && !field(view, "b")->truth);
	cr_expect_eq(field(view, "c")->kind, VALUE_TEXT);
	cr_expect_eq(field(view, "d")->kind, VALUE_TEXT);
	cr_expect_eq(field(view, "e")->kind, VALUE_TEXT);
	end(&bench);
}

Test(sample, knows_nothing_in_its_four_spellings)
{
	struct bench bench = begin();
	const struct value *view = read(&bench, "a: null\nb: ~\nc:\nd: NULL\ne: ''\n");
	for (const char *name = "abcd"; *name; name++) {
		char key[] = {*name, 0};
		cr_expect_eq(field(view, key)->kind, VALUE_EMPTY, "%s", key);
	}
	cr_expect_eq(field(view, "e")->kind, VALUE_TEXT);
	end(&bench);
}

Test(sample, keeps_lists_in_order)
{
	struct bench bench = begin();
	const struct value *list = field(read(&bench, "a: [x, {n: 1}, []]\n"), "a");
	cr_assert_eq(list->kind, VALUE_LIST);
	cr_expect_eq(list->first->kind, VALUE_TEXT);
	cr_expect_eq(list->first->next->kind, VALUE_RECORD);
	cr_expect_eq(list->first->next->next->kind, VALUE_LIST);
	cr_expect_null(list->first->next->next->next);
	end(&bench);
}

Test(sample, gives_a_record_the_text_of_its_dot)
{
	struct bench bench = begin();
	const struct value *due =
		field(read(&bench, "due: {\".\": today, iso: 2026-02-14}\n"), "due");
	cr_expect_eq(due->kind, VALUE_RECORD);
	cr_expect(str_equal(due->text, STR("today")));
	cr_expect_null(value_field(due, STR(".")));
	end(&bench);
}

Test(sample, may_be_one_text)
{
	struct bench bench = begin();
	const struct value *view = read(&bench, "hello\n");
	cr_assert_eq(view->kind, VALUE_TEXT);
	cr_expect(str_equal(view->text, STR("hello")));
	end(&bench);
}

Test(sample, is_an_empty_record_for_an_empty_file)
{
	struct bench bench = begin();
	const struct value *view = read(&bench, "# nothing yet\n");
	cr_assert(view);
	cr_expect_eq(view->kind, VALUE_RECORD);
	cr_expect_null(view->fields);
	end(&bench);
}

Test(sample, is_nothing_after_a_fault)
{
	struct bench bench = begin();
	cr_expect_null(read(&bench, "a: [1\n"));
	cr_expect_null(read(&bench, "a: 1\na: 2\n"));
	cr_expect_null(read(&bench, "a: {b: \"\\u202E\"}\n"));
	cr_expect_eq(bench.notices.errors, 3);
	end(&bench);
}
