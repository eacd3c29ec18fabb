/* reprint: a day's documents made again in memory, to compare with what was written.
 * Floor 6. Owner: the arena given. */
#ifndef RUN_REPRINT_H
#define RUN_REPRINT_H

#include "letter/fonts.h"
#include "run/jobs.h"
#include "run/manifest.h"

struct reprint {
	struct jobs jobs;
	struct manifest_entry *entries; /* one a job, in the same order */
	struct map by_path;		/* path → its entry */
	struct fonts fonts;		/* the ledger's own */
	struct str fault; /* not empty: a font or a name will not do (exit 3) */
};

/* Makes what the options ask for (kinds and customers; nothing is written). False: the
 * notices have errors, or there is a fault. */
bool reprint_run(struct arena *arena, const struct book *book,
		 const struct build_options *options, struct notices *notices,
		 struct reprint *reprint);

#endif
