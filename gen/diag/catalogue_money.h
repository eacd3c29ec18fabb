/* catalogue_money: what reckoning and escalation report (floors 3 and 4).
 * Floor 1. See catalogue.h for the form of a line. */
#ifndef DIAG_CATALOGUE_MONEY_H
#define DIAG_CATALOGUE_MONEY_H

#define NOTICES_MONEY(X) \
	X(PAYMENTS_STALE, "payments-stale", ERROR, \
	  "payments are known up to %.*s only, more than %d days before %.*s: letters stop", \
	  "Chasing somebody who has paid is the commonest harm of dunning, so letters are refused when the last day of `payments_to` is more than 7 days before the as-of date; statements are made. Read the bank, enter the payments and add the day. `--stale-ok` sends all the same.") \
	X(CHANNEL_NONE, "channel-none", WARNING, \
	  "letter '%.*s' cannot reach customer '%.*s': no channel fits", \
	  "A letter goes by the first channel of the customer's list that its stage allows and that the customer has an address for: an email address for email, a postal address for post. Here none is left. The letter is made all the same; how it is delivered is up to you.") \
	X(RATE_OUTDATED, "rate-outdated", ERROR, \
	  "a letter would claim interest on '%.*s', but rate table '%.*s' ends before %.*s", \
	  "The interest needs the rate of a half-year that the built-in table does not know yet, and more than 31 days of it have passed. Look up the rate and add the line that the help shows, with its percentage.") \
	X(AMOUNT_OVERFLOW, "amount-overflow", ERROR, \
	  "the sums of customer '%.*s' are too large to reckon", \
	  "Sums of money are kept in 64-bit minor units; this account exceeds them, which means an amount in it is wrong.") \
	X(INTERNAL_CONSERVATION, "internal-conservation", ERROR, \
	  "the sums of customer '%.*s' do not add up: a bug in collectgen", \
	  "After every reckoning the money that came in is compared with where it was put, and every invoice with what was settled of it. This account fails that test, so nothing is written. Please report it with the ledger, or the part of it that shows the fault.") \
	X(MONEY_UNALLOCATED, "money-unallocated", WARNING, \
	  "money of customer '%.*s' is not put on any invoice: %.*s %s", \
	  "Nothing open is left for this money, so it stands as credit: the next invoice takes it on its day of issue. If it belongs to another customer, correct the payment; if it is to go back, enter the refund as a negative payment.") \
	X(PAYMENT_SURPLUS, "payment-surplus", WARNING, \
	  "the payment names more than invoice '%.*s' owes: %.*s %s too much", \
	  "The amounts under `for` say exactly what goes where. What the invoice does not owe goes on as if it had not been named: to an agreed plan, then to the oldest open invoice, then to credit.") \
	X(REFUND_UNCOVERED, "refund-uncovered", WARNING, \
	  "customer '%.*s' is refunded %.*s %s more than its credit", \
	  "A refund uses up credit. This one is larger than the credit of its day, so the credit is below zero: the customer owes the difference.") \
	X(WRITE_OFF_EXCESS, "write-off-excess", ERROR, \
	  "the write-off is %.*s %s more than invoice '%.*s' has open", \
	  "A write-off lowers the open principal and cannot take more than that. Leave out `amount` to write off whatever is open on that day.") \
	X(EFFECTIVE_ABSENT, "effective-absent", WARNING, \
	  "invoice '%.*s' is credited in full and keeps interest up to the credit note", \
	  "The credit note lowers the invoice on the day it was issued, so interest ran until then. Where the invoice was wrong from the start, give the credit note an `effective` day: `effective: ` and the invoice's own date.") \
	X(PROMISE_BROKEN, "promise-broken", WARNING, \
	  "customer '%.*s' broke this promise", \
	  "The payments between `made` and `by` did not reach the amount promised, so the promise holds back no letter any more.") \
	X(CREDIT_LIMIT, "credit-limit", WARNING, \
	  "customer '%.*s' owes %.*s %s more than its credit limit", \
	  "The balance of the account is above the customer's `credit_limit`. Nothing is changed by it; think before you deliver more.") \
	X(POLICY_CURRENCY, "policy-currency", ERROR, \
	  "the amounts of policy '%.*s' are in %s, the invoice is in %s", \
	  "Fixed amounts (compensation, late charges, fees) are never converted. Extend the policy with `currency` and amounts of its own, and name that policy on the customer or the invoice.") \
	X(RATE_MISSING, "rate-missing", ERROR, "rate table '%.*s' has no rate for %.*s", \
	  "Interest by a reference rate needs an entry that begins on or before each day it is asked for. Add it under `rates:`.") \
	X(RATE_STALE, "rate-stale", WARNING, \
	  "rate table '%.*s' has no entry for the half-year from %.*s", \
	  "The built-in tables end with the last half-year known when this version was made; until the new rate is entered the last one is used. From the 32nd day of the half-year a letter that claims interest on it is refused.") \
	X(RATE_OLD, "rate-old", WARNING, \
	  "the rate of table '%.*s' in force is over 200 days old", \
	  "The entry of your own table that is used began more than 200 days ago. If the rate has not changed since, repeat it with a newer `from`.")

#endif
