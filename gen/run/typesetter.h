/* typesetter: documents to bytes, in memory: what building and proving share.
 * Floor 6. Owner: the arena given; a document's bytes live until the next one is set.
 *
 * A typesetter belongs to one thread: the press and the arena of the document in work are
 * its own. */
#ifndef RUN_TYPESETTER_H
#define RUN_TYPESETTER_H

#include "run/jobs.h"
#include "run/manifest.h"

struct typesetter;

/* Opens the fonts and reads whatever these jobs need. NULL when that failed: *fault says
 * why, or the notices do when it is empty. */
struct typesetter *typesetter_new(struct arena *arena, const struct book *book,
				  const struct jobs *jobs, struct notices *notices,
				  struct str *fault);
/* One document: facts → layout → bytes, and what the manifest says of it. Empty after an
 * error notice. */
struct str typesetter_set(struct typesetter *typesetter, const struct job *job,
			  struct manifest_entry *entry);
void typesetter_free(struct typesetter *typesetter);

#endif
