#include "ledger/json_field.h"

#include "ledger/json_literal.h"
#include "ledger/json_type.h"

static void put_member(struct json *json, const char *key, struct str value)
{
	json_key(json, key);
	json_str(json, value);
}

/* {"$ref": "#/definitions/NAME"} */
static void put_reference(struct json *json, const char *name)
{
	json_raw(json,
		 str_format(json->out->arena, "{\"$ref\": \"#/definitions/%s\"}", name));
}

/* "a bank account" → "bank-account" */
char *json_field_definition(struct arena *arena, const struct record *record)
{
	struct str name = str_from_c(record->name);
	size_t article = str_index(name, ' ', 0) + 1;
	char *key = str_c(arena, str_slice(name, article, name.len));

	for (char *at = key; *at; at++)
		if (*at == ' ')
			*at = '-';
	return key;
}

void json_field_reference(struct json *json, const struct record *record)
{
	put_reference(json, json_field_definition(json->out->arena, record));
}

static void put_value(struct json *json, const struct field *field)
{
	json_open(json, '{');
	json_type_put(json, field);
	json_close(json, '}');
}

/* What follows is the form of its items. */
static void open_list(struct json *json, bool may_be_empty)
{
	json_open(json, '{');
	put_member(json, "type", STR("array"));
	json_key(json, "minItems");
	json_raw(json, may_be_empty ? STR("0") : STR("1"));
	json_key(json, "items");
}

static void put_one_or_list(struct json *json, const struct field *field)
{
	bool may_be_empty = field->type == FIELD_TEXTS || field->type == FIELD_DATES ||
			    field->type == FIELD_CHANNELS;

	json_key(json, "anyOf");
	json_open(json, '[');
	put_value(json, field);
	open_list(json, may_be_empty);
	put_value(json, field);
	json_close(json, '}');
	json_close(json, ']');
}

/* One number, a list of them, or a mapping to amounts (read_for of field.c). */
static void put_for(struct json *json, const struct field *field)
{
	static const struct field amount = {.type = FIELD_MONEY, .flags = ZERO_REFUSED};

	json_key(json, "anyOf");
	json_open(json, '[');
	put_value(json, field);
	open_list(json, false);
	put_value(json, field);
	json_close(json, '}');
	json_open(json, '{');
	put_member(json, "type", STR("object"));
	json_key(json, "minProperties");
	json_raw(json, STR("1"));
	json_key(json, "additionalProperties");
	put_value(json, &amount);
	json_close(json, '}');
	json_close(json, ']');
}

void json_field_one_or_list(struct json *json, const struct record *record)
{
	json_key(json, "anyOf");
	json_open(json, '[');
	json_field_reference(json, record);
	open_list(json, true);
	json_field_reference(json, record);
	json_close(json, '}');
	json_close(json, ']');
}

static void put_record_or_none(struct json *json, const struct field *field)
{
	json_key(json, "anyOf");
	json_open(json, '[');
	json_field_reference(json, field->record);
	if (field->flags & NONE_ALLOWED)
		json_raw(json, STR("{\"const\": \"none\"}"));
	json_close(json, ']');
}

/* A reference's neighbours are ignored in draft-07, inside allOf they are not. */
static void put_currency(struct json *json)
{
	json_key(json, "allOf");
	json_open(json, '[');
	put_reference(json, "currency");
	json_close(json, ']');
}

static void put_shape(struct json *json, const struct field *field)
{
	switch (field->type) {
	case FIELD_NAMES:
	case FIELD_TEXTS:
	case FIELD_DATES:
	case FIELD_INTEGERS:
	case FIELD_CHANNELS:
	case FIELD_WAIVED:
		put_one_or_list(json, field);
		break;
	case FIELD_FOR:
		put_for(json, field);
		break;
	case FIELD_RECORD:
		put_record_or_none(json, field);
		break;
	case FIELD_RECORDS:
		json_field_one_or_list(json, field->record);
		break;
	case FIELD_CURRENCY:
		put_currency(json);
		break;
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_ID:
	case FIELD_NUMBER:
	case FIELD_COUNTRY:
	case FIELD_NAME:
	case FIELD_DATE:
	case FIELD_MONEY:
	case FIELD_PERCENT:
	case FIELD_DECIMAL:
	case FIELD_INTEGER:
	case FIELD_BOOL:
	case FIELD_FLAG:
	case FIELD_WORD:
	case FIELD_TERMS:
	case FIELD_STARTS:
	case FIELD_DELIVERY:
	case FIELD_TYPE__COUNT:
		json_type_put(json, field);
		break;
	}
}

void json_field_put(struct json *json, const struct field *field)
{
	json_key(json, field->key);
	json_open(json, '{');
	put_member(json, "description", str_from_c(field->doc));
	put_shape(json, field);
	if (field->standard) {
		json_key(json, "default");
		json_literal_put(json, field, field->standard);
	}
	if (field->example) {
		json_key(json, "examples");
		json_open(json, '[');
		json_literal_put(json, field, field->example);
		json_close(json, ']');
	}
	json_close(json, '}');
}
