#include "letter/activity.h"

#include "letter/charges.h"

static struct str waived(const struct fill *fill, enum charge charge)
{
	const struct str *captions = fill->locale->captions;
	return format_fill(fill->arena, captions[CAPTION_WAIVED], STR("what"),
			   captions[charges_caption(fill->account->policy, charge)]);
}

struct str activity_word(const struct fill *fill, const struct movement *movement)
{
	const struct str *captions = fill->locale->captions;
	switch (movement->kind) {
	case MOVEMENT_INVOICE:
		return captions[CAPTION_INVOICE];
	case MOVEMENT_CREDIT_NOTE:
		return captions[CAPTION_CREDIT_NOTE];
	case MOVEMENT_WRITE_OFF:
		return captions[CAPTION_WRITE_OFF];
	case MOVEMENT_PAYMENT:
		return captions[CAPTION_PAYMENT];
	case MOVEMENT_RETURNED:
		return captions[CAPTION_RETURNED];
	case MOVEMENT_REFUND:
		return captions[CAPTION_REFUND];
	case MOVEMENT_DISCOUNT:
		return captions[CAPTION_DISCOUNT];
	case MOVEMENT_CHARGE:
		return captions[charges_caption(fill->account->policy, movement->charge)];
	case MOVEMENT_WAIVED:
		return waived(fill, movement->charge);
	case MOVEMENT_KIND__COUNT:
		break;
	}
	return STR("");
}

static bool waives(const struct waive *waive, const struct movement *movement)
{
	const bool what[CHARGE__COUNT] = {
		[CHARGE_COMPENSATION] = waive->compensation,
		[CHARGE_LATE] = waive->late_charges,
		[CHARGE_FEE] = waive->fees,
		[CHARGE_INTEREST] = waive->interest,
	};
	return waive->date == movement->date && what[movement->charge];
}

/* Why a charge was given up, as the ledger says it. */
static struct str reason_of(const struct fill *fill, const struct movement *movement)
{
	const struct account *account = fill->account;
	if (movement->kind != MOVEMENT_WAIVED)
		return STR("");
	for (size_t i = 0; i < account->nitems; i++) {
		const struct invoice *invoice = account->items[i].invoice;
		for (size_t k = 0; k < invoice->rare->nwaives; k++)
			if (str_equal(invoice->number, movement->number) &&
			    waives(&invoice->rare->waives[k], movement))
				return invoice->rare->waives[k].reason;
	}
	return STR("");
}

/* What an open-item statement tells besides what is open. */
static bool is_told(enum movement_kind kind)
{
	return kind == MOVEMENT_PAYMENT || kind == MOVEMENT_WAIVED ||
	       kind == MOVEMENT_RETURNED || kind == MOVEMENT_REFUND ||
	       kind == MOVEMENT_CREDIT_NOTE;
}

/* The fields that both lists have. */
static struct value *push(const struct fill *fill, struct value *list,
			  const struct movement *movement)
{
	struct value *record = value_record(fill->arena);
	struct str reference =
		movement->reference.len ? movement->reference : movement->number;
	fill_date(fill, record, STR("date"), movement->date);
	fill_text(fill, record, STR("what"), activity_word(fill, movement));
	fill_text(fill, record, STR("reference"), reference);
	fill_text(fill, record, STR("reason"), reason_of(fill, movement));
	value_push(list, record);
	return record;
}

static void push_movement(const struct fill *fill, struct value *list,
			  const struct movement *movement, money balance)
{
	struct value *record = push(fill, list, movement);
	money amount = movement->amount;
	fill_money(fill, record, STR("amount"), amount);
	fill_money(fill, record, STR("debit"), amount > 0 ? amount : MONEY_NONE);
	fill_money(fill, record, STR("credit"), amount < 0 ? -amount : MONEY_NONE);
	fill_money(fill, record, STR("balance"), balance);
}

static void fill_lists(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct value *movements = value_list(fill->arena);
	struct value *payments = value_list(fill->arena);
	money balance = account->brought_forward;
	bool overflow = false; /* the reckoning has added them up before */
	for (size_t i = account->month; i < account->nmovements; i++) {
		const struct movement *movement = &account->movements[i];
		balance = money_add(balance, movement->amount, &overflow);
		if (movement->amount)
			push_movement(fill, movements, movement, balance);
		if (is_told(movement->kind))
			fill_money(fill, push(fill, payments, movement), STR("amount"),
				   -movement->amount);
	}
	value_set(fill->arena, fill->view, STR("movements"), movements);
	value_set(fill->arena, fill->view, STR("payments"), payments);
	fill_truth(fill, fill->any, STR("movements"), movements->first != NULL);
	fill_truth(fill, fill->any, STR("payments"), payments->first != NULL);
}

void activity_fill(const struct fill *fill)
{
	struct civil civil = civil_from_date(fill->account->as_of);
	struct value *period = value_record(fill->arena);
	fill_date(fill, period, STR("from"), date_from_civil(civil.year, civil.month, 1));
	fill_date(fill, period, STR("to"), fill->account->as_of);
	value_set(fill->arena, fill->view, STR("period"), period);
	fill_money(fill, fill->view, STR("brought_forward"),
		   fill->account->brought_forward);
	fill_lists(fill);
}
