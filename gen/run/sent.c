#include "run/sent.h"

#include "base/version.h"
#include "run/advance.h"
#include "run/change.h"
#include "run/past.h"
#include "run/reprint.h"
#include "run/roll.h"

#define LETTERS "letters/"

/* What listing works with. */
struct listing {
	struct arena *arena;
	const struct book *book;
	const struct sent_options *options;
	struct build_options asked;
	struct reprint reprint;
	struct past past;
	struct versions versions;
	struct sent *sent;
};

void sent_refuse(struct arena *arena, struct sent *sent, struct str why)
{
	if (sent->nrefusals == sent->room) {
		size_t room = sent->room ? sent->room * 2 : 16;

		sent->refusals = arena_grow(arena, sent->refusals, sent->room, room,
					    sizeof *sent->refusals);
		sent->room = room;
	}
	sent->refusals[sent->nrefusals++] = why;
	sent->end = SENT_REFUSED;
}

/* ---- the run in OUT against the ledger ---- */

static void compare_entry(struct listing *listing, const struct manifest_entry *entry)
{
	struct arena *arena = listing->arena;
	struct str line = past_line(&listing->past, entry->path), why = {0};
	struct str now = manifest_line(arena, entry);

	if (!line.len) {
		why = STR("is not in that run");
	} else if (!str_equal(roll_member(line, "sha256"), roll_member(now, "sha256"))) {
		struct str change = change_between(
			arena, line, now, &listing->past.versions, &listing->versions);
		why = str_format(arena, "would be another one now: %.*s",
				 STR_ARG(change));
	} else {
		switch (past_look(&listing->past, entry->path)) {
		case PAST_WHOLE:
			return;
		case PAST_MISSING:
			why = STR("is in that run's manifest, but its file is gone");
			break;
		case PAST_ALTERED:
		case PAST_STATE__COUNT:
			why = STR("was altered after it was built");
			break;
		}
	}
	sent_refuse(arena, listing->sent,
		    str_format(arena, "%.*s: letter '%.*s' %.*s",
			       STR_ARG(listing->past.folder), STR_ARG(entry->path),
			       STR_ARG(why)));
}

/* Letters of the run that the ledger no longer makes. */
static void compare_rest(struct listing *listing)
{
	const struct map *lines = &listing->past.lines;

	for (size_t i = 0; i < lines->count; i++) {
		struct str path = lines->entries[i].key;

		if (str_starts(path, STR(LETTERS)) &&
		    jobs_wanted(&listing->asked, path) &&
		    !map_find(&listing->reprint.by_path, path))
			sent_refuse(
				listing->arena, listing->sent,
				str_format(listing->arena,
					   "%.*s: letter '%.*s' is no longer made: the "
					   "ledger asks for no such letter",
					   STR_ARG(listing->past.folder), STR_ARG(path)));
	}
}

static void compare_run(struct listing *listing)
{
	struct arena *arena = listing->arena;
	struct str folder = listing->past.folder;

	if (!past_is_there(&listing->past)) {
		sent_refuse(arena, listing->sent,
			    str_format(arena, "there is no run '%.*s'", STR_ARG(folder)));
		return;
	}
	struct str versions =
		versions_difference(arena, &listing->past.versions, &listing->versions);
	if (versions.len)
		sent_refuse(arena, listing->sent,
			    str_format(arena, "%.*s was built by other versions: %.*s",
				       STR_ARG(folder), STR_ARG(versions)));
	for (size_t i = 0; i < listing->reprint.jobs.count; i++)
		compare_entry(listing, &listing->reprint.entries[i]);
	compare_rest(listing);
}

/* ---- entries ---- */

static void add_letter(struct listing *listing, const struct job *job,
		       const struct manifest_entry *entry)
{
	struct arena *arena = listing->arena;
	const struct sent_options *options = listing->options;
	const struct account *account = job->document.escalation->account;
	const struct letter *letter = job->document.letter;
	struct sent *sent = listing->sent;
	struct buf document = buf_new(arena, 0), digest = buf_new(arena, 0);
	size_t count;
	struct advance *advances = advance_list(arena, letter, &count);

	date_put(&document, account->as_of);
	buf_format(&document, "/%.*s", STR_ARG(entry->path));
	buf_put(&digest, STR("sha256-"));
	digest_put(&digest, entry->digest);
	sent->nletters++;
	for (size_t i = 0; i < count; i++)
		sent->records[sent->nrecords++] = (struct entry){
			.date = options->date,
			.customer = account->customer->id,
			.stage = letter->policy->stages[advances[i].stage].name,
			.stage_index = advances[i].stage,
			.invoices = advances[i].invoices,
			.ninvoices = advances[i].ninvoices,
			.channel = options->channel != CHANNEL_NONE ? options->channel
								    : letter->channel,
			.document = buf_str(&document),
			.fee = advances[i].fee,
			.currency = account->currency,
			.digest = buf_str(&digest),
			.version = STR(VERSION),
		};
}

static void add_letters(struct listing *listing)
{
	const struct jobs *jobs = &listing->reprint.jobs;
	size_t room = 0;

	for (size_t i = 0; i < jobs->count; i++)
		room += jobs->items[i].document.letter->nlines;
	listing->sent->records = ARENA_ARRAY(listing->arena, struct entry, room);
	for (size_t i = 0; i < jobs->count; i++)
		add_letter(listing, &jobs->items[i], &listing->reprint.entries[i]);
}

static void name_file(struct arena *arena, const struct book *book, struct sent *sent)
{
	struct buf name = buf_new(arena, 0);

	date_put(&name, book->as_of);
	buf_put(&name, STR(".yaml"));
	sent->name = buf_str(&name);
	sent->folder = str_format(arena, "%.*s/log", STR_ARG(book->folder));
}

struct sent sent_list(struct arena *arena, const struct book *book,
		      const struct sent_options *options, struct notices *notices)
{
	struct sent sent = {0};
	struct listing listing = {
		.arena = arena,
		.book = book,
		.options = options,
		.asked = {.out = options->out,
			  .kinds = BUILD_LETTERS,
			  .only = options->only,
			  .nonly = options->nonly},
		.sent = &sent,
	};

	name_file(arena, book, &sent);
	if (!reprint_run(arena, book, &listing.asked, notices, &listing.reprint)) {
		sent.fault = listing.reprint.fault;
		sent.end = sent.fault.len ? SENT_ENVIRONMENT : SENT_FINDINGS;
		return sent;
	}
	listing.versions = versions_now(arena, &listing.reprint.fonts);
	listing.past = past_open(arena, options->out, book->as_of);
	compare_run(&listing);
	past_close(&listing.past);
	if (listing.past.fault.len) {
		sent.fault = listing.past.fault;
		sent.end = SENT_ENVIRONMENT;
		return sent;
	}
	add_letters(&listing);
	return sent;
}

struct str sent_text(struct arena *arena, const struct sent *sent)
{
	struct str text, why;

	if (sent->nrecords == 0 ||
	    !entry_append(arena, STR(""), sent->records, sent->nrecords, &text, &why))
		return STR("");
	return text;
}
