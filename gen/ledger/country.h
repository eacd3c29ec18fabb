/* country: the codes of countries that people write by their names.
 * Floor 2. Owner: static storage. */
#ifndef LEDGER_COUNTRY_H
#define LEDGER_COUNTRY_H

#include "base/str.h"

/* ISO 3166-1 alpha-2 of an English or own name, ignoring case; NULL: not among those that
 * are met most. For hints only. */
const char *country_code(struct str name);

#endif
