/* bundle: a run's documents in one file for the printer, and a list for the envelopes.
 * Floor 6. Owner: the arena given.
 *
 * bundle/post.pdf has the documents that go by post, page after page in the order they
 * are to be posted: by country (the creditor's own first), by the last line of the
 * address, where the town stands, then by customer; a customer's letters come before the
 * statements. bundle/post.csv says on which pages each document is, whose it is, where it
 * goes, and how many sheets go into its envelope: one envelope a customer. */
#ifndef RUN_BUNDLE_H
#define RUN_BUNDLE_H

#include "run/batch.h"
#include "run/pen.h"

/* Writes both for a channel and adds them to the manifest; nothing when no document goes
 * that way. False: the pen has a fault. */
bool bundle_write(const struct batch *batch, enum channel channel, struct pen *pen,
		  struct manifest *manifest);

#endif
