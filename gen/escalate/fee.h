/* fee: what a letter itself costs (rule 11), and who may be asked for it (rules 12, 13).
 * Floor 4, money wing. Owner: values only. */
#ifndef ESCALATE_FEE_H
#define ESCALATE_FEE_H

#include "reckon/account.h"

/* The fee of a rule on `sum` [minor], the undisputed principal that advances: a fixed
 * amount, a percentage or marginal bands, rounded once, then held between min and max. */
money fee_from_rule(const struct fee_rule *rule, money sum, bool *overflow);

/* The same for a letter of `stage` whose fee would belong to `oldest`: nothing where rule
 * 13 bars it, where the policy's amounts are in another currency or where the invoice's
 * fees are waived, and at most what `max_fees` leaves on that invoice. */
money fee_of_letter(const struct account *account, const struct item *oldest,
		    const struct stage *stage, money sum, bool *overflow);

/* True when the policy's amounts are in the account's currency (rule 13). */
bool fee_currency_fits(const struct account *account, const struct policy *policy);

#endif
