#include "ledger/json_schema.h"

#include "base/arena.h"
#include "ledger/json_field.h"
#include "ledger/json_type.h"

#define LINE_DEPTH 4 /* objects down to here, a field's own, begin lines of their own */

/* The records of the language, each once, in the order they are met. */
struct roll {
	struct arena *arena;
	const struct record **items;
	size_t count;
};

static void collect(struct roll *roll, const struct record *record)
{
	for (size_t i = 0; i < roll->count; i++)
		if (roll->items[i] == record)
			return;
	roll->items = arena_grow(roll->arena, roll->items, roll->count, roll->count + 1,
				 sizeof(const struct record *));
	roll->items[roll->count++] = record;
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].record)
			collect(roll, record->fields[i].record);
}

static void put_member(struct json *json, const char *key, struct str value)
{
	json_key(json, key);
	json_str(json, value);
}

/* ---- records ---- */

/* The next word of `rest`, cut off; false after the last. */
static bool next_key(struct str *rest, struct str *key)
{
	size_t end = str_index(*rest, ' ', 0);

	*key = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end + 1, rest->len);
	return key->len > 0;
}

static void put_required(struct json *json, const struct record *record)
{
	bool any = false;

	for (size_t i = 0; i < record->count; i++) {
		if (!(record->fields[i].flags & REQUIRED))
			continue;
		if (!any) {
			json_key(json, "required");
			json_open(json, '[');
		}
		any = true;
		json_str(json, str_from_c(record->fields[i].key));
	}
	if (any)
		json_close(json, ']');
}

static void put_some_of(struct json *json, const char *keys)
{
	struct str rest = str_from_c(keys), key;

	json_key(json, "anyOf");
	json_open(json, '[');
	while (next_key(&rest, &key))
		json_raw(json, str_format(json->out->arena, "{\"required\": [\"%.*s\"]}",
					  STR_ARG(key)));
	json_close(json, ']');
}

/* No two of them: each pair is refused. */
static void put_apart(struct json *json, const char *keys)
{
	struct str rest = str_from_c(keys), one, other;

	json_key(json, "allOf");
	json_open(json, '[');
	while (next_key(&rest, &one)) {
		struct str others = rest;
		while (next_key(&others, &other))
			json_raw(
				json,
				str_format(
					json->out->arena,
					"{\"not\": {\"required\": [\"%.*s\", \"%.*s\"]}}",
					STR_ARG(one), STR_ARG(other)));
	}
	json_close(json, ']');
}

static void put_needs(struct json *json, const char *keys)
{
	struct str rest = str_from_c(keys), key;

	json_key(json, "dependencies");
	json_open(json, '{');
	next_key(&rest, &key);
	json_key(json, str_c(json->out->arena, key));
	json_open(json, '[');
	while (next_key(&rest, &key))
		json_str(json, key);
	json_close(json, ']');
	json_close(json, '}');
}

static void put_record(struct json *json, const struct record *record)
{
	json_key(json, json_field_definition(json->out->arena, record));
	json_open(json, '{');
	put_member(json, "description",
		   str_from_c(record->doc ? record->doc : record->name));
	put_member(json, "type", STR("object"));
	json_key(json, "additionalProperties");
	json_raw(json, STR("false"));
	put_required(json, record);
	if (record->some_of)
		put_some_of(json, record->some_of);
	if (record->apart)
		put_apart(json, record->apart);
	if (record->needs)
		put_needs(json, record->needs);
	json_key(json, "properties");
	json_open(json, '{');
	for (size_t i = 0; i < record->count; i++)
		json_field_put(json, &record->fields[i]);
	json_close(json, '}');
	json_close(json, '}');
}

static void put_currencies(struct json *json)
{
	const struct currency *currency;

	json_key(json, "currency");
	json_open(json, '{');
	put_member(json, "description", STR("ISO 4217"));
	json_key(json, "enum");
	json_open(json, '[');
	for (size_t i = 0; (currency = currency_at(i)); i++)
		json_str(json, str_from_c(currency->code));
	json_close(json, ']');
	json_close(json, '}');
}

/* ---- sections ---- */

static void put_once(struct json *json, const struct section_row *row)
{
	json_key(json, "anyOf");
	json_open(json, '[');
	json_field_reference(json, row->record);
	json_raw(json, STR("{\"type\": \"null\"}"));
	json_close(json, ']');
}

/* An empty section, `invoices:` alone, is read as null. */
static void put_types(struct json *json, const char *type)
{
	json_key(json, "type");
	json_open(json, '[');
	json_str(json, str_from_c(type));
	json_str(json, STR("null"));
	json_close(json, ']');
}

static void put_named(struct json *json, const struct section_row *row, bool lists)
{
	put_types(json, "object");
	if (!lists) {
		json_key(json, "propertyNames");
		json_open(json, '{');
		json_type_put_id(json);
		json_close(json, '}');
	}
	json_key(json, "additionalProperties");
	if (!lists) {
		json_field_reference(json, row->record);
		return;
	}
	json_open(json, '{');
	json_field_one_or_list(json, row->record);
	json_close(json, '}');
}

static void put_section(struct json *json, enum section section)
{
	const struct section_row *row = &schema_sections[section];

	json_key(json, row->key);
	json_open(json, '{');
	put_member(json, "description", str_from_c(row->doc));
	switch (row->shape) {
	case SHAPE_ONCE:
		put_once(json, row);
		break;
	case SHAPE_NAMED:
		put_named(json, row, section == SECTION_RATES);
		break;
	case SHAPE_LIST:
		put_types(json, "array");
		json_key(json, "items");
		json_field_reference(json, row->record);
		break;
	}
	json_close(json, '}');
}

static void put_definitions(struct json *json)
{
	struct roll roll = {.arena = json->out->arena};

	for (enum section s = 0; s < SECTION__COUNT; s++)
		collect(&roll, schema_sections[s].record);
	json_key(json, "definitions");
	json_open(json, '{');
	for (size_t i = 0; i < roll.count; i++)
		put_record(json, roll.items[i]);
	put_currencies(json);
	json_close(json, '}');
}

static void put_file(struct json *json)
{
	json_open(json, '{');
	put_member(json, "$schema", STR("http://json-schema.org/draft-07/schema#"));
	put_member(json, "title", STR("collectgen ledger"));
	put_member(
		json, "description",
		STR("one YAML file of a ledger; any file may hold any of the sections"));
	put_types(json, "object");
	json_key(json, "additionalProperties");
	json_raw(json, STR("false"));
	json_key(json, "properties");
	json_open(json, '{');
	for (enum section s = 0; s < SECTION__COUNT; s++)
		put_section(json, s);
	json_close(json, '}');
	put_definitions(json);
	json_close(json, '}');
}

/* ---- lines ---- */

/* The index behind the string that begins at `at`. */
static size_t string_end(struct str text, size_t at)
{
	for (at++; at < text.len && text.at[at] != '"'; at++)
		at += text.at[at] == '\\';
	return at + 1;
}

static void new_line(struct buf *out, size_t depth)
{
	buf_byte(out, '\n');
	buf_fill(out, ' ', 2 * depth);
}

/* Breaks the one line of the writer: at the outer objects, not within a field or list. */
static void lay_out(struct buf *out, struct str text)
{
	size_t depth = 0, inner = 0, end;

	for (size_t at = 0; at < text.len; at = end) {
		char c = text.at[at];
		end = c == '"' ? string_end(text, at) : at + 1;
		bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
		bool is_outer =
			inner == 0 && (c == '}' || (c == '{' && depth < LINE_DEPTH));
		if (is_outer && closes)
			new_line(out, --depth);
		buf_put(out, str_slice(text, at, end));
		if (is_outer && opens)
			new_line(out, ++depth);
		else if (!is_outer)
			inner = opens ? inner + 1 : inner - closes;
		if (c == ',' && inner == 0) {
			new_line(out, depth);
			end++;
		}
	}
	buf_byte(out, '\n');
}

void json_schema_put(struct buf *out)
{
	struct buf line = buf_new(out->arena, 0);
	struct json json = json_new(&line);

	put_file(&json);
	lay_out(out, buf_str(&line));
}
