#include "reckon/replay.h"

#include "reckon/allocate.h"
#include "reckon/claim.h"
#include "reckon/event.h"
#include "reckon/movement.h"
#include "reckon/plan.h"
#include "reckon/promise.h"
#include "reckon/purse.h"
#include "reckon/settle.h"
#include "reckon/trace.h"

static void tell(const struct replay *r, enum trace_kind kind, const struct debt *debt,
		 struct span span, struct str reason, money amount)
{
	if (r->trace != NULL)
		trace_tell(r->trace, &(struct trace_step){.kind = kind,
							  .date = r->today,
							  .invoice = debt->item.invoice,
							  .span = span,
							  .reference = reason,
							  .amount = amount});
}

static void issue(struct replay *r, struct debt *debt)
{
	debt->issued = true;
	if (debt->barred)
		tell(r, TRACE_BARRED, debt, debt->item.invoice->customer->span, STR(""),
		     0);
	r->sums.invoiced = money_add(r->sums.invoiced, debt->item.amount, &r->overflow);
	movement_add(r, &(struct movement){.date = r->today,
					   .kind = MOVEMENT_INVOICE,
					   .number = debt->item.invoice->number,
					   .amount = debt->item.amount,
					   .span = debt->item.invoice->span});
	settle_mark(r, debt);
	purse_release(r, debt);
}

/* All invoices of a day, first what is held for each, then credit (rule 3). */
static size_t issue_day(struct replay *r, const struct event *events, size_t count)
{
	size_t end = 0;
	while (end < count && events[end].kind == EVENT_INVOICE &&
	       events[end].date == events[0].date)
		issue(r, events[end++].debt);
	for (size_t i = 0; i < end; i++)
		purse_use(r, events[i].debt);
	return end;
}

static void dispute(struct replay *r, struct debt *debt, const struct dispute *dispute,
		    int sign)
{
	struct accrual *a = &debt->accrual;
	accrual_touch(a, r->today);
	if (dispute->amount == MONEY_NONE)
		a->whole += sign;
	else
		a->disputed =
			money_add(a->disputed, sign * dispute->amount, &r->overflow);
	tell(r, sign > 0 ? TRACE_DISPUTED : TRACE_AGREED, debt, dispute->span,
	     dispute->reason,
	     dispute->amount == MONEY_NONE ? debt->item.principal : dispute->amount);
	settle_mark(r, debt);
}

static void replay_event(struct replay *r, const struct event *event)
{
	switch (event->kind) {
	case EVENT_WAIVE:
		claim_waive(r, event->debt, event->record);
		break;
	case EVENT_OPENING:
		claim_opening(r, event->debt);
		break;
	case EVENT_DISPUTE_END:
		dispute(r, event->debt, event->record, -1);
		break;
	case EVENT_DISPUTE:
		dispute(r, event->debt, event->record, 1);
		break;
	case EVENT_PLAN:
		plan_start(r, &r->plans[event->place]);
		break;
	case EVENT_PROMISE:
		promise_start(r, &r->promises[event->place]);
		break;
	case EVENT_CREDIT_NOTE:
		allocate_credit_note(r, event);
		break;
	case EVENT_WRITE_OFF:
		allocate_write_off(r, event);
		break;
	case EVENT_DIVIDE:
		plan_divide(r, &r->plans[event->place]);
		break;
	case EVENT_PAYMENT:
		allocate_payment(r, event);
		break;
	case EVENT_REFUND:
		allocate_refund(r, event->record);
		break;
	case EVENT_INSTALMENT:
		plan_check(r, &r->plans[event->place], event->part);
		break;
	case EVENT_OVERDUE:
		claim_overdue(r, event->debt);
		break;
	case EVENT_LOG:
		claim_letter(r, event->record);
		break;
	case EVENT_PROMISE_END:
		promise_end(r, &r->promises[event->place]);
		break;
	case EVENT_MONTH_END:
		movement_end_month(r);
		break;
	case EVENT_INVOICE: /* GCOVR_EXCL_LINE: whole days at once: issue_day */
	case EVENT_KIND__COUNT:
		break; /* GCOVR_EXCL_LINE: never in the list */
	}
}

void replay_run(struct replay *r, const struct account_key *key)
{
	struct event_list list = event_list_new(r, key);
	for (size_t at = 0; at < list.count;) {
		const struct event *event = &list.items[at];
		r->today = event->date;
		if (event->kind == EVENT_INVOICE) {
			at += issue_day(r, event, list.count - at);
			continue;
		}
		replay_event(r, event);
		at++;
	}
	r->today = r->as_of;
}
