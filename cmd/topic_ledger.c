#include "topic_ledger.h"

#include "ledger/schema.h"

#define KEYS 28 /* where the second column begins */

static void indent(struct buf *out, size_t depth)
{
	buf_fill(out, ' ', 2 * depth);
}

static void put_words(struct buf *out, const struct word *words)
{
	const char *between = ": ";

	for (; words && words->word; words++) {
		if (words->flags & NOT_BUILT)
			continue;
		buf_format(out, "%s%s", between, words->word);
		between = " | ";
	}
}

static void put_field(struct buf *out, const struct field *field, size_t depth)
{
	size_t from = out->len;

	indent(out, depth);
	buf_put(out, str_from_c(field->key));
	size_t used = out->len - from;
	buf_fill(out, ' ', used < KEYS ? KEYS - used : 1);
	buf_put(out, str_from_c(field->doc ? field->doc : ""));
	put_words(out, field->words);
	if (field->flags & REQUIRED)
		buf_put(out, STR(" (required)"));
	if (field->flags & NOT_BUILT)
		buf_put(out, STR(" (not built yet)"));
	if (field->example)
		buf_format(out, "; as %s", field->example);
	buf_byte(out, '\n');
}

/* Records nest at most a few levels (the deepest is policies, stages, fee, bands). */
static void put_record(struct buf *out, const struct record *record, size_t depth)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		put_field(out, field, depth);
		if (field->record && !(field->flags & NOT_BUILT))
			put_record(out, field->record, depth + 1);
	}
}

void topic_ledger(struct buf *out)
{
	for (enum section s = 0; s < SECTION__COUNT; s++) {
		const struct section_row *row = &schema_sections[s];
		bool built = !(row->flags & NOT_BUILT);
		buf_format(out, "%s%s:%s\n", s ? "\n" : "", row->key,
			   built ? "" : " (not built yet)");
		buf_format(out, "  # %s\n", row->doc);
		if (built && row->record)
			put_record(out, row->record, 1);
	}
}
