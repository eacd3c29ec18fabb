/* json_field: a field of the table as a property of a JSON Schema, and names of records.
 * Floor 2. Owner: the buffer's arena. */
#ifndef LEDGER_JSON_FIELD_H
#define LEDGER_JSON_FIELD_H

#include "base/json.h"
#include "ledger/schema.h"

/* Its key and all that is known of it: meaning, form, standard, example. */
void json_field_put(struct json *json, const struct field *field);
/* Where the record is described, below `definitions`: "a bank account" → "bank-account".
 */
char *json_field_definition(struct arena *arena, const struct record *record);
/* {"$ref": "#/definitions/bank-account"} */
void json_field_reference(struct json *json, const struct record *record);
/* The member that allows the record or a list of it. */
void json_field_one_or_list(struct json *json, const struct record *record);

#endif
