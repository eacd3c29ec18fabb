#include "letter/lint_rules.h"

#include "base/arena.h"
#include "base/carried.h"

static const struct str when_keys[LINT_WHEN__COUNT] = {
	STR_LIT("forbid"), STR_LIT("forbid_consumer"), STR_LIT("forbid_barred"),
	STR_LIT("forbid_short"), STR_LIT("forbid_swiss")};

int lint_rules_number(struct str name)
{
	if (name.len != 3 || name.at[0] != 'L')
		return 0;
	int tens = name.at[1] - '0', ones = name.at[2] - '0';
	int number = 10 * tens + ones;
	bool digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
	return digits && number <= LINT_RULES ? number : 0;
}

/* ---- patterns ---- */

/* One alternative; a blank for any white space. */
static void put_words(struct buf *buf, struct str words)
{
	for (size_t i = 0; i < words.len; i++) {
		if (words.at[i] == ' ')
			buf_put(buf, STR("\\s"));
		else
			buf_byte(buf, words.at[i]);
	}
}

static void put_list(struct buf *buf, const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next) {
		if (buf->len)
			buf_byte(buf, '|');
		put_words(buf, item->text);
	}
}

/* Whole words only: asked once for all alternatives, which most places fail at once. */
static struct pattern *compile(struct lint_rules *rules, struct str alternatives)
{
	struct str fault = STR("");
	struct str expression = str_format(rules->arena, "(?<!\\w)(?:%.*s)(?!\\w)",
					   STR_ARG(alternatives));
	struct pattern *pattern = pattern_new(rules->arena, expression, true, &fault);
	if (!pattern)
		rules->fault = str_format(rules->arena, "%.*s in %.*s", STR_ARG(fault),
					  STR_ARG(expression));
	return pattern;
}

/* The patterns below a rule's key in one language; they join `any` too. */
static struct pattern *compile_list(struct lint_rules *rules, int rule, struct str key,
				    struct str language, struct buf *any)
{
	const struct node *by_language = node_find(rules->rules[rule], key);
	const struct node *list = by_language ? node_find(by_language, language) : NULL;
	if (!list)
		return NULL;
	struct buf buf = buf_new(rules->arena, 0);
	put_list(&buf, list);
	if (any && any->len)
		buf_byte(any, '|');
	if (any)
		buf_put(any, buf_str(&buf));
	return compile(rules, buf_str(&buf));
}

static struct str text_of(const struct node *mapping, struct str key)
{
	const struct node *node = node_find(mapping, key);
	return node ? node->text : STR("");
}

static void add_needs(struct lint_rules *rules, struct lint_tongue *tongue, int rule)
{
	const struct node *list = node_find(rules->rules[rule], STR("require"));
	for (const struct node *n = list ? list->first : NULL; n; n = n->next) {
		if (!str_equal(text_of(n, STR("language")), tongue->language))
			continue;
		struct buf buf = buf_new(rules->arena, 0);
		put_words(&buf, text_of(n, STR("says")));
		struct lint_need *need = ARENA_NEW(rules->arena, struct lint_need);
		need->rule = rule;
		need->letter = text_of(n, STR("letter"));
		need->country = text_of(n, STR("country"));
		need->kind = text_of(n, STR("kind"));
		need->what = text_of(n, STR("what"));
		need->says = compile(rules, buf_str(&buf));
		need->next = tongue->needs;
		tongue->needs = need;
	}
}

static struct lint_tongue *new_tongue(struct lint_rules *rules, struct str language)
{
	struct lint_tongue *tongue = ARENA_NEW(rules->arena, struct lint_tongue);
	struct buf any = buf_new(rules->arena, 0);
	tongue->language = language;
	for (int rule = 1; rule <= LINT_RULES; rule++) {
		for (int when = 0; when < LINT_WHEN__COUNT; when++)
			tongue->forbid[when][rule] = compile_list(
				rules, rule, when_keys[when], language, &any);
		tongue->allow[rule] =
			compile_list(rules, rule, STR("allow"), language, NULL);
		add_needs(rules, tongue, rule);
	}
	tongue->any = compile(rules, buf_str(&any));
	tongue->next = rules->tongues;
	rules->tongues = tongue;
	return tongue;
}

const struct lint_tongue *lint_rules_tongue(struct lint_rules *rules, struct str language)
{
	const struct node *known = node_find(rules->rules[1], STR("forbid"));
	if (!node_find(known, language))
		language = STR("en");
	for (struct lint_tongue *t = rules->tongues; t; t = t->next)
		if (str_equal(t->language, language))
			return t;
	return new_tongue(rules, language);
}

/* ---- the file ---- */

static void read_caps(struct lint_rules *rules, const struct node *list)
{
	for (const struct node *item = list->first; item; item = item->next) {
		struct lint_cap *cap = ARENA_NEW(rules->arena, struct lint_cap);
		cap->country = text_of(item, STR("country"));
		cap->kind = text_of(item, STR("kind"));
		cap->currency = currency_find(text_of(item, STR("currency")));
		cap->most = decimal_from_str(text_of(item, STR("most")),
					     cap->currency->decimals, false, MONEY_LIMIT)
				    .value;
		cap->first_free = str_equal(text_of(item, STR("first")), STR("free"));
		cap->next = rules->caps;
		rules->caps = cap;
	}
}

/* A name that is nothing but one of these. */
static void read_names(struct lint_rules *rules, const struct node *list)
{
	struct buf buf = buf_new(rules->arena, 0);
	put_list(&buf, list);
	rules->names = compile(rules, str_format(rules->arena, "^\\W*(?:%.*s)\\W*$",
						 STR_ARG(buf_str(&buf))));
}

static void read_rule(struct lint_rules *rules, const struct node *node)
{
	int rule = lint_rules_number(node->key);
	const struct node *caps = node_find(node, STR("caps"));
	const struct node *names = node_find(node, STR("names"));
	const struct node *years = node_find(node, STR("years"));
	rules->rules[rule] = node;
	rules->law[rule] = text_of(node, STR("law"));
	rules->advice[rule] = text_of(node, STR("advice"));
	if (caps)
		read_caps(rules, caps);
	if (names)
		read_names(rules, names);
	if (years)
		rules->years = years;
}

struct lint_rules *lint_rules_read(struct arena *book, struct sources *sources,
				   struct notices *notices)
{
	const struct carried *file = carried_find(STR("lint.yaml"));
	const struct source *source = source_from_bytes(sources, file->path, file->bytes);
	const struct node *root = yaml_read(book, source, notices);
	const struct node *list = node_find(root, STR("rules"));
	struct lint_rules *rules = ARENA_NEW(book, struct lint_rules);
	rules->arena = book;
	rules->fault = STR("");
	for (const struct node *node = list->first; node; node = node->next)
		read_rule(rules, node);
	return rules;
}

static void free_tongue(struct lint_tongue *tongue)
{
	pattern_free(tongue->any);
	for (int rule = 1; rule <= LINT_RULES; rule++) {
		for (int when = 0; when < LINT_WHEN__COUNT; when++)
			pattern_free(tongue->forbid[when][rule]);
		pattern_free(tongue->allow[rule]);
	}
	for (struct lint_need *need = tongue->needs; need; need = need->next)
		pattern_free(need->says);
}

void lint_rules_free(struct lint_rules *rules)
{
	if (!rules)
		return;
	for (struct lint_tongue *t = rules->tongues; t; t = t->next)
		free_tongue(t);
	pattern_free(rules->names);
}
