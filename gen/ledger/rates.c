#include "ledger/rates.h"

#include <stdlib.h>
#include <string.h>

#include "base/carried.h"
#include "base/near.h"
#include "ledger/section.h"

static void read_carried(struct reading *reading, struct str name)
{
	struct str path = str_format(reading->desk, "rates/%.*s.yaml", STR_ARG(name));
	const struct carried *file = carried_find(path);
	if (!file || map_find(&reading->tables[1], name))
		return;
	struct str shown = str_format(reading->book, "built-in/%.*s", STR_ARG(path));
	bool carried = reading->carried;
	reading->carried = true;
	section_gather(reading, source_from_bytes(reading->sources, shown, file->bytes));
	section_settle(reading);
	reading->carried = carried;
}

/* By day; on the same day the user's own entry first, then by place in the ledger. */
static int by_day(const void *a, const void *b)
{
	const struct rate_entry *x = a, *y = b;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->built_in != y->built_in)
		return x->built_in ? 1 : -1;
	if (x->span.file != y->span.file)
		return x->span.file < y->span.file ? -1 : 1;
	return x->span.at < y->span.at ? -1 : x->span.at > y->span.at;
}

static void report_twice(struct reading *reading, const struct rate_entry *first,
			 const struct rate_entry *second)
{
	struct buf day = buf_new(reading->scratch, 0);
	date_put(&day, second->from);
	struct notice *notice = NOTICE(reading->notices, RATE_DUPLICATE, second->span,
				       STR_ARG(buf_str(&day)));
	notice_help(reading->notices, notice, "keep the one that is right");
	notice_note(reading->notices, notice, first->span, "the first stands here");
}

/* Keeps one entry a day: the user's replaces the program's. False when two of the user's
 * own compete. */
static bool keep_first(struct reading *reading, struct rate_table *table)
{
	bool ok = true;
	size_t kept = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct rate_entry *entry = &table->entries[i];
		bool again = kept && table->entries[kept - 1].from == entry->from;
		if (!again) {
			table->entries[kept++] = *entry;
		} else if (!entry->built_in) {
			report_twice(reading, &table->entries[kept - 1], entry);
			ok = false;
		}
	}
	table->count = kept;
	return ok;
}

static size_t copy_entries(struct rate_entry *to, const struct rate_draft *draft)
{
	if (!draft || draft->count == 0)
		return 0;
	memcpy(to, draft->entries, draft->count * sizeof *to);
	return draft->count;
}

static struct rate_table *build(struct reading *reading, struct str name,
				struct rate_draft *own, struct rate_draft *carried)
{
	struct rate_table *table = ARENA_NEW(reading->book, struct rate_table);
	size_t most = (own ? own->count : 0) + (carried ? carried->count : 0);
	table->name = str_copy(reading->book, name);
	table->built_in = carried != NULL;
	table->entries = ARENA_ARRAY(reading->book, struct rate_entry, most);
	table->count = copy_entries(table->entries, own);
	table->count += copy_entries(table->entries + table->count, carried);
	if (table->count)
		qsort(table->entries, table->count, sizeof *table->entries, by_day);
	if (!keep_first(reading, table) && own)
		own->broken = true;
	return table;
}

const struct rate_table *rates_find(struct reading *reading, struct str name,
				    bool *broken)
{
	struct rate_draft *own = map_find(&reading->tables[0], name);
	read_carried(reading, name);
	struct rate_draft *carried = map_find(&reading->tables[1], name);
	struct rate_draft *draft = own ? own : carried;
	if (!draft)
		return NULL;
	if (!draft->table)
		draft->table = build(reading, name, own, carried);
	*broken = draft->broken;
	return draft->broken ? NULL : draft->table;
}

struct str rates_near(struct reading *reading, struct str name)
{
	struct near near = near_new(reading->scratch, name);
	for (size_t i = 0; i < reading->tables[0].count; i++)
		near_offer(&near, reading->tables[0].entries[i].key);
	const struct carried *file;
	for (size_t i = 0; (file = carried_at(i)); i++)
		if (str_starts(file->path, STR("rates/")) &&
		    str_ends(file->path, STR(".yaml")))
			near_offer(&near,
				   str_slice(file->path, sizeof "rates/" - 1,
					     file->path.len - (sizeof ".yaml" - 1)));
	return near.best;
}

static int by_name(const void *a, const void *b)
{
	const struct rate_table *const *x = a, *const *y = b;
	return str_compare((*x)->name, (*y)->name);
}

void rates_freeze(struct reading *reading)
{
	struct ledger *ledger = reading->ledger;
	bool broken;
	for (size_t i = 0; i < reading->tables[0].count; i++)
		rates_find(reading, reading->tables[0].entries[i].key, &broken);
	size_t most = reading->tables[0].count + reading->tables[1].count;
	ledger->tables = ARENA_ARRAY(reading->book, struct rate_table *, most);
	for (int carried = 0; carried < 2; carried++)
		for (size_t i = 0; i < reading->tables[carried].count; i++) {
			struct rate_draft *draft =
				reading->tables[carried].entries[i].value;
			if (draft->table)
				ledger->tables[ledger->ntables++] = draft->table;
		}
	if (ledger->ntables)
		qsort(ledger->tables, ledger->ntables, sizeof(struct rate_table *),
		      by_name);
}
