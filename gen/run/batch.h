/* batch: all documents of a run, account after account, on several threads.
 * Floor 6. Owner: the arena given takes over what the threads have kept.
 *
 * An account is a job: it is reckoned and judged in the thread's own arena, each of its
 * documents is composed, and `make` does with it what the run is for. Then the arena is
 * rewound: memory is bounded by threads, not by customers. What a document leaves is one
 * batch_document; these and the findings come in the order of the accounts, whichever
 * thread did what, so that any number of threads gives the same run.
 *
 * A document's ground is all that could make a difference to it, as it is written: its
 * customer's records, what the ledger says for everyone, the templates, the day, the
 * program. It is known before anything is reckoned; its inputs, of which it prints some,
 * only when it has been composed. */
#ifndef RUN_BATCH_H
#define RUN_BATCH_H

#include <stdatomic.h>

#include "run/findings.h"
#include "run/jobs.h"
#include "run/manifest.h"

/* What one document left behind. */
struct batch_document {
	struct manifest_entry entry; /* bytes 0: not made, a finding says why */
	const struct customer *customer;
	enum channel channel;	     /* of a letter */
	struct manifest_file *draft; /* of its e-mail; NULL: there is none */
	struct batch_document *next;
};

/* How much of an account is held back, by why; no customer: nobody asks. */
struct batch_held {
	const struct customer *customer;
	uint32_t count[HELD_WHY__COUNT];
};

/* One thread's own. */
struct hand {
	struct batch *batch;
	unsigned number;
	struct arena *job;  /* rewound before each account */
	struct arena *kept; /* lives as long as the run */
	struct arena_mark empty;
	struct press *press;
	struct notices notices; /* of the account in work */
	int64_t reckoning_ns, composing_ns, pressing_ns, writing_ns;
};

/* What is done with a composed document: fills pages, bytes and digest of its entry.
 * False: a fault, told by batch_fault, that ends the run. NULL: it is made and
 * forgotten. */
typedef bool batch_make(struct hand *hand, struct composed *composed,
			struct batch_document *document);

/* Asks whether a document need not be composed, because the one with this ground was:
 * true: its entry is complete. May be NULL: all are. */
typedef bool batch_spare(struct hand *hand, struct batch_document *document);

struct batch {
	struct arena *arena;
	const struct book *book;
	const struct build_options *options;
	struct templates *templates;
	batch_spare *spare;
	batch_make *make;
	/* Looks at an account before its documents are made; may be NULL. */
	void (*look)(struct hand *hand, size_t account,
		     const struct escalation *escalation);
	void *subject; /* whatever make and look work with */
	struct digest
		ground; /* of all that is no customer's: what all documents stand on */
	struct findings findings;
	struct batch_document **documents; /* by account, each a list */
	struct batch_held *held;	   /* by account, of the customers asked for */
	struct hand *hands;
	unsigned nhands;
	atomic_size_t naccounts, ndocuments; /* done so far */
	atomic_bool stopped;
	_Atomic(struct str *) told;
	struct str fault; /* once it has run: why it was stopped, or empty */
};

/* Reads whatever the documents need and hires the hands; nothing is made yet. False: the
 * notices have errors. */
bool batch_prepare(struct batch *batch, struct notices *notices);
/* Makes what the options ask for. False: the notices have errors, or there is a fault
 * (exit 3): a font or a name that will not do, or what `make` told. */
bool batch_run(struct batch *batch, struct notices *notices);
/* From `make`: what and why, the first one counts. Always false. */
bool batch_fault(struct hand *hand, struct str fault);
/* Layout and bytes of a composed document; its entry is completed. Empty after an error
 * notice. */
struct str batch_press(struct hand *hand, struct composed *composed,
		       struct manifest_entry *entry);
/* What the hands' time went on. */
struct build_times batch_times(const struct batch *batch);
void batch_free(struct batch *batch);

#endif
