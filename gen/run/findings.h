/* findings: of jobs done on several threads, put together in the order of the list.
 * Floor 6. Owner: the arena given for the list; what is kept is in the worker's own. */
#ifndef RUN_FINDINGS_H
#define RUN_FINDINGS_H

#include "diag/notice.h"

struct findings {
	struct notices **of; /* by job; NULL: it had none */
	size_t count;
};

struct findings findings_new(struct arena *arena, size_t jobs);
/* Copies what a job's own collector has into `kept`, an arena of the thread's. Each job
 * once, from any thread. */
void findings_keep(struct findings *findings, size_t job, struct arena *kept,
		   const struct notices *notices);
/* All behind `to`, job by job. */
void findings_merge(const struct findings *findings, struct notices *to);

#endif
