/* entry: log entries as YAML, and a log file with more of them.
 * Floor 6. Owner: the arena given. */
#ifndef RUN_ENTRY_H
#define RUN_ENTRY_H

#include "ledger/ledger.h"

/* A log entry to be written; its values are the ledger's own. */
struct entry {
	date date;
	struct str customer, stage;
	int32_t stage_index; /* in the invoices' policy */
	const struct invoice **invoices;
	size_t ninvoices;
	enum channel channel; /* CHANNEL_NONE: not told */
	struct str document;
	money fee;
	const struct currency *currency;
	struct str digest, version;
};

/* One item of the log, the dash after `indent` blanks. Texts that another reader of YAML
 * could take for something else are quoted. */
void entry_put(struct buf *out, const struct entry *entry, size_t indent);

/* The text of a log file with these entries behind those it has; an empty text makes a
 * new one. What stands in it stays byte for byte. False with *why when its `log` is in a
 * form that nothing can be put behind. */
bool entry_append(struct arena *arena, struct str old, const struct entry *entries,
		  size_t count, struct str *text, struct str *why);

#endif
