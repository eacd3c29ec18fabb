#include "ledger/field.h"

#include <string.h>

#include "base/unicode.h"
#include "ledger/calendar.h"
#include "ledger/comment.h"
#include "ledger/figure.h"
#include "ledger/form.h"
#include "ledger/phrase.h"
#include "ledger/wording.h"

static void *place(const struct field *field, void *base)
{
	return (char *)base + field->offset;
}

const struct node *field_items(const struct node *node, size_t *count)
{
	*count = node->kind == NODE_LIST ? node->count : 1;
	return node->kind == NODE_LIST ? node->first : node;
}

static bool read_text(struct reading *reading, const struct field *field,
		      const struct node *node, void *base)
{
	struct str text = {0};
	bool lines = field->type == FIELD_LINES;
	if (!wording_text(reading, field->key, node, lines, &text))
		return false;
	comment_check(reading, node);
	if (!form_check(reading, field, node, text))
		return false;
	if (field->offset != NOWHERE)
		*(struct str *)place(field, base) = text;
	return true;
}

static bool read_id(struct reading *reading, const struct field *field,
		    const struct node *node, void *base)
{
	return wording_id(reading, field->key, node, place(field, base));
}

static bool read_number(struct reading *reading, const struct field *field,
			const struct node *node, void *base)
{
	return wording_number(reading, field->key, node, place(field, base));
}

static bool read_country(struct reading *reading, const struct field *field,
			 const struct node *node, void *base)
{
	return wording_country(reading, field->key, node, place(field, base));
}

static bool read_name(struct reading *reading, const struct field *field,
		      const struct node *node, void *base)
{
	struct name *name = place(field, base);
	struct str passing;
	if (!(field->flags & PASSING)) {
		name->span = node->span;
		return wording_text(reading, field->key, node, false, &name->text);
	}
	if (!wording_passing(reading, field->key, node, &passing))
		return false;
	*(const char **)place(field, base) = reading_name(reading, passing);
	return true;
}

static bool report_empty(struct reading *reading, const struct field *field,
			 const struct node *node)
{
	struct notice *notice =
		NOTICE(reading->notices, VALUE_EMPTY, node->span, field->key);
	notice_help(reading->notices, notice,
		    "write a value behind '%s:', or take the line out", field->key);
	return false;
}

static bool read_names(struct reading *reading, const struct field *field,
		       const struct node *node, void *base)
{
	struct name_list *list = place(field, base);
	size_t count;
	const struct node *item = field_items(node, &count);
	if (count == 0)
		return report_empty(reading, field, node);
	bool passing = field->flags & PASSING;
	struct name *names =
		ARENA_ARRAY(passing ? reading->desk : reading->book, struct name, count);
	bool ok = true;
	size_t kept = 0;
	for (size_t i = 0; i < count; i++, item = item->next) {
		names[kept].span = item->span;
		struct str *text = &names[kept].text;
		bool good =
			passing ? wording_passing(reading, field->key, item, text)
				: wording_text(reading, field->key, item, false, text);
		if (good && passing)
			*text = str_copy(reading->desk, *text);
		kept += good;
		ok &= good;
	}
	*list = (struct name_list){names, kept};
	return ok;
}

static bool read_texts(struct reading *reading, const struct field *field,
		       const struct node *node, void *base)
{
	struct text_list *list = place(field, base);
	size_t count;
	const struct node *item = field_items(node, &count);
	struct str *texts = ARENA_ARRAY(reading->book, struct str, count);
	bool ok = true;
	for (size_t i = 0; i < count; i++, item = item->next)
		ok &= wording_text(reading, field->key, item, false, &texts[i]);
	*list = (struct text_list){texts, count};
	return ok;
}

static bool read_date(struct reading *reading, const struct field *field,
		      const struct node *node, void *base)
{
	date day;
	if (!calendar_date(reading, field->key, node, &day))
		return false;
	*(date *)place(field, base) = day;
	return true;
}

static bool read_dates(struct reading *reading, const struct field *field,
		       const struct node *node, void *base)
{
	struct date_list *list = place(field, base);
	size_t count;
	const struct node *item = field_items(node, &count);
	list->items = ARENA_ARRAY(reading->book, date, count);
	list->spans = ARENA_ARRAY(reading->book, struct span, count);
	bool ok = true;
	for (size_t i = 0; i < count; i++, item = item->next) {
		date day;
		if (!calendar_date(reading, field->key, item, &day)) {
			ok = false;
			continue;
		}
		list->items[list->count] = day;
		list->spans[list->count++] = item->span;
	}
	return ok;
}

static bool read_money(struct reading *reading, const struct field *field,
		       const struct node *node, void *base)
{
	return figure_money(reading, field, node, place(field, base));
}

static bool read_percent(struct reading *reading, const struct field *field,
			 const struct node *node, void *base)
{
	return figure_percent(reading, field, node, place(field, base));
}

static bool read_decimal(struct reading *reading, const struct field *field,
			 const struct node *node, void *base)
{
	return figure_decimal(reading, field, node, place(field, base));
}

static bool read_integer(struct reading *reading, const struct field *field,
			 const struct node *node, void *base)
{
	return figure_integer(reading, field, node, place(field, base));
}

/* An array and its count, one behind the other. */
static bool read_integers(struct reading *reading, const struct field *field,
			  const struct node *node, void *base)
{
	struct {
		int32_t *items;
		size_t count;
	} list;
	const struct node *item = field_items(node, &list.count);
	if (list.count == 0)
		return report_empty(reading, field, node);
	list.items = ARENA_ARRAY(reading->book, int32_t, list.count);
	bool ok = true;
	for (size_t i = 0; i < list.count; i++, item = item->next)
		ok &= figure_integer(reading, field, item, &list.items[i]);
	memcpy(place(field, base), &list, sizeof list);
	return ok;
}

static bool report_truth(struct reading *reading, const struct field *field,
			 const struct node *node)
{
	static const char *const yes[] = {"yes", "y", "on", "1", "true"};
	static const char *const no[] = {"no", "n", "off", "0", "false"};
	struct notice *notice = NOTICE(reading->notices, TRUTH_FORM, node->span,
				       field->key, STR_ARG(node->text));
	const char *right = "true or false";
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
		if (str_equal_caseless(node->text, str_from_c(yes[i])))
			right = "true";
		if (str_equal_caseless(node->text, str_from_c(no[i])))
			right = "false";
	}
	notice_help(reading->notices, notice, "write %s", right);
	return false;
}

static bool read_truth(struct reading *reading, const struct field *field,
		       const struct node *node, void *base)
{
	if (!wording_scalar(reading, field->key, node))
		return false;
	bool is_true = str_equal(node->text, STR("true"));
	if (!is_true && !str_equal(node->text, STR("false")))
		return report_truth(reading, field, node);
	if (field->type == FIELD_BOOL)
		*(bool *)place(field, base) = is_true;
	else
		*(enum flag *)place(field, base) = is_true ? FLAG_YES : FLAG_NO;
	return true;
}

static const struct word *find_word(struct reading *reading, const struct field *field,
				    const struct node *node)
{
	if (!wording_scalar(reading, field->key, node))
		return NULL;
	const struct word *word = schema_word(field->words, node->text);
	if (word)
		return word;
	struct notice *notice = NOTICE(reading->notices, WORD_UNKNOWN, node->span,
				       field->key, STR_ARG(node->text));
	struct str near = schema_near_word(reading->scratch, field->words, node->text);
	struct buf known = buf_new(reading->scratch, 0);
	for (const struct word *w = field->words; w->word; w++)
		buf_format(&known, "%s%s", w == field->words ? "" : ", ", w->word);
	if (near.len)
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near));
	else
		notice_help(reading->notices, notice, "write one of: %.*s",
			    STR_ARG(buf_str(&known)));
	return NULL;
}

static bool read_word(struct reading *reading, const struct field *field,
		      const struct node *node, void *base)
{
	const struct word *word = find_word(reading, field, node);
	if (!word)
		return false;
	if (field->offset != NOWHERE)
		memcpy(place(field, base), &word->value, sizeof word->value);
	return true;
}

static bool read_channels(struct reading *reading, const struct field *field,
			  const struct node *node, void *base)
{
	struct channel_list *list = place(field, base);
	size_t count;
	const struct node *item = field_items(node, &count);
	bool ok = true;
	for (size_t i = 0; i < count; i++, item = item->next) {
		const struct word *word = find_word(reading, field, item);
		ok &= word != NULL;
		bool listed = !word;
		for (size_t k = 0; k < list->count && !listed; k++)
			listed = list->items[k] == (enum channel)word->value;
		if (!listed)
			list->items[list->count++] = (uint8_t)word->value;
	}
	return ok;
}

static bool read_waived(struct reading *reading, const struct field *field,
			const struct node *node, void *base)
{
	struct waive *waive = base;
	bool *const charges[] = {&waive->interest, &waive->compensation,
				 &waive->late_charges, &waive->fees};
	size_t count;
	const struct node *item = field_items(node, &count);
	if (count == 0)
		return report_empty(reading, field, node);
	bool ok = true;
	for (size_t i = 0; i < count; i++, item = item->next) {
		const struct word *word = find_word(reading, field, item);
		ok &= word != NULL;
		if (word)
			*charges[word->value] = true;
	}
	return ok;
}

/* A mapping gives exact amounts, a list or one number an order. */
static bool read_for(struct reading *reading, const struct field *field,
		     const struct node *node, void *base)
{
	static const struct field amount = {.key = "for",
					    .type = FIELD_MONEY,
					    .flags = ZERO_REFUSED,
					    .example = "300.00"};
	struct payment *payment = base;
	size_t count = node->count;
	payment->for_map = node->kind == NODE_MAPPING;
	const struct node *item =
		payment->for_map ? node->first : field_items(node, &count);
	if (count == 0)
		return report_empty(reading, field, node);
	payment->fors = ARENA_ARRAY(reading->book, struct payment_for, count);
	payment->nfors = (uint32_t)count;
	bool ok = true;
	for (size_t i = 0; i < count; i++, item = item->next) {
		struct payment_for *entry = &payment->fors[i];
		struct str text = {0};
		entry->amount = MONEY_NONE;
		entry->span = payment->for_map ? item->key_span : item->span;
		if (payment->for_map) {
			text = unicode_nfc(reading->scratch, item->key);
			ok &= figure_money(reading, &amount, item, &entry->amount);
		} else {
			ok &= wording_passing(reading, field->key, item, &text);
		}
		entry->invoice_name = text.len ? str_c(reading->desk, text) : NULL;
	}
	return ok;
}

bool field_read(struct reading *reading, const struct field *field,
		const struct node *node, void *base)
{
	static bool (*const readers[FIELD_TYPE__COUNT])(
		struct reading *, const struct field *, const struct node *, void *) = {
		[FIELD_TEXT] = read_text,
		[FIELD_LINES] = read_text,
		[FIELD_ID] = read_id,
		[FIELD_NUMBER] = read_number,
		[FIELD_COUNTRY] = read_country,
		[FIELD_NAME] = read_name,
		[FIELD_NAMES] = read_names,
		[FIELD_TEXTS] = read_texts,
		[FIELD_DATE] = read_date,
		[FIELD_DATES] = read_dates,
		[FIELD_MONEY] = read_money,
		[FIELD_PERCENT] = read_percent,
		[FIELD_DECIMAL] = read_decimal,
		[FIELD_INTEGER] = read_integer,
		[FIELD_INTEGERS] = read_integers,
		[FIELD_BOOL] = read_truth,
		[FIELD_FLAG] = read_truth,
		[FIELD_WORD] = read_word,
		[FIELD_CHANNELS] = read_channels,
		[FIELD_WAIVED] = read_waived,
		[FIELD_CURRENCY] = phrase_currency,
		[FIELD_TERMS] = phrase_terms,
		[FIELD_STARTS] = phrase_starts,
		[FIELD_DELIVERY] = phrase_delivery,
		[FIELD_FOR] = read_for,
	};
	if (field->span)
		*(struct span *)(void *)((char *)base + field->span) = node->span;
	if (field->at)
		*(uint32_t *)(void *)((char *)base + field->at) = node->span.at;
	if (node->kind == NODE_BROKEN)
		return false;
	return readers[field->type](reading, field, node, base);
}
