/* The sections, the spellings of terms, and finding one's way in the table. */
#include "ledger/schema.h"

#include <string.h>

#include "base/near.h"

const struct word schema_terms[] = {{"net 30", TERMS_NET},
				    {"due on receipt", TERMS_RECEIPT},
				    {"30 days end of month", TERMS_DAYS_EOM},
				    {"end of month + 10", TERMS_EOM_PLUS},
				    {NULL, 0}};

const struct word schema_discount = {"2/10 net 30", TERMS_NET};

const struct section_row schema_sections[SECTION__COUNT] = {
	[SECTION_CREDITOR] = {"creditor", SHAPE_ONCE, &schema_creditor, "you"},
	[SECTION_DEFAULTS] = {"defaults", SHAPE_ONCE, &schema_defaults,
			      "what stands where nothing else is said"},
	[SECTION_POLICIES] = {"policies", SHAPE_NAMED, &schema_policy,
			      "your own terms of collection, by name"},
	[SECTION_RATES] = {"rates", SHAPE_NAMED, &schema_rate,
			   "reference rates, by the table's name"},
	[SECTION_CUSTOMERS] = {"customers", SHAPE_LIST, &schema_customer, "who owes you"},
	[SECTION_INVOICES] = {"invoices", SHAPE_LIST, &schema_invoice, "what is owed"},
	[SECTION_CREDIT_NOTES] = {"credit_notes", SHAPE_LIST, &schema_credit_note,
				  "what is owed no more"},
	[SECTION_PAYMENTS] = {"payments", SHAPE_LIST, &schema_payment, "money in"},
	[SECTION_WRITE_OFFS] = {"write_offs", SHAPE_LIST, &schema_write_off,
				"what is given up"},
	[SECTION_PLANS] = {"plans", SHAPE_LIST, &schema_plan, "agreed instalments"},
	[SECTION_PROMISES] = {"promises", SHAPE_LIST, &schema_promise,
			      "what customers said they would pay"},
	[SECTION_LOG] = {"log", SHAPE_LIST, &schema_log, "letters sent and calls made"},
};

/* A key is longer than none, and looked for among many: its first byte decides mostly. */
static bool is_called(const char *name, struct str key)
{
	return key.len && name[0] == key.at[0] && strncmp(name, key.at, key.len) == 0 &&
	       name[key.len] == '\0';
}

const struct field *schema_field(const struct record *record, struct str key,
				 size_t *hint)
{
	size_t at = *hint;
	for (size_t i = 0; i < record->count; i++, at++) {
		if (at >= record->count)
			at = 0;
		if (!is_called(record->fields[at].key, key))
			continue;
		*hint = at + 1;
		return &record->fields[at];
	}
	return NULL;
}

const struct word *schema_word(const struct word *words, struct str text)
{
	for (; words->word; words++)
		if (str_equal(str_from_c(words->word), text))
			return words;
	return NULL;
}

enum section schema_section(struct str key)
{
	int i = 0;
	while (i < SECTION__COUNT && !str_equal(str_from_c(schema_sections[i].key), key))
		i++;
	return (enum section)i;
}

struct str schema_near_key(struct arena *scratch, const struct record *record,
			   struct str key)
{
	struct near near = near_new(scratch, key);
	for (size_t i = 0; i < record->count; i++)
		near_offer(&near, str_from_c(record->fields[i].key));
	return near.best;
}

struct str schema_near_word(struct arena *scratch, const struct word *words,
			    struct str text)
{
	struct near near = near_new(scratch, text);
	for (; words->word; words++)
		near_offer(&near, str_from_c(words->word));
	return near.best;
}

struct str schema_near_section(struct arena *scratch, struct str key)
{
	struct near near = near_new(scratch, key);
	for (int i = 0; i < SECTION__COUNT; i++)
		near_offer(&near, str_from_c(schema_sections[i].key));
	return near.best;
}
