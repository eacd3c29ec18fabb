/* payment: how the customer is asked to pay: reference, link, account.
 * Floor 5. Owner: the arena given. */
#ifndef LETTER_PAYMENT_H
#define LETTER_PAYMENT_H

#include "letter/template.h"

/* The creditor's pay_url as a template; NULL without one or after an error notice. Its
 * names are reference, customer, amount and currency, percent-encoded. */
struct mustache *payment_parse_url(struct arena *book, struct sources *sources,
				   const struct creditor *creditor,
				   struct notices *notices);
/* That template filled in; empty without one. */
struct str payment_url(struct arena *arena, const struct mustache *url,
		       struct str reference, struct str customer, struct str amount,
		       struct str currency, struct notices *notices);
/* "GB82 WEST 1234 …" with no-break spaces: IBANs and RF references. */
struct str payment_iban(struct arena *arena, struct str iban);
/* What to quote, as a bank carries it: the number of the one invoice, or empty `number`:
 * for transfers in euro to an IBAN the RF reference of the customer's id, else the id. */
struct str payment_reference(struct arena *arena, const struct account *account,
			     struct str number);
/* What a bank's app reads (EPC069-12) to transfer `amount` ("1250.00") in euro. Empty
 * where that cannot be: another currency, no IBAN of a SEPA country, none or too much to
 * pay. */
struct str payment_epc(struct arena *arena, const struct account *account,
		       struct str reference, struct str amount);

#endif
