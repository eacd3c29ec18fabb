#include "topic_ledger.h"

#include "entry.h"
#include "ledger/schema.h"

#define KEYS 24 /* where the second column begins */

/* What a field's value is called; words and records speak for themselves. */
static const char *const types[FIELD_TYPE__COUNT] = {
	[FIELD_TEXT] = "text",
	[FIELD_LINES] = "lines of text",
	[FIELD_ID] = "id",
	[FIELD_NUMBER] = "number",
	[FIELD_COUNTRY] = "country",
	[FIELD_NAME] = "name",
	[FIELD_NAMES] = "name, or a list",
	[FIELD_TEXTS] = "text, or a list",
	[FIELD_DATE] = "date",
	[FIELD_DATES] = "date, or a list",
	[FIELD_MONEY] = "money",
	[FIELD_PERCENT] = "percent",
	[FIELD_DECIMAL] = "figure",
	[FIELD_INTEGER] = "whole number",
	[FIELD_INTEGERS] = "whole number, or a list",
	[FIELD_BOOL] = "true | false",
	[FIELD_FLAG] = "true | false",
	[FIELD_CURRENCY] = "currency",
	[FIELD_TERMS] = "terms",
	[FIELD_STARTS] = "text",
	[FIELD_DELIVERY] = "days | working days",
	[FIELD_FOR] = "name, a list, or a mapping",
};

static const struct str preface = STR_LIT(
	"A ledger is a folder: every .yaml and .yml file below it is read, save names\n"
	"that begin with '.' or '_' and its 'templates'. Each file is one mapping of\n"
	"these sections, in any order; a section may stand in several files.\n"
	"\n"
	"  money     digits, at most one point, no more decimals than its currency has:\n"
	"            1250 or 1250.00; no sign, no separator, no currency\n"
	"  percent   at most four decimals; figure: at most six\n"
	"  date      YYYY-MM-DD, from 1990 to 2199\n"
	"  id        letters, digits, '.', '_' and '-', at most 64; number: any line of\n"
	"            text. Both name files. name: an id or number declared elsewhere\n"
	"  country   ISO 3166, as GB; currency: ISO 4217, as GBP\n"
	"  terms     net 30 | due on receipt | 30 days end of month |\n"
	"            end of month + 10 | 2/10 net 30\n"
	"\n"
	"Where a list is taken, one thing may stand alone. Quotes make no difference.\n");

static struct str choice(struct arena *arena, const struct field *field)
{
	struct buf text = buf_new(arena, 0);

	for (const struct word *word = field->words; word->word; word++)
		buf_format(&text, "%s%s", text.len ? " | " : "", word->word);
	if (field->type == FIELD_CHANNELS || field->type == FIELD_WAIVED)
		buf_put(&text, STR(", or a list"));
	return buf_str(&text);
}

static struct str type(struct arena *arena, const struct field *field)
{
	if (field->words)
		return choice(arena, field);
	if (!field->record)
		return str_from_c(types[field->type]);
	return str_format(arena, "%s%s%s", field->record->name,
			  field->type == FIELD_RECORDS ? ", or a list" : "",
			  field->flags & NONE_ALLOWED ? ", or none" : "");
}

static struct str standing(struct arena *arena, const struct field *field)
{
	if (field->flags & REQUIRED)
		return STR(", required");
	if (!field->standard)
		return STR("");
	return str_format(arena, ", else %s", field->standard);
}

struct str topic_ledger_value(struct arena *arena, const struct field *field)
{
	return str_format(arena, "%.*s%.*s", STR_ARG(type(arena, field)),
			  STR_ARG(standing(arena, field)));
}

/* KEY  TYPE, required: MEANING; as EXAMPLE */
static void put_field(struct buf *out, const struct field *field, size_t depth)
{
	struct arena *arena = out->arena;
	struct entry entry = entry_new(out, 2 * depth, str_from_c(field->key), KEYS);

	entry_words(&entry, str_format(arena, "%.*s: %s%s",
				       STR_ARG(topic_ledger_value(arena, field)),
				       field->doc, field->example ? ";" : ""));
	if (field->example)
		entry_piece(&entry, str_format(arena, "as %s", field->example));
	buf_byte(out, '\n');
}

/* "below upto" → "# LEAD below, upto"; with a colon behind the first when `leads`. */
static void put_rule(struct buf *out, size_t depth, const char *lead, const char *keys,
		     bool leads)
{
	struct str rest = str_from_c(keys);
	const char *between = " ";

	buf_fill(out, ' ', 2 * depth);
	buf_format(out, "# %s", lead);
	for (size_t from = 0, end; from < rest.len; from = end + 1) {
		end = str_index(rest, ' ', from);
		buf_format(out, "%s%.*s", between, STR_ARG(str_slice(rest, from, end)));
		between = from == 0 && leads ? ": " : ", ";
	}
	buf_byte(out, '\n');
}

static void put_rules(struct buf *out, const struct record *record, size_t depth)
{
	bool exact = record->some_of && record->apart;

	if (record->some_of)
		put_rule(out, depth, exact ? "exactly one of" : "at least one of",
			 record->some_of, false);
	if (record->apart && !exact)
		put_rule(out, depth, "at most one of", record->apart, false);
	if (record->needs)
		put_rule(out, depth, "with", record->needs, true);
}

/* Records nest at most a few levels (the deepest is policies, stages, fee, bands). */
static void put_record(struct buf *out, const struct record *record, size_t depth)
{
	put_rules(out, record, depth);
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		put_field(out, field, depth);
		if (field->record)
			put_record(out, field->record, depth + 1);
	}
}

const char *topic_ledger_shape(enum section section)
{
	switch (schema_sections[section].shape) {
	case SHAPE_ONCE:
		return "once in the ledger";
	case SHAPE_NAMED:
		return section == SECTION_RATES ? "a list for each name"
						: "a mapping for each name";
	case SHAPE_LIST:
		break;
	}
	return "a list";
}

struct str topic_ledger_preface(void)
{
	return preface;
}

void topic_ledger(struct buf *out)
{
	buf_put(out, preface);
	for (enum section s = 0; s < SECTION__COUNT; s++) {
		const struct section_row *row = &schema_sections[s];
		buf_format(out, "\n%s:\n  # %s; %s\n", row->key, row->doc,
			   topic_ledger_shape(s));
		put_record(out, row->record, 1);
	}
}
