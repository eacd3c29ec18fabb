/* past: a run that was put in place, read back.
 * Floor 6. Owner: the arena given; past_close closes the folder. Nothing is locked: a
 * run's folder once opened is whole, whatever is put in its place. */
#ifndef RUN_PAST_H
#define RUN_PAST_H

#include "base/date.h"
#include "base/digest.h"
#include "base/map.h"
#include "run/versions.h"

struct past {
	struct arena *arena;
	struct str folder; /* OUT/<A>, as shown */
	int fd;		   /* -1: there is no run */
	struct versions versions;
	struct map lines; /* path → its line in the manifest (struct str) */
	struct map files; /* the same of those beside the documents */
	struct str fault; /* not empty: the machine could not read a part of it */
};

enum past_state {
	PAST_WHOLE, /* the file is what the manifest says */
	PAST_MISSING,
	PAST_ALTERED,
	PAST_STATE__COUNT
};

/* The run of a day; is_there is false when the folder or its manifest is not there. */
struct past past_open(struct arena *arena, struct str out, date as_of);
bool past_is_there(const struct past *past);
/* The manifest's line of a document; empty: it has none. */
struct str past_line(const struct past *past, struct str path);
/* A document's file, or one beside them, against its line in the manifest. */
enum past_state past_look(struct past *past, struct str path);
void past_close(struct past *past);

/* The newest day that OUT has a run of, DATE_NONE without any. */
date past_newest(struct arena *arena, struct str out);

#endif
