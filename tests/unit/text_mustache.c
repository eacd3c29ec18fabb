#include <criterion/criterion.h>

#include "text/mustache.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct value *view;
	struct partials partials;
	struct str partial; /* the one partial there is, named "box"; empty: none */
};

static const struct source *find(const struct partials *self, struct str name)
{
	const struct bench *bench = self->data;
	if (!bench->partial.len || !str_equal(name, STR("box")))
		return NULL;
	return source_from_bytes(bench->sources, STR("box.md"), bench->partial);
}

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	bench.view = value_record(bench.arena);
	bench.partials.find = find;
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static void set(struct bench *bench, const char *name, const char *text)
{
	value_set(bench->arena, bench->view, str_from_c(name),
		  value_text(bench->arena, str_from_c(text)));
}

static struct mustache *parse(struct bench *bench, const char *text)
{
	bench->partials.data = bench;
	const struct source *source =
		source_from_bytes(bench->sources, STR("letter.md"), str_from_c(text));
	return mustache_parse(bench->arena, source, 0, &bench->partials, &bench->notices);
}

static struct rendered render(struct bench *bench, const char *text)
{
	struct mustache *mustache = parse(bench, text);
	cr_assert_not_null(mustache);
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	return mustache_render(bench->arena, mustache, bench->view, options,
			       &bench->notices);
}

static void expect(struct bench *bench, const char *text, const char *rendered)
{
	struct str got = render(bench, text).text;
	cr_expect(str_equal(got, str_from_c(rendered)), "'%.*s' is not '%s'",
		  STR_ARG(got), rendered);
}

/* The one finding there is, and where it stands. */
static const struct notice *only(struct bench *bench, enum notice_code code,
				 unsigned line, unsigned column)
{
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&bench->notices, &count);
	cr_assert_eq(count, 1);
	cr_expect_eq(sorted[0]->code, code, "%s", notice_code_name(sorted[0]->code));
	struct place place = source_place(bench->sources, sorted[0]->span);
	cr_expect_eq(place.line, line, "line %u", place.line);
	cr_expect_eq(place.column, column, "column %u", place.column);
	return sorted[0];
}

Test(mustache, escapes_values_but_not_raw_ones)
{
	struct bench bench = set_up();
	set(&bench, "name", "a*b");
	expect(&bench, "{{name}} {{{name}}} {{&name}}", "a\\*b a*b a*b");
	tear_down(&bench);
}

Test(mustache, prints_a_record_as_its_own_text)
{
	struct bench bench = set_up();
	struct value *due = value_record(bench.arena);
	due->text = STR("14 February 2026");
	value_set(bench.arena, due, STR("iso"),
		  value_text(bench.arena, STR("2026-02-14")));
	value_set(bench.arena, bench.view, STR("due"), due);
	expect(&bench, "{{due}} {{{due.iso}}}", "14 February 2026 2026-02-14");
	tear_down(&bench);
}

Test(mustache, leaves_out_the_section_of_an_empty_text)
{
	struct bench bench = set_up();
	set(&bench, "po", "");
	expect(&bench, "a{{#po}}your order {{po}}{{/po}}{{^po}}-{{/po}}b", "a-b");
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(mustache, lets_names_below_an_empty_value_be_empty)
{
	struct bench bench = set_up();
	value_set(bench.arena, bench.view, STR("next"), value_empty(bench.arena));
	expect(&bench, "[{{next.stage}}]", "[]");
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(mustache, names_the_nearest_name_for_an_unknown_one)
{
	struct bench bench = set_up();
	set(&bench, "demand", "£5");
	render(&bench, "Dear Sir,\n\nplease pay {{demamd}}.\n");
	const struct notice *notice = only(&bench, NOTICE_NAME_UNKNOWN, 3, 12);
	cr_expect(str_equal(notice->help, STR("did you mean 'demand'?")));
	tear_down(&bench);
}

Test(mustache, lists_the_names_there_are_when_none_is_near)
{
	struct bench bench = set_up();
	set(&bench, "demand", "£5");
	set(&bench, "pay_by", "Monday");
	render(&bench, "{{xyzzy}}");
	const struct notice *notice = only(&bench, NOTICE_NAME_UNKNOWN, 1, 1);
	cr_expect(str_equal(notice->help, STR("the names here are: demand, pay_by")));
	tear_down(&bench);
}

Test(mustache, finds_the_nearest_name_inside_a_record)
{
	struct bench bench = set_up();
	struct value *customer = value_record(bench.arena);
	value_set(bench.arena, customer, STR("contact"),
		  value_text(bench.arena, STR("Jo")));
	value_set(bench.arena, bench.view, STR("customer"), customer);
	render(&bench, "{{customer.contcat}}");
	const struct notice *notice = only(&bench, NOTICE_NAME_UNKNOWN, 1, 1);
	cr_expect(str_equal(notice->help, STR("did you mean 'customer.contact'?")));
	tear_down(&bench);
}

Test(mustache, checks_names_that_its_sections_would_skip)
{
	struct bench bench = set_up();
	struct value *list = value_list(bench.arena), *item = value_record(bench.arena);
	value_set(bench.arena, item, STR("number"), value_text(bench.arena, STR("R1")));
	value_push(list, item);
	value_set(bench.arena, bench.view, STR("invoices"), list);
	struct mustache *mustache =
		parse(&bench,
		      "{{^invoices}}{{#invoices}}\n{{nubmer}}{{/invoices}}{{/invoices}}");
	mustache_check(bench.arena, mustache, bench.view, &bench.notices);
	only(&bench, NOTICE_NAME_UNKNOWN, 2, 1);
	tear_down(&bench);
}

/* The words are copied; a bar stands for a value. */
static struct str words_of(struct bench *bench, const char *text)
{
	struct rendered words = mustache_words(bench->arena, parse(bench, text));
	struct buf buf = buf_new(bench->arena, 0);
	for (size_t i = 0; i < words.norigins; i++) {
		size_t from = words.origins[i].at;
		size_t to =
			i + 1 < words.norigins ? words.origins[i + 1].at : words.text.len;
		if (words.origins[i].copied)
			buf_put(&buf, str_slice(words.text, from, to));
		else
			buf_byte(&buf, '|');
	}
	return buf_str(&buf);
}

Test(mustache, has_all_the_words_it_can_print)
{
	struct bench bench = set_up();
	bench.partial = STR("in {{c}}{{>box}} box");
	struct str words = words_of(&bench, "a {{#x}}b {{{y}}}{{/x}}{{^x}} or{{/x}}"
					    " {{>box}}{{>none}}.");
	cr_expect(str_equal(words, STR("a b | or in | box.")), "%.*s", STR_ARG(words));
	tear_down(&bench);
}

Test(mustache, has_no_words_without_end)
{
	struct bench bench = set_up();
	bench.partial = STR("{{>box}}x{{>box}}");
	struct str words = words_of(&bench, "{{>box}}{{>box}}");
	cr_expect(str_equal(words, STR("xx")), "%.*s", STR_ARG(words));
	tear_down(&bench);
}

Test(mustache, refuses_to_print_a_list)
{
	struct bench bench = set_up();
	value_set(bench.arena, bench.view, STR("invoices"), value_list(bench.arena));
	struct mustache *mustache = parse(&bench, "{{invoices}}");
	mustache_check(bench.arena, mustache, bench.view, &bench.notices);
	only(&bench, NOTICE_NAME_NOT_TEXT, 1, 1);
	tear_down(&bench);
}

Test(mustache, points_at_a_section_that_is_never_closed)
{
	struct bench bench = set_up();
	cr_expect_null(parse(&bench, "a\n  {{#fee}}\nb"));
	only(&bench, NOTICE_SECTION_UNCLOSED, 2, 3);
	tear_down(&bench);
}

Test(mustache, points_at_both_ends_of_a_crossed_section)
{
	struct bench bench = set_up();
	cr_expect_null(parse(&bench, "{{#a}}\n{{#b}}{{/a}}{{/b}}"));
	const struct notice *notice = only(&bench, NOTICE_SECTION_CROSSED, 2, 7);
	cr_assert_not_null(notice->notes);
	cr_expect_eq(source_place(bench.sources, notice->notes->span).column, 1);
	tear_down(&bench);
}

Test(mustache, refuses_a_closing_tag_that_closes_nothing)
{
	struct bench bench = set_up();
	cr_expect_null(parse(&bench, "{{/a}}"));
	only(&bench, NOTICE_SECTION_UNOPENED, 1, 1);
	tear_down(&bench);
}

Test(mustache, refuses_a_tag_without_its_end)
{
	static const char *const texts[] = {"x {{name", "x {{name {{other}}",
					    "x {{{name}}"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bench bench = set_up();
		cr_expect_null(parse(&bench, texts[i]));
		only(&bench, NOTICE_TAG_UNCLOSED, 1, 3);
		tear_down(&bench);
	}
}

Test(mustache, refuses_what_is_not_a_name)
{
	static const char *const texts[] = {"{{}}", "{{two words}}", "{{#}}{{/}}"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bench bench = set_up();
		cr_expect_null(parse(&bench, texts[i]));
		only(&bench, NOTICE_TAG_NAME, 1, 1);
		tear_down(&bench);
	}
}

Test(mustache, refuses_delimiters_it_could_not_find_again)
{
	struct bench bench = set_up();
	cr_expect_null(parse(&bench, "{{=<%=}}"));
	only(&bench, NOTICE_DELIMITERS_BAD, 1, 1);
	tear_down(&bench);
}

Test(mustache, finds_the_end_of_a_tag_however_far)
{
	struct bench bench = set_up();
	struct buf buf = buf_new(bench.arena, 0);
	buf_put(&buf, STR("a{{! "));
	for (size_t i = 0; i < 2000; i++)
		buf_put(&buf, STR("é€"));
	buf_put(&buf, STR("}}b{{"));
	buf_fill(&buf, ' ', 5000);
	buf_put(&buf, STR("name}}"));
	set(&bench, "name", "c");
	expect(&bench, str_c(bench.arena, buf_str(&buf)), "abc");
	tear_down(&bench);
}

Test(mustache, names_a_partial_that_is_not_there)
{
	struct bench bench = set_up();
	render(&bench, "a\n{{>bix}}\n");
	only(&bench, NOTICE_PARTIAL_UNKNOWN, 2, 1);
	tear_down(&bench);
}

Test(mustache, stops_a_partial_that_names_itself_without_end)
{
	struct bench bench = set_up();
	bench.partial = STR("{{>box}}{{>box}}{{>box}}");
	render(&bench, "{{>box}}");
	only(&bench, NOTICE_PARTIAL_DEEP, 1, 1);
	tear_down(&bench);
}

Test(mustache, indents_a_partial_but_never_what_a_value_holds)
{
	struct bench bench = set_up();
	bench.partial = STR("a\n{{{name}}}\nb\n");
	set(&bench, "name", "1\n2");
	expect(&bench, "> {{name}}\n  {{>box}}\nend", "> 1 2\n  a\n  1\n2\n  b\nend");
	tear_down(&bench);
}

Test(mustache, tells_where_each_byte_came_from)
{
	struct bench bench = set_up();
	set(&bench, "name", "longer than the tag");
	struct rendered rendered = render(&bench, "ab {{name}}\ncd");
	cr_expect_eq(origin_span(&rendered, 1).at, 1);
	cr_expect_eq(origin_span(&rendered, 3).at, 3);
	cr_expect_eq(origin_span(&rendered, 15).at, 3);
	cr_expect_eq(origin_span(&rendered, rendered.text.len - 1).at, 13);
	tear_down(&bench);
}

/* Wherever the place before it was: near, far ahead, or behind. */
Test(mustache, tells_from_any_place_where_each_byte_came_from)
{
	struct bench bench = set_up();
	struct buf template = buf_new(bench.arena, 0);
	for (int i = 0; i < 30; i++)
		buf_put(&template, STR("a {{name}}\n{{{name}}}"));
	set(&bench, "name", "xy");
	struct rendered rendered = render(&bench, str_c(bench.arena, buf_str(&template)));
	cr_assert_gt(rendered.norigins, 60);
	for (size_t from = 0; from < rendered.norigins; from++)
		for (size_t at = 0; at < rendered.text.len; at++) {
			size_t near = from;
			struct span told = origin_span_on(&rendered, at, &near);
			struct span span = origin_span(&rendered, at);
			cr_assert_eq(told.at, span.at);
			cr_assert_eq(told.file, span.file);
			cr_assert_leq(rendered.origins[near].at, at);
			cr_assert(near + 1 == rendered.norigins ||
				  rendered.origins[near + 1].at > at);
		}
	tear_down(&bench);
}

Test(mustache, says_when_a_letter_has_no_end)
{
	struct bench bench = set_up();
	struct value *list = value_list(bench.arena);
	for (int i = 0; i < 3000; i++)
		value_push(list, value_text(bench.arena, STR("x")));
	value_set(bench.arena, bench.view, STR("l"), list);
	render(&bench, "{{#l}}{{#l}}{{l}}xxxxxxxxxx{{/l}}{{/l}}");
	only(&bench, NOTICE_RENDERED_LARGE, 1, 1);
	tear_down(&bench);
}
