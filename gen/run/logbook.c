#include "run/logbook.h"

#define DIGEST_START "sha256-"

/* "2026-11-30" of "2026-11-30/letters/…"; DATE_NONE for anything else. */
static date day_of(struct str document)
{
	size_t end = str_index(document, '/', 0);
	date day;

	if (end == document.len ||
	    date_from_str(str_slice(document, 0, end), &day) != DATE_OK)
		return DATE_NONE;
	return day;
}

static void add(struct arena *arena, struct logbook *logbook,
		const struct log_entry *entry)
{
	struct str path = str_slice(entry->rare->document,
				    str_index(entry->rare->document, '/', 0) + 1,
				    entry->rare->document.len);
	struct logged **last = (struct logged **)map_at(&logbook->documents, path);
	struct logged *logged = ARENA_NEW(arena, struct logged);

	*logged = (struct logged){.entry = entry};
	if (!*last) {
		*last = logged;
		return;
	}
	struct logged *before = *last;
	while (before->next)
		before = before->next;
	before->next = logged;
}

struct logbook logbook_open(struct arena *arena, const struct ledger *ledger, date as_of)
{
	struct logbook logbook = {map_new(arena)};

	for (size_t i = 0; i < ledger->nlog; i++) {
		const struct log_entry *entry = ledger->log[i];

		if (entry->stage >= 0 && day_of(entry->rare->document) == as_of)
			add(arena, &logbook, entry);
	}
	return logbook;
}

const struct logged *logbook_find(const struct logbook *logbook, struct str path)
{
	return map_find(&logbook->documents, path);
}

struct str logbook_digest(const struct log_entry *entry)
{
	struct str digest = entry ? entry->rare->digest : STR("");

	if (!str_starts(digest, STR(DIGEST_START)))
		return digest;
	return str_slice(digest, sizeof DIGEST_START - 1, digest.len);
}

const struct log_entry *logbook_signed(const struct logged *logged, struct str made)
{
	const struct log_entry *first = NULL;

	for (; logged; logged = logged->next) {
		struct str digest = logbook_digest(logged->entry);

		if (digest.len && !str_equal(digest, made))
			return logged->entry;
		if (digest.len && !first)
			first = logged->entry;
	}
	return first;
}

date logbook_newest(const struct ledger *ledger)
{
	date newest = DATE_NONE;

	for (size_t i = 0; i < ledger->nlog; i++) {
		const struct log_entry *entry = ledger->log[i];
		date day = day_of(entry->rare->document);

		if (entry->rare->digest.len && entry->stage >= 0 && day > newest)
			newest = day;
	}
	return newest;
}
