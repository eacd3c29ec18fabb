/* pen: files written into a run directory; each thread has its own.
 * Floor 6. Owner: the arena given; pen_close gives back the rest.
 *
 * Paths are relative to the run directory, without "..", empty or dot-led parts. Files
 * come folder by folder: the folder used last stays open. Every call that fails fills
 * `fault` (what, which file, why). */
#ifndef RUN_PEN_H
#define RUN_PEN_H

#include "base/arena.h"
#include "base/str.h"

struct pen {
	struct arena *arena;   /* for faults */
	struct arena *scratch; /* its own: names since the folder was entered */
	struct arena_mark empty;
	struct str shown;  /* the run directory in findings */
	int new_fd;	   /* the run in the making */
	int old_fd;	   /* the run before; -1: there is none */
	unsigned mode;	   /* of files; folders add x where there is r */
	struct str folder; /* the one open; at NULL: none */
	int folder_fd;
	struct str fault;
};

struct pen pen_new(struct arena *arena, struct str shown, int new_fd, int old_fd,
		   unsigned mode);
/* Writes one file, its folders made on the way; one that is there is never opened. */
bool pen_write(struct pen *pen, struct str path, struct str bytes);
/* The same for a file that comes in pieces: a descriptor to write to, or -1. */
int pen_open(struct pen *pen, struct str path);
/* Writes a piece, all of it. */
bool pen_put(struct pen *pen, struct str path, int fd, struct str bytes);
/* Closes it; false: what was written did not all arrive. */
bool pen_shut(struct pen *pen, struct str path, int fd);
/* Takes a file of the run before over, unchanged (a hard link). */
bool pen_carry(struct pen *pen, struct str path);
/* Fills the fault from errno: "cannot WHAT 'path': why". Always false. */
bool pen_fail(struct pen *pen, const char *what, struct str path);
void pen_close(struct pen *pen);

/* Permissions of a folder whose files have `mode`: who may read may enter. */
unsigned pen_folder_mode(unsigned mode);

#endif
