#include "letter/items.h"

#include "letter/activity.h"
#include "letter/pay_terms.h"

/* One row of `invoices`, from a letter's line or a statement's open item. */
struct row {
	const struct item *item;
	money principal;
	const money *charges; /* CHARGE__COUNT long */
	int32_t stage;	      /* -1: none yet */
	date deadline;
};

static money sum(const money charges[])
{
	bool overflow = false;
	money total = 0;
	for (size_t i = 0; i < CHARGE__COUNT; i++)
		total = money_add(total, charges[i], &overflow);
	return total;
}

static void fill_stage(const struct fill *fill, struct value *record,
		       const struct row *row)
{
	const struct policy *policy = row->item->policy;
	bool staged = row->stage >= 0 && (size_t)row->stage < policy->nstages;
	fill_text(fill, record, STR("stage"),
		  staged ? policy->stages[row->stage].name : STR(""));
	fill_text(fill, record, STR("letter"),
		  staged ? fill_title(fill, policy, row->stage) : STR(""));
	fill_date(fill, record, STR("sent"), row->item->done_on);
	fill_date(fill, record, STR("deadline"), row->deadline);
}

static void fill_charges(const struct fill *fill, struct value *record,
			 const struct row *row)
{
	const money *charges = row->charges;
	bool overflow = false;
	fill_money(fill, record, STR("interest"), charges[CHARGE_INTEREST]);
	fill_money(fill, record, STR("compensation"), charges[CHARGE_COMPENSATION]);
	fill_money(fill, record, STR("late_charges"), charges[CHARGE_LATE]);
	fill_money(fill, record, STR("fees"), charges[CHARGE_FEE]);
	fill_money(fill, record, STR("charges"), sum(charges));
	fill_money(fill, record, STR("total"),
		   money_add(row->principal, sum(charges), &overflow));
}

/* The running dispute of an invoice, as a block of that part. */
static struct block running_dispute(const struct item *item, date as_of)
{
	struct block block = {.by = BLOCK_DISPUTE, .until = DATE_NONE, .reason = STR("")};
	for (size_t i = 0; i < item->invoice->rare->ndisputes; i++) {
		const struct dispute *dispute = &item->invoice->rare->disputes[i];
		if (dispute->since <= as_of && as_of <= dispute->until) {
			block.until = dispute->until;
			block.reason = dispute->reason;
		}
	}
	return block;
}

/* What was put on the invoice, payment by payment (rule 4). */
static struct value *payments(const struct fill *fill, const struct item *item)
{
	struct value *list = value_list(fill->arena);
	for (const struct allocation *a = item->allocations; a; a = a->next) {
		struct value *record = value_record(fill->arena);
		struct movement movement = {.kind = a->kind};
		fill_date(fill, record, STR("date"), a->date);
		fill_text(fill, record, STR("what"), activity_word(fill, &movement));
		fill_text(fill, record, STR("reference"), a->reference);
		fill_money(fill, record, STR("amount"),
			   a->principal + a->costs + a->interest);
		value_push(list, record);
	}
	return list;
}

static void push_invoice(const struct fill *fill, struct value *list,
			 const struct row *row)
{
	const struct item *item = row->item;
	const struct invoice *invoice = item->invoice;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("number"), invoice->number);
	fill_text(fill, record, STR("reference"), invoice->rare->reference);
	fill_date(fill, record, STR("issued"), invoice->issued);
	fill_date(fill, record, STR("delivered"), invoice->rare->delivered);
	fill_date(fill, record, STR("due"), invoice->due);
	fill_text(fill, record, STR("terms"),
		  pay_terms(fill->arena, fill->locale, invoice->terms));
	int64_t late = (int64_t)fill->account->as_of - invoice->due;
	value_set(fill->arena, record, STR("days_overdue"),
		  late > 0
			  ? value_from_count(fill->arena, fill->locale, PLURAL_DAYS, late)
			  : value_empty(fill->arena));
	fill_money(fill, record, STR("amount"), item->amount);
	fill_money(fill, record, STR("paid"), item->amount - item->principal);
	fill_money(fill, record, STR("outstanding"), item->principal);
	fill_money(fill, record, STR("disputed"),
		   item->disputed ? item->disputed : MONEY_NONE);
	fill_text(fill, record, STR("dispute"),
		  running_dispute(item, fill->account->as_of).reason);
	fill_money(fill, record, STR("principal"), row->principal);
	value_set(fill->arena, record, STR("payments"), payments(fill, item));
	fill_charges(fill, record, row);
	fill_stage(fill, record, row);
	value_push(list, record);
}

static struct str why(const struct fill *fill, enum block_by by)
{
	const struct str *captions = fill->locale->captions;
	switch (by) {
	case BLOCK_DISPUTE:
		return captions[CAPTION_DISPUTED];
	case BLOCK_HOLD:
		return captions[CAPTION_ON_HOLD];
	case BLOCK_PLAN:
		return captions[CAPTION_PLANNED];
	case BLOCK_PROMISE:
		return captions[CAPTION_PROMISED];
	case BLOCK_BY__COUNT:
		break;
	}
	return STR("");
}

/* An item that is blocked, or in dispute in part: what of it is not demanded, and why. */
static void push_blocked(const struct fill *fill, struct value *list,
			 const struct item *item)
{
	if (!item->blocks && !item->disputed)
		return;
	struct block partial = running_dispute(item, fill->account->as_of);
	const struct block *block = item->blocks ? item->blocks : &partial;
	struct value *record = value_record(fill->arena);
	fill_text(fill, record, STR("number"), item->invoice->number);
	fill_date(fill, record, STR("due"), item->invoice->due);
	fill_money(fill, record, STR("amount"),
		   item->blocks ? item->principal : item->disputed);
	fill_text(fill, record, STR("why"), why(fill, block->by));
	/* A plan's reason is its id, a hold's is the office's own: neither is for the
	 * letter. */
	bool told = block->by == BLOCK_DISPUTE;
	fill_text(fill, record, STR("reason"), told ? block->reason : STR(""));
	fill_date(fill, record, STR("until"), block->until);
	value_push(list, record);
}

static void fill_letter_items(const struct fill *fill, struct value *invoices,
			      struct value *blocked, bool *earlier)
{
	const struct letter *letter = fill->letter;
	for (size_t i = 0; i < letter->nlines; i++) {
		const struct letter_line *line = &letter->lines[i];
		bool other = !line->advances && line->deadline != letter->pay_by;
		struct row row = {line->item, line->principal, line->charges, line->stage,
				  other ? line->deadline : DATE_NONE};
		push_invoice(fill, invoices, &row);
		push_blocked(fill, blocked, line->item);
		*earlier |= row.deadline != DATE_NONE;
	}
	for (size_t i = 0; i < letter->nblocked; i++)
		push_blocked(fill, blocked, letter->blocked[i]);
}

static void fill_open_items(const struct fill *fill, struct value *invoices,
			    struct value *blocked)
{
	const struct account *account = fill->account;
	for (size_t i = 0; i < account->nitems; i++) {
		const struct item *item = &account->items[i];
		if (item->settled)
			continue;
		money charges[CHARGE__COUNT];
		for (size_t k = 0; k < CHARGE__COUNT; k++)
			charges[k] = item->charges[k].open;
		money principal = item->blocks ? 0 : item->principal - item->disputed;
		struct row row = {item, principal, charges, item->done, item->deadline};
		push_invoice(fill, invoices, &row);
		push_blocked(fill, blocked, item);
	}
}

static void fill_numbers(const struct fill *fill, const struct value *invoices)
{
	size_t count = 0;
	for (const struct value *row = invoices->first; row; row = row->next)
		count++;
	struct str *numbers = ARENA_ARRAY(fill->arena, struct str, count);
	size_t i = 0;
	for (const struct value *row = invoices->first; row; row = row->next)
		numbers[i++] = value_field(row, STR("number"))->text;
	fill_text(fill, fill->view, STR("numbers"),
		  format_list(fill->arena, fill->locale, numbers, count));
}

/* What of the invoices' fields is used at all: for columns that would be empty. */
static void fill_any(const struct fill *fill, const struct value *invoices)
{
	bool reference = false, paid = false, overdue = false;
	for (const struct value *row = invoices->first; row; row = row->next) {
		reference |= value_field(row, STR("reference"))->text.len > 0;
		overdue |= value_field(row, STR("days_overdue"))->kind != VALUE_EMPTY;
		const struct value *figure = value_field(row, STR("paid"));
		struct str plain = value_field(figure, STR("plain"))->text;
		for (size_t i = 0; i < plain.len; i++)
			paid |= plain.at[i] >= '1' && plain.at[i] <= '9';
	}
	fill_truth(fill, fill->any, STR("invoices"), invoices->first != NULL);
	fill_truth(fill, fill->any, STR("several"),
		   invoices->first && invoices->first->next);
	fill_truth(fill, fill->any, STR("reference"), reference);
	fill_truth(fill, fill->any, STR("paid"), paid);
	fill_truth(fill, fill->any, STR("overdue"), overdue);
}

void items_fill(const struct fill *fill)
{
	struct value *invoices = value_list(fill->arena);
	struct value *blocked = value_list(fill->arena);
	bool earlier = false;
	if (fill->letter)
		fill_letter_items(fill, invoices, blocked, &earlier);
	else
		fill_open_items(fill, invoices, blocked);
	value_set(fill->arena, fill->view, STR("invoices"), invoices);
	value_set(fill->arena, fill->view, STR("blocked"), blocked);
	fill_numbers(fill, invoices);
	fill_any(fill, invoices);
	fill_truth(fill, fill->any, STR("blocked"), blocked->first != NULL);
	fill_truth(fill, fill->any, STR("earlier"), earlier);
}

money item_overdue(const struct item *item, date as_of)
{
	if (as_of <= item->invoice->due || item->blocks)
		return 0;
	return item->principal - item->disputed;
}
