/* check_digits: ISO 7064 MOD 97-10, as IBANs and RF references carry them.
 * Floor 2. Owner: values only. */
#ifndef LEDGER_CHECK_DIGITS_H
#define LEDGER_CHECK_DIGITS_H

#include "base/str.h"

/* `text`: capital letters and digits, at least 5, the check digits in the third and
 * fourth place. True when they agree with the rest. */
bool check_digits_agree(struct str text);
/* The two digits, 2 to 98, that make it so; those in their place are not looked at. */
unsigned check_digits_for(struct str text);

#endif
