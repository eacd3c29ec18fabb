#include "ledger/journal.h"

#include "base/near.h"
#include "ledger/event.h"
#include "ledger/roll.h"

static int32_t stage_index(const struct policy *policy, struct str name)
{
	for (size_t i = 0; i < policy->nstages; i++)
		if (str_equal(policy->stages[i].name, name))
			return (int32_t)i;
	for (size_t i = 0; i < policy->nstages; i++)
		for (size_t k = 0; k < policy->stages[i].was.count; k++)
			if (str_equal(policy->stages[i].was.items[k], name))
				return (int32_t)i;
	return -1;
}

static void report_stage(struct reading *reading, const struct log_entry *entry,
			 const struct policy *policy)
{
	struct str name = str_from_c(entry->stage_name);
	struct notice *notice =
		NOTICE(reading->notices, STAGE_UNKNOWN, PLACE_OF(entry, stage_at),
		       STR_ARG(name), STR_ARG(policy->name));
	struct near near = near_new(reading->scratch, name);
	struct buf known = buf_new(reading->scratch, 0);
	for (size_t i = 0; i < policy->nstages; i++) {
		near_offer(&near, policy->stages[i].name);
		buf_format(&known, "%s%.*s", i ? ", " : "",
			   STR_ARG(policy->stages[i].name));
	}
	if (near.best.len)
		notice_help(reading->notices, notice, "did you mean '%.*s'?",
			    STR_ARG(near.best));
	else if (policy->nstages)
		notice_help(
			reading->notices, notice,
			"its stages are %.*s; or add was: [%.*s] to the one it became",
			STR_ARG(buf_str(&known)), STR_ARG(name));
	else
		notice_help(reading->notices, notice, "the policy has no stages at all");
}

/* A computed fee must be logged: nobody could work it out again (rule 11). */
static void check_fee(struct reading *reading, const struct log_entry *entry,
		      const struct stage *stage)
{
	bool computed = stage->fee.span.file &&
			(stage->fee.percent != RATE_NONE || stage->fee.bands.count);
	if (!computed || entry->rare->fee != MONEY_NONE)
		return;
	struct notice *notice = NOTICE(reading->notices, LOG_FEE,
				       PLACE_OF(entry, stage_at), STR_ARG(stage->name));
	notice_help(reading->notices, notice,
		    "add fee: and the amount the letter charged, or fee: 0.00");
}

/* The policy its invoices share, or NULL (a notice was made, here or at the invoice). */
static const struct policy *shared_policy(struct reading *reading,
					  const struct log_entry *entry)
{
	const struct invoice *first = NULL;
	for (size_t i = 0; i < entry->invoice_names.count; i++) {
		const struct invoice *invoice = entry->invoices[i];
		if (!invoice || !invoice->policy)
			return NULL;
		if (!first)
			first = invoice;
		if (invoice->policy == first->policy)
			continue;
		struct notice *notice =
			NOTICE(reading->notices, INVOICES_MIXED,
			       entry->invoice_names.items[i].span, STR_ARG(first->number),
			       STR_ARG(invoice->number), "log entry", "policy");
		notice_help(reading->notices, notice,
			    "write one log entry for each policy");
		return NULL;
	}
	return first ? first->policy : NULL;
}

static void report_invoices(struct reading *reading, const struct log_entry *entry)
{
	struct notice *notice =
		NOTICE(reading->notices, LOG_INVOICES, PLACE_OF(entry, stage_at),
		       STR_ARG(str_from_c(entry->stage_name)));
	notice_help(reading->notices, notice,
		    "add invoices: and the numbers the letter was about");
}

static void resolve(struct reading *reading, struct log_entry *entry, bool broken)
{
	entry->stage = -1;
	entry->customer =
		roll_call_passing(reading, SECTION_CUSTOMERS, entry->customer_name,
				  PLACE_OF(entry, customer_at), "log entry");
	entry->invoices = event_invoices(reading, &entry->invoice_names, "log entry");
	bool staged = entry->stage_name != NULL;
	if (staged && entry->invoice_names.count == 0 && !broken)
		report_invoices(reading, entry);
	bool shared = event_share(reading, "log entry", entry->customer,
				  &entry->invoice_names, entry->invoices);
	if (!staged || !shared)
		return;
	const struct policy *policy = shared_policy(reading, entry);
	if (!policy)
		return;
	entry->stage = stage_index(policy, str_from_c(entry->stage_name));
	if (entry->stage < 0)
		report_stage(reading, entry, policy);
	else if (!broken)
		check_fee(reading, entry, &policy->stages[entry->stage]);
}

void journal_resolve(struct reading *reading)
{
	const struct shelf *log = &reading->shelves[SECTION_LOG];
	struct arena_mark mark = arena_mark(reading->scratch);
	for (size_t i = 0; i < log->count; i++) {
		resolve(reading, log->records[i], log->broken[i]);
		arena_rewind(reading->scratch, mark);
	}
}
