/* roll: a manifest read back, line by line.
 * Floor 6. Owner: the arena given; lines are parts of the text. */
#ifndef RUN_ROLL_H
#define RUN_ROLL_H

#include "base/map.h"

/* The paths of a manifest read back: path → its line (without the comma), in file order.
 * What is not such a manifest has none. */
struct map roll_documents(struct arena *arena, struct str text);
/* The same of its other files. */
struct map roll_files(struct arena *arena, struct str text);
/* What a document's line says under a key, as it is written there, without quotes; empty
 * for null and for what it does not say. */
struct str roll_member(struct str line, const char *key);

#endif
