#include "run/verify.h"

#include <stdlib.h>

#include "run/change.h"
#include "run/logbook.h"
#include "run/past.h"
#include "run/reprint.h"
#include "run/roll.h"

/* What verifying works with. */
struct proving {
	struct arena *arena;
	struct past past;
	struct logbook logbook;
	struct reprint reprint;
	struct versions versions;
	struct verify *verify;
};

static struct str digits(struct arena *arena, const struct manifest_entry *entry)
{
	struct buf out = buf_new(arena, 0);

	digest_put(&out, entry->digest);
	return buf_str(&out);
}

static struct verify_document *add(struct proving *proving, struct str path,
				   struct str then)
{
	struct verify *verify = proving->verify;
	struct verify_document *document = &verify->documents[verify->count++];
	const struct manifest_entry *entry = map_find(&proving->reprint.by_path, path);

	*document = (struct verify_document){.path = path, .then = then};
	if (entry)
		document->now = digits(proving->arena, entry);
	else
		document->faults |= VERIFY_GONE;
	if (entry && !str_equal(document->now, then))
		document->faults |= VERIFY_DIFFERENT;
	return document;
}

/* What the log says of a document: what speaks against it, if anything does. */
static struct str logged_digest(const struct proving *proving, struct str path,
				const struct logged *logged)
{
	const struct manifest_entry *entry = map_find(&proving->reprint.by_path, path);
	struct str made = entry ? digits(proving->arena, entry) : STR("");

	return logbook_digest(logbook_signed(logged, made));
}

/* ---- the run ---- */

static void prove_file(struct proving *proving, struct str path)
{
	struct arena *arena = proving->arena;
	struct str line = past_line(&proving->past, path);
	struct verify_document *document =
		add(proving, path, roll_member(line, "sha256"));
	const struct logged *logged = logbook_find(&proving->logbook, path);
	struct str sent = logbook_digest(logbook_signed(logged, document->then));

	switch (past_look(&proving->past, path)) {
	case PAST_MISSING:
		document->faults |= VERIFY_MISSING;
		break;
	case PAST_ALTERED:
		document->faults |= VERIFY_ALTERED;
		break;
	case PAST_WHOLE:
	case PAST_STATE__COUNT:
		break;
	}
	if (sent.len && !str_equal(sent, document->then))
		document->faults |= VERIFY_LOG;
	if (document->faults & VERIFY_DIFFERENT)
		document->change = change_between(
			arena, line,
			manifest_line(arena, map_find(&proving->reprint.by_path, path)),
			&proving->past.versions, &proving->versions);
}

/* What was made of documents, for the printer and the mail program: once it is used it
 * may go, but while it stands it must be what was built. */
static void look_beside(struct proving *proving)
{
	const struct map *files = &proving->past.files;
	struct verify *verify = proving->verify;

	for (size_t i = 0; i < files->count; i++) {
		struct str path = files->entries[i].key, line;

		if (past_look(&proving->past, path) != PAST_ALTERED)
			continue;
		line = *(const struct str *)files->entries[i].value;
		verify->documents[verify->count++] =
			(struct verify_document){.path = path,
						 .then = roll_member(line, "sha256"),
						 .faults = VERIFY_ALTERED};
	}
}

static void prove_run(struct proving *proving)
{
	const struct map *lines = &proving->past.lines;
	const struct map *logged = &proving->logbook.documents;

	proving->verify->versions = versions_difference(
		proving->arena, &proving->past.versions, &proving->versions);
	for (size_t i = 0; i < lines->count; i++)
		prove_file(proving, lines->entries[i].key);
	look_beside(proving);
	for (size_t i = 0; i < logged->count; i++) {
		struct str path = logged->entries[i].key;
		struct str digest =
			logged_digest(proving, path, logged->entries[i].value);

		if (digest.len && !map_find(lines, path))
			add(proving, path, digest)->faults |= VERIFY_MISSING;
	}
}

/* ---- the log ---- */

static int by_path(const void *a, const void *b)
{
	const struct verify_document *x = a, *y = b;

	return str_compare(x->path, y->path);
}

/* Of a letter whose run is gone, the log knows which collectgen made it. */
static struct str change_since(struct proving *proving, const struct logged *logged)
{
	struct str version = {0}, now = versions_program(&proving->versions);

	for (; logged && !version.len; logged = logged->next)
		version = logged->entry->rare->version;
	if (!version.len || str_equal(version, now))
		return STR(
			"the ledger, a template, a font, a library, or the digest in the log");
	return str_format(proving->arena, "collectgen %.*s became collectgen %.*s",
			  STR_ARG(version), STR_ARG(now));
}

static void prove_log(struct proving *proving)
{
	const struct map *documents = &proving->logbook.documents;
	struct verify *verify = proving->verify;

	verify->from_log = true;
	for (size_t i = 0; i < documents->count; i++) {
		const struct logged *logged = documents->entries[i].value;
		struct str path = documents->entries[i].key;
		struct str digest = logged_digest(proving, path, logged);

		if (!digest.len)
			continue;
		struct verify_document *document = add(proving, path, digest);
		if (document->faults & VERIFY_DIFFERENT)
			document->change = change_since(proving, logged);
	}
	if (verify->count == 0)
		verify->end = VERIFY_NOTHING;
}

static void prove(struct proving *proving)
{
	struct verify *verify = proving->verify;
	size_t room = proving->past.lines.count + proving->past.files.count +
		      proving->logbook.documents.count;

	verify->documents = ARENA_ARRAY(proving->arena, struct verify_document, room);
	if (past_is_there(&proving->past))
		prove_run(proving);
	else
		prove_log(proving);
	if (verify->count)
		qsort(verify->documents, verify->count, sizeof *verify->documents,
		      by_path);
	for (size_t i = 0; i < verify->count; i++)
		verify->nproven += verify->documents[i].faults == 0;
}

struct verify verify_run(struct arena *arena, const struct book *book, struct str out,
			 struct notices *notices)
{
	struct verify verify = {0};
	struct build_options all = {.out = out,
				    .kinds = BUILD_STATEMENTS | BUILD_LETTERS};
	struct proving proving = {
		.arena = arena,
		.past = past_open(arena, out, book->as_of),
		.logbook = logbook_open(arena, book->ledger, book->as_of),
		.verify = &verify,
	};

	verify.folder = proving.past.folder;
	if (!past_is_there(&proving.past))
		all.kinds = BUILD_LETTERS;
	if (!reprint_run(arena, book, &all, notices, &proving.reprint)) {
		verify.fault = proving.reprint.fault;
		verify.end = verify.fault.len ? VERIFY_ENVIRONMENT : VERIFY_FINDINGS;
	} else {
		proving.versions = versions_now(arena, &proving.reprint.fonts);
		prove(&proving);
	}
	if (proving.past.fault.len) {
		verify.fault = proving.past.fault;
		verify.end = VERIFY_ENVIRONMENT;
	}
	past_close(&proving.past);
	return verify;
}

bool verify_newest(struct arena *arena, struct str folder, struct str out, date *day)
{
	struct sources *sources;

	*day = past_newest(arena, out);
	if (*day != DATE_NONE)
		return true;
	sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	const struct ledger *ledger =
		ledger_read(arena, sources, folder, 1, DATE_NONE, &notices);
	if (notices.errors == 0)
		*day = logbook_newest(ledger);
	sources_free(sources);
	return notices.errors == 0;
}
