#include "reckon/late.h"

#include "reckon/trace.h"

#define MILLION 1000000

/* `completed`: due + k months; `started`: the day after. */
static date day_of(const struct accrual *a, int32_t months)
{
	date day = date_add_months(a->due, months);
	return a->late_rule->counts == COUNTS_COMPLETED ? day : day + 1;
}

static money part_of(money amount, ppm rate, bool *overflow)
{
	return money_from_wide(round_half_away((wide)amount * rate, MILLION), overflow);
}

static money once(const struct accrual *a, money base)
{
	const struct late_charge_rule *rule = a->late_rule;
	if (rule->percent != RATE_NONE)
		return part_of(base, rule->percent, a->overflow);
	return rule->amount;
}

static void tell(const struct accrual *a, money base, money amount)
{
	if (a->trace == NULL || a->dry)
		return;
	trace_tell(a->trace, &(struct trace_step){.kind = TRACE_LATE,
						  .date = a->late_on,
						  .invoice = a->invoice,
						  .span = a->late_rule->span,
						  .amount = amount,
						  .left = base,
						  .charge = CHARGE_LATE});
}

static void keep(struct accrual *a, money base, money amount)
{
	if (a->dry || amount == 0)
		return;
	struct late_part *part = ARENA_NEW(a->arena, struct late_part);
	*part = (struct late_part){a->late_on, base, amount, NULL};
	if (a->late_parts)
		*a->late_last = part;
	else
		a->late_parts = part;
	a->late_last = &part->next;
}

/* One month's charge, at most what `max_percent` leaves. */
static void charge(struct accrual *a, money base)
{
	const struct late_charge_rule *rule = a->late_rule;
	money before = a->late;
	a->late = money_add(a->late, once(a, base), a->overflow);
	if (rule->max_percent != RATE_NONE) {
		money most = part_of(a->gross, rule->max_percent, a->overflow);
		a->late = a->late < most ? a->late : most;
	}
	tell(a, base, a->late - before);
	keep(a, base, a->late - before);
}

void late_begin(struct accrual *a)
{
	a->late_on = DATE_LAST;
	if (a->late_rule == NULL)
		return;
	a->lates = a->late_rule->counts == COUNTS_COMPLETED ? 1 : 0;
	a->late_on = day_of(a, a->lates);
}

void late_run(struct accrual *a, money base, date from, date to)
{
	while (a->late_on < to) {
		if (base > 0 && a->late_on >= from && a->late_on >= a->counted)
			charge(a, base);
		a->late_on = day_of(a, ++a->lates);
	}
}
