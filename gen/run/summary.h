/* summary: a run in words, for the person at the desk.
 * Floor 6. Owner: the arena given. No time and no host in it: same ledger, same bytes. */
#ifndef RUN_SUMMARY_H
#define RUN_SUMMARY_H

#include "run/batch.h"

#define SUMMARY_NAME "summary.txt"

/* Documents by kind, sums demanded per currency, who was held back and why. */
struct str summary_of(struct arena *arena, const struct build_result *result,
		      const struct manifest *manifest, const struct batch *batch);
/* The file: the same under the day and the day payments are known to. */
struct str summary_text(struct arena *arena, const struct book *book, struct str summary);
/* What summary_of said, out of the file; empty when it is no such text. */
struct str summary_read(struct str text);

#endif
