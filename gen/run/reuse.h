/* reuse: files of the run before that need not be made again.
 * Floor 6. Owner: the arena given; lines of the old manifest are borrowed.
 *
 * A file is taken over, by a hard link, when what it was made from leaves the same
 * inputs' digest as then, and the file still has its own and the permissions asked for.
 * Whatever raised a finding has no inputs' digest in the manifest, so that it is made
 * again and the finding told again. */
#ifndef RUN_REUSE_H
#define RUN_REUSE_H

#include "base/map.h"
#include "run/manifest.h"
#include "run/pen.h"

struct reuse {
	struct map lines; /* path → its line in the old manifest (struct str) */
	bool never;	  /* --force, or there is no run before */
};

/* The same before the document is composed: when nothing that could make a difference to
 * it has changed. The entry has its template, locale and inputs then, too. */
bool reuse_ground(const struct reuse *reuse, struct pen *pen,
		  struct manifest_entry *entry);
/* True: the file is in the new run, and the entry has its pages, bytes and digest. False:
 * it has to be made, or the pen has a fault. */
bool reuse_file(const struct reuse *reuse, struct pen *pen, struct manifest_entry *entry);

#endif
