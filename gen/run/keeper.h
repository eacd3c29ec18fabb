/* keeper: what was sent stays what it is: a build against the log of its own day.
 * Floor 6. Owner: the arena given. */
#ifndef RUN_KEEPER_H
#define RUN_KEEPER_H

#include "run/jobs.h"
#include "run/logbook.h"
#include "run/manifest.h"
#include "run/past.h"

struct keeper {
	struct arena *arena;
	struct logbook logbook;
	struct str out;
	date as_of;
	const struct fonts *fonts;
	bool recalled; /* what follows was read, for the first letter that differs */
	struct past past;
	struct versions versions;
};

/* `fonts`, the run's, outlives it. */
struct keeper keeper_open(struct arena *arena, const struct book *book, struct str out,
			  const struct fonts *fonts);
/* The log has this document of the day. */
bool keeper_has(const struct keeper *keeper, struct str path);
/* A finding at the log entry of a document that was logged with another digest. */
void keeper_compare(struct keeper *keeper, const struct manifest_entry *entry,
		    struct notices *notices);
/* The same for logged documents that the options ask for and this run does not make. */
void keeper_miss(const struct keeper *keeper, const struct manifest *made,
		 const struct build_options *options, struct notices *notices);

#endif
