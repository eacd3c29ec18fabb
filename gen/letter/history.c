#include "letter/history.h"

static void push_bucket(const struct fill *fill, struct value *list, struct str label,
			money amount)
{
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("label"), label);
	fill_money(fill, record, STR("amount"), amount);
	value_push(list, record);
}

static struct str number(struct arena *arena, int32_t n)
{
	return str_format(arena, "%d", n);
}

static struct str bucket_label(const struct fill *fill, const struct policy *policy,
			       size_t bucket)
{
	struct arena *arena = fill->arena;
	const struct str *captions = fill->locale->captions;
	int32_t below = bucket ? policy->buckets[bucket - 1] : 0;
	if (bucket == policy->nbuckets)
		return format_fill(arena, captions[CAPTION_AGING_OVER], STR("n"),
				   number(arena, below));
	struct str label = format_fill(arena, captions[CAPTION_AGING], STR("from"),
				       number(arena, below + 1));
	return format_fill(arena, label, STR("to"),
			   number(arena, policy->buckets[bucket]));
}

static void fill_aging(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct value *list = value_list(fill->arena);
	push_bucket(fill, list, fill->locale->captions[CAPTION_NOT_YET_DUE],
		    account->not_due);
	for (size_t i = 0; i <= account->policy->nbuckets; i++)
		push_bucket(fill, list, bucket_label(fill, account->policy, i),
			    account->buckets[i]);
	value_set(fill->arena, fill->view, STR("aging"), list);
}

/* What a movement is called in the list of payments; empty: it is not one. */
static struct str caption_of(const struct fill *fill, enum movement_kind kind)
{
	const struct str *captions = fill->locale->captions;
	switch (kind) {
	case MOVEMENT_PAYMENT:
		return captions[CAPTION_PAYMENT];
	case MOVEMENT_RETURNED:
		return captions[CAPTION_RETURNED];
	case MOVEMENT_REFUND:
		return captions[CAPTION_REFUND];
	case MOVEMENT_CREDIT_NOTE:
		return captions[CAPTION_CREDIT_NOTE];
	case MOVEMENT_INVOICE:
	case MOVEMENT_WRITE_OFF:
	case MOVEMENT_DISCOUNT:
	case MOVEMENT_CHARGE:
	case MOVEMENT_WAIVED:
	case MOVEMENT_KIND__COUNT:
		break;
	}
	return STR("");
}

static void push_payment(const struct fill *fill, struct value *list,
			 const struct movement *movement)
{
	struct str what = caption_of(fill, movement->kind);
	if (!what.len)
		return;
	struct value *record = value_record(fill->arena);
	fill_date(fill, record, STR("date"), movement->date);
	fill_text(fill, record, STR("what"), what);
	fill_text(fill, record, STR("reference"),
		  movement->reference.len ? movement->reference : movement->number);
	fill_money(fill, record, STR("amount"), -movement->amount);
	value_push(list, record);
}

static void fill_payments(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct civil civil = civil_from_date(account->as_of);
	date first = date_from_civil(civil.year, civil.month, 1);
	struct value *list = value_list(fill->arena);
	for (size_t i = 0; i < account->nmovements; i++) {
		const struct movement *movement = &account->movements[i];
		if (movement->date >= first && movement->date <= account->as_of)
			push_payment(fill, list, movement);
	}
	value_set(fill->arena, fill->view, STR("payments"), list);
	fill_truth(fill, fill->any, STR("payments"), list->first != NULL);
}

void history_fill(const struct fill *fill)
{
	fill_aging(fill);
	fill_payments(fill);
}
