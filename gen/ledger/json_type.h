/* json_type: what one value of a field may be, in the keywords of JSON Schema.
 * Floor 2. Owner: nothing is kept. */
#ifndef LEDGER_JSON_TYPE_H
#define LEDGER_JSON_TYPE_H

#include "base/json.h"
#include "ledger/schema.h"

/* The members that describe a value (one of them where the field takes a list): type,
 * pattern, bounds, words. The caller opens and closes. Not for records and currencies. */
void json_type_put(struct json *json, const struct field *field);
/* The members for a mapping's keys: an id. */
void json_type_put_id(struct json *json);

#endif
