/* deadline: the last day to pay that a letter names (rule 16).
 * Floor 3. Owner: values only. */
#ifndef RECKON_DEADLINE_H
#define RECKON_DEADLINE_H

#include "ledger/ledger.h"

/* deadline(stage) of rule 16 for a letter of that day: delivery and deadline days on,
 * moved off Saturday and Sunday to Monday; DATE_NONE when the stage has no deadline. */
date deadline_from_stage(const struct stage *stage, date sent);

#endif
