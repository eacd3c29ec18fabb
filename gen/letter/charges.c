#include "letter/charges.h"

#include "letter/items.h"

/* The sums of a letter, or of the account for a statement. */
struct sums {
	money principal, charges[CHARGE__COUNT], fee, credit;
	money to_pay; /* MONEY_NONE: nothing */
};

static money claimed(const struct sums *sums)
{
	bool overflow = false;
	money total = sums->fee;
	for (size_t i = 0; i < CHARGE__COUNT; i++)
		total = money_add(total, sums->charges[i], &overflow);
	return total;
}

static struct sums sums_of_letter(const struct letter *letter)
{
	struct sums sums = {.principal = letter->principal,
			    .fee = letter->fee,
			    .credit = letter->credit,
			    .to_pay = letter->demand};
	for (size_t i = 0; i < CHARGE__COUNT; i++)
		sums.charges[i] = letter->charges[i];
	return sums;
}

static struct sums sums_of_account(const struct account *account)
{
	struct sums sums = {.principal = account->principal, .credit = account->credit};
	bool overflow = false;
	for (size_t i = 0; i < CHARGE__COUNT; i++)
		sums.charges[i] = account->charges[i];
	money due = claimed(&sums);
	for (size_t i = 0; i < account->nitems; i++)
		due = money_add(due, item_overdue(&account->items[i], account->as_of),
				&overflow);
	due = money_subtract(due, account->credit, &overflow);
	sums.to_pay = due > 0 ? due : MONEY_NONE;
	return sums;
}

#define SHARES 8 /* different sums that are told apart */

struct share {
	money sum;
	size_t times;
};

static void put_share(const struct fill *fill, struct buf *out, const struct share *share)
{
	buf_put(out, out->len ? STR(" + ") : STR(""));
	if (share->times > 1)
		buf_format(out, "%zu\xC2\xA0\xC3\x97\xC2\xA0", share->times);
	buf_put(out, format_figure(fill->arena, fill->locale, share->sum,
				   fill->currency->decimals));
}

/* "2 × 40.00 + 70.00", of a charge that several invoices of the letter bear; else empty.
 */
static struct str shares_of(const struct fill *fill, enum charge charge)
{
	const struct letter *letter = fill->letter;
	struct share shares[SHARES];
	size_t count = 0, bearing = 0;
	struct buf buf = buf_new(fill->arena, 0);
	for (size_t i = 0; letter && i < letter->nlines; i++) {
		money sum = letter->lines[i].charges[charge];
		size_t at = 0;
		while (at < count && shares[at].sum != sum)
			at++;
		if (sum == 0)
			continue;
		if (at == SHARES)
			return STR("");
		if (at == count)
			shares[count++] = (struct share){sum, 0};
		shares[at].times++;
		bearing++;
	}
	for (size_t i = 0; bearing > 1 && i < count; i++)
		put_share(fill, &buf, &shares[i]);
	return buf_str(&buf);
}

static void push_charge(const struct fill *fill, struct value *list, enum caption caption,
			money amount, struct str shares)
{
	if (!amount)
		return;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("what"), fill->locale->captions[caption]);
	fill_text(fill, record, STR("shares"), shares);
	fill_money(fill, record, STR("amount"), amount);
	value_push(list, record);
}

static const struct policy *policy_of(const struct fill *fill)
{
	return fill->letter ? fill->letter->policy : fill->account->policy;
}

enum caption charges_caption(const struct policy *policy, enum charge charge)
{
	switch (charge) {
	case CHARGE_COMPENSATION:
		return CAPTION_COMPENSATION;
	case CHARGE_LATE:
		return CAPTION_LATE_CHARGES;
	case CHARGE_FEE:
		return CAPTION_FEE;
	case CHARGE_INTEREST:
	case CHARGE__COUNT:
		break;
	}
	bool statutory = policy->interest.table && policy->law.len;
	return statutory ? CAPTION_STATUTORY_INTEREST : CAPTION_INTEREST;
}

static void fill_list(const struct fill *fill, const struct sums *sums)
{
	struct value *list = value_list(fill->arena);
	static const enum charge order[CHARGE__COUNT] = {
		CHARGE_INTEREST, CHARGE_COMPENSATION, CHARGE_LATE, CHARGE_FEE};
	for (size_t i = 0; i < CHARGE__COUNT; i++)
		push_charge(fill, list, charges_caption(policy_of(fill), order[i]),
			    sums->charges[order[i]],
			    order[i] == CHARGE_COMPENSATION ? shares_of(fill, order[i])
							    : STR(""));
	push_charge(fill, list, CAPTION_FEE, sums->fee, STR(""));
	push_charge(fill, list, sums->credit < 0 ? CAPTION_OVERDRAWN : CAPTION_ON_ACCOUNT,
		    -sums->credit, STR(""));
	value_set(fill->arena, fill->view, STR("charges"), list);
}

static void fill_sums(const struct fill *fill, const struct sums *sums)
{
	const struct account *account = fill->account;
	struct value *view = fill->view;
	money demand = fill->letter ? fill->letter->demand : MONEY_NONE;
	fill_money(fill, view, STR("to_pay"), sums->to_pay);
	fill_money(fill, view, STR("demand"), demand);
	fill_money(fill, view, STR("principal"), sums->principal);
	fill_money(fill, view, STR("interest"), sums->charges[CHARGE_INTEREST]);
	fill_money(fill, view, STR("compensation"), sums->charges[CHARGE_COMPENSATION]);
	fill_money(fill, view, STR("late_charges"), sums->charges[CHARGE_LATE]);
	fill_money(fill, view, STR("fees"), sums->charges[CHARGE_FEE]);
	fill_money(fill, view, STR("fee"), sums->fee);
	fill_money(fill, view, STR("credit"), sums->credit);
	fill_money(fill, view, STR("balance"), account->balance);
	fill_money(fill, view, STR("overdue"), account->principal - account->not_due);
	fill_money(fill, view, STR("not_due"), account->not_due);
	fill_truth(fill, view, STR("in_credit"), account->balance < 0);
	fill_truth(fill, fill->any, STR("charges"), claimed(sums) != 0);
	fill_truth(fill, fill->any, STR("credit"), sums->credit != 0);
	fill_truth(fill, fill->any, STR("adjusted"), claimed(sums) || sums->credit);
}

/* ---- interest, segment by segment ---- */

struct interest {
	struct value *list;
	money run, paid;
	wide daily, denominator; /* [minor a day] exact, while all have one denominator */
	money rounded;		 /* [minor] of those that had another */
};

static void push_segment(const struct fill *fill, struct interest *interest,
			 const struct item *item, const struct segment *segment)
{
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("invoice"), item->invoice->number);
	fill_date(fill, record, STR("from"), segment->from);
	fill_date(fill, record, STR("to"), segment->to - 1);
	value_set(
		fill->arena, record, STR("days"),
		value_from_count(fill->arena, fill->locale, PLURAL_DAYS, segment->days));
	value_set(fill->arena, record, STR("rate"),
		  value_from_rate(fill->arena, fill->locale, segment->rate));
	fill_money(fill, record, STR("base"), segment->base);
	fill_money(fill, record, STR("interest"), segment->interest);
	value_push(interest->list, record);
}

static void add_daily(struct interest *interest, const struct item *item)
{
	bool overflow = false;
	if (item->daily.denominator <= 0)
		return;
	if (!interest->denominator)
		interest->denominator = item->daily.denominator;
	if (interest->denominator == item->daily.denominator)
		interest->daily += item->daily.numerator;
	else
		interest->rounded += money_from_wide(
			round_half_away(item->daily.numerator, item->daily.denominator),
			&overflow);
}

static void add_item(const struct fill *fill, struct interest *interest,
		     const struct item *item, money open)
{
	if (open <= 0)
		return;
	for (size_t i = 0; i < item->nsegments; i++)
		if (item->segments[i].base && item->segments[i].rate)
			push_segment(fill, interest, item, &item->segments[i]);
	interest->run += item->charges[CHARGE_INTEREST].accrued;
	interest->paid += item->charges[CHARGE_INTEREST].paid;
	add_daily(interest, item);
}

static money daily_of(const struct interest *interest)
{
	bool overflow = false;
	money daily = interest->rounded;
	if (interest->denominator)
		daily += money_from_wide(
			round_half_away(interest->daily, interest->denominator),
			&overflow);
	return daily ? daily : MONEY_NONE;
}

static void fill_interest(const struct fill *fill)
{
	const struct account *account = fill->account;
	struct interest interest = {.list = value_list(fill->arena)};
	for (size_t i = 0; fill->letter && i < fill->letter->nlines; i++) {
		const struct letter_line *line = &fill->letter->lines[i];
		add_item(fill, &interest, line->item, line->charges[CHARGE_INTEREST]);
	}
	for (size_t i = 0; !fill->letter && i < account->nitems; i++) {
		const struct item *item = &account->items[i];
		add_item(fill, &interest, item, item->charges[CHARGE_INTEREST].open);
	}
	struct value *view = fill->view;
	value_set(fill->arena, view, STR("segments"), interest.list);
	fill_truth(fill, fill->any, STR("segments"), interest.list->first != NULL);
	fill_money(fill, view, STR("interest_run"), interest.run);
	fill_money(fill, view, STR("interest_paid"),
		   interest.paid ? interest.paid : MONEY_NONE);
	fill_money(fill, view, STR("daily_interest"), daily_of(&interest));
	fill_date(fill, view, STR("daily_from"), account->as_of + 1);
}

void charges_fill(const struct fill *fill)
{
	struct sums sums = fill->letter ? sums_of_letter(fill->letter)
					: sums_of_account(fill->account);
	fill_sums(fill, &sums);
	fill_list(fill, &sums);
	fill_interest(fill);
}
