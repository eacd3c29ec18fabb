/* The Mustache specification's core, read from the folder beside the repository where the
 * project keeps it; skipped where it is not. */
#include <criterion/criterion.h>

#include <fcntl.h>

#include "diag/yaml.h"
#include "text/mustache.h"

#define FOLDER "../shared/data/mustache-spec/"

struct shelf {
	struct partials partials;
	struct sources *sources;
	const struct node *texts; /* name → partial */
};

static const struct source *find(const struct partials *self, struct str name)
{
	const struct shelf *shelf = self->data;
	const struct node *node = shelf->texts ? node_find(shelf->texts, name) : NULL;
	return node ? source_from_bytes(shelf->sources, name, node->text) : NULL;
}

/* Replaces each `from` by `to`, of whatever lengths. */
static struct str replace(struct arena *arena, struct str text, struct str from,
			  struct str to)
{
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < text.len;) {
		bool here = str_starts(str_slice(text, i, text.len), from);
		buf_put(&buf, here ? to : str_slice(text, i, i + 1));
		i += here ? from.len : 1;
	}
	return buf_str(&buf);
}

/* YAML's numbers print as numbers do: 1.210 is 1.21. */
static struct str scalar_text(const struct node *node)
{
	struct str text = node->text;
	bool number = node->plain && text.len && text.at[0] >= '0' && text.at[0] <= '9' &&
		      str_index(text, '.', 0) < text.len;
	while (number && text.at[text.len - 1] == '0')
		text.len--;
	return text;
}

static struct value *value_from_node(struct arena *arena, const struct node *node)
{
	if (node->kind == NODE_SCALAR) {
		if (node->plain && str_equal(node->text, STR("null")))
			return value_empty(arena);
		if (node->plain && str_equal(node->text, STR("true")))
			return value_truth(arena, true);
		if (node->plain && str_equal(node->text, STR("false")))
			return value_truth(arena, false);
		return value_text(arena, scalar_text(node));
	}
	bool list = node->kind == NODE_LIST;
	struct value *value = list ? value_list(arena) : value_record(arena);
	for (const struct node *child = node->first; child; child = child->next) {
		if (list)
			value_push(value, value_from_node(arena, child));
		else
			value_set(arena, value, child->key,
				  value_from_node(arena, child));
	}
	return value;
}

static struct str entry(struct arena *arena, const struct node *test, struct str key)
{
	const struct node *node = node_find(test, key);
	cr_assert_not_null(node);
	return replace(arena, node->text, STR("¶"), STR("\r"));
}

static void run(struct arena *arena, struct sources *sources, const struct node *test)
{
	struct notices notices = notices_new(arena, sources);
	struct shelf shelf = {{.find = find}, sources, node_find(test, STR("partials"))};
	shelf.partials.data = &shelf;
	const struct source *source = source_from_bytes(
		sources, STR("template"), entry(arena, test, STR("template")));
	struct mustache *mustache =
		mustache_parse(arena, source, 0, &shelf.partials, &notices);
	struct str name = entry(arena, test, STR("name"));
	cr_assert_not_null(mustache, "%.*s is not read", STR_ARG(name));
	const struct value *view = value_from_node(arena, node_find(test, STR("data")));
	struct rendered rendered =
		mustache_render(arena, mustache, view,
				(struct mustache_options){ESCAPE_HTML, true}, &notices);
	struct str expected = entry(arena, test, STR("expected"));
	cr_expect(str_equal(rendered.text, expected), "%.*s: '%.*s' is not '%.*s'",
		  STR_ARG(name), STR_ARG(rendered.text), STR_ARG(expected));
	cr_expect_eq(notices.errors, 0, "%.*s", STR_ARG(name));
}

static size_t run_file(struct str path)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = sources_new();
	const struct source *source = NULL;
	if (source_read(sources, AT_FDCWD, path, path, &source) != SOURCE_OK)
		cr_skip_test("the specification is not beside the repository");
	struct notices notices = notices_new(arena, sources);
	/* Our YAML reader refuses the escape of a CR as a hidden character: it goes in
	 * disguise. */
	const struct source *disguised = source_from_bytes(
		sources, path, replace(arena, source->bytes, STR("\\r"), STR("¶")));
	const struct node *root = yaml_read(arena, disguised, &notices);
	cr_assert_eq(notices.errors, 0);
	const struct node *tests = node_find(root, STR("tests"));
	cr_assert_not_null(tests);
	for (const struct node *test = tests->first; test; test = test->next)
		run(arena, sources, test);
	size_t count = tests->count;
	sources_free(sources);
	arena_free(arena);
	return count;
}

Test(mustache_spec, comments)
{
	cr_assert_eq(run_file(STR(FOLDER "comments.yml")), 12);
}

Test(mustache_spec, delimiters)
{
	cr_assert_eq(run_file(STR(FOLDER "delimiters.yml")), 14);
}

Test(mustache_spec, interpolation)
{
	cr_assert_eq(run_file(STR(FOLDER "interpolation.yml")), 42);
}

Test(mustache_spec, inverted)
{
	cr_assert_eq(run_file(STR(FOLDER "inverted.yml")), 22);
}

Test(mustache_spec, partials)
{
	cr_assert_eq(run_file(STR(FOLDER "partials.yml")), 12);
}

Test(mustache_spec, sections)
{
	cr_assert_eq(run_file(STR(FOLDER "sections.yml")), 34);
}
