/* terms: when an invoice falls due, in the words people use.
 * Floor 2. Owner: values; the text is borrowed.
 *
 *   net 30 · due on receipt · 30 days end of month · end of month + 10 · 2/10 net 30
 *
 * Upper and lower case are the same, blanks may be wider. */
#ifndef LEDGER_TERMS_H
#define LEDGER_TERMS_H

#include "ledger/ledger.h"

/* False when the text is none of these; days go up to 3660, the discount is below 100 %.
 */
bool terms_from_str(struct str text, struct terms *terms);
/* The due day of something issued on that day. `30 days end of month` counts the days,
 * then goes to that month's end; `end of month + 10` goes to the month's end, then
 * counts. */
date terms_due(const struct terms *terms, date issued);
/* The small phrases of policies: `due`, `due + 30` or a stage; `2 days`, `2 working
 * days`. */
bool terms_starts(struct str text, struct starts *starts);
bool terms_delivery(struct str text, int32_t *days, bool *working);

#endif
