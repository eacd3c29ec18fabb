/* topic_builtin: what `collectgen help policies` and `help rates` print: the policies and
 * rates the program carries, read by the ledger's own reader.
 * Floor 7. Owner: the arena of `out`. */
#ifndef CMD_TOPIC_BUILTIN_H
#define CMD_TOPIC_BUILTIN_H

#include "ledger/ledger.h"

/* A line for each policy: name, kind, currency, days it is valid for, law. */
void topic_policies(struct buf *out);
/* A line for each day on which a rate begins, a column for each table. */
void topic_rates(struct buf *out);

/* Their parts, for the manual. A ledger that has all that is carried; `sources` must
 * outlive it. */
const struct ledger *topic_builtin_ledger(struct arena *arena, struct sources *sources);

struct topic_policy {
	struct str kind, currency, days, law;
};

struct topic_policy topic_policy(struct arena *arena, const struct policy *policy);
/* "From 2026-01-01: 3.75." */
struct str topic_rate(struct arena *arena, const struct rate_entry *entry);

#endif
