/* json_schema: the ledger language as a JSON Schema (draft-07), for editors.
 * Floor 2. Owner: the buffer's arena.
 *
 * Made from the table that reads the ledger (schema.h). A schema sees one file and the
 * values a YAML reader made of it, so it accepts whatever the ledger's own reader
 * accepts, be it read as text, number or truth, and leaves names, sums and days to
 * `check`. */
#ifndef LEDGER_JSON_SCHEMA_H
#define LEDGER_JSON_SCHEMA_H

#include "base/str.h"

/* The whole schema, ending with a line feed: a line for each section, record and field.
 */
void json_schema_put(struct buf *out);

#endif
