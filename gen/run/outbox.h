/* outbox: the drafts of a run's e-mails, one a letter, for a person to look at and send.
 * Floor 6. Owner: the hand's arenas.
 *
 * outbox/<customer>/<as the letter>.eml; collectgen sends nothing. */
#ifndef RUN_OUTBOX_H
#define RUN_OUTBOX_H

#include "run/batch.h"
#include "run/reuse.h"

/* The draft of a letter whose PDF is in the run, taken over when neither has changed;
 * `document` receives its line for the manifest. False: a fault, told by batch_fault. */
bool outbox_write(struct hand *hand, const struct composed *composed,
		  const struct reuse *files, struct pen *pen,
		  struct batch_document *document);

/* The letter whose draft this is; empty when the path is no draft's. */
struct str outbox_letter(struct arena *arena, struct str path);

#endif
