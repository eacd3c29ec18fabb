/* trigger: where each invoice of an account stands in its sequence today.
 * Floor 4, money wing. Owner: the arena given. */
#ifndef ESCALATE_TRIGGER_H
#define ESCALATE_TRIGGER_H

#include "escalate/letter.h"

/* Days overdue by rule 2; 0 or less: not overdue. */
int32_t trigger_overdue(const struct item *item, date as_of);

/* One progress an item, in the account's order (rules 15–17, 19). */
struct progress *trigger_list(struct arena *arena, const struct account *account);

#endif
