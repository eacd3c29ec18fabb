#include "letter/locale.h"

#include <stddef.h>

#include "base/carried.h"
#include "diag/yaml.h"

static const struct str caption_keys[CAPTION__COUNT] = {
#define CAPTION_KEY(NAME, key) STR_LIT(key),
	CAPTIONS(CAPTION_KEY)
#undef CAPTION_KEY
};

static const struct str plural_keys[PLURAL__COUNT] = {
	STR_LIT("days"), STR_LIT("days_overdue"), STR_LIT("invoices")};

static const struct {
	struct str key;
	size_t offset;
} texts[] = {
	{STR_LIT("locale"), offsetof(struct locale, tag)},
	{STR_LIT("decimal"), offsetof(struct locale, decimal)},
	{STR_LIT("group"), offsetof(struct locale, group)},
	{STR_LIT("money_group"), offsetof(struct locale, money_group)},
	{STR_LIT("minus"), offsetof(struct locale, minus)},
	{STR_LIT("currency"), offsetof(struct locale, currency)},
	{STR_LIT("percent"), offsetof(struct locale, percent)},
	{STR_LIT("date_long"), offsetof(struct locale, date_long)},
	{STR_LIT("date_medium"), offsetof(struct locale, date_medium)},
	{STR_LIT("date_short"), offsetof(struct locale, date_short)},
	{STR_LIT("day_one"), offsetof(struct locale, day_one)},
	{STR_LIT("list_2"), offsetof(struct locale, list_2)},
	{STR_LIT("list_middle"), offsetof(struct locale, list_middle)},
	{STR_LIT("list_end"), offsetof(struct locale, list_end)},
	{STR_LIT("list_before_i"), offsetof(struct locale, list_before_i)},
	{STR_LIT("salutation"), offsetof(struct locale, salutation)},
	{STR_LIT("salutation_unknown"), offsetof(struct locale, salutation_unknown)},
	{STR_LIT("closing"), offsetof(struct locale, closing)},
	{STR_LIT("closing_unknown"), offsetof(struct locale, closing_unknown)},
};

struct reading {
	const struct node *root;
	struct span span;
	struct notices *notices;
	bool complete;
};

/* The entry of that key and kind; NULL after a notice. */
static const struct node *need(struct reading *reading, const struct node *mapping,
			       struct str key, enum node_kind kind)
{
	const struct node *node = mapping ? node_find(mapping, key) : NULL;
	if (node && node->kind == kind)
		return node;
	NOTICE(reading->notices, LOCALE_KEY, node ? node->span : reading->span,
	       STR_ARG(key));
	reading->complete = false;
	return NULL;
}

static struct str need_text(struct reading *reading, const struct node *mapping,
			    struct str key)
{
	const struct node *node = need(reading, mapping, key, NODE_SCALAR);
	return node ? node->text : STR("");
}

static void read_texts(struct reading *reading, struct locale *locale)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct str *to = (struct str *)(void *)((char *)locale + texts[i].offset);
		*to = need_text(reading, reading->root, texts[i].key);
	}
}

static void read_months(struct reading *reading, struct str key, struct str months[12])
{
	const struct node *list = need(reading, reading->root, key, NODE_LIST);
	const struct node *item = list ? list->first : NULL;
	for (size_t i = 0; i < 12; i++, item = item ? item->next : NULL)
		months[i] = item ? item->text : STR("");
	if (list && list->count != 12) {
		NOTICE(reading->notices, LOCALE_KEY, list->span, STR_ARG(key));
		reading->complete = false;
	}
}

static void read_numbers(struct reading *reading, struct locale *locale)
{
	struct str grouping = need_text(reading, reading->root, STR("min_grouping"));
	locale->min_grouping = str_equal(grouping, STR("2")) ? 2 : 1;
	const struct node *one = need(reading, reading->root, STR("one"), NODE_LIST);
	for (const struct node *item = one ? one->first : NULL; item; item = item->next) {
		locale->one[0] |= str_equal(item->text, STR("0"));
		locale->one[1] |= str_equal(item->text, STR("1"));
	}
}

static void read_words(struct reading *reading, struct arena *book, struct locale *locale)
{
	const struct node *captions =
		need(reading, reading->root, STR("captions"), NODE_MAPPING);
	locale->words = value_record(book);
	for (size_t i = 0; i < CAPTION__COUNT; i++) {
		locale->captions[i] = need_text(reading, captions, caption_keys[i]);
		value_set(book, locale->words, caption_keys[i],
			  value_text(book, locale->captions[i]));
	}
	const struct node *plurals =
		need(reading, reading->root, STR("plurals"), NODE_MAPPING);
	for (size_t i = 0; i < PLURAL__COUNT; i++)
		locale->plurals[i] = need_text(reading, plurals, plural_keys[i]);
}

struct locale *locale_read(struct arena *book, const struct source *source,
			   struct notices *notices)
{
	struct locale *locale = ARENA_NEW(book, struct locale);
	const struct node *root = yaml_read(book, source, notices);
	if (root->kind == NODE_BROKEN)
		return NULL;
	if (root->kind != NODE_MAPPING) { /* it lacks every key: once is enough */
		struct notice *notice =
			NOTICE(notices, LOCALE_KEY, root->span, STR_ARG(STR("decimal")));
		notice_help(notices, notice, "write keys and values: 'decimal: .'");
		return NULL;
	}
	struct reading reading = {root, {source->file, 0}, notices, true};
	read_texts(&reading, locale);
	read_months(&reading, STR("months"), locale->months);
	read_months(&reading, STR("months_abbr"), locale->months_abbr);
	read_numbers(&reading, locale);
	read_words(&reading, book, locale);
	locale->symbols = need(&reading, root, STR("symbols"), NODE_MAPPING);
	locale->offices = need(&reading, root, STR("offices"), NODE_LIST);
	locale->laws = need(&reading, root, STR("laws"), NODE_MAPPING);
	locale->advice = need(&reading, root, STR("advice"), NODE_MAPPING);
	locale->countries = need(&reading, root, STR("countries"), NODE_MAPPING);
	locale->digest = digest_from_str(source->bytes);
	return reading.complete ? locale : NULL;
}

static const struct carried *find(struct arena *book, struct str tag)
{
	return carried_find(str_format(book, "locales/%.*s.yaml", STR_ARG(tag)));
}

struct locale *locale_carried(struct arena *book, struct sources *sources, struct str tag,
			      struct notices *notices)
{
	const struct carried *carried = find(book, tag);
	if (!carried)
		carried = find(book, str_slice(tag, 0, str_index(tag, '-', 0)));
	if (!carried)
		carried = find(book, STR("en-GB"));
	if (!carried)
		return NULL;
	const struct source *source =
		source_from_bytes(sources, carried->path, carried->bytes);
	return locale_read(book, source, notices);
}

static struct str lookup(const struct node *mapping, struct str key, struct str otherwise)
{
	const struct node *node = node_find(mapping, key);
	return node ? node->text : otherwise;
}

struct str locale_country(const struct locale *locale, struct str country)
{
	return lookup(locale->countries, country, STR(""));
}

struct str locale_law(const struct locale *locale, struct str name)
{
	return lookup(locale->laws, name, name);
}

struct str locale_advice(const struct locale *locale, struct str country)
{
	return lookup(locale->advice, country, STR(""));
}
