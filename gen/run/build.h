/* build: every document of a run, made by a batch, and put in place by one rename.
 * Floor 6. Owner: the arena given. letters.md, Output. */
#ifndef RUN_BUILD_H
#define RUN_BUILD_H

#include "run/book.h"

enum { BUILD_STATEMENTS = 1, BUILD_LETTERS = 2 }; /* kinds, flags */

/* How far a build is; called now and then, on the caller's own thread. */
struct build_watcher {
	void (*see)(void *data, size_t accounts, size_t of, size_t documents);
	void *data;
};

struct build_options {
	struct str out;		/* the output folder */
	unsigned kinds;		/* BUILD_… flags */
	const struct str *only; /* customer ids; none: all */
	size_t nonly;
	unsigned mode;	/* permissions of files, 0600 by default; folders add x */
	bool dry_run;	/* everything but writing */
	bool stale_ok;	/* letters although payments_to is old */
	bool rehearsal; /* only to find findings: what is not printed yet is none */
	bool force;	/* makes everything anew, changed or not */
	bool strict;	/* warnings are findings that stop it, as errors are */
	bool bundle;	/* what goes by post also in one file for the printer */
	bool outbox;	/* what goes by e-mail also as drafts */
	struct build_watcher watcher; /* see NULL: nobody */
};

enum build_end {
	BUILD_DONE,
	BUILD_FINDINGS,	   /* errors among the notices: nothing written */
	BUILD_STALE,	   /* statements written, letters refused (exit 1) */
	BUILD_ENVIRONMENT, /* disk, lock, font: `fault` says what; the old run is intact
			    */
	BUILD_END__COUNT
};

/* Where the time went: the sum of all threads, but for `making` and `placing`. */
struct build_times {
	int64_t making_ns, placing_ns; /* what one waits for */
	int64_t reckoning_ns, composing_ns, pressing_ns, writing_ns;
};

struct build_result {
	enum build_end end;
	struct str fault;  /* for BUILD_ENVIRONMENT: what and why, without "error:" */
	struct str folder; /* OUT/<A> */
	size_t statements, letters, pages;
	size_t carried;	    /* documents of the old run carried over (--only, --kind) */
	size_t unchanged;   /* of statements and letters: not made again */
	struct str summary; /* counts, sums asked for, who was held back */
	struct build_times times;
};

/* Builds the book's documents. With errors in notices, nothing is written. */
struct build_result build_run(struct arena *arena, const struct book *book,
			      const struct build_options *options,
			      struct notices *notices);

#endif
