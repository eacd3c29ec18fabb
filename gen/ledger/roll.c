#include "ledger/roll.h"

#include "base/limits.h"
#include "base/near.h"
#include "base/unicode.h"

struct entry {
	struct str id;
	struct span span;
};

static struct entry entry_of(enum section section, const void *record)
{
	if (section == SECTION_CUSTOMERS) {
		const struct customer *customer = record;
		return (struct entry){customer->id, customer->id_span};
	}
	if (section == SECTION_INVOICES) {
		const struct invoice *invoice = record;
		return (struct entry){invoice->number, invoice->number_span};
	}
	if (section == SECTION_CREDIT_NOTES) {
		const struct credit_note *note = record;
		return (struct entry){note->number, note->number_span};
	}
	const struct plan *plan = record;
	return (struct entry){plan->id, plan->id_span};
}

static const char *id_word(enum section section)
{
	return section == SECTION_CUSTOMERS || section == SECTION_PLANS ? "id" : "number";
}

static void report_twice(struct reading *reading, enum section section,
			 struct entry second, struct entry first)
{
	const char *noun = reading_noun(section);
	struct notice *notice;
	if (str_equal(first.id, second.id)) {
		notice = NOTICE(reading->notices, ID_DUPLICATE, second.span, noun,
				STR_ARG(second.id));
		notice_help(reading->notices, notice, "give one of them another %s",
			    id_word(section));
	} else {
		notice = NOTICE(reading->notices, ID_CASE, second.span, noun,
				STR_ARG(second.id), STR_ARG(first.id));
		notice_help(
			reading->notices, notice,
			"they name files, and some file systems see one name: write %.*s-2, say",
			STR_ARG(second.id));
		reading_break(reading, section, second.id);
	}
	notice_note(reading->notices, notice, first.span, "%s '%.*s' is declared here",
		    noun, STR_ARG(first.id));
}

void roll_enter(struct reading *reading, enum section section)
{
	const struct shelf *shelf = &reading->shelves[section];
	struct map *roll = &reading->rolls[section];
	*roll = map_new(reading->desk);
	for (size_t i = 0; i < shelf->count; i++) {
		void *record = shelf->items[i].record;
		struct entry entry = entry_of(section, record);
		if (entry.id.len == 0) {
			reading->lost[section] = true;
			continue;
		}
		void **slot = map_at(roll, unicode_caseless(reading->desk, entry.id));
		if (!*slot) {
			*slot = record;
			continue;
		}
		report_twice(reading, section, entry, entry_of(section, *slot));
		shelf->items[i].broken = true;
	}
}

static void *find_caseless(struct arena *scratch, const struct map *roll, struct str id)
{
	struct arena_mark mark = arena_mark(scratch);
	void *found = map_find(roll, unicode_caseless(scratch, id));
	arena_rewind(scratch, mark);
	return found;
}

void *roll_find(const struct reading *reading, enum section section, struct str id)
{
	void *found = find_caseless(reading->scratch, &reading->rolls[section], id);
	return found && str_equal(entry_of(section, found).id, id) ? found : NULL;
}

/* The nearest name; only for so many as will be printed, because each costs a look at
 * all. */
static const void *nearest(struct reading *reading, enum section section, struct str id)
{
	const struct map *roll = &reading->rolls[section];
	const void *same = find_caseless(reading->scratch, roll, id);
	if (same || !reading_may_search(reading))
		return same;
	struct arena_mark mark = arena_mark(reading->scratch);
	struct near near = near_new(reading->scratch, id);
	for (size_t i = 0; i < roll->count; i++)
		near_offer(&near, entry_of(section, roll->entries[i].value).id);
	struct str best = near.best;
	arena_rewind(reading->scratch, mark);
	return best.len ? roll_find(reading, section, best) : NULL;
}

/* Several in one text, with amounts or without. */
static void *help_list(struct reading *reading, struct notice *notice, struct str text)
{
	struct str rest = text;
	bool known = true;
	while (known && rest.len) {
		size_t comma = str_index(rest, ',', 0);
		known = roll_find(reading, SECTION_INVOICES,
				  str_trim(str_slice(rest, 0, comma))) != NULL;
		rest = str_slice(rest, comma + 1, rest.len);
	}
	if (known)
		notice_help(reading->notices, notice, "a list has brackets: write [%.*s]",
			    STR_ARG(text));
	else
		notice_help(
			reading->notices, notice,
			"several stand in brackets, [R-1, R-2]; with amounts in braces, {R-1: 60.00, R-2: 40.00}");
	return NULL;
}

void *roll_call(struct reading *reading, enum section section, const struct name *name,
		const char *who)
{
	if (!name || name->text.len == 0)
		return NULL;
	void *found = roll_find(reading, section, name->text);
	if (found || reading_lost(reading, section, name->text))
		return found;
	struct notice *notice = section == SECTION_CUSTOMERS
					? NOTICE(reading->notices, CUSTOMER_UNKNOWN,
						 name->span, who, STR_ARG(name->text))
					: NOTICE(reading->notices, INVOICE_UNKNOWN,
						 name->span, who, STR_ARG(name->text));
	const void *near = nearest(reading, section, name->text);
	if (section == SECTION_INVOICES && str_index(name->text, ',', 0) < name->text.len)
		return help_list(reading, notice, name->text);
	if (!near) {
		notice_help(reading->notices, notice,
			    "declare it under '%s', or correct the name",
			    schema_sections[section].key);
		return NULL;
	}
	struct entry entry = entry_of(section, near);
	notice_help(reading->notices, notice, "did you mean '%.*s'?", STR_ARG(entry.id));
	notice_note(reading->notices, notice, entry.span, "%s '%.*s' is declared here",
		    reading_noun(section), STR_ARG(entry.id));
	return NULL;
}
