#include "reckon/account.h"

#include <stdlib.h>
#include <string.h>

#include "reckon/begin.h"
#include "reckon/finish.h"

struct owner {
	const struct customer *customer;
	const struct currency *currency;
};

static int by_owner(struct owner x, struct owner y)
{
	if (x.customer != y.customer)
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): all have one */
		return str_compare(x.customer->id, y.customer->id);
	return x.currency == y.currency ? 0 : strcmp(x.currency->code, y.currency->code);
}

static struct owner owner_of_invoice(const struct invoice *invoice)
{
	return (struct owner){invoice->customer, invoice->currency};
}

/* Under which account a record stands. */
static struct owner owner_of(enum account_record kind, const void *record)
{
	const struct payment *payment = record;
	const struct credit_note *note = record;
	const struct promise *promise = record;

	switch (kind) {
	case ACCOUNT_INVOICES:
		return owner_of_invoice(record);
	case ACCOUNT_PAYMENTS:
		return (struct owner){payment->customer, payment->currency};
	case ACCOUNT_CREDIT_NOTES:
		return (struct owner){note->customer, note->currency};
	case ACCOUNT_WRITE_OFFS:
		return owner_of_invoice(((const struct write_off *)record)->invoice);
	case ACCOUNT_PLANS:
		return owner_of_invoice(((const struct plan *)record)->invoices[0]);
	case ACCOUNT_PROMISES:
		return (struct owner){promise->customer, promise->currency};
	case ACCOUNT_LOG:
		return owner_of_invoice(((const struct log_entry *)record)->invoices[0]);
	case ACCOUNT_RECORD__COUNT:
		break; /* GCOVR_EXCL_LINE: no record is of this kind */
	}
	return (struct owner){NULL, NULL}; /* GCOVR_EXCL_LINE: as above */
}

/* Records by their accounts, within one in the book's order. */
struct row_list {
	enum account_record kind;
	const void *const *items;
	size_t count;
};

struct row {
	struct owner owner;
	const void *record;
	size_t place; /* in the ledger's array */
};

static int by_row(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = by_owner(x->owner, y->owner);
	return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

/* A mere contact reckons nothing. */
static bool reckons(enum account_record kind, const void *record)
{
	return kind != ACCOUNT_LOG || ((const struct log_entry *)record)->stage >= 0;
}

/* Most kinds are in the order of accounts already: then the book's own array will do. */
static bool is_sorted(const struct row_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!reckons(list->kind, list->items[i]) ||
		    (i > 0 && by_owner(owner_of(list->kind, list->items[i - 1]),
				       owner_of(list->kind, list->items[i])) > 0))
			return false;
	return true;
}

static void sort(struct arena *arena, struct row_list *list)
{
	struct arena *scratch = arena_new(0);
	struct row *rows = ARENA_ARRAY(scratch, struct row, list->count);
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		if (reckons(list->kind, list->items[i])) {
			struct owner owner = owner_of(list->kind, list->items[i]);
			rows[count++] = (struct row){owner, list->items[i], i};
		}
	if (count)
		qsort(rows, count, sizeof *rows, by_row);
	const void **items = ARENA_ARRAY(arena, const void *, count);
	for (size_t i = 0; i < count; i++)
		items[i] = rows[i].record;
	arena_free(scratch);
	list->items = items;
	list->count = count;
}

static struct row_list rows_of(struct arena *arena, const struct ledger *ledger,
			       enum account_record kind)
{
	const struct {
		const void *items;
		size_t count;
	} arrays[ACCOUNT_RECORD__COUNT] = {
		[ACCOUNT_INVOICES] = {ledger->invoices, ledger->ninvoices},
		[ACCOUNT_PAYMENTS] = {ledger->payments, ledger->npayments},
		[ACCOUNT_CREDIT_NOTES] = {ledger->credit_notes, ledger->ncredit_notes},
		[ACCOUNT_WRITE_OFFS] = {ledger->write_offs, ledger->nwrite_offs},
		[ACCOUNT_PLANS] = {ledger->plans, ledger->nplans},
		[ACCOUNT_PROMISES] = {ledger->promises, ledger->npromises},
		[ACCOUNT_LOG] = {ledger->log, ledger->nlog},
	};
	struct row_list list = {kind, arrays[kind].items, arrays[kind].count};
	if (!is_sorted(&list))
		sort(arena, &list);
	return list;
}

/* Cuts the rows of one account off the front of each list; the least account first. */
static bool cut(struct row_list lists[], struct account_key *key)
{
	struct owner least = {NULL, NULL};
	for (size_t k = 0; k < ACCOUNT_RECORD__COUNT; k++) {
		if (lists[k].count == 0)
			continue;
		struct owner owner = owner_of(lists[k].kind, lists[k].items[0]);
		if (!least.customer || by_owner(owner, least) < 0)
			least = owner;
	}
	if (!least.customer)
		return false;
	*key = (struct account_key){.customer = least.customer,
				    .currency = least.currency};
	for (size_t k = 0; k < ACCOUNT_RECORD__COUNT; k++) {
		uint32_t n = 0;
		while (n < lists[k].count &&
		       by_owner(owner_of(lists[k].kind, lists[k].items[n]), least) == 0)
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
			if (day_of(k, key->rows[k][i]) <= as_of)
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
			size_t wanted = room == 0 ? ledger->ncustomers + 1 : 2 * room;
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
