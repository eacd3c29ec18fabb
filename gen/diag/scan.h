/* scan: the look at a file's raw bytes before anyone interprets them.
 * Floor 1. Owner: borrows the source; findings go to the notices. */
#ifndef DIAG_SCAN_H
#define DIAG_SCAN_H

#include "diag/notice.h"

enum verdict {
	VERDICT_CLEAN,
	VERDICT_FLAWED, /* reported, but what stands around the flaw can still be read */
	VERDICT_UNREADABLE, /* reported; reading on would only produce false findings */
	VERDICT__COUNT
};

/* The bytes [from, to) of the source. Of tabs in the indentation and of invalid bytes the
 * first is reported, of the rest at most LIMIT_NOTICES. */
enum verdict scan_bytes(const struct source *source, size_t from, size_t to,
			bool yaml_rules, struct notices *notices);

#endif
