/* policy: drafts become policies: `extends`, defaults, names to stages.
 * Floor 2. Owner: policies live in the book, their trees on the desk.
 *
 * Policies the program carries (templates/policies/) are read by the same reader, and
 * only those that are named. */
#ifndef LEDGER_POLICY_H
#define LEDGER_POLICY_H

#include "ledger/reading.h"

/* The policy of that name, the user's before a carried one, resolved; NULL when there is
 * none (no notice) or when it is broken (a notice was made). */
const struct policy *policy_find(struct reading *reading, struct str name);
/* The same with a notice for an unknown name; `who` names it: "customer". */
const struct policy *policy_call(struct reading *reading, const struct name *name,
				 const char *who);
/* Resolves all the user's policies and puts those found so far into the ledger, by name.
 */
void policy_resolve_all(struct reading *reading);
void policy_freeze(struct reading *reading);

/* True when anything but principal can come of it. */
bool policy_charges(const struct policy *policy);
/* True when it holds amounts that would charge: they have its currency (rule 13). */
bool policy_has_amounts(const struct policy *policy);

#endif
