#include "letter/late_list.h"

struct lates {
	struct value *list;
	money run, paid;
};

static void push(const struct fill *fill, struct lates *lates, const struct item *item,
		 const struct late_part *part)
{
	ppm rate = item->policy->late_charge.percent;
	struct arena *arena = fill->arena;
	struct value *record = value_record(arena);
	fill_text(fill, record, STR("invoice"), item->invoice->number);
	fill_date(fill, record, STR("date"), part->on);
	value_set(arena, record, STR("rate"),
		  rate == RATE_NONE ? value_empty(arena)
				    : value_from_rate(arena, fill->locale, rate));
	fill_money(fill, record, STR("base"), part->base);
	fill_money(fill, record, STR("amount"), part->amount);
	value_push(lates->list, record);
}

static void add(const struct fill *fill, struct lates *lates,
		const struct letter_line *line)
{
	const struct item *item = line->item;
	if (line->charges[CHARGE_LATE] <= 0)
		return;
	for (const struct late_part *part = item->lates; part; part = part->next)
		push(fill, lates, item, part);
	lates->run += item->charges[CHARGE_LATE].accrued;
	lates->paid += item->charges[CHARGE_LATE].paid;
}

void late_list_fill(const struct fill *fill)
{
	const struct letter *letter = fill->letter;
	struct value *view = fill->view;
	struct lates lates = {.list = value_list(fill->arena)};
	for (size_t i = 0; letter && i < letter->nlines; i++)
		add(fill, &lates, &letter->lines[i]);
	bool any = lates.list->first != NULL;
	/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): any is of a letter */
	ppm most = any ? letter->policy->late_charge.max_percent : RATE_NONE;
	value_set(fill->arena, view, STR("late"), lates.list);
	fill_truth(fill, fill->any, STR("late"), any);
	fill_money(fill, view, STR("late_run"), any ? lates.run : MONEY_NONE);
	fill_money(fill, view, STR("late_paid"), lates.paid ? lates.paid : MONEY_NONE);
	value_set(fill->arena, view, STR("late_most"),
		  most == RATE_NONE ? value_empty(fill->arena)
				    : value_from_rate(fill->arena, fill->locale, most));
}
