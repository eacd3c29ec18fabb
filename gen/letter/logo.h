/* logo: the creditor's logo, read once and shared by all documents.
 * Floor 5. Owner: the book arena. */
#ifndef LETTER_LOGO_H
#define LETTER_LOGO_H

#include "base/digest.h"
#include "ledger/ledger.h"
#include "page/sheet.h"

struct logo {
	const struct image *image; /* NULL: none */
	struct digest digest;	   /* of the file */
};

/* The creditor's, or none; also none after an error notice: a file outside the ledger's
 * folder, larger than LIMIT_LOGO_BYTES, or not to be printed. */
struct logo logo_read(struct arena *book, struct sources *sources, struct str folder,
		      const struct creditor *creditor, struct notices *notices);

#endif
