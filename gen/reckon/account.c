#include "reckon/account.h"

#include <stdlib.h>
#include <string.h>

#include "reckon/begin.h"
#include "reckon/finish.h"

static int by_account(const void *a, const void *b)
{
	const struct account_row *x = a, *y = b;
	if (x->customer != y->customer)
		return str_compare(x->customer->id, y->customer->id);
	int order = x->currency == y->currency
			    ? 0
			    : strcmp(x->currency->code, y->currency->code);
	return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

struct row_list {
	struct account_row *items;
	size_t count;
};

static void add(struct row_list *list, const struct customer *customer,
		const struct currency *currency, const void *record)
{
	list->items[list->count] =
		(struct account_row){customer, currency, record, list->count};
	list->count++;
}

static void add_invoice(struct row_list *list, const struct invoice *invoice,
			const void *record)
{
	add(list, invoice->customer, invoice->currency, record);
}

/* One record of a kind, under the account it belongs to. */
static void add_record(struct row_list *list, const struct ledger *ledger,
		       enum account_record kind, size_t i)
{
	switch (kind) {
	case ACCOUNT_INVOICES:
		add_invoice(list, ledger->invoices[i], ledger->invoices[i]);
		break;
	case ACCOUNT_PAYMENTS:
		add(list, ledger->payments[i]->customer, ledger->payments[i]->currency,
		    ledger->payments[i]);
		break;
	case ACCOUNT_CREDIT_NOTES:
		add(list, ledger->credit_notes[i]->customer,
		    ledger->credit_notes[i]->currency, ledger->credit_notes[i]);
		break;
	case ACCOUNT_WRITE_OFFS:
		add_invoice(list, ledger->write_offs[i]->invoice, ledger->write_offs[i]);
		break;
	case ACCOUNT_PLANS:
		add_invoice(list, ledger->plans[i]->invoices[0], ledger->plans[i]);
		break;
	case ACCOUNT_PROMISES:
		add(list, ledger->promises[i]->customer, ledger->promises[i]->currency,
		    ledger->promises[i]);
		break;
	case ACCOUNT_LOG:
		if (ledger->log[i]->stage >= 0) /* a mere contact reckons nothing */
			add_invoice(list, ledger->log[i]->invoices[0], ledger->log[i]);
		break;
	case ACCOUNT_RECORD__COUNT:
		break; /* GCOVR_EXCL_LINE: no record is of this kind */
	}
}

static struct row_list rows_of(struct arena *arena, const struct ledger *ledger,
			       enum account_record kind)
{
	const size_t counts[ACCOUNT_RECORD__COUNT] = {
		ledger->ninvoices,   ledger->npayments, ledger->ncredit_notes,
		ledger->nwrite_offs, ledger->nplans,	ledger->npromises,
		ledger->nlog};
	struct row_list list = {ARENA_ARRAY(arena, struct account_row, counts[kind]), 0};
	for (size_t i = 0; i < counts[kind]; i++)
		add_record(&list, ledger, kind, i);
	size_t sorted = 1;
	while (sorted < list.count &&
	       by_account(&list.items[sorted - 1], &list.items[sorted]) < 0)
		sorted++;
	if (sorted < list.count) /* most kinds are in the book's order already */
		qsort(list.items, list.count, sizeof *list.items, by_account);
	return list;
}

static bool same(const struct account_row *a, const struct account_row *b)
{
	return a->customer == b->customer && a->currency == b->currency;
}

/* Cuts the rows of one account off the front of each list; the least account first. */
static bool cut(struct row_list lists[], struct account_key *key)
{
	const struct account_row *least = NULL;
	for (size_t k = 0; k < ACCOUNT_RECORD__COUNT; k++)
		if (lists[k].count > 0 &&
		    (least == NULL || by_account(lists[k].items, least) < 0))
			least = lists[k].items;
	if (least == NULL)
		return false;
	*key = (struct account_key){.customer = least->customer,
				    .currency = least->currency};
	for (size_t k = 0; k < ACCOUNT_RECORD__COUNT; k++) {
		size_t n = 0;
		while (n < lists[k].count && same(&lists[k].items[n], least))
			n++;
		key->rows[k] = lists[k].items;
		key->counts[k] = n;
		lists[k].items += n;
		lists[k].count -= n;
	}
	return true;
}

static date day_of(enum account_record kind, const void *record)
{
	if (kind == ACCOUNT_INVOICES)
		return ((const struct invoice *)record)->issued;
	if (kind == ACCOUNT_PAYMENTS)
		return ((const struct payment *)record)->date;
	return ((const struct credit_note *)record)->issued;
}

static bool visible(const struct account_key *key, date as_of)
{
	for (enum account_record k = ACCOUNT_INVOICES; k <= ACCOUNT_CREDIT_NOTES; k++)
		for (size_t i = 0; i < key->counts[k]; i++)
			if (day_of(k, key->rows[k][i].record) <= as_of)
				return true;
	return false;
}

struct account_key *account_list(struct arena *arena, const struct ledger *ledger,
				 date as_of, size_t *count)
{
	struct row_list lists[ACCOUNT_RECORD__COUNT];
	struct account_key *keys = NULL;
	struct account_key key;
	size_t room = 0;
	for (enum account_record k = 0; k < ACCOUNT_RECORD__COUNT; k++)
		lists[k] = rows_of(arena, ledger, k);
	*count = 0;
	while (cut(lists, &key)) {
		if (!visible(&key, as_of))
			continue;
		if (*count == room) {
			size_t wanted = room == 0 ? 64 : 2 * room;
			keys = arena_grow(arena, keys, room, wanted, sizeof *keys);
			room = wanted;
		}
		keys[(*count)++] = key;
	}
	return keys;
}

struct account *account_explain(struct arena *arena, const struct ledger *ledger,
				const struct account_key *key, date as_of,
				const struct trace *trace, struct notices *notices)
{
	struct account *account = ARENA_NEW(arena, struct account);
	account->ledger = ledger;
	account->customer = key->customer;
	account->currency = key->currency;
	account->as_of = as_of;
	account->policy = ledger_policy(ledger, key->customer->policy.text);
	struct replay *replay = begin_replay(arena, key, account, trace, notices);
	replay_run(replay, key);
	finish_account(replay);
	if (replay->overflow) {
		NOTICE(notices, AMOUNT_OVERFLOW, key->customer->span,
		       STR_ARG(key->customer->id));
		return account;
	}
	account->broken = !finish_conserves(replay);
	if (account->broken) /* GCOVR_EXCL_BR_LINE: rule 23, a bug of ours */
		NOTICE(notices, INTERNAL_CONSERVATION, /* GCOVR_EXCL_LINE: as above */
		       key->customer->span, STR_ARG(key->customer->id));
	return account;
}

struct account *account_reckon(struct arena *arena, const struct ledger *ledger,
			       const struct account_key *key, date as_of,
			       struct notices *notices)
{
	return account_explain(arena, ledger, key, as_of, NULL, notices);
}
