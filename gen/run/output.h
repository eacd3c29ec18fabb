/* output: one run directory, built aside and put in place by one rename.
 * Floor 6. Owner: the arena given; file descriptors are closed by commit or abandon.
 *
 * OUT/ carries a marker file; without it a folder that holds anything is refused.
 * OUT/.lock is held for as long as a build runs. A run is built in OUT/.new-<A>, synced
 * once, and exchanged with OUT/<A>: a reader sees the old run or the new one, whole. What
 * collectgen did not write is never removed or overwritten: a foreign file found in the
 * old run is moved into the new one (letters.md, Output).
 *
 * Calling sequence: output_open, pens for whatever is written, then one of
 * output_commit and output_abandon. Every call that fails fills `fault` (what, which
 * file, why) and leaves the old run as it was; call output_abandon then. */
#ifndef RUN_OUTPUT_H
#define RUN_OUTPUT_H

#include "run/pen.h"

struct output {
	struct arena *arena;
	struct str root;		      /* OUT, as given */
	struct str name;		      /* "2026-11-30" */
	struct str aside;		      /* ".new-2026-11-30" */
	int root_fd, new_fd, old_fd, lock_fd; /* -1: closed; old_fd -1: no old run */
	unsigned mode;			      /* of files */
	bool made, marked; /* OUT was made, or the marker put in it, by this run */
	struct str fault;
};

bool output_open(struct output *output, struct arena *arena, struct str out,
		 struct str name, unsigned mode);
/* A pen for the run in the making: one a thread. */
struct pen output_pen(const struct output *output, struct arena *arena);
/* The bytes of a file of the old run; empty when there is none. */
bool output_old(struct output *output, struct arena *arena, struct str path,
		struct str *bytes);
/* Syncs, exchanges, sweeps the old run. `ours` says which files of the old run were
 * written by collectgen; the others are moved into the new run first. */
bool output_commit(struct output *output, bool (*ours)(const void *data, struct str path),
		   const void *data);
void output_abandon(struct output *output);
/* Sweeps what killed builds have left in OUT, if anything; false and *fault when it
 * cannot, or another build is at work there. */
bool output_tidy(struct arena *arena, struct str out, struct str *fault);

#endif
