/* logbook: which documents of a day the ledger's log says were sent (rule 20).
 * Floor 6. Owner: the arena given; log entries are borrowed from the ledger. */
#ifndef RUN_LOGBOOK_H
#define RUN_LOGBOOK_H

#include "ledger/ledger.h"

/* The entries of one document: one for each stage it advanced invoices to. */
struct logged {
	const struct log_entry *entry;
	struct logged *next;
};

struct logbook {
	struct map documents; /* path in the run directory → its first struct logged */
};

/* Entries with a stage whose `document` is <A>/…; the day itself does not stand in the
 * paths. Any file of the ledger may hold them. */
struct logbook logbook_open(struct arena *arena, const struct ledger *ledger, date as_of);
/* The entries of a document, or NULL: it was not logged. */
const struct logged *logbook_find(const struct logbook *logbook, struct str path);
/* The entry of a document whose digest (64 digits, of SHA-256) is not `made`, else the
 * first that has one; NULL: none has. */
const struct log_entry *logbook_signed(const struct logged *logged, struct str made);
/* The digest an entry has of its document; empty: none, as of no entry. One of another
 * form stands as it is: no document has it. */
struct str logbook_digest(const struct log_entry *entry);
/* The newest day whose documents the log has digests of, or DATE_NONE. */
date logbook_newest(const struct ledger *ledger);

#endif
