#include <criterion/criterion.h>

#include <string.h>

#include "ledger/schema.h"

static void check_record(const struct record *record)
{
	cr_assert_leq(record->count, 64, "%s has more fields than a bit each",
		      record->name);
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		cr_assert(field->doc && *field->doc, "'%s' has no doc", field->key);
		size_t size = field->flags & RARE ? record->rare_size : record->size;
		cr_assert(field->offset == NOWHERE || field->offset < size,
			  "'%s' lies outside its record", field->key);
		bool nested = field->type == FIELD_RECORD || field->type == FIELD_RECORDS;
		cr_assert_eq(nested, field->record != NULL, "'%s'", field->key);
		cr_assert(nested || field->words || field->example,
			  "'%s' shows no example", field->key);
		for (size_t k = 0; k < i; k++)
			cr_assert_str_neq(field->key, record->fields[k].key);
		if (nested)
			check_record(field->record);
	}
}

Test(schema, describes_every_field_of_every_section)
{
	for (int i = 0; i < SECTION__COUNT; i++) {
		cr_assert_not_null(schema_sections[i].key);
		check_record(schema_sections[i].record);
	}
}

Test(schema, finds_fields_from_wherever_it_is_asked_to_begin)
{
	for (size_t from = 0; from < 20; from++) {
		size_t hint = from;
		const struct field *field =
			schema_field(&schema_invoice, STR("due"), &hint);
		cr_assert_not_null(field);
		cr_assert_str_eq(field->key, "due");
		cr_assert_eq(hint, (size_t)(field - schema_invoice.fields) + 1);
	}
}

Test(schema, finds_no_field_that_is_only_the_beginning_of_one)
{
	size_t hint = 0;
	cr_assert_null(schema_field(&schema_invoice, STR("du"), &hint));
	cr_assert_null(schema_field(&schema_invoice, STR(""), &hint));
}

Test(schema, names_the_nearest_key_and_nothing_when_none_is_near)
{
	struct arena *arena = arena_new(0);
	struct str near = schema_near_key(arena, &schema_invoice, STR("amuont"));
	cr_assert(str_equal(near, STR("amount")));
	cr_assert_eq(schema_near_key(arena, &schema_invoice, STR("zzzzzzzz")).len, 0);
	cr_assert(
		str_equal(schema_near_section(arena, STR("custmers")), STR("customers")));
	arena_free(arena);
}

Test(schema, spells_every_form_of_terms)
{
	for (int form = 1; form < TERMS__COUNT; form++)
		cr_assert_eq(schema_terms[form - 1].value, form);
}
