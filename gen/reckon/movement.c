#include "reckon/movement.h"

#include <stdlib.h>

#include "reckon/purse.h"

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
	if (order == 0)
		order = (x->charge > y->charge) - (x->charge < y->charge);
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
					   .charge = charge,
					   .number = debt->item.invoice->number,
					   .amount = change,
					   .span = debt->item.invoice->span});
}

void movement_post_all(struct replay *r, date day, date upto)
{
	for (size_t i = set_next(&r->charged, 0); i != SET_END;
	     i = set_next(&r->charged, i + 1)) {
		struct debt *debt = &r->debts[i];
		accrual_touch(&debt->accrual, upto);
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			movement_post(r, debt, c, day, upto);
	}
}

/* What is owed at this point of the replay, from the invoices themselves. What `opening`
 * brings over counts from its own day, be the invoice dated later. */
static wide owed(const struct replay *r, date upto)
{
	wide sum = -((wide)purse_credit(r) + r->sums.held);
	for (size_t i = 0; i < r->ndebts; i++) {
		const struct debt *debt = &r->debts[i];
		if (debt->issued)
			sum += debt->item.principal;
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			sum += debt_open(debt, c, upto + 1);
	}
	return sum;
}

void movement_end_month(struct replay *r)
{
	wide moved = 0;
	movement_post_all(r, r->today, r->today);
	for (size_t i = 0; i < r->movements.count; i++)
		moved += r->movements.items[i].amount;
	r->month_broken = moved != owed(r, r->today);
}

/* Those before A's month make what is brought forward. */
static void bring_forward(struct account *account, bool *overflow)
{
	struct civil civil = civil_from_date(account->as_of);
	date first = date_from_civil(civil.year, civil.month, 1);
	size_t i = 0;
	for (; i < account->nmovements && account->movements[i].date < first; i++)
		account->brought_forward = money_add(
			account->brought_forward, account->movements[i].amount, overflow);
	account->month = i;
}

void movement_finish(struct replay *r)
{
	struct movement_list *list = &r->movements;
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, by_day);
	r->account->movements = list->items;
	r->account->nmovements = list->count;
	bring_forward(r->account, &r->overflow);
}
