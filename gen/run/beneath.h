/* beneath: files below an open folder, reached without leaving it.
 * Floor 6. Owner: the caller closes what it opens.
 *
 * The output tree is opened by openat2(2) with RESOLVE_BENEATH and without symbolic
 * links: whatever somebody puts in a folder's place, no path leads out of the tree. */
#ifndef RUN_BENEATH_H
#define RUN_BENEATH_H

#include "base/digest.h"

/* The descriptor, or -1 and errno. Before Linux 5.6 the same is done step by step. */
int beneath_open(int folder, const char *path, int flags, unsigned mode);
/* The bytes of a regular file; false and errno when they cannot be had. */
bool beneath_read(int folder, struct arena *arena, struct str path, struct str *bytes);
/* What a file is, but for its bytes themselves. */
struct beneath_file {
	struct digest digest;
	size_t bytes;
	unsigned mode; /* permissions */
};
/* Reads a regular file without holding it. */
bool beneath_look(int folder, const char *path, struct beneath_file *file);

/* Whether an errno of these says that no such file is there, or something else in its
 * place; any other is the machine's fault. */
bool beneath_is_absent(int number);

#endif
