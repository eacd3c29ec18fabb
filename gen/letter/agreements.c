#include "letter/agreements.h"

static void fill_numbers(const struct fill *fill, struct value *record,
			 const struct invoice *const *invoices, size_t count)
{
	struct str *numbers = ARENA_ARRAY(fill->arena, struct str, count);
	for (size_t i = 0; i < count; i++)
		numbers[i] = invoices[i]->number;
	fill_text(fill, record, STR("numbers"),
		  format_list(fill->arena, fill->locale, numbers, count));
}

/* ---- instalments ---- */

static enum caption state_of(const struct instalment *instalment, money paid, date late)
{
	if (paid >= instalment->amount)
		return CAPTION_INSTALMENT_PAID;
	return instalment->due < late ? CAPTION_INSTALMENT_LATE : CAPTION_INSTALMENT_OPEN;
}

/* What was paid on the plan covers its instalments one after the other. */
static struct value *instalments(const struct fill *fill,
				 const struct plan_status *status)
{
	struct value *list = value_list(fill->arena);
	money left = status->paid;
	date late = fill->account->as_of - status->plan->grace_days;
	for (size_t i = 0; i < status->ninstalments; i++) {
		const struct instalment *instalment = &status->instalments[i];
		money paid = left < instalment->amount ? left : instalment->amount;
		enum caption state = state_of(instalment, paid, late);
		struct value *record = value_record(fill->arena);
		left -= paid;
		fill_date(fill, record, STR("due"), instalment->due);
		fill_money(fill, record, STR("amount"), instalment->amount);
		fill_money(fill, record, STR("paid"), paid);
		fill_money(fill, record, STR("open"), instalment->amount - paid);
		fill_text(fill, record, STR("state"), fill->locale->captions[state]);
		fill_truth(fill, record, STR("late"), state == CAPTION_INSTALMENT_LATE);
		value_push(list, record);
	}
	return list;
}

/* ---- plans ---- */

static money total_of(const struct plan_status *status)
{
	bool overflow = false; /* the replay has added them up before */
	money total = 0;
	for (size_t i = 0; i < status->ninstalments; i++)
		total = money_add(total, status->instalments[i].amount, &overflow);
	return total;
}

static void push_plan(const struct fill *fill, struct value *list,
		      const struct plan_status *status)
{
	const struct plan *plan = status->plan;
	static const enum caption states[PLAN_STATE__COUNT] = {
		[PLAN_KEPT] = CAPTION_PLAN_KEPT,
		[PLAN_BROKEN] = CAPTION_PLAN_BROKEN,
		[PLAN_DONE] = CAPTION_PLAN_DONE,
	};
	money total = total_of(status);
	money paid = status->paid < total ? status->paid : total;
	struct value *record = value_record(fill->arena);
	fill_date(fill, record, STR("agreed"), plan->agreed);
	fill_text(fill, record, STR("state"),
		  fill->locale->captions[states[status->state]]);
	fill_date(fill, record, STR("broken"), status->broken);
	fill_date(fill, record, STR("done"), status->done);
	fill_numbers(fill, record, plan->invoices, plan->invoice_names.count);
	fill_money(fill, record, STR("total"), total);
	fill_money(fill, record, STR("paid"), paid);
	fill_money(fill, record, STR("open"), total - paid);
	value_set(fill->arena, record, STR("instalments"), instalments(fill, status));
	value_push(list, record);
}

/* A plan that was paid in full is shown once more, in the month in which it was. */
static bool is_past(const struct plan_status *status, date as_of)
{
	struct civil civil = civil_from_date(as_of);
	date first = date_from_civil(civil.year, civil.month, 1);
	return status->state == PLAN_DONE && status->done < first;
}

static void fill_plans(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct value *list = value_list(fill->arena);
	for (size_t i = 0; i < account->nplans; i++)
		if (!is_past(&account->plans[i], account->as_of))
			push_plan(fill, list, &account->plans[i]);
	value_set(fill->arena, fill->view, STR("plans"), list);
	fill_truth(fill, fill->any, STR("plans"), list->first != NULL);
}

/* ---- promises ---- */

static enum caption promise_caption(enum promise_state state)
{
	static const enum caption captions[PROMISE_STATE__COUNT] = {
		[PROMISE_RUNNING] = CAPTION_PROMISE_RUNNING,
		[PROMISE_KEPT] = CAPTION_PROMISE_KEPT,
		[PROMISE_BROKEN] = CAPTION_PROMISE_BROKEN,
	};
	return captions[state];
}

static void push_promise(const struct fill *fill, struct value *list,
			 const struct promise_status *status)
{
	const struct promise *promise = status->promise;
	struct value *record = value_record(fill->arena);
	fill_date(fill, record, STR("made"), promise->made);
	fill_date(fill, record, STR("by"), promise->by);
	fill_money(fill, record, STR("amount"), promise->amount);
	fill_numbers(fill, record, promise->invoices, promise->invoice_names.count);
	fill_text(fill, record, STR("state"),
		  fill->locale->captions[promise_caption(status->state)]);
	fill_truth(fill, record, STR("broken"), status->state == PROMISE_BROKEN);
	value_push(list, record);
}

static void fill_promises(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct value *list = value_list(fill->arena);
	for (size_t i = 0; i < account->npromises; i++)
		push_promise(fill, list, &account->promises[i]);
	value_set(fill->arena, fill->view, STR("promises"), list);
}

void agreements_fill(const struct fill *fill)
{
	fill_plans(fill);
	fill_promises(fill);
}
