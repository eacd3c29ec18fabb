/* sent_write of sent.h: the entries against the log as it stands, and its file. */
#include "escalate/channel.h"
#include "run/logbook.h"
#include "run/sent.h"
#include "run/swap.h"

/* What writing works with. */
struct writing {
	struct arena *arena;
	const struct book *book;
	struct logbook logbook;
	struct sent *sent;
};

/* What an entry of the log and a record say of the same document. */
struct contrast {
	const char *what; /* NULL: they agree */
	struct str logged, built;
};

static bool names(const struct log_entry *entry, const struct invoice *invoice)
{
	for (size_t i = 0; i < entry->invoice_names.count; i++)
		if (entry->invoices[i] == invoice)
			return true;
	return false;
}

static bool same_invoices(const struct log_entry *entry, const struct entry *record)
{
	for (size_t i = 0; i < record->ninvoices; i++)
		if (!names(entry, record->invoices[i]))
			return false;
	return entry->invoice_names.count == record->ninvoices;
}

static struct str numbers(struct arena *arena, const struct invoice *const *invoices,
			  size_t count)
{
	struct buf out = buf_new(arena, 0);

	for (size_t i = 0; i < count; i++)
		buf_format(&out, "%s%.*s", i ? ", " : "", STR_ARG(invoices[i]->number));
	return buf_str(&out);
}

static struct str shown(struct arena *arena, date day)
{
	struct buf out = buf_new(arena, 0);

	date_put(&out, day);
	return buf_str(&out);
}

static struct str amount(struct arena *arena, money fee, const struct entry *record)
{
	struct buf out = buf_new(arena, 0);

	money_put(&out, fee, record->currency->decimals);
	return buf_str(&out);
}

static struct str channel(enum channel channel)
{
	return str_from_c(channel_name(channel));
}

/* The first thing the entry says otherwise. What it does not say, who sent it, its note
 * and the version that made the same bytes are its own affair. */
static struct contrast contrast(struct arena *arena, const struct log_entry *entry,
				const struct entry *record)
{
	if (!str_equal(entry->customer->id, record->customer))
		return (struct contrast){"customer", entry->customer->id,
					 record->customer};
	if (!same_invoices(entry, record))
		return (struct contrast){
			"invoices",
			numbers(arena, entry->invoices, entry->invoice_names.count),
			numbers(arena, record->invoices, record->ninvoices)};
	if (entry->date != record->date)
		return (struct contrast){"date", shown(arena, entry->date),
					 shown(arena, record->date)};
	if (entry->channel != CHANNEL_NONE && record->channel != CHANNEL_NONE &&
	    entry->channel != record->channel)
		return (struct contrast){"channel", channel(entry->channel),
					 channel(record->channel)};
	if (entry->rare->fee != MONEY_NONE && entry->rare->fee != record->fee)
		return (struct contrast){"fee", amount(arena, entry->rare->fee, record),
					 amount(arena, record->fee, record)};
	if (entry->rare->digest.len && !str_equal(entry->rare->digest, record->digest))
		return (struct contrast){"digest", entry->rare->digest, record->digest};
	return (struct contrast){0};
}

static void refuse(struct writing *writing, const struct log_entry *entry,
		   const struct contrast *contrast)
{
	struct sources *sources = writing->book->sources;
	struct place place = source_place(sources, entry->span);
	const struct source *source = source_at(sources, entry->span.file);

	writing->sent->otherwise = true;
	sent_refuse(
		writing->arena, writing->sent,
		str_format(
			writing->arena,
			"%.*s:%u:%u: the log says otherwise of '%.*s': %s %.*s there, %.*s now",
			STR_ARG(source->path), place.line, place.column,
			STR_ARG(entry->rare->document), contrast->what,
			STR_ARG(contrast->logged), STR_ARG(contrast->built)));
}

/* Records of one document stand one after the other: [from, to). */
static const struct entry *record_of(const struct writing *writing, size_t from,
				     size_t to, int32_t stage)
{
	for (size_t i = from; i < to; i++)
		if (writing->sent->records[i].stage_index == stage)
			return &writing->sent->records[i];
	return NULL;
}

static struct str stage_name(const struct log_entry *entry)
{
	return entry->invoices[0]->policy->stages[entry->stage].name;
}

static void compare(struct writing *writing, const struct logged *logged, size_t from,
		    size_t to)
{
	for (; logged; logged = logged->next) {
		const struct log_entry *entry = logged->entry;
		const struct entry *record = record_of(writing, from, to, entry->stage);
		struct contrast found = {"stage", stage_name(entry),
					 writing->sent->records[to - 1].stage};

		if (record)
			found = contrast(writing->arena, entry, record);
		if (found.what)
			refuse(writing, entry, &found);
	}
}

static bool has_stage(const struct logged *logged, int32_t stage)
{
	for (; logged; logged = logged->next)
		if (logged->entry->stage == stage)
			return true;
	return false;
}

/* The path in the run directory: what the logbook knows documents by. */
static struct str path_of(struct str document)
{
	return str_slice(document, str_index(document, '/', 0) + 1, document.len);
}

/* The records the log does not have yet; their number. */
static size_t missing(struct writing *writing, struct entry *records)
{
	const struct sent *sent = writing->sent;
	size_t count = 0, to;

	for (size_t from = 0; from < sent->nrecords; from = to) {
		struct str document = sent->records[from].document;
		const struct logged *logged =
			logbook_find(&writing->logbook, path_of(document));

		for (to = from;
		     to < sent->nrecords && sent->records[to].document.at == document.at;
		     to++)
			if (!has_stage(logged, sent->records[to].stage_index))
				records[count++] = sent->records[to];
		compare(writing, logged, from, to);
	}
	return count;
}

/* The file to add to, as the ledger was read: whoever has logged the same letters since
 * then must not see them logged twice. */
static bool read_known(const struct writing *writing, struct str *old, struct str *fault)
{
	struct sources *sources = writing->book->sources;
	const struct sent *sent = writing->sent;
	size_t count = sources_count(sources);

	if (!swap_read(writing->arena, sent->folder, sent->name, old, fault))
		return false;
	if (old->len == 0)
		return true;
	for (uint32_t file = 1; file <= count; file++)
		if (source_at(sources, file)->on_disk &&
		    source_imprint(sources, file) == str_hash(*old))
			return true;
	return swap_changed(writing->arena, sent->folder, sent->name, fault);
}

static void environment(struct sent *sent, struct str fault)
{
	sent->end = SENT_ENVIRONMENT;
	sent->fault = fault;
}

void sent_write(struct arena *arena, const struct book *book, struct sent *sent)
{
	struct writing writing = {.arena = arena,
				  .book = book,
				  .logbook =
					  logbook_open(arena, book->ledger, book->as_of),
				  .sent = sent};
	struct entry *records = ARENA_ARRAY(arena, struct entry, sent->nrecords);
	size_t count = missing(&writing, records);
	struct str old, text, why;

	if (sent->end != SENT_DONE || count == 0)
		return;
	if (!read_known(&writing, &old, &why)) {
		environment(sent, why);
		return;
	}
	if (!entry_append(arena, old, records, count, &text, &why)) {
		sent_refuse(arena, sent,
			    str_format(arena, "%.*s/%.*s: cannot be added to: %.*s",
				       STR_ARG(sent->folder), STR_ARG(sent->name),
				       STR_ARG(why)));
		return;
	}
	if (!swap_write(arena, sent->folder, sent->name, old, text, &why)) {
		environment(sent, why);
		return;
	}
	sent->nadded = count;
}
