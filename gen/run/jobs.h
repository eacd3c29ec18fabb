/* jobs: the ordered list of documents a run makes.
 * Floor 6. Owner: the arena given; accounts and letters are borrowed from the book. */
#ifndef RUN_JOBS_H
#define RUN_JOBS_H

#include "letter/compose.h"
#include "run/build.h"

struct job {
	struct document document;
	struct str path; /* in the run directory */
};

struct jobs {
	struct job *items; /* by customer, currency; the statement first, then letters */
	size_t count;
	struct str unsafe; /* a path that cannot be a file's; empty: none */
};

/* letters/<customer>/<stage>-<currency>-<policy>.pdf,
 * statements/<customer>/<currency>.pdf */
struct jobs jobs_list(struct arena *arena, const struct book *book,
		      const struct build_options *options);
/* Those of one account, in the same order; none when the options do not choose its
 * customer. */
struct jobs jobs_of_account(struct arena *arena, const struct escalation *escalation,
			    const struct build_options *options);
/* Whether the options ask for documents of this customer. */
bool jobs_chosen(const struct build_options *options, struct str customer);
/* Whether the options ask for this document of a run at all: a path of an older run that
 * they do not ask for is carried over. */
bool jobs_wanted(const struct build_options *options, struct str path);

#endif
