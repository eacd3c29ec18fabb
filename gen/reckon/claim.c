#include "reckon/claim.h"

#include "reckon/deadline.h"
#include "reckon/movement.h"
#include "reckon/settle.h"
#include "reckon/trace.h"

/* What let a charge count: a logged letter, or `due`. */
struct cause {
	struct span span;
	int32_t stage; /* -1: none */
};

static void tell(const struct replay *r, const struct debt *debt, struct cause cause,
		 struct trace_step step)
{
	if (r->trace == NULL)
		return;
	step.date = r->today;
	step.invoice = debt->item.invoice;
	step.span = cause.span;
	step.stage = cause.stage;
	trace_tell(r->trace, &step);
}

/* From tomorrow on the charge counts; what is paid in full by tonight is never charged.
 */
static void claim(struct replay *r, struct debt *debt, enum charge charge,
		  struct cause cause)
{
	if (debt->item.charges[charge].claimed || debt->item.principal == 0)
		return;
	debt->item.charges[charge].claimed = true;
	if (charge == CHARGE_INTEREST)
		debt->accrual.claimed = true;
	set_put(&r->charged, debt->place, true);
	movement_post(r, debt, charge, r->today + 1, r->today);
	tell(r, debt, cause,
	     (struct trace_step){.kind = TRACE_CLAIMED, .charge = charge});
}

void claim_tell_waived(const struct replay *r, const struct debt *debt,
		       enum charge charge, struct span span, struct str reason)
{
	if (r->trace == NULL)
		return;
	money open = debt_accrued(debt, charge, r->today + 1) -
		     debt->item.charges[charge].paid;
	tell(r, debt, (struct cause){span, -1},
	     (struct trace_step){.kind = TRACE_WAIVED,
				 .charge = charge,
				 .reference = reason,
				 .amount = open > 0 ? open : 0});
}

void claim_waive(struct replay *r, struct debt *debt, const struct waive *waive)
{
	const bool what[CHARGE__COUNT] = {
		[CHARGE_COMPENSATION] = waive->compensation,
		[CHARGE_LATE] = waive->late_charges,
		[CHARGE_FEE] = waive->fees,
		[CHARGE_INTEREST] = waive->interest,
	};
	accrual_touch(&debt->accrual, r->today);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		if (what[c])
			claim_tell_waived(r, debt, c, waive->span, waive->reason);
	if (waive->interest)
		accrual_waive(&debt->accrual);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		debt->waived[c] = debt->waived[c] || what[c];
		if (what[c])
			movement_post(r, debt, c, r->today, r->today);
	}
	settle_mark(r, debt);
}

void claim_opening(struct replay *r, struct debt *debt)
{
	const struct opening *opening = &debt->item.invoice->rare->opening;
	if (debt->barred)
		return;
	set_put(&r->charged, debt->place, true);
	debt->opening_interest = opening->interest == MONEY_NONE ? 0 : opening->interest;
	if (opening->costs != MONEY_NONE)
		debt->fees = money_add(debt->fees, opening->costs, &r->overflow);
	movement_post(r, debt, CHARGE_INTEREST, r->today, r->today);
	movement_post(r, debt, CHARGE_FEE, r->today, r->today);
	const struct cause cause = {opening->span, -1};
	tell(r, debt, cause,
	     (struct trace_step){.kind = TRACE_OPENING,
				 .charge = CHARGE_INTEREST,
				 .amount = debt->opening_interest});
	tell(r, debt, cause,
	     (struct trace_step){
		     .kind = TRACE_OPENING,
		     .charge = CHARGE_FEE,
		     .amount = opening->costs == MONEY_NONE ? 0 : opening->costs});
	settle_mark(r, debt);
}

void claim_overdue(struct replay *r, struct debt *debt)
{
	if (debt->item.principal == 0)
		return;
	const struct cause cause = {debt->item.policy->span, -1};
	accrual_touch(&debt->accrual, r->today);
	debt->overdue = true;
	tell(r, debt, (struct cause){debt->item.invoice->span, -1},
	     (struct trace_step){.kind = TRACE_OVERDUE, .left = debt->item.principal});
	if (debt->band != NULL)
		tell(r, debt, (struct cause){debt->band->span, -1},
		     (struct trace_step){.kind = TRACE_COMPENSATED,
					 .charge = CHARGE_COMPENSATION,
					 .amount = debt->compensation});
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		if (debt->item.charges[c].claim == CLAIM_DUE)
			claim(r, debt, c, cause);
	settle_mark(r, debt);
}

static void mark_stage(struct replay *r, struct debt *debt, const struct log_entry *entry)
{
	struct item *item = &debt->item;
	if (entry->stage < item->done)
		return;
	item->done = entry->stage;
	item->done_on = entry->date;
	item->deadline =
		deadline_from_stage(&item->policy->stages[entry->stage], entry->date);
	tell(r, debt, (struct cause){entry->span, entry->stage},
	     (struct trace_step){.kind = TRACE_LETTER});
}

/* A letter sent before the day it is due asks for no interest before that day. */
static void start(struct replay *r, struct debt *debt, const struct log_entry *entry)
{
	date due = debt->item.invoice->due;
	accrual_start(&debt->accrual, (entry->date > due ? entry->date : due) + 1);
	tell(r, debt, (struct cause){entry->span, entry->stage},
	     (struct trace_step){.kind = TRACE_STARTED});
}

static void claim_all(struct replay *r, struct debt *debt, const struct log_entry *entry)
{
	const struct starts *starts = &debt->item.policy->interest.starts;
	accrual_touch(&debt->accrual, r->today);
	if (starts->stage >= 0 && starts->stage == entry->stage &&
	    debt->accrual.first == DATE_NONE)
		start(r, debt, entry);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		int32_t from = debt->item.charges[c].claim;
		if (from >= 0 && from <= entry->stage)
			claim(r, debt, c, (struct cause){entry->span, entry->stage});
	}
}

/* Rule 11: a logged fee wins over the policy's fixed amount; `max_fees` caps the sum. */
static void charge_fee(struct replay *r, struct debt *debt, const struct log_entry *entry)
{
	const struct policy *policy = debt->item.policy;
	const struct fee_rule *rule = &policy->stages[entry->stage].fee;
	money fee = entry->rare->fee;
	if (fee == MONEY_NONE)
		fee = rule->span.file != 0 ? rule->amount : 0; /* fixed: see log-fee */
	money stated = fee;
	if (policy->max_fees != MONEY_NONE) {
		money room = policy->max_fees - debt->fees;
		fee = room < fee ? room : fee;
	}
	if (debt->barred || fee <= 0)
		return;
	set_put(&r->charged, debt->place, true);
	debt->fees = money_add(debt->fees, fee, &r->overflow);
	movement_post(r, debt, CHARGE_FEE, r->today + 1, r->today);
	tell(r, debt, (struct cause){entry->span, entry->stage},
	     (struct trace_step){.kind = TRACE_FEE,
				 .charge = CHARGE_FEE,
				 .amount = fee,
				 .left = stated});
}

void claim_letter(struct replay *r, const struct log_entry *entry)
{
	struct debt *oldest = NULL;
	for (size_t i = 0; i < entry->invoice_names.count; i++) {
		struct debt *debt = debt_find(r->debts, r->ndebts, entry->invoices[i]);
		mark_stage(r, debt, entry);
		if (!debt->issued)
			continue;
		claim_all(r, debt, entry);
		settle_mark(r, debt);
		if (oldest == NULL || debt->place < oldest->place)
			oldest = debt;
	}
	if (oldest == NULL)
		return;
	charge_fee(r, oldest, entry);
	settle_mark(r, oldest);
}
