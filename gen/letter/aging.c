#include "letter/aging.h"

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
	struct buf buf = buf_new(arena, 0);
	buf_int(&buf, n);
	return buf_str(&buf);
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

void aging_fill(const struct fill *fill)
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
