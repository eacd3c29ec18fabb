/* cover: what goes with a letter that is not the letter: the text of an e-mail it is
 * attached to, and a line to say on the telephone.
 * Floor 5. Owner: the job arena.
 *
 * Both are templates like the letters: `email.md` and `call.md`, in the customer's
 * language, with the same values; plain text, no Markdown. */
#ifndef LETTER_COVER_H
#define LETTER_COVER_H

#include "letter/compose.h"

/* `name` is COVER_EMAIL or COVER_CALL. Prepared by templates_new. Empty after an error
 * notice. */
#define COVER_EMAIL STR("email")
#define COVER_CALL STR("call")
struct cover {
	struct str subject; /* empty: the template has none */
	struct str text;
};
struct cover cover_text(struct arena *job, const struct templates *templates,
			const struct document *document, struct str name,
			struct str title, struct notices *notices);
/* The customer's postal address, line by line as it stands on a letter. */
struct text_line *cover_address(struct arena *job, const struct templates *templates,
				const struct ledger *ledger,
				const struct customer *customer);

#endif
