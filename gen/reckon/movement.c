#include "reckon/movement.h"

#include <stdlib.h>

static int by_day(const void *a, const void *b)
{
	const struct movement *x = a, *y = b;
	if (x->date != y->date)
		return x->date < y->date ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	int order = str_compare(x->number, y->number);
	if (order == 0)
		order = str_compare(x->reference, y->reference);
	return order != 0 ? order : (x->amount > y->amount) - (x->amount < y->amount);
}

void movement_add(struct replay *r, const struct movement *movement)
{
	struct movement_list *list = &r->movements;
	if (list->count == list->room) {
		size_t wanted = list->room == 0 ? 16 : 2 * list->room;
		list->items = arena_grow(r->arena, list->items, list->room, wanted,
					 sizeof *list->items);
		list->room = wanted;
	}
	list->items[list->count++] = *movement;
}

void movement_post(struct replay *r, struct debt *debt, enum charge charge, date day,
		   date upto)
{
	money paid = debt->item.charges[charge].paid;
	money sum = money_add(paid, debt_open(debt, charge, upto + 1), &r->overflow);
	money change = sum - debt->posted[charge];
	if (change == 0)
		return;
	debt->posted[charge] = sum;
	movement_add(r, &(struct movement){.date = day,
					   .kind = change > 0 ? MOVEMENT_CHARGE
							      : MOVEMENT_WAIVED,
					   .number = debt->item.invoice->number,
					   .amount = change,
					   .span = debt->item.invoice->span});
}

void movement_post_all(struct replay *r, date day, date upto)
{
	for (size_t i = 0; i < r->ndebts; i++) {
		struct debt *debt = &r->debts[i];
		if (!debt->issued)
			continue;
		accrual_touch(&debt->accrual, upto);
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			movement_post(r, debt, c, day, upto);
	}
}

void movement_finish(struct replay *r)
{
	struct movement_list *list = &r->movements;
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, by_day);
	r->account->movements = list->items;
	r->account->nmovements = list->count;
}
