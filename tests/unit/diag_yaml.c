/* yaml: values with their places, entries one by one, and everything that is refused. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/yaml.h"

static struct arena *arena;
static struct sources *sources;
static struct notices notices;

static void begin(void)
{
	arena = arena_new(0);
	sources = sources_new();
	notices = notices_new(arena, sources);
}

static void end(void)
{
	sources_free(sources);
	arena_free(arena);
}

TestSuite(yaml, .init = begin, .fini = end);
TestSuite(refused, .init = begin, .fini = end);

static struct node *read(const char *text)
{
	const struct source *source =
		source_from_bytes(sources, STR("x.yaml"), str_from_c(text));
	return yaml_read(arena, source, &notices);
}

static const struct node *child(const struct node *mapping, const char *key)
{
	const struct node *node = node_find(mapping, str_from_c(key));
	cr_assert_not_null(node, "no key '%s'", key);
	return node;
}

static void expect_text(const struct node *node, const char *text)
{
	cr_assert_eq(node->kind, NODE_SCALAR);
	cr_assert(str_equal(node->text, str_from_c(text)), "got '%.*s', wanted '%s'",
		  STR_ARG(node->text), text);
}

Test(yaml, reads_scalars_of_every_style_as_text)
{
	const struct node *root =
		read("a: no\nb: '010'\nc: \"x\\ty\"\nd: 12:30:00\ne: ~\n"
		     "f: |\n  one\n  two\ng: >-\n  one\n  two\nh:\n"
		     "i: one\n  two\nj: it's # c\n");
	cr_assert_eq(notices.errors, 0);
	expect_text(child(root, "a"), "no");
	expect_text(child(root, "b"), "010");
	expect_text(child(root, "c"), "x\ty");
	expect_text(child(root, "d"), "12:30:00");
	expect_text(child(root, "e"), "~");
	expect_text(child(root, "f"), "one\ntwo\n");
	expect_text(child(root, "g"), "one two");
	expect_text(child(root, "h"), "");
	expect_text(child(root, "i"), "one two");
	expect_text(child(root, "j"), "it's");
	cr_assert(child(root, "a")->plain);
	cr_assert_not(child(root, "b")->plain);
	cr_assert_not(child(root, "f")->plain);
}

Test(yaml, reads_lists_and_mappings_in_file_order)
{
	const struct node *root =
		read("z: [1, {x: 2}]\na:\n  - p: 3\n    q: 4\n  - 5\nb: {}\n");
	cr_assert_eq(root->kind, NODE_MAPPING);
	cr_assert_eq(root->count, 3);
	cr_assert(str_equal(root->first->key, STR("z")));
	const struct node *list = child(root, "a");
	cr_assert_eq(list->kind, NODE_LIST);
	cr_assert_eq(list->count, 2);
	expect_text(child(list->first, "q"), "4");
	expect_text(list->first->next, "5");
	cr_assert_eq(child(root, "b")->kind, NODE_MAPPING);
	cr_assert_eq(child(root, "b")->count, 0);
	cr_assert_null(node_find(root, STR("y")));
}

static void expect_spans(const struct node *node, struct str bytes)
{
	for (; node; node = node->next) {
		if (node->key.len)
			cr_assert(
				str_starts(str_slice(bytes, node->key_span.at, bytes.len),
					   node->key));
		if (node->kind == NODE_SCALAR && node->plain)
			cr_assert(str_starts(str_slice(bytes, node->span.at, bytes.len),
					     node->text));
		expect_spans(node->first, bytes);
	}
}

Test(yaml, gives_byte_exact_places_behind_characters_of_any_length)
{
	const char *text = "\xEF\xBB\xBF# \xF0\x9F\x98\x80 \xE2\x82\xAC\r\n"
			   "\xC5\x81\xC3\xB3"
			   "d\xC5\xBA: \xCE\xA9mega \xD0\x96 x\r\n"
			   "list:\r\n  - na\xC3\xAFve: \xE2\x82\xAC"
			   "5\r\n    b: [\xC3\xA9, \"\xC3\xA9\", z]\r\n"
			   "  - \xF0\x9F\x98\x80\r\nend: last\r\n";
	const struct node *root = read(text);
	cr_assert_eq(notices.errors, 0);
	cr_assert_eq(root->count, 3);
	expect_spans(root, str_from_c(text));
	const struct node *quoted = child(child(root, "list")->first, "b")->first->next;
	cr_assert_eq(text[quoted->span.at], '"');
	cr_assert_eq(child(root, "end")->span.at, strstr(text, "last") - text);
	cr_assert_eq(child(root, "list")->span.at, strstr(text, "- na") - text);
}

Test(yaml, points_at_brackets_and_block_marks)
{
	const struct node *root = read("a: [1]\nb: {c: 1}\nd: |\n  x\n");
	cr_assert_eq(child(root, "a")->span.at, 3);
	cr_assert_eq(child(root, "b")->span.at, 10);
	cr_assert_eq(child(root, "d")->span.at, 20);
}

Test(yaml, finds_nothing_in_an_empty_file)
{
	static const char *const texts[] = {"",	     "\n\n",	   "# only a comment\n",
					    "---\n", "---\n...\n", "\xEF\xBB\xBF"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		const struct source *source =
			source_from_bytes(sources, STR("x"), str_from_c(texts[i]));
		struct yaml *yaml = yaml_open(arena, source, &notices);
		struct node entry;
		cr_assert_not(yaml_entry(yaml, &entry));
		cr_assert_not(yaml_broken(yaml));
		yaml_close(yaml);
		cr_assert_eq(read(texts[i])->kind, NODE_MAPPING);
	}
	cr_assert_eq(notices.errors, 0);
}

Test(yaml, allows_one_document_with_marks)
{
	expect_text(child(read("---\na: 1\n...\n"), "a"), "1");
	cr_assert_eq(notices.errors, 0);
}

Test(yaml, reads_a_part_of_a_source_with_places_in_the_whole)
{
	struct str text = STR("---\n\xC3\xA9: 1\nb: 2\n---\nDear [{{name}}\n");
	const struct source *source = source_from_bytes(sources, STR("x.md"), text);
	const struct node *root = yaml_read_part(arena, source, 4, 15, &notices);
	cr_assert_eq(notices.errors, 0);
	cr_assert_eq(root->count, 2);
	cr_assert_eq(child(root, "b")->span.at, 13);
}

static struct yaml *open(const char *text)
{
	const struct source *source =
		source_from_bytes(sources, STR("x.yaml"), str_from_c(text));
	return yaml_open(arena, source, &notices);
}

Test(yaml, goes_through_entries_and_items_one_by_one)
{
	struct yaml *yaml = open("a: [1, 2, 3]\nb: {x: 1}\nc: [4]\nd: text\n");
	struct node entry;
	bool is_list = false;
	cr_assert(yaml_entry(yaml, &entry));
	cr_assert(str_equal(entry.key, STR("a")));
	for (int i = 1; i <= 3; i++)
		cr_assert_eq(yaml_item(yaml, arena, &is_list)->text.at[0], '0' + i);
	cr_assert_null(yaml_item(yaml, arena, &is_list));
	cr_assert(is_list);
	cr_assert_null(yaml_item(yaml, arena, &is_list));
	cr_assert(yaml_entry(yaml, &entry));
	cr_assert_null(yaml_item(yaml, arena, &is_list));
	cr_assert_not(is_list);
	cr_assert_eq(yaml_value(yaml, arena)->kind, NODE_MAPPING);
	cr_assert(yaml_entry(yaml, &entry));
	cr_assert_eq(yaml_value(yaml, arena)->kind, NODE_LIST);
	cr_assert(yaml_entry(yaml, &entry));
	expect_text(yaml_value(yaml, arena), "text");
	cr_assert_not(yaml_entry(yaml, &entry));
	cr_assert_not(yaml_entry(yaml, &entry));
	yaml_close(yaml);
	cr_assert_eq(notices.errors, 0);
}

/* The first item of the first entry. */
static struct str written(const char *text)
{
	struct yaml *yaml = open(text);
	struct node entry;
	bool is_list;
	cr_assert(yaml_entry(yaml, &entry));
	cr_assert_eq(yaml_item(yaml, arena, &is_list)->kind, NODE_MAPPING);
	struct str bytes = yaml_written(yaml);
	yaml_close(yaml);
	return bytes;
}

Test(yaml, knows_what_is_written_of_an_item)
{
	cr_assert(str_equal(written("a:\n  - b: 1\n    c: x # y\n\n  - b: 2\n"),
			    STR("  - b: 1\n    c: x # y")));
	cr_assert(str_equal(written("a:\n- b: 1\r\nd: 2\r\n"), STR("- b: 1")));
	cr_assert(str_equal(written("a: [{b: 1, c: [2]}, {b: 2}]\n"),
			    STR("{b: 1, c: [2]")));
	cr_assert(str_equal(written("a: [b: 1, c: 2]\n"), STR("b: 1")));
}

/* In the first, c is b's; in the second, b says nothing: the lines of both are alike. */
Test(yaml, tells_apart_what_only_the_indentation_does)
{
	struct str inner = written("a:\n- b:\n    c: 1\n");
	struct str beside = written("a:\n  - b:\n    c: 1\n");
	cr_assert_not(str_equal(inner, beside));
}

Test(yaml, passes_over_what_nobody_takes)
{
	struct yaml *yaml =
		open("a: [1, [2], {x: 3}]\nb: {x: [1]}\nc: 1\nd: [{p: 1}, 2, 3]\ne: 5\n");
	struct node entry;
	bool is_list;
	size_t entries = 0;
	while (yaml_entry(yaml, &entry)) {
		entries++;
		if (str_equal(entry.key, STR("d")))
			yaml_item(yaml, arena, &is_list);
	}
	cr_assert_eq(entries, 5);
	cr_assert(str_equal(entry.key, (struct str){NULL, 0}) || entry.key.len);
	yaml_close(yaml);
	cr_assert_eq(notices.errors, 0);
}

Test(yaml, needs_memory_for_one_item_only)
{
	struct buf text = buf_new(arena, 0);
	buf_put(&text, STR("a:\n"));
	for (int i = 0; i < 20000; i++)
		buf_put(&text, STR("  - {name: x, amount: 12.00}\n"));
	const struct source *source =
		source_from_bytes(sources, STR("x"), buf_str(&text));
	struct yaml *yaml = yaml_open(arena, source, &notices);
	struct arena *record = arena_new(1024);
	struct node entry;
	bool is_list = true;
	size_t items = 0;
	yaml_entry(yaml, &entry);
	struct arena_mark mark = arena_mark(record);
	while (yaml_item(yaml, record, &is_list)) {
		items++;
		arena_rewind(record, mark);
	}
	cr_assert_eq(items, 20000);
	cr_assert_lt(arena_bytes(record), 10000);
	arena_free(record);
	yaml_close(yaml);
}

/* --- What is refused -------------------------------------------------------------------
 */

/* Reads `text`; its first finding must have this code and stand at the first occurrence
 * of `where`. */
static const struct notice *refuse(const char *text, enum notice_code code,
				   const char *where)
{
	const struct source *source =
		source_from_bytes(sources, STR("x.yaml"), str_from_c(text));
	struct yaml *yaml = yaml_open(arena, source, &notices);
	struct node entry;
	while (yaml_entry(yaml, &entry))
		yaml_value(yaml, arena);
	yaml_close(yaml);
	size_t count = 0;
	const struct notice **sorted = notices_sorted(&notices, &count);
	for (size_t i = 0; i < count; i++) {
		if (sorted[i]->span.file != source->file)
			continue;
		cr_assert_eq(sorted[i]->code, code, "'%s' gives '%.*s'", text,
			     STR_ARG(sorted[i]->text));
		cr_assert_eq(sorted[i]->span.at, strstr(text, where) - text,
			     "'%s' at byte %u", text, sorted[i]->span.at);
		cr_assert(sorted[i]->help.len, "'%s' has no way out", text);
		return sorted[i];
	}
	cr_assert_fail("nothing was found in '%s'", text);
	return NULL;
}

static void refuse_syntax(const char *text, const char *where, const char *message)
{
	const struct notice *notice = refuse(text, NOTICE_YAML_SYNTAX, where);
	cr_assert(str_equal(notice->text, str_from_c(message)), "'%s' gives '%.*s'", text,
		  STR_ARG(notice->text));
}

Test(refused, a_root_that_is_no_mapping)
{
	refuse("- a\n", NOTICE_YAML_ROOT, "-");
	refuse("text\n", NOTICE_YAML_ROOT, "text");
}

Test(refused, anchors_aliases_and_tags)
{
	refuse("a: &x 1\n", NOTICE_YAML_ANCHOR, "&x");
	refuse("a: &x\n  b: 1\n", NOTICE_YAML_ANCHOR, "&x");
	refuse("a: *x\n", NOTICE_YAML_ALIAS, "*x");
	refuse("a: [1, *x]\n", NOTICE_YAML_ALIAS, "*x");
	refuse("a: !!str 1\n", NOTICE_YAML_TAG, "!!str");
	refuse("a: !mine [1]\n", NOTICE_YAML_TAG, "!mine");
	refuse("a: ! x\n", NOTICE_YAML_TAG, "!");
	refuse("a: !x!y z\n", NOTICE_YAML_TAG, "!x!y");
	refuse("a: !<x> z\n", NOTICE_YAML_TAG, "!<x>");
}

Test(refused, an_anchored_value_is_still_read)
{
	const struct node *root = read("a: &x 1\nb: *x\nc: !!int \"2\"\n");
	expect_text(child(root, "a"), "1");
	cr_assert_eq(child(root, "a")->span.at, 6);
	cr_assert_eq(child(root, "b")->kind, NODE_BROKEN);
	expect_text(child(root, "c"), "2");
	cr_assert_eq(child(root, "c")->span.at, 23);
	cr_assert_eq(notices.errors, 3);
}

Test(refused, merge_keys_once_and_without_their_alias)
{
	refuse("a:\n  <<: *x\n  b: 1\n", NOTICE_YAML_MERGE, "<<");
	cr_assert_eq(notices.errors, 1);
	expect_text(child(read("\"<<\": 1\n"), "<<"), "1");
	cr_assert_eq(notices.errors, 1);
}

Test(refused, directives_and_second_documents)
{
	refuse("%YAML 1.1\n---\na: 1\n", NOTICE_YAML_DIRECTIVE, "%YAML");
	refuse("%TAG ! x\n---\na: 1\n", NOTICE_YAML_DIRECTIVE, "%TAG");
	refuse("%OTHER\n---\na: 1\n", NOTICE_YAML_DIRECTIVE, "%OTHER");
	refuse("a: 1\n---\nb: 2\n", NOTICE_YAML_DOCUMENTS, "---");
	cr_assert_eq(read("a: 1\n---\nb: 2\n")->kind, NODE_BROKEN);
}

Test(refused, keys_that_are_no_plain_text)
{
	refuse("? [a]\n: 1\n", NOTICE_YAML_KEY, "[a]");
	refuse("url: {{name}}\n", NOTICE_YAML_KEY, "{name}");
	refuse_syntax("a: {: 1}\n", ": 1", "a key is missing before the ':'");
	refuse_syntax("a:\n  : 1\n", ": 1", "a key is missing before the ':'");
	refuse("\"\": 1\n", NOTICE_YAML_KEY, "\"\"");
	refuse("? |\n  x\n: 1\n", NOTICE_YAML_KEY, "|");
	refuse("*x : 1\n", NOTICE_YAML_ALIAS, "*x");
	const struct node *root = read("? [a]\n: [1, {x: 2}]\nb: 1\n");
	cr_assert_eq(root->count, 1);
	expect_text(child(root, "b"), "1");
}

Test(refused, duplicate_keys_with_both_places)
{
	const struct notice *notice =
		refuse("a:\n  b: 1\n  c: 2\n  b : 3\n", NOTICE_DUPLICATE_KEY, "b : 3");
	cr_assert_eq(notice->notes->span.at, 5);
	const struct node *mapping = child(read("a: {b: 1, 'b': 2}\n"), "a");
	cr_assert_eq(mapping->count, 1);
	expect_text(mapping->first, "1");
}

Test(refused, duplicate_keys_among_many)
{
	struct buf text = buf_new(arena, 0);
	buf_put(&text, STR("a:\n"));
	for (int i = 0; i < 1000; i++)
		buf_format(&text, "  key%d: {key1: 1, key2: 2}\n", i);
	buf_put(&text, STR("  key999: 1\n  key3: 2\n"));
	const struct source *source =
		source_from_bytes(sources, STR("x"), buf_str(&text));
	const struct node *root = yaml_read(arena, source, &notices);
	cr_assert_eq(notices.errors, 2);
	cr_assert_eq(child(root, "a")->count, 1000);
}

Test(refused, a_section_twice_whose_records_are_still_read)
{
	struct yaml *yaml = open("a: [1]\nb: 1\na: [2]\n");
	struct node entry;
	bool is_list;
	size_t items = 0;
	while (yaml_entry(yaml, &entry))
		while (yaml_item(yaml, arena, &is_list))
			items++;
	cr_assert_eq(items, 2);
	cr_assert_eq(notices.errors, 1);
	cr_assert_eq(notices.first->code, NOTICE_DUPLICATE_KEY);
	yaml_close(yaml);
}

Test(refused, nesting_that_is_too_deep)
{
	char text[100] = "a: ", *at = text + 3;
	for (unsigned i = 0; i < LIMIT_DEPTH - 1; i++)
		*at++ = '[';
	for (unsigned i = 0; i < LIMIT_DEPTH - 1; i++)
		*at++ = ']';
	read(text);
	cr_assert_eq(notices.errors, 0);
	memset(text + 3, '[', LIMIT_DEPTH);
	text[3 + LIMIT_DEPTH] = 0;
	read(text);
	cr_assert_eq(notices.errors, 1);
	cr_assert_eq(notices.first->code, NOTICE_YAML_DEPTH);
	cr_assert_eq(notices.first->span.at, 3 + LIMIT_DEPTH - 1);
}

Test(refused, megabytes_of_brackets_at_once)
{
	char *text = malloc(1000001);
	memset(text, '[', 1000000);
	memcpy(text, "a: ", 3);
	text[1000000] = 0;
	cr_assert_eq(read(text)->kind, NODE_BROKEN);
	cr_assert_eq(notices.first->code, NOTICE_YAML_DEPTH);
	free(text);
}

Test(refused, escapes_that_hide)
{
	refuse("a: \"x\\u202Ey\"\n", NOTICE_HIDDEN_ESCAPE, "\"x");
	refuse("a: \"\\0\"\n", NOTICE_HIDDEN_ESCAPE, "\"");
	refuse("a: \"\\N\"\n", NOTICE_HIDDEN_ESCAPE, "\"");
	refuse("a: \"\\x1b\"\n", NOTICE_HIDDEN_ESCAPE, "\"");
	refuse("\"a\\u200B\": 1\n", NOTICE_HIDDEN_ESCAPE, "\"");
	cr_assert_eq(child(read("a: \"\\e\"\n"), "a")->kind, NODE_BROKEN);
	size_t before = notices.errors;
	expect_text(child(read("a: \"\\u0141\\n\\t\"\n"), "a"), "\xC5\x81\n\t");
	cr_assert_eq(notices.errors, before);
}

Test(refused, brackets_and_quotes_left_open_at_their_opening)
{
	refuse_syntax("a: [1, 2\nb: 3\n", "[", "'[' is never closed");
	refuse_syntax("a: {x: 1\nb: 3\n", "{", "'{' is never closed");
	refuse_syntax("a: [", "[", "'[' is never closed");
	refuse_syntax("a:\n  - x: [1,\n  - y: 2\n", "[", "'[' is never closed");
	refuse_syntax("a: [[1], 2\n", "[", "'[' is never closed");
	refuse_syntax("a: \"x\nb: 1\n", "\"", "the quote is never closed");
	refuse_syntax("a: 'x\nb: 1\n", "'", "the quote is never closed");
	refuse_syntax("a: \"x\nb: \"y\"\n", "\"x", "the quote is not closed in its line");
}

Test(refused, text_around_quotes)
{
	refuse_syntax("a: \"x\" y\n", "y", "text behind a closing quote");
	refuse_syntax("a: 'it's'\nb: 1\n", "s'", "text behind a closing quote");
	refuse_syntax("a: [\"x\" y]\n", "y", "expected ',' or ']' here");
	refuse_syntax("a: \"C:\\dir\"\n", "\\dir", "an unknown escape in double quotes");
}

Test(refused, colons_in_the_wrong_place)
{
	refuse_syntax("reason: Late: no goods\n", ": no", "a second ': ' in one line");
	refuse_syntax("a: b\n  c: d\n", ": d", "a ':' is not allowed here");
	refuse_syntax("a:\n  b: 1\n  c\nd: 1\n", "c\n", "a key without ':'");
	refuse_syntax("a:\n  b: 1\n  c:2\n  d: 1\n", "c:2", "no blank after ':'");
}

Test(refused, the_second_colon_with_a_line_to_paste)
{
	const struct notice *notice =
		refuse("a:\n  - reason: Late: no goods\n", NOTICE_YAML_SYNTAX, ": no");
	cr_assert(str_equal(notice->help, STR("write reason: \"Late: no goods\"")));
}

Test(refused, indentation_that_fits_nothing)
{
	refuse_syntax("a:\n    b: 1\n  c: 2\n", "c",
		      "the indentation fits nothing above");
	refuse_syntax("a: 1\n- b\n", "- b", "a list item among the keys of a mapping");
	refuse_syntax("a:\n  - 1\n  b: 2\n", "b: 2",
		      "expected '- ' and the next item of the list");
	refuse_syntax("a: - b\n", "- b", "a list cannot begin behind its key");
}

Test(refused, text_that_needs_quotes)
{
	refuse_syntax("a: @b\n", "@", "text cannot begin with '@'");
	refuse_syntax("a: `b`\n", "`", "text cannot begin with '`'");
	refuse_syntax("a: %b\n", "%", "text cannot begin with '%'");
	refuse_syntax("a: *\n", "*", "text cannot begin with '*'");
	refuse_syntax("a: & b\n", "&", "text cannot begin with '&'");
	refuse_syntax("a: ]\n", "]", "a value is missing before ']'");
	refuse_syntax("a: [1, , 2]\n", ", 2", "a value is missing before ','");
	refuse_syntax("a: | text\n", "text", "text behind '|' or '>'");
}

Test(refused, what_stands_before_a_syntax_error_is_still_found)
{
	struct yaml *yaml = open("a: [&x 1, 2]\nb:\n  - 1\n  - 2\n  - [\n");
	struct node entry;
	bool is_list;
	size_t items = 0;
	while (yaml_entry(yaml, &entry))
		while (yaml_item(yaml, arena, &is_list))
			items++;
	cr_assert_geq(items, 4);
	cr_assert(yaml_broken(yaml));
	cr_assert_eq(notices.errors, 2);
	yaml_close(yaml);
}

Test(refused, unreadable_bytes_are_not_parsed)
{
	struct yaml *yaml = open("a: [\xFF\n");
	struct node entry;
	cr_assert_not(yaml_entry(yaml, &entry));
	cr_assert(yaml_broken(yaml));
	cr_assert_eq(yaml_value(yaml, arena)->kind, NODE_BROKEN);
	cr_assert_eq(notices.errors, 1);
	yaml_close(yaml);
}

Test(refused, hidden_characters_do_not_hide_other_findings)
{
	const struct node *root = read("a: \"x\xE2\x80\x8By\"\nb: *x\n");
	cr_assert_eq(notices.errors, 2);
	cr_assert_eq(root->count, 2);
}
