#include "text/sample.h"

#include "diag/yaml.h"

/* The words of YAML's core schema. */
static bool is_one_of(struct str text, const char *const words[3])
{
	for (size_t i = 0; i < 3; i++)
		if (str_equal(text, str_from_c(words[i])))
			return true;
	return false;
}

static struct value *scalar(struct arena *arena, const struct node *node)
{
	static const char *const yes[] = {"true", "True", "TRUE"};
	static const char *const no[] = {"false", "False", "FALSE"};
	static const char *const nothing[] = {"null", "Null", "NULL"};
	struct str text = node->text;

	if (!node->plain)
		return value_text(arena, text);
	if (!text.len || str_equal(text, STR("~")) || is_one_of(text, nothing))
		return value_empty(arena);
	if (is_one_of(text, yes) || is_one_of(text, no))
		return value_truth(arena, is_one_of(text, yes));
	return value_text(arena, text);
}

/* The depth is the reader's own limit; false when a part could not be read. */
static bool from_node(struct arena *arena, const struct node *node, struct value **value)
{
	bool whole = node->kind != NODE_BROKEN;

	if (node->kind == NODE_SCALAR || !whole) {
		*value = whole ? scalar(arena, node) : value_empty(arena);
		return whole;
	}
	bool is_list = node->kind == NODE_LIST;
	*value = is_list ? value_list(arena) : value_record(arena);
	for (const struct node *child = node->first; child; child = child->next) {
		struct value *inner;
		whole &= from_node(arena, child, &inner);
		if (is_list)
			value_push(*value, inner);
		else if (str_equal(child->key, STR(".")))
			(*value)->text = inner->text;
		else
			value_set(arena, *value, child->key, inner);
	}
	return whole;
}

struct value *sample_read(struct arena *arena, const struct source *source,
			  struct notices *notices)
{
	struct value *value;
	size_t errors = notices->errors;
	bool whole = from_node(arena, yaml_read(arena, source, notices), &value);

	return whole && notices->errors == errors ? value : NULL;
}
