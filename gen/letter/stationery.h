/* stationery: what stands around a letter's text: letterhead, address, references,
 * footer. Floor 5. Owner: the job arena. */
#ifndef LETTER_STATIONERY_H
#define LETTER_STATIONERY_H

#include "letter/compose.h"
#include "letter/locale.h"

/* A sheet without subject and body. */
struct sheet *stationery_sheet(struct arena *job, const struct locale *locale,
			       const struct document *document);
/* The lines of a customer's address; the country when it is not the creditor's, `home`.
 */
struct text_line *stationery_address(struct arena *arena, const struct locale *locale,
				     const struct customer *customer, struct str home);
/* The page profile of that name; NULL for an empty name, and after an error notice. */
const struct profile *stationery_page(struct arena *scratch, struct str name,
				      struct span span, struct notices *notices);

#endif
