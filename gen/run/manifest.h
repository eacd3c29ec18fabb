/* manifest: what a run holds, as manifest.json and summary.txt.
 * Floor 6. Owner: the arena given.
 *
 * manifest.json has one document a line, sorted by path, so that a run can be compared
 * with the last by line and a document carried over keeps its own line. No time, no host.
 */
#ifndef RUN_MANIFEST_H
#define RUN_MANIFEST_H

#include "base/date.h"
#include "base/digest.h"
#include "base/map.h"
#include "base/money.h"
#include "run/versions.h"

#define MANIFEST_NAME "manifest.json"

/* One document as it was written. */
struct manifest_entry {
	struct str path; /* relative to the run directory */
	struct str customer, kind, stage, policy, template, locale;
	const struct currency *currency;
	money demand; /* of a letter; a statement's balance */
	date pay_by;  /* DATE_NONE: none */
	size_t pages, bytes;
	struct digest digest, inputs;
	bool sent;	 /* the log has it (rule 20) */
	struct str line; /* carried over from an older run: its line as it stood there */
};

struct manifest {
	struct arena *arena;
	struct manifest_entry *entries;
	size_t count, room;
};

struct manifest manifest_new(struct arena *arena);
struct manifest_entry *manifest_add(struct manifest *manifest);
/* Sorts by path and renders. */
struct str manifest_text(struct manifest *manifest, const struct versions *versions,
			 date as_of);
/* The paths of a manifest read back: path → its line (without the comma), in file order.
 * What is not such a manifest has none. */
struct map manifest_read(struct arena *arena, struct str text);
/* What a document's line says under a key, as it is written there, without quotes; empty
 * for null and for what it does not say. */
struct str manifest_member(struct str line, const char *key);
/* The line of an entry; of one carried over, its own but for `sent`. */
struct str manifest_line(struct arena *arena, const struct manifest_entry *entry);

#endif
