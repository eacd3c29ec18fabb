/* source: the texts that were read, and where a byte stands in them.
 * Floor 1. Owner: `sources` owns bytes in arenas of its own, one a file, until they are
 * dropped.
 *
 * This is the only room of floors 0–5 that reads files. Files are read, never mapped. */
#ifndef DIAG_SOURCE_H
#define DIAG_SOURCE_H

#include "base/str.h"

/* Where something stands: 8 bytes in every node of the book. */
struct span {
	uint32_t file; /* 0: nowhere */
	uint32_t at;   /* [bytes] */
};

struct source {
	struct str path;  /* as shown to the user, relative to the ledger's folder */
	struct str bytes; /* at == NULL once dropped */
	uint32_t file;	  /* its number, from 1 */
	bool on_disk;	  /* a file that was read; else its bytes were handed in */
};

struct sources;

struct place {
	uint32_t line, column; /* from 1; column in code points */
	struct str text; /* the whole line, without its line end; empty if unreadable */
	size_t offset;	 /* [bytes] of the span in `text` */
	size_t length;	 /* [bytes] of the token there, clamped to the line, ≥ 1 */
};

enum source_fault {
	SOURCE_OK,
	SOURCE_MISSING,
	SOURCE_DENIED,
	SOURCE_NOT_FILE,   /* a directory, device, socket */
	SOURCE_LARGE,	   /* over LIMIT_FILE_BYTES, or over what was allowed */
	SOURCE_OUTSIDE,	   /* the path leads out of its folder: "..", or by a link */
	SOURCE_UNREADABLE, /* a path that cannot be followed */
	SOURCE_REFUSED,	   /* the machine's fault: a broken disk, too many open files */
	SOURCE_FAULT__COUNT
};

struct sources *sources_new(void);
void sources_free(struct sources *sources);

/* The folder, opened once and kept open; -1 when it cannot be (errno says why). */
int source_root(struct sources *sources, struct str folder);
/* Reads the file `path` below the open folder `folder` and adds it, shown as `shown`. It
 * must lie there: a path that leads out by "..", from '/' or by a link is a fault. Below
 * AT_FDCWD (what the command line names) everything goes. On a fault *source is NULL and
 * errno tells more. */
enum source_fault source_read(struct sources *sources, int folder, struct str path,
			      struct str shown, const struct source **source);
/* The same in two steps, so that files have their numbers before several threads read
 * them: the number, from 1, of the file that will be read; and the reading of it, once.
 */
uint32_t source_announce(struct sources *sources, int folder, struct str path,
			 struct str shown);
enum source_fault source_fetch(struct sources *sources, uint32_t file,
			       const struct source **source);
/* What an errno of opening or reading means; running out of memory ends the process. */
enum source_fault source_fault_from_errno(int number);
/* Adds bytes that are already in memory (built-ins, tests); not copied. */
const struct source *source_from_bytes(struct sources *sources, struct str shown,
				       struct str bytes);
const struct source *source_at(const struct sources *sources, uint32_t file);
size_t sources_count(const struct sources *sources);

/* 64 bits of hash that tell a source's bytes, dropped or not, from others by accident. */
uint64_t source_imprint(const struct sources *sources, uint32_t file);
/* Frees the bytes of a file that was read from disk and has been taken in. They are read
 * again when an excerpt is wanted; a file that has changed since (told by 64 bits of
 * hash: against accidents, not against malice) gives none. */
void source_drop(struct sources *sources, uint32_t file);
/* The same of every file that is still held. */
void sources_drop(struct sources *sources);

/* Line, column and the line's own text, for printing; token length by looking at the
 * bytes: a quoted scalar to its quote, a plain one to its end, a {{tag}} to its braces.
 */
struct place source_place(struct sources *sources, struct span span);

/* The bytes of a file that is no text (a picture, a font), below an open folder as above:
 * in `arena`, `most` of them at the most [bytes]. The file counts as one that was read
 * and dropped. */
enum source_fault source_bytes(struct sources *sources, struct arena *arena, int folder,
			       struct str path, size_t most, struct str *bytes);

/* The paths of the *.yaml and *.yml files below `folder`, relative to it, in bytewise
 * path order: names that begin with '.' or '_' are skipped, and so is `templates` at the
 * root. Symbolic links to folders are not followed. Paths live in `arena`. On a fault,
 * *where is the path that could not be read. */
enum source_fault sources_list(struct arena *arena, struct str folder, struct str **paths,
			       size_t *count, struct str *where);
/* The names, less `ending`, of what is in `folder` itself and ends so, in bytewise order;
 * none where there is no such folder. */
size_t sources_in(struct arena *arena, struct str folder, struct str ending,
		  struct str **names);

#endif
