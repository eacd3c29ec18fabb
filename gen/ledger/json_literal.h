/* json_literal: a value as the table writes it ("[30, 60, 90]", "net 30") as JSON.
 * Floor 2. Owner: nothing is kept. */
#ifndef LEDGER_JSON_LITERAL_H
#define LEDGER_JSON_LITERAL_H

#include "base/json.h"
#include "ledger/schema.h"

/* One value or a flow list of them, numbers and truths as the field's type has them. */
void json_literal_put(struct json *json, const struct field *field, const char *text);
/* "365", "3.75", "-5": digits with at most one point. */
bool json_literal_is_number(struct str text);

#endif
