/* shelf: where the text of a template or partial comes from.
 * Floor 5. Owner: the book arena (files are copied there: their sources may be dropped).
 *
 * In this order: LEDGER/templates/<tag>/, LEDGER/templates/<language>/,
 * LEDGER/templates/, the carried letters of the tag, of its language, of English. */
#ifndef LETTER_SHELF_H
#define LETTER_SHELF_H

#include "diag/notice.h"

struct shelf {
	struct arena *arena;
	struct sources *sources;
	struct str folder; /* the ledger's; empty: carried files only */
	struct notices *notices;
};

/* `name` is a letter ("reminder-1") or a partial ("partials/closing"). NULL when there is
 * none, or after an error notice about a file that cannot be used. */
const struct source *shelf_find(const struct shelf *shelf, struct str tag,
				struct str name);
/* The partial whose name is nearest, the ledger's own or a carried one; or empty. */
struct str shelf_nearest_partial(const struct shelf *shelf, struct str tag,
				 struct str name);
/* The ledger's own locale, "templates/locales/<tag>.yaml", or NULL. */
const struct source *shelf_find_locale(const struct shelf *shelf, struct str tag);
/* Reports a template's file that is there and cannot be used; errno tells more. */
void shelf_blame(struct notices *notices, struct str path, enum source_fault fault);
/* Why a file of at most `most` bytes that is no text cannot be read, as a sentence's end.
 */
struct str shelf_reason(struct arena *arena, enum source_fault fault, size_t most);
/* Whether text may name a file below templates/: letters, digits, '-' and '_'. */
bool shelf_name_is_good(struct str name);

#endif
