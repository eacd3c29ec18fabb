/* standing: a run that stands as it is, because building it again would change nothing.
 * Floor 6. Owner: the arena given.
 *
 * A run that was made whole and without any finding keeps one digest of all it was made
 * from: the ledger's files, the day, what was asked for, the program with its libraries
 * and fonts. While that is the same, and every file of the run still has its own digest,
 * neither is the ledger read nor anything made. */
#ifndef RUN_STANDING_H
#define RUN_STANDING_H

#include "run/build.h"
#include "run/manifest.h"

/* True: the run in options->out stands; *result says what is in it. Otherwise it has to
 * be built, or *result says that the environment is at fault (a left-over that cannot be
 * swept, a lock). */
bool standing_find(struct arena *arena, struct str ledger, unsigned workers, date as_of,
		   const struct build_options *options, struct build_result *result);
/* Gives a whole run's manifest that digest, or none when it cannot be relied on. False
 * with *fault: a file of the ledger cannot be read any more. */
bool standing_mark(struct arena *arena, const struct book *book,
		   const struct build_options *options, struct manifest *manifest,
		   struct str *fault);

#endif
