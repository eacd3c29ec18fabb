/* catalogue_money: what reckoning and escalation report (floors 3 and 4).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_MONEY_H
#define DIAG_CATALOGUE_MONEY_H

#define NOTICES_MONEY(X) \
	X(CHANNEL_NONE, "channel-none", WARNING, "letter '%.*s' cannot reach customer '%.*s': no channel fits", \
	  "A letter goes by the first channel of the customer's list that its stage allows and that the customer has an address for: an email address for email, a postal address for post. Here none is left. The letter is made all the same; how it is delivered is up to you.") \
	X(AMOUNT_OVERFLOW, "amount-overflow", ERROR, "the sums of customer '%.*s' are too large to reckon", \
	  "Sums of money are kept in 64-bit minor units; this account exceeds them, which means an amount in it is wrong.")

#endif
