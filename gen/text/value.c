#include "text/value.h"

static struct value *make(struct arena *arena, enum value_kind kind)
{
	struct value *value = ARENA_NEW(arena, struct value);
	value->kind = kind;
	value->last = &value->first;
	value->last_field = &value->fields;
	return value;
}

struct value *value_empty(struct arena *arena)
{
	return make(arena, VALUE_EMPTY);
}

struct value *value_text(struct arena *arena, struct str text)
{
	struct value *value = make(arena, VALUE_TEXT);
	value->text = text;
	return value;
}

struct value *value_truth(struct arena *arena, bool truth)
{
	struct value *value = make(arena, VALUE_TRUTH);
	value->truth = truth;
	return value;
}

struct value *value_list(struct arena *arena)
{
	return make(arena, VALUE_LIST);
}

struct value *value_record(struct arena *arena)
{
	return make(arena, VALUE_RECORD);
}

/* A name's length and its first seven bytes: all of a short one. */
static uint64_t key_of(struct str name)
{
	uint64_t len = name.len < 255 ? name.len : 255;
	return len << 56 | (str_piece(name, 0) & (UINT64_MAX >> 8));
}

struct value *value_set(struct arena *arena, struct value *record, struct str name,
			struct value *value)
{
	struct value_field *field = ARENA_NEW(arena, struct value_field);
	field->name = name;
	field->key = key_of(name);
	field->value = value;
	*record->last_field = field;
	record->last_field = &field->next;
	return value;
}

void value_push(struct value *list, struct value *item)
{
	*list->last = item;
	list->last = &item->next;
}

const struct value *value_field(const struct value *record, struct str name)
{
	uint64_t key = key_of(name);
	for (const struct value_field *field = record->fields; field; field = field->next)
		if (field->key == key && (name.len < 8 || str_equal(field->name, name)))
			return field->value;
	return NULL;
}

static void put_text(struct buf *buf, struct str text)
{
	buf_int(buf, (int64_t)text.len);
	buf_byte(buf, ':');
	buf_put(buf, text);
}

void value_put(struct buf *buf, const struct value *value)
{
	static const char kinds[VALUE_KIND__COUNT] = {'e', 't', 'b', 'l', 'r'};
	buf_byte(buf, kinds[value->kind]);
	buf_byte(buf, value->truth ? '1' : '0');
	buf_byte(buf, value->markup ? '1' : '0');
	put_text(buf, value->text);
	for (const struct value *item = value->first; item; item = item->next)
		value_put(buf, item);
	/* What is below a printed form is that form written otherwise. */
	const struct value_field *first = value->text.len ? NULL : value->fields;
	for (const struct value_field *field = first; field; field = field->next) {
		put_text(buf, field->name);
		value_put(buf, field->value);
	}
	buf_byte(buf, '.');
}
