/* fonts: the creditor's own fonts, read and admitted once and shared by all presses.
 * Floor 5. Owner: the book arena. */
#ifndef LETTER_FONTS_H
#define LETTER_FONTS_H

#include "base/digest.h"
#include "ledger/ledger.h"
#include "page/sheet.h"

struct fonts {
	const struct str *own; /* by face, the file's bytes; NULL: the carried family */
	struct digest digests[FACE__COUNT]; /* of the files */
};

/* Those named, from the open folder (below AT_FDCWD everything goes); a face that is not
 * named is the regular one. None where no regular one is named, and none after an error
 * notice: a file outside the folder, larger than LIMIT_FONT_BYTES, or not admitted. */
struct fonts fonts_read(struct arena *book, struct sources *sources, int folder,
			const struct fonts_named *named, struct notices *notices);

#endif
