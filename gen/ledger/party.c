#include "ledger/party.h"

#include "ledger/bank.h"
#include "ledger/policy.h"
#include "ledger/roll.h"

bool party_dates(struct reading *reading, struct span span, const char *early, date first,
		 const char *late, date last)
{
	if (first == DATE_NONE || last == DATE_NONE || first <= last)
		return true;
	struct notice *notice = NOTICE(reading->notices, DATES_ORDER, span, late, early);
	struct buf days = buf_new(reading->scratch, 0);
	buf_format(&days, "%s is ", early);
	date_put(&days, first);
	buf_format(&days, ", %s is ", late);
	date_put(&days, last);
	notice_help(reading->notices, notice, "%.*s: correct one of them",
		    STR_ARG(buf_str(&days)));
	return false;
}

void party_holds(struct reading *reading, struct hold *holds, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		party_dates(reading, holds[i].span, "since", holds[i].since, "until",
			    holds[i].until);
		if (holds[i].until == DATE_NONE)
			holds[i].until = DATE_LAST;
	}
}

/* With records and without a creditor a ledger can say nothing; where it may have been
 * lost, be silent. */
static void check_creditor(struct reading *reading)
{
	bool missing = reading->once[SECTION_CREDITOR].file == 0, needed = false;
	for (int i = 0; i < SECTION__COUNT; i++)
		needed |= reading->shelves[i].count > 0;
	if (!missing || !needed || reading->lost[SECTION_CREDITOR])
		return;
	struct notice *notice =
		NOTICE_PLAIN(reading->notices, CREDITOR_MISSING, ((struct span){1, 0}));
	notice_help(reading->notices, notice,
		    "add a section creditor: with name, address and country to any file");
}

static void inherit_name(struct name *own, const struct name *inherited,
			 struct str otherwise)
{
	if (own->text.len)
		return;
	*own = *inherited;
	if (own->text.len == 0)
		own->text = otherwise;
}

static void resolve_currency(struct reading *reading, struct customer *customer,
			     bool broken)
{
	const struct defaults *defaults = &reading->ledger->defaults;
	if (customer->currency)
		return;
	customer->currency = defaults->currency;
	if (customer->currency || broken || reading->lost[SECTION_DEFAULTS])
		return;
	struct notice *notice = NOTICE(reading->notices, CURRENCY_MISSING, customer->span,
				       "customer", STR_ARG(customer->id));
	notice_help(reading->notices, notice,
		    "add currency: GBP to 'defaults', or to the customer");
}

static void resolve_customer(struct reading *reading, struct customer *customer,
			     bool broken)
{
	const struct ledger *ledger = reading->ledger;
	const struct defaults *defaults = &ledger->defaults;
	if (customer->policy.text.len)
		policy_call(reading, &customer->policy, "customer");
	inherit_name(&customer->policy, &defaults->policy, STR("plain"));
	inherit_name(&customer->locale, &defaults->locale, STR("en-GB"));
	if (customer->country.len == 0)
		customer->country = ledger->creditor.country;
	if (customer->kind == KIND_NONE)
		customer->kind = defaults->kind;
	if (customer->channel.count == 0)
		customer->channel = defaults->channel;
	if (customer->channel.count == 0)
		customer->channel =
			(struct channel_list){{CHANNEL_EMAIL, CHANNEL_POST}, 2};
	resolve_currency(reading, customer, broken);
	party_holds(reading, customer->rare->holds, customer->rare->nholds);
}

void party_resolve(struct reading *reading)
{
	const struct shelf *customers = &reading->shelves[SECTION_CUSTOMERS];
	const struct name *policy = &reading->ledger->defaults.policy;
	check_creditor(reading);
	bank_check(reading);
	if (policy->text.len)
		policy_call(reading, policy, "'defaults'");
	for (size_t i = 0; i < customers->count; i++)
		resolve_customer(reading, customers->records[i], customers->broken[i]);
}

const struct policy *party_policy(struct reading *reading, const struct invoice *invoice)
{
	if (invoice->rare->policy_name.text.len)
		return policy_call(reading, &invoice->rare->policy_name, "invoice");
	return invoice->customer ? policy_find(reading, invoice->customer->policy.text)
				 : NULL;
}
