/* manifest: what a run holds, as manifest.json and summary.txt.
 * Floor 6. Owner: the arena given.
 *
 * manifest.json has one document a line, sorted by path, so that a run can be compared
 * with the last by line and a document carried over keeps its own line. No time, no host.
 * Its last line is a digest of all above it. */
#ifndef RUN_MANIFEST_H
#define RUN_MANIFEST_H

#include "base/date.h"
#include "base/digest.h"
#include "base/money.h"
#include "run/versions.h"

#define MANIFEST_NAME "manifest.json"

/* One document as it was written. */
struct manifest_entry {
	struct str path; /* relative to the run directory */
	struct str customer, stage, policy, template,
		locale; /* of a statement no stage */
	const struct currency *currency;
	money demand; /* of a letter; a statement's balance */
	date pay_by;  /* DATE_NONE: none */
	uint32_t pages, bytes;
	struct digest digest, inputs;
	struct digest ground; /* of all that can have a say in its inputs, see batch.h */
	bool sent;	      /* the log has it (rule 20) */
	struct str line; /* carried over from an older run: its line as it stood there */
};

/* Any other file of the run. */
struct manifest_file {
	struct str path;
	size_t bytes;
	struct digest digest, inputs; /* inputs all zero: none */
};

struct manifest {
	struct arena *arena;
	struct manifest_entry **entries; /* there are many: each stays where it is */
	size_t count, room;
	struct manifest_file *files;
	size_t nfiles, files_room;
	/* Of all the run was made from and asked for; all zero: nobody may rely on it. */
	struct digest inputs;
	const struct str *others; /* files that were read besides the ledger's own */
	size_t nothers;
};

/* Takes a piece of the text; false ends the writing. */
struct manifest_sink {
	bool (*put)(void *data, struct str piece);
	void *data;
};

struct manifest manifest_new(struct arena *arena);
void manifest_add(struct manifest *manifest, struct manifest_entry *entry);
/* "letter" or "statement". */
struct str manifest_kind(const struct manifest_entry *entry);
void manifest_add_file(struct manifest *manifest, struct manifest_file file);
/* Sorts by path and writes in pieces; false when one was not taken. */
bool manifest_write(struct manifest *manifest, const struct versions *versions,
		    date as_of, const struct manifest_sink *sink);
/* The same as one text. */
struct str manifest_text(struct manifest *manifest, const struct versions *versions,
			 date as_of);
/* The line of an entry; of one carried over, its own but for `sent`. */
struct str manifest_line(struct arena *arena, const struct manifest_entry *entry);

#endif
