#include "escalate_hand.h"

#include "escalate/stage.h"
#include "reckon/deadline.h"

static const struct span SOMEWHERE = {1, 0};

static void set_stages(struct hand *hand)
{
	hand->stages[REMINDER_1] = (struct stage){.name = STR("reminder-1"),
						  .letter = STR("reminder-1"),
						  .after = 5,
						  .deadline = 7};
	hand->stages[REMINDER_2] = (struct stage){.name = STR("reminder-2"),
						  .letter = STR("reminder-2"),
						  .after = 16,
						  .deadline = 7};
	hand->stages[FINAL_DEMAND] = (struct stage){.name = STR("final-demand"),
						    .letter = STR("final-demand"),
						    .after = 30,
						    .deadline = 14,
						    .final = true};
}

static void set_account(struct hand *hand, date as_of)
{
	hand->customer = (struct customer){.span = SOMEWHERE,
					   .id = STR("acme"),
					   .address = STR("9 Foundry Lane"),
					   .kind = KIND_BUSINESS,
					   .currency = currency_find(STR("GBP")),
					   .terms_signed = DATE_NONE};
	hand->policy = (struct policy){.name = STR("steady"),
				       .kind = KIND_BUSINESS,
				       .currency = currency_find(STR("GBP")),
				       .max_fees = MONEY_NONE,
				       .stages = hand->stages,
				       .nstages = 3};
	hand->account = (struct account){.ledger = &hand->ledger,
					 .customer = &hand->customer,
					 .currency = currency_find(STR("GBP")),
					 .as_of = as_of,
					 .items = hand->items,
					 .policy = &hand->policy};
	hand->ledger.log = hand->log;
}

struct hand *hand_new(date as_of)
{
	struct arena *arena = arena_new(0);
	struct hand *hand = ARENA_NEW(arena, struct hand);

	hand->arena = arena;
	hand->sources = sources_new();
	source_from_bytes(hand->sources, STR("book.yaml"), STR("customers:\n"));
	hand->notices = notices_new(arena, hand->sources);
	set_stages(hand);
	set_account(hand, as_of);
	return hand;
}

void hand_free(struct hand *hand)
{
	sources_free(hand->sources);
	arena_free(hand->arena);
}

struct item *hand_item(struct hand *hand, const char *number, date due, money amount)
{
	size_t i = hand->account.nitems++;

	hand->invoices[i] = (struct invoice){.number = str_from_c(number),
					     .customer = &hand->customer,
					     .policy = &hand->policy,
					     .rare = &invoice_rare_none,
					     .currency = hand->account.currency,
					     .issued = due - 30,
					     .due = due,
					     .amount = amount};
	hand->items[i] = (struct item){.invoice = &hand->invoices[i],
				       .policy = &hand->policy,
				       .amount = amount,
				       .principal = amount,
				       .done = STAGE_NONE,
				       .done_on = DATE_NONE,
				       .deadline = DATE_NONE,
				       .rate_stale = DATE_NONE};
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		hand->items[i].charges[c].claim = CLAIM_UNSET;
	return &hand->items[i];
}

void hand_logged(struct hand *hand, struct item *item, int32_t stage, date on)
{
	size_t i = hand->ledger.nlog++;
	const struct invoice **invoices =
		ARENA_ARRAY(hand->arena, const struct invoice *, 1);

	invoices[0] = item->invoice;
	hand->entries[i] = (struct log_entry){.date = on,
					      .customer = &hand->customer,
					      .stage = stage,
					      .invoice_names = {NULL, 1},
					      .invoices = invoices};
	hand->log[i] = &hand->entries[i];
	item->done = stage;
	item->done_on = on;
	item->deadline = deadline_from_stage(&item->policy->stages[stage], on);
}

void hand_block(struct hand *hand, struct item *item, enum block_by by, date until)
{
	struct block *block = ARENA_NEW(hand->arena, struct block);

	*block = (struct block){.by = by, .until = until, .next = item->blocks};
	item->blocks = block;
}

void hand_charge(struct item *item, enum charge charge, money accrued, int32_t claim)
{
	item->charges[charge].accrued = accrued;
	item->charges[charge].claim = claim;
}

struct policy *hand_policy(struct hand *hand, const char *name)
{
	struct policy *policy = ARENA_NEW(hand->arena, struct policy);

	*policy = hand->policy;
	policy->name = str_from_c(name);
	return policy;
}

struct escalation *hand_judge(struct hand *hand)
{
	return letter_judge(hand->arena, &hand->account, &hand->notices);
}

date day(int year, int month, int day_of_month)
{
	return date_from_civil(year, month, day_of_month);
}
