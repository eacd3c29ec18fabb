/* fresh: files that are new: all of them are written, or none.
 * Floor 7. Owner: paths and bytes are borrowed. */
#ifndef CMD_FRESH_H
#define CMD_FRESH_H

#include "call.h"

struct fresh {
	struct str path; /* below the folder; its folders are made on the way */
	struct str bytes;
};

/* Writes them below `folder`, which is made if there is none. Nothing is ever
 * overwritten: a file that stands already is named and nothing written; when writing
 * fails, what this call has made is taken away again. Faults are told. */
enum ending fresh_write(struct call *call, const char *folder, const struct fresh *files,
			size_t count);

#endif
