/* versions: the program, the libraries and the fonts that touch a document's bytes.
 * Floor 6. Owner: the arena given. */
#ifndef RUN_VERSIONS_H
#define RUN_VERSIONS_H

#include "letter/fonts.h"

/* Texts of the form "NAME VERSION"; collectgen itself is the first. */
struct versions {
	struct str *items;
	size_t count;
};

/* Those of this program, and the ledger's own fonts, if it has any; NULL: no ledger. */
struct versions versions_now(struct arena *arena, const struct fonts *fonts);
/* "1.0.0": collectgen's own, empty without any. */
struct str versions_program(const struct versions *versions);
/* Those a manifest states; none when the text is no manifest. */
struct versions versions_from_manifest(struct arena *arena, struct str text);
/* Without the ledger's own fonts. */
void versions_leave_own(struct versions *versions);
/* "libharu 2.3.0 became libharu 2.4.0, …"; empty when they are the same. */
struct str versions_difference(struct arena *arena, const struct versions *then,
			       const struct versions *now);

#endif
