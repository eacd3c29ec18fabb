/* begin: an account before its first day.
 * Floor 3. Owner: the arena given; records are borrowed from the ledger. */
#ifndef RECKON_BEGIN_H
#define RECKON_BEGIN_H

#include "reckon/replay.h"

/* A new replay over the key's invoices, plans and promises; nothing is replayed yet. */
struct replay *begin_replay(struct arena *arena, const struct account_key *key,
			    struct account *account, const struct trace *trace,
			    struct notices *notices);

#endif
