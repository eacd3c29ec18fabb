/* sent: a build's letters as log entries of the ledger (rule 20).
 * Floor 6. Owner: the arena given.
 *
 * Calling sequence: sent_list, then sent_text or sent_write. */
#ifndef RUN_SENT_H
#define RUN_SENT_H

#include "run/build.h"
#include "run/entry.h"

struct sent_options {
	struct str out;
	const struct str *only; /* customer ids; none: all */
	size_t nonly;
	enum channel channel; /* CHANNEL_NONE: each letter's own */
	date date;	      /* of the entries */
};

enum sent_end {
	SENT_DONE,
	SENT_FINDINGS, /* errors among the notices */
	SENT_REFUSED,  /* `refusals` say why; nothing is written */
	SENT_ENVIRONMENT,
	SENT_END__COUNT
};

struct sent {
	enum sent_end end;
	struct str *refusals;
	size_t nrefusals, room;
	bool otherwise;	  /* it is the log that does not agree, not the run */
	struct str fault; /* for SENT_ENVIRONMENT */
	struct entry *records;
	size_t nrecords, nletters;
	struct str folder, name; /* LEDGER/log, <A>.yaml */
	size_t nadded;		 /* entries written */
};

/* The letters of the book's day, made again and compared with the run in OUT: one that is
 * missing there, is another one now, or whose file was altered, is a refusal, and so is
 * another version of collectgen or a library. */
struct sent sent_list(struct arena *arena, const struct book *book,
		      const struct sent_options *options, struct notices *notices);
/* The entries as a file of the ledger. */
struct str sent_text(struct arena *arena, const struct sent *sent);
/* One more reason why nothing is written. */
void sent_refuse(struct arena *arena, struct sent *sent, struct str why);
/* Adds to the ledger's log what it does not have yet. An entry for the same document that
 * says otherwise is a refusal. */
void sent_write(struct arena *arena, const struct book *book, struct sent *sent);

#endif
