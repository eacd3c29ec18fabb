#include "run/keeper.h"

#include "run/change.h"
#include "run/roll.h"

struct keeper keeper_open(struct arena *arena, const struct book *book, struct str out,
			  const struct fonts *fonts)
{
	return (struct keeper){.arena = arena,
			       .logbook = logbook_open(arena, book->ledger, book->as_of),
			       .out = out,
			       .as_of = book->as_of,
			       .fonts = fonts};
}

bool keeper_has(const struct keeper *keeper, struct str path)
{
	return logbook_find(&keeper->logbook, path) != NULL;
}

/* At the entry that holds the digest: it is the one that can be corrected. */
static void refuse(struct notices *notices, struct str path,
		   const struct log_entry *entry, struct str change)
{
	struct notice *notice =
		NOTICE(notices, LETTER_CHANGED, entry->span, STR_ARG(path));

	notice_note(notices, notice, entry->span, "since then: %.*s", STR_ARG(change));
	notice_help(notices, notice, "%s",
		    "what went out stays as it is: write to them anew on another day, or "
		    "take this entry out if the letter was never sent");
}

static void recall(struct keeper *keeper)
{
	if (keeper->recalled)
		return;
	keeper->recalled = true;
	keeper->versions = versions_now(keeper->arena, keeper->fonts);
	keeper->past = past_open(keeper->arena, keeper->out, keeper->as_of);
	past_close(&keeper->past); /* its manifest has been read */
}

/* What is known of the letter as it was sent: the run's manifest, if that run is still
 * there, else the version in the log. */
static struct str cause(struct keeper *keeper, const struct manifest_entry *entry,
			const struct log_entry *logged)
{
	struct arena *arena = keeper->arena;
	struct str version = logged->rare->version;

	recall(keeper);
	struct str line = past_line(&keeper->past, entry->path);
	struct str now = versions_program(&keeper->versions);
	if (str_equal(roll_member(line, "sha256"), logbook_digest(logged)))
		return change_between(arena, line, manifest_line(arena, entry),
				      &keeper->past.versions, &keeper->versions);
	if (!version.len || str_equal(version, now))
		return STR(
			"the ledger, a template, a library, or the digest in the log; the "
			"run it was sent from is not there to tell more");
	return str_format(arena, "collectgen %.*s became collectgen %.*s",
			  STR_ARG(version), STR_ARG(now));
}

void keeper_compare(struct keeper *keeper, const struct manifest_entry *entry,
		    struct notices *notices)
{
	const struct logged *logged = logbook_find(&keeper->logbook, entry->path);
	char text[64];
	struct buf made = {.at = text, .room = sizeof text, .limit = sizeof text};

	if (!logged)
		return;
	digest_put(&made, entry->digest);
	const struct log_entry *signature = logbook_signed(logged, buf_str(&made));
	if (signature && !str_equal(logbook_digest(signature), buf_str(&made)))
		refuse(notices, entry->path, signature, cause(keeper, entry, signature));
}

void keeper_miss(const struct keeper *keeper, const struct manifest *manifest,
		 const struct build_options *options, struct notices *notices)
{
	const struct map *documents = &keeper->logbook.documents;
	struct map made = map_new(keeper->arena);

	if (documents->count == 0)
		return;
	for (size_t i = 0; i < manifest->count; i++)
		*map_at(&made, manifest->entries[i]->path) = manifest->entries[i];
	for (size_t i = 0; i < documents->count; i++) {
		struct str path = documents->entries[i].key;
		const struct log_entry *logged =
			logbook_signed(documents->entries[i].value, STR(""));

		if (!logged || !jobs_wanted(options, path) || map_find(&made, path))
			continue;
		refuse(notices, path, logged, STR("the ledger asks for no such letter"));
	}
}
