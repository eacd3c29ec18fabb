#include "ledger/section.h"

#include "base/unicode.h"
#include "ledger/field.h"
#include "ledger/footprint.h"
#include "ledger/record.h"
#include "ledger/wording.h"

static bool is_blank(const struct node *node)
{
	return node->kind == NODE_SCALAR && node->plain && node->text.len == 0;
}

static const char *shape_of(const struct node *node)
{
	return node->kind == NODE_LIST	    ? "list"
	       : node->kind == NODE_MAPPING ? "mapping"
					    : "single value";
}

static void report_shape(struct reading *reading, const char *key,
			 const struct node *node, const char *wanted, const char *help)
{
	if (node->kind == NODE_BROKEN)
		return;
	struct notice *notice = NOTICE(reading->notices, VALUE_SHAPE, node->span, key,
				       wanted, shape_of(node));
	notice_help(reading->notices, notice, "%s", help);
}

/* ---- creditor, defaults ---- */

static bool check_once(struct reading *reading, enum section section, struct span span)
{
	struct span *first = &reading->once[section];
	if (first->file == 0) {
		*first = span;
		return true;
	}
	if (first->file == span.file)
		return false; /* reported already, as a key that stands twice */
	const char *key = schema_sections[section].key;
	struct notice *notice = NOTICE(reading->notices, SECTION_REPEATED, span, key);
	notice_help(reading->notices, notice,
		    "a ledger has one '%s': move what is new into the first", key);
	notice_note(reading->notices, notice, *first, "'%s' first stands here", key);
	return false;
}

static void read_once(struct reading *reading, enum section section, struct span key_span,
		      const struct node *node)
{
	const struct section_row *row = &schema_sections[section];
	if (!check_once(reading, section, key_span) || is_blank(node))
		return;
	reading->lost[section] |= node->kind == NODE_BROKEN;
	if (node->kind != NODE_MAPPING) {
		report_shape(reading, row->key, node, "a mapping",
			     "write its keys below it, indented");
		return;
	}
	void *at = section == SECTION_CREDITOR ? (void *)&reading->ledger->creditor
					       : (void *)&reading->ledger->defaults;
	struct reading_result result = record_read(reading, row->record, node, at, false);
	reading->lost[section] |= !result.ok;
}

/* ---- policies, rates ---- */

static void report_twice(struct reading *reading, const char *what,
			 const struct node *entry, struct span first)
{
	struct notice *notice = NOTICE(reading->notices, ID_DUPLICATE, entry->key_span,
				       what, STR_ARG(entry->key));
	notice_help(reading->notices, notice, "give one of them another name");
	notice_note(reading->notices, notice, first, "'%.*s' is first declared here",
		    STR_ARG(entry->key));
}

static void draft_policy(struct reading *reading, struct node *entry)
{
	if (!wording_id_form(reading, "policies", entry->key, entry->key_span)) {
		reading_break(reading, SECTION_POLICIES, entry->key);
		return;
	}
	void **slot = map_at(&reading->drafts[reading->carried], entry->key);
	struct policy_draft *draft = *slot;
	if (draft) {
		report_twice(reading, "policy", entry, draft->span);
		return;
	}
	draft = ARENA_NEW(reading->desk, struct policy_draft);
	draft->tree = entry;
	draft->span = entry->key_span;
	draft->policy = ARENA_NEW(reading->book, struct policy);
	draft->policy->name = str_copy(reading->book, entry->key);
	draft->policy->span = entry->key_span;
	draft->policy->built_in = reading->carried;
	draft->broken = entry->kind == NODE_BROKEN;
	*slot = draft;
	if (entry->kind == NODE_MAPPING)
		return;
	draft->broken = true;
	report_shape(reading, "policies", entry, "a mapping for each name",
		     "write the policy's keys below its name, indented");
}

static struct rate_draft *rate_draft(struct reading *reading, struct str name)
{
	void **slot = map_at(&reading->tables[reading->carried], name);
	if (!*slot)
		*slot = ARENA_NEW(reading->desk, struct rate_draft);
	return *slot;
}

static void draft_rates(struct reading *reading, struct node *entry)
{
	struct rate_draft *draft =
		rate_draft(reading, unicode_nfc(reading->desk, entry->key));
	size_t count;
	const struct node *item = field_items(entry, &count);
	size_t wanted = draft->count + count;
	draft->entries = arena_grow(reading->desk, draft->entries, draft->count, wanted,
				    sizeof *draft->entries);
	for (size_t i = 0; i < count; i++, item = item->next) {
		struct rate_entry *rate = &draft->entries[draft->count];
		if (item->kind != NODE_MAPPING) {
			report_shape(reading, "rates", item, "mappings",
				     "write {from: 2026-07-01, percent: 3.75}");
			draft->broken = true;
			continue;
		}
		rate->span = item->span;
		rate->built_in = reading->carried;
		bool ok = record_read(reading, &schema_rate, item, rate, false).ok;
		draft->broken |= !ok;
		draft->count += ok;
	}
}

static void read_named(struct reading *reading, enum section section,
		       const struct node *node)
{
	if (node->kind == NODE_BROKEN)
		reading->lost[section] = true;
	if (node->kind != NODE_MAPPING) {
		if (!is_blank(node))
			report_shape(reading, schema_sections[section].key, node,
				     "a mapping of names",
				     "write a name, and what it is below it");
		return;
	}
	for (struct node *entry = node->first; entry; entry = entry->next) {
		if (section == SECTION_POLICIES)
			draft_policy(reading, entry);
		else
			draft_rates(reading, entry);
	}
}

/* ---- lists ---- */

/* The name others know the record by: its id or number, as written. */
static struct str name_in(const struct node *node)
{
	const struct node *id = node_find(node, STR("id"));
	if (!id)
		id = node_find(node, STR("number"));
	return id && id->kind == NODE_SCALAR ? id->text : (struct str){0};
}

static void remember_broken(struct reading *reading, enum section section,
			    const struct node *node)
{
	struct str name = node->kind == NODE_MAPPING ? name_in(node) : (struct str){0};
	if (name.len)
		reading_break(reading, section, name);
	else
		reading->lost[section] = true;
}

static void read_item(struct reading *reading, enum section section,
		      const struct node *node, struct str written)
{
	const struct section_row *row = &schema_sections[section];
	if (node->kind != NODE_MAPPING) {
		report_shape(reading, row->key, node, "a list of mappings",
			     "write the keys of each behind its dash");
		remember_broken(reading, section, node);
		return;
	}
	void *record = arena_record(reading->book, row->record->size);
	reading->section = section;
	reading->record = record;
	bool ok = record_read(reading, row->record, node, record, false).ok;
	if (!ok)
		remember_broken(reading, section, node);
	shelf_put(reading->boards, &reading->shelves[section], record, !ok,
		  str_hash(written));
}

static void read_list(struct reading *reading, struct yaml *yaml, enum section section)
{
	const struct section_row *row = &schema_sections[section];
	bool is_list = false;
	size_t errors = reading->notices->errors;
	struct arena_mark mark = arena_mark(reading->scratch);
	struct node *node;
	while ((node = yaml_item(yaml, reading->scratch, &is_list))) {
		read_item(reading, section, node, yaml_written(yaml));
		arena_rewind(reading->scratch, mark);
		errors = reading->notices->errors;
	}
	if (is_list) {
		if (reading->notices->errors > errors)
			reading_lose_all(reading);
		return;
	}
	node = yaml_value(yaml, reading->scratch);
	if (is_blank(node))
		return;
	reading->lost[section] = true;
	report_shape(reading, row->key, node, "a list",
		     "begin each record with a dash: '- '");
}

static void report_unknown(struct reading *reading, const struct node *entry)
{
	struct notice *notice = NOTICE(reading->notices, SECTION_UNKNOWN, entry->key_span,
				       STR_ARG(entry->key));
	if (!reading_may_search(reading))
		return;
	struct str near = schema_near_section(reading->scratch, entry->key);
	if (near.len) {
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near));
		reading->lost[schema_section(near)] = true;
		return;
	}
	struct buf known = buf_new(reading->scratch, 0);
	for (int i = 0; i < SECTION__COUNT; i++)
		buf_format(&known, "%s%s", i ? ", " : "", schema_sections[i].key);
	notice_help(reading->notices, notice, "the sections are %.*s",
		    STR_ARG(buf_str(&known)));
}

static void put_aside(struct reading *reading, struct yaml *yaml, enum section section,
		      struct span key_span)
{
	struct aside *aside = ARENA_NEW(reading->desk, struct aside);
	aside->section = section;
	aside->key_span = key_span;
	aside->node = yaml_value(yaml, reading->desk);
	*(reading->last_aside ? reading->last_aside : &reading->aside) = aside;
	reading->last_aside = &aside->next;
}

static void read_entry(struct reading *reading, struct yaml *yaml,
		       const struct node *entry)
{
	enum section section = schema_section(entry->key);
	if (section == SECTION__COUNT) {
		report_unknown(reading, entry);
		return;
	}
	const struct section_row *row = &schema_sections[section];
	if (row->shape == SHAPE_LIST)
		read_list(reading, yaml, section);
	else
		put_aside(reading, yaml, section, entry->key_span);
}

void section_gather(struct reading *reading, const struct source *source)
{
	struct arena_mark file = arena_mark(reading->file);
	struct arena_mark mark = arena_mark(reading->scratch);
	size_t errors = reading->notices->errors;
	struct yaml *yaml = yaml_open(reading->file, source, reading->notices);
	struct node entry = {0};
	reading->source = source;
	while (yaml_entry(yaml, &entry)) {
		if (entry.kind != NODE_BROKEN)
			read_entry(reading, yaml, &entry);
		arena_rewind(reading->scratch, mark);
		errors = reading->notices->errors;
	}
	if (reading->notices->errors > errors)
		reading_lose_all(reading);
	yaml_close(yaml);
	reading->source = NULL;
	arena_rewind(reading->file, file);
}

void section_settle(struct reading *reading)
{
	struct arena_mark mark = arena_mark(reading->scratch);
	reading->record = NULL;
	for (const struct aside *at = reading->aside; at; at = at->next) {
		reading->ledger->footprint += footprint_of(at->node) * (at->section + 1);
		if (schema_sections[at->section].shape == SHAPE_ONCE)
			read_once(reading, at->section, at->key_span, at->node);
		else
			read_named(reading, at->section, at->node);
		arena_rewind(reading->scratch, mark);
	}
	reading->aside = NULL;
	reading->last_aside = NULL;
}
