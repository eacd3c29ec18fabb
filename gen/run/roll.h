/* roll: a manifest read back, line by line.
 * Floor 6. Owner: the arena given; lines are parts of the text. */
#ifndef RUN_ROLL_H
#define RUN_ROLL_H

#include "base/map.h"

#define ROLL_SEAL " \"seal\": \"" /* begins the last line of a manifest */

/* The paths of a manifest read back: path → its line (without the comma), in file order.
 * What is not such a manifest has none. */
struct map roll_documents(struct arena *arena, struct str text);
/* The same of its other files. */
struct map roll_files(struct arena *arena, struct str text);
/* What stands before the documents. */
struct str roll_head(struct str text);
/* Whether the text is as it was written: its last line is the digest of all above. */
bool roll_is_sealed(struct str text);
/* The number a text begins with, as bytes and pages are written. */
size_t roll_number(struct str text);
/* What a document's line says under a key, as it is written there, without quotes; empty
 * for null and for what it does not say. */
struct str roll_member(struct str line, const char *key);

#endif
