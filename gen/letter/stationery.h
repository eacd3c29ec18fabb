/* stationery: what stands around a letter's text: letterhead, address, references,
 * footer. Floor 5. Owner: the job arena. */
#ifndef LETTER_STATIONERY_H
#define LETTER_STATIONERY_H

#include "letter/compose.h"
#include "letter/locale.h"

/* A sheet without subject and body. */
struct sheet *stationery_sheet(struct arena *job, const struct locale *locale,
			       const struct document *document);
/* Checks `defaults.page`; false after an error notice. */
bool stationery_check(struct arena *scratch, const struct ledger *ledger,
		      struct notices *notices);

#endif
