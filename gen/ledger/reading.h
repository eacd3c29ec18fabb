/* reading: the desk on which a ledger lies while it is read, before it is frozen.
 * Floor 2. Owner: what stays goes to the book arena; everything else lives on the desk
 * arena and is gone when the ledger is returned. Scratch is rewound after each record. */
#ifndef LEDGER_READING_H
#define LEDGER_READING_H

#include "diag/yaml.h"
#include "ledger/amount.h"

#define SHELF_BOARD 256

/* Records as they come: a list of boards, so that a long shelf is never copied to grow.
 */
struct shelf_board {
	struct shelf_board *next;
	size_t count;
	void *records[SHELF_BOARD];
	uint64_t footprints[SHELF_BOARD]; /* see footprint.h */
	bool broken[SHELF_BOARD];
};

/* Records in the order of reading. */
struct shelf {
	struct shelf_board *first, *last;
	void **records; /* once settled */
	bool *broken;	/* a notice was made about it: its references are checked, no more
			 */
	size_t count;
};

/* The records of a shelf by their ids, case aside. */
struct roll {
	uint64_t
		*slots; /* open addressing: 32 bits of the hash, place on the shelf + 1 */
	size_t nslots;	/* a power of two, or 0 */
};

/* A rate table's entries before they are sorted. */
struct rate_draft {
	struct rate_entry *entries;
	size_t count, room;
	struct rate_table *table; /* NULL until built */
	bool broken;
};

/* A policy before `extends` is resolved: its tree, and the record it becomes. */
struct policy_draft {
	struct node *tree;
	struct node *merged; /* NULL until resolved */
	struct policy *policy;
	bool broken;   /* a notice was made about it */
	bool visiting; /* `extends` is being followed through it */
	bool done;
	struct span span; /* of its name */
};

/* A section that is no list: its tree, put aside until every file has been read, because
 * which of two comes first depends on the files' order. */
struct aside {
	enum section section;
	struct span key_span;
	struct node *node;
	struct aside *next;
};

#define NAMES_KEPT 4096 /* a power of two */

/* One thread reads into one of these, or into several one after the other; they are
 * joined in the files' order. */
struct reading {
	struct arena *book, *desk, *scratch;
	struct arena *boards; /* of the shelves, which the desk outlives */
	struct arena
		*texts; /* of the book: apart, so that none makes a gap before a record */
	struct arena *file; /* what one open file needs */
	struct notices *notices;
	struct ledger *ledger;
	struct sources *sources;
	const struct source *source; /* the file being read, or NULL */
	date as_of;		     /* DATE_NONE: none */
	unsigned workers;	     /* threads that what remains may take */

	/* The record being read. */
	enum section section;
	void *record;
	const struct currency
		*currency; /* of amounts, when known while reading; else NULL */

	struct amounts amounts;
	struct shelf shelves[SECTION__COUNT]; /* of the sections that are lists */
	struct span once[SECTION__COUNT];  /* the key of a section that may stand once */
	struct roll rolls[SECTION__COUNT]; /* see roll.h */
	struct aside *aside, **last_aside; /* in the order of reading */
	size_t searches;		   /* for near names: the first few are enough */
	const char **names; /* NAMES_KEPT of them on the desk, see reading_name */

	/* Policies and rates of the user's [0] and those the program carries [1]. */
	struct map drafts[2]; /* policy's name → struct policy_draft */
	struct map tables[2]; /* table's name → struct rate_draft */
	bool carried;	      /* what is being read is carried by the program */

	/* No cascades: what was lost by a fault already reported. Names in `broken` are
	 * known but unreadable; a section that is `lost` may lack records nobody could
	 * read. */
	struct map broken[SECTION__COUNT];
	bool lost[SECTION__COUNT];
};

/* Nothing read yet; notices, sources, ledger and the as-of day are the caller's to set.
 */
struct reading reading_new(struct arena *book, struct arena *texts, struct arena *desk,
			   struct arena *boards, struct arena *scratch,
			   struct arena *file);

/* Joins what readings of later files found, in their order, behind what this one has.
 * Their desks must live as long as this reading. */
void reading_join(struct reading *reading, const struct reading *runs, size_t nruns);

/* Adds a record to a shelf that lives on `arena`. */
void shelf_put(struct arena *arena, struct shelf *shelf, void *record, bool broken,
	       uint64_t footprint);
/* All records are on it: as arrays on `arena`. */
void shelf_settle(struct arena *arena, struct shelf *shelf);

/* A name of another record, on the desk until that is found. Many records name the same
 * customer: what was called lately is not copied again. */
const char *reading_name(struct reading *reading, struct str text);
/* Remembers that a record of that name exists but could not be read. */
void reading_break(struct reading *reading, enum section section, struct str name);
/* True when a missing record may have been lost by a fault that was reported. */
bool reading_lost(const struct reading *reading, enum section section, struct str name);
/* Everything may lack records: a file could not be read to its end. */
void reading_lose_all(struct reading *reading);
/* True for as many findings as will be printed: only they need the nearest name, and each
 * search for one costs a look at all. */
bool reading_may_search(struct reading *reading);
/* "an invoice" → "invoice". */
const char *reading_noun(enum section section);

#endif
