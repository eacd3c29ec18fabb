/* verify: the proof that documents are what the ledger says (rule 20).
 * Floor 6. Owner: the arena given. */
#ifndef RUN_VERIFY_H
#define RUN_VERIFY_H

#include "run/build.h"

/* What is wrong with a document; flags, 0: it is proven. */
enum {
	VERIFY_MISSING = 1,   /* its file is not in the run */
	VERIFY_ALTERED = 2,   /* its file is not what the manifest says */
	VERIFY_DIFFERENT = 4, /* made again it would be another one */
	VERIFY_GONE = 8,      /* the ledger does not make it any more */
	VERIFY_LOG = 16,      /* the log says another digest than the run */
};

struct verify_document {
	struct str path;   /* in the run directory */
	struct str then;   /* 64 digits, of the manifest or of the log */
	struct str now;	   /* 64 digits, made again; empty: not made */
	unsigned faults;   /* VERIFY_… */
	struct str change; /* for VERIFY_DIFFERENT: what differs, as far as is known */
};

enum verify_end {
	VERIFY_DONE,
	VERIFY_FINDINGS, /* errors among the notices */
	VERIFY_NOTHING,	 /* neither a run nor a logged letter with a digest */
	VERIFY_ENVIRONMENT,
	VERIFY_END__COUNT
};

struct verify {
	enum verify_end end;
	struct str fault;    /* for VERIFY_ENVIRONMENT */
	bool from_log;	     /* there is no run of that day in OUT */
	struct str folder;   /* OUT/<A> */
	struct str versions; /* what differs between that run's and these; empty: none */
	struct verify_document *documents; /* by path */
	size_t count, nproven;
};

/* Every document of the run of the book's day in OUT, and whichever of the files beside
 * them was altered; or, when there is no such run, every letter of that day the log has a
 * digest of. Writes nothing. */
struct verify verify_run(struct arena *arena, const struct book *book, struct str out,
			 struct notices *notices);
/* The newest day to be verified: of OUT's runs, else of the log; DATE_NONE without any.
 * False when the ledger, read for its log, has errors. */
bool verify_newest(struct arena *arena, struct str folder, struct str out, date *day);

#endif
