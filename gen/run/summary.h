/* summary: a run in words, for the person at the desk.
 * Floor 6. Owner: the arena given. No time and no host in it: same ledger, same bytes. */
#ifndef RUN_SUMMARY_H
#define RUN_SUMMARY_H

#include "run/build.h"

#define SUMMARY_NAME "summary.txt"

/* Documents by kind, sums demanded per currency, who was held back and why. */
struct str summary_text(struct arena *arena, const struct book *book,
			const struct build_result *result);

#endif
