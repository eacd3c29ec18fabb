#include "ledger/record.h"

#include <string.h>

#include "ledger/field.h"
#include "ledger/figure.h"

static void clear_field(const struct field *field, char *base)
{
	if (field->offset == NOWHERE || field->flags & RARE)
		return;
	void *at = base + field->offset;
	if (field->type == FIELD_DATE)
		*(date *)at = DATE_NONE;
	else if (field->type == FIELD_MONEY)
		*(money *)at = MONEY_NONE;
	else if (field->type == FIELD_PERCENT)
		*(ppm *)at = RATE_NONE;
	else if (field->type == FIELD_DECIMAL)
		*(int64_t *)at = field->absent * INT64_C(1000000);
	else if (field->type == FIELD_INTEGER)
		*(int32_t *)at = field->absent;
	else if (field->type == FIELD_RECORD)
		record_clear(field->record, at);
}

void record_clear(const struct record *record, void *at)
{
	for (size_t i = 0; i < record->count; i++)
		clear_field(&record->fields[i], at);
	if (record->rare_size)
		memcpy((char *)at + record->rare, &record->rare_none, sizeof(void *));
}

/* The struct of the rare fields; from the first of them on it is the record's own. */
static char *own_rare(struct reading *reading, const struct record *record, char *base)
{
	void *rare;
	memcpy(&rare, base + record->rare, sizeof rare);
	if (rare != record->rare_none)
		return rare;
	rare = arena_record(reading->book, record->rare_size);
	memcpy(rare, record->rare_none, record->rare_size);
	memcpy(base + record->rare, &rare, sizeof rare);
	return rare;
}

static bool report_shape(struct reading *reading, const char *key,
			 const struct record *record, const struct node *node)
{
	if (node->kind == NODE_BROKEN)
		return false;
	struct notice *notice =
		NOTICE(reading->notices, VALUE_SHAPE, node->span, key, "a mapping",
		       node->kind == NODE_LIST ? "list" : "single value");
	const struct field *first = &record->fields[0];
	notice_help(reading->notices, notice, "write {%s: %s, …}", first->key,
		    first->example ? first->example : "…");
	return false;
}

/* One thing or a list of them: an array and its count, one behind the other. */
static bool read_records(struct reading *reading, const struct field *field,
			 const struct node *node, char *base)
{
	struct {
		char *items;
		size_t count;
	} list;
	const struct node *item = field_items(node, &list.count);
	size_t size = field->record->size;
	list.items = arena_record(reading->book, list.count * size);
	bool ok = true;
	for (size_t i = 0; i < list.count; i++, item = item->next) {
		char *at = list.items + i * size;
		if (item->kind == NODE_MAPPING)
			ok &= record_read(reading, field->record, item, at, false).ok;
		else
			ok &= report_shape(reading, field->key, field->record, item);
	}
	memcpy(base + field->offset, &list, sizeof list);
	return ok;
}

static bool read_field(struct reading *reading, const struct field *field,
		       const struct node *node, char *base, bool partial)
{
	if (field->type == FIELD_RECORDS && node->kind != NODE_BROKEN)
		return read_records(reading, field, node, base);
	if (field->type != FIELD_RECORD)
		return field_read(reading, field, node, base);
	bool is_none = node->kind == NODE_SCALAR && str_equal(node->text, STR("none"));
	if (is_none && field->flags & NONE_ALLOWED)
		return true;
	if (node->kind != NODE_MAPPING)
		return report_shape(reading, field->key, field->record, node);
	return record_read(reading, field->record, node, base + field->offset, partial)
		.ok;
}

static void report_key(struct reading *reading, const struct record *record,
		       const struct node *entry)
{
	struct notice *notice = NOTICE(reading->notices, KEY_UNKNOWN, entry->key_span,
				       STR_ARG(entry->key), record->name);
	if (!reading_may_search(reading))
		return;
	struct str near = schema_near_key(reading->scratch, record, entry->key);
	if (near.len) {
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near));
		return;
	}
	struct buf known = buf_new(reading->scratch, 0);
	for (size_t i = 0; i < record->count; i++)
		buf_format(&known, "%s%s", i ? ", " : "", record->fields[i].key);
	notice_help(reading->notices, notice, "known here: %.*s",
		    STR_ARG(buf_str(&known)));
}

static bool check_required(struct reading *reading, const struct record *record,
			   const struct node *node, uint64_t seen)
{
	bool ok = true;
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (!(field->flags & REQUIRED) || seen & UINT64_C(1) << i)
			continue;
		ok = false;
		struct notice *notice = NOTICE(reading->notices, KEY_MISSING, node->span,
					       record->name, field->key);
		if (field->example)
			notice_help(reading->notices, notice,
				    "add %s, for example %s: %s", field->key, field->key,
				    field->example);
		else
			notice_help(reading->notices, notice, "add %s", field->key);
	}
	return ok;
}

static bool is_figure(struct str text, bool point)
{
	for (size_t i = 0; i < text.len; i++)
		if ((text.at[i] < '0' || text.at[i] > '9') &&
		    !(point && text.at[i] == '.'))
			return false;
	return text.len > 0;
}

/* In {amount: 1.234,50} the comma ends the entry and begins another, '50', without a
 * value. */
static bool is_cut_by_comma(const struct node *entry)
{
	const struct node *rest = entry->next;
	return rest && rest->kind == NODE_SCALAR && rest->text.len == 0 &&
	       entry->kind == NODE_SCALAR && entry->plain &&
	       is_figure(entry->text, true) && is_figure(rest->key, false);
}

static void report_comma(struct reading *reading, const struct node *entry)
{
	struct str whole = str_format(reading->scratch, "%.*s,%.*s", STR_ARG(entry->text),
				      STR_ARG(entry->next->key));
	figure_report_separator(reading, "figure", whole, entry->span);
}

/* The field that a misspelt key stands for, so that it is not missed as well. */
static uint64_t bit_of_near(struct reading *reading, const struct record *record,
			    struct str key)
{
	if (!reading_may_search(reading))
		return 0;
	struct str near = schema_near_key(reading->scratch, record, key);
	for (size_t i = 0; i < record->count; i++)
		if (near.len && str_equal(str_from_c(record->fields[i].key), near))
			return UINT64_C(1) << i;
	return 0;
}

struct reading_result record_read(struct reading *reading, const struct record *record,
				  const struct node *node, void *at, bool partial)
{
	struct reading_result result = {.ok = true};
	size_t hint = 0;
	record_clear(record, at);
	if (!record->spanless)
		*(struct span *)at = node->span;
	for (const struct node *entry = node->first; entry; entry = entry->next) {
		const struct field *field = schema_field(record, entry->key, &hint);
		uint64_t bit = field ? UINT64_C(1) << (field - record->fields) : 0;
		bool cut = field && is_cut_by_comma(entry);
		char *base =
			field && field->flags & RARE ? own_rare(reading, record, at) : at;
		bool ok =
			field && !cut && read_field(reading, field, entry, base, partial);
		if (cut) {
			report_comma(reading, entry);
			entry = entry->next;
		} else if (!field) {
			report_key(reading, record, entry);
			bit = bit_of_near(reading, record, entry->key);
		}
		result.seen |= bit;
		result.broken |= ok ? 0 : bit;
		result.ok &= ok;
	}
	if (!partial)
		result.ok &= check_required(reading, record, node, result.seen);
	return result;
}

bool record_has(const struct record *record, const struct reading_result *result,
		const char *key)
{
	size_t hint = 0;
	const struct field *field = schema_field(record, str_from_c(key), &hint);
	return field && result->seen & UINT64_C(1) << (field - record->fields);
}
