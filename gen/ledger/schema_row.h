/* schema_row: the short forms in which the tables of the language are written.
 * Floor 2. Owner: nothing; for the schema_*.c rooms alone. */
#ifndef LEDGER_SCHEMA_ROW_H
#define LEDGER_SCHEMA_ROW_H

#include "ledger/schema.h"

#define AT(type, member) (uint16_t) offsetof(struct type, member)
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define RECORD(called, type, table, ...) \
	{ \
		.name = (called), .size = sizeof(struct type), .fields = (table), \
		.count = COUNT(table), __VA_ARGS__ \
	}

#endif
