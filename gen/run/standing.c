#include "run/standing.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/crew.h"
#include "letter/compose.h"
#include "run/beneath.h"
#include "run/inventory.h"
#include "run/output.h"
#include "run/roll.h"
#include "run/summary.h"

static struct digest inputs_of(const struct inventory *inventory, date as_of,
			       const struct build_options *options)
{
	struct digesting digesting;
	struct digest origin = templates_origin();

	digest_begin(&digesting);
	digest_add_digest(&digesting, &origin);
	digest_add_digest(&digesting, &inventory->digest);
	digest_add_number(&digesting, as_of);
	digest_add_number(&digesting, options->mode);
	digest_add_number(&digesting, options->stale_ok);
	digest_add_number(&digesting, options->bundle);
	digest_add_number(&digesting, options->outbox);
	return digest_end(&digesting);
}

/* Only what was asked for in full can be told from a digest. */
static bool is_whole(const struct build_options *options)
{
	return options->kinds == (BUILD_STATEMENTS | BUILD_LETTERS) && !options->nonly &&
	       !options->dry_run && !options->force;
}

/* ---- marking ---- */

static bool has_escapes(const struct inventory *inventory)
{
	for (size_t i = 0; i < inventory->nothers; i++)
		for (size_t k = 0; k < inventory->others[i].len; k++) {
			unsigned char c = (unsigned char)inventory->others[i].at[k];

			if (c < ' ' || c == '"' || c == '\\')
				return true;
		}
	return false;
}

bool standing_mark(struct arena *arena, const struct book *book,
		   const struct build_options *options, struct manifest *manifest,
		   struct str *fault)
{
	struct build_options asked = *options;
	struct inventory inventory;

	asked.force = false;
	*fault = STR("");
	if (!is_whole(&asked))
		return true;
	if (!inventory_of_run(arena, book->folder, book->workers, book->sources,
			      &inventory, fault))
		return fault->len == 0;
	if (has_escapes(&inventory))
		return true;
	manifest->inputs = inputs_of(&inventory, book->as_of, options);
	manifest->others = inventory.others;
	manifest->nothers = inventory.nothers;
	return true;
}

/* ---- finding ---- */

struct finding {
	struct arena *arena;
	int fd;		 /* of the run's folder */
	struct str text; /* its manifest */
	struct map documents, files;
	struct arena **scratch; /* by worker */
	atomic_bool differs;
};

static struct inventory others_of(struct finding *finding)
{
	struct inventory inventory = {0};
	struct str line, head = roll_head(finding->text), start = STR(" \"others\": [");

	while (str_line(&head, &line)) {
		if (!str_starts(line, start))
			continue;
		inventory.others = ARENA_ARRAY(finding->arena, struct str, line.len);
		for (size_t at = str_index(line, '"', start.len); at < line.len;) {
			size_t end = str_index(line, '"', at + 1);

			inventory.others[inventory.nothers++] =
				str_slice(line, at + 1, end);
			at = str_index(line, '"', end + 1);
		}
	}
	return inventory;
}

static bool same_inputs(struct finding *finding, struct str ledger, unsigned workers,
			date as_of, const struct build_options *options)
{
	struct digest wanted;
	struct inventory inventory = others_of(finding);

	return digest_read(roll_member(roll_head(finding->text), "inputs"), &wanted) &&
	       inventory_take(finding->arena, ledger, workers, &inventory) &&
	       digest_equal(wanted, inputs_of(&inventory, as_of, options));
}

static void look_at_one(void *subject, unsigned worker, size_t index)
{
	struct finding *finding = subject;
	struct arena **scratch = &finding->scratch[worker];
	const struct map_entry *entry =
		index < finding->documents.count
			? &finding->documents.entries[index]
			: &finding->files.entries[index - finding->documents.count];
	struct beneath_file found;
	struct digest wanted;

	if (atomic_load_explicit(&finding->differs, memory_order_relaxed))
		return;
	if (!*scratch)
		*scratch = arena_new(0);
	struct arena_mark mark = arena_mark(*scratch);
	if (!digest_read(roll_member(*(const struct str *)entry->value, "sha256"),
			 &wanted) ||
	    !beneath_look(finding->fd, str_c(*scratch, entry->key), &found) ||
	    !digest_equal(wanted, found.digest))
		atomic_store(&finding->differs, true);
	arena_rewind(*scratch, mark);
}

static bool same_files(struct finding *finding, unsigned workers)
{
	unsigned hands = workers ? workers : 1;

	finding->documents = roll_documents(finding->arena, finding->text);
	finding->files = roll_files(finding->arena, finding->text);
	finding->scratch = ARENA_ARRAY(finding->arena, struct arena *, hands);
	crew_run(hands, finding->documents.count + finding->files.count, look_at_one,
		 finding);
	for (unsigned i = 0; i < hands; i++)
		arena_free(finding->scratch[i]);
	return !atomic_load(&finding->differs);
}

/* What there is, as the manifest says. */
static void count(const struct finding *finding, struct build_result *result)
{
	const struct map *documents = &finding->documents;

	for (size_t i = 0; i < documents->count; i++) {
		const struct str *line = documents->entries[i].value;

		if (str_equal(roll_member(*line, "kind"), STR("letter")))
			result->letters++;
		else
			result->statements++;
	}
	result->unchanged = documents->count;
}

/* The ledger's own fonts are files among the others. */
static bool same_versions(struct finding *finding)
{
	struct versions then = versions_from_manifest(finding->arena, finding->text);
	struct versions now = versions_now(finding->arena, NULL);

	versions_leave_own(&then);
	return versions_difference(finding->arena, &then, &now).len == 0;
}

static bool stands(struct finding *finding, struct str ledger, unsigned workers,
		   date as_of, const struct build_options *options)
{
	return beneath_read(finding->fd, finding->arena, STR(MANIFEST_NAME),
			    &finding->text) &&
	       roll_is_sealed(finding->text) && same_versions(finding) &&
	       same_inputs(finding, ledger, workers, as_of, options) &&
	       same_files(finding, workers);
}

/* A build that was killed may have left something, though its run stands. */
static bool tidy(struct arena *arena, const struct build_options *options,
		 struct build_result *result)
{
	if (output_tidy(arena, options->out, &result->fault))
		return true;
	result->end = BUILD_ENVIRONMENT;
	return false;
}

bool standing_find(struct arena *arena, struct str ledger, unsigned workers, date as_of,
		   const struct build_options *options, struct build_result *result)
{
	struct finding finding = {.arena = arena};
	struct buf folder = buf_new(arena, 0);
	struct str summary;

	*result = (struct build_result){0};
	buf_format(&folder, "%.*s/", STR_ARG(options->out));
	date_put(&folder, as_of);
	result->folder = buf_str(&folder);
	if (!is_whole(options))
		return false;
	finding.fd = open(str_c(arena, result->folder),
			  O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (finding.fd < 0)
		return false;
	bool found = stands(&finding, ledger, workers, as_of, options) &&
		     beneath_read(finding.fd, arena, STR(SUMMARY_NAME), &summary);
	close(finding.fd);
	if (!found || !tidy(arena, options, result))
		return false;
	result->summary = summary_read(summary);
	count(&finding, result);
	return true;
}
