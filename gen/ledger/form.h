/* form: texts whose field promises more than any text (schema.h, enum text_form).
 * Floor 2. Owner: nothing but notices. False: an error was made. */
#ifndef LEDGER_FORM_H
#define LEDGER_FORM_H

#include "ledger/reading.h"

bool form_check(struct reading *reading, const struct field *field,
		const struct node *node, struct str text);

#endif
