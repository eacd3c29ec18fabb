/* view: one document's money facts as the values its template sees.
 * Floor 5. Owner: the job arena; texts of the ledger are borrowed. */
#ifndef LETTER_VIEW_H
#define LETTER_VIEW_H

#include "letter/fill.h"

/* Up to which day payments are included: the last of the creditor's days ≤ A, A itself if
 * all are later or none is given. */
date view_payments_to(const struct ledger *ledger, date as_of);

/* Holds exactly the names of names.h. `title` is the template's. */
struct value *view_build(struct arena *job, const struct templates *templates,
			 const struct document *document, struct str title,
			 struct notices *notices);

#endif
