/* status_json of status.h. */
#include <stdlib.h>

#include "escalate/trigger.h"
#include "status.h"

/* What one writer works with; `arena` is scratch, rewound after each account. */
struct sheet {
	struct arena *arena;
	struct json json;
	const struct escalation *escalation;
	const struct account *account;
};

static void amount(struct sheet *sheet, const char *key, money value)
{
	print_put_money(&sheet->json, sheet->arena, key, value, sheet->account->currency);
}

static void number(struct sheet *sheet, const char *key, int64_t value)
{
	struct buf digits = buf_new(sheet->arena, 0);

	buf_int(&digits, value);
	json_key(&sheet->json, key);
	json_raw(&sheet->json, buf_str(&digits));
}

static void sums(struct sheet *sheet)
{
	const struct account *account = sheet->account;

	amount(sheet, "principal", account->principal);
	amount(sheet, "disputed", account->disputed);
	amount(sheet, "interest", account->charges[CHARGE_INTEREST]);
	amount(sheet, "compensation", account->charges[CHARGE_COMPENSATION]);
	amount(sheet, "late_charges", account->charges[CHARGE_LATE]);
	amount(sheet, "fees", account->charges[CHARGE_FEE]);
	amount(sheet, "credit", account->credit);
	amount(sheet, "balance", account->balance);
}

static void aging(struct sheet *sheet)
{
	const struct account *account = sheet->account;
	struct json *json = &sheet->json;

	json_key(json, "aging");
	json_open(json, '{');
	amount(sheet, "not_due", account->not_due);
	json_key(json, "buckets");
	json_open(json, '[');
	for (size_t i = 0; i <= account->policy->nbuckets; i++) {
		json_open(json, '{');
		if (i < account->policy->nbuckets)
			number(sheet, "upto", account->policy->buckets[i]);
		amount(sheet, "amount", account->buckets[i]);
		json_close(json, '}');
	}
	json_close(json, ']');
	json_close(json, '}');
}

static void blocked(struct sheet *sheet, const struct item *item)
{
	struct json *json = &sheet->json;

	json_key(json, "blocked");
	json_open(json, '[');
	for (const struct block *block = item->blocks; block; block = block->next) {
		json_open(json, '{');
		print_put_str(json, "by", print_block(block->by));
		print_put_day(json, sheet->arena, "until", block->until);
		print_put_str(json, "reason", block->reason);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void money_of(struct sheet *sheet, const struct item *item)
{
	amount(sheet, "amount", item->amount);
	amount(sheet, "principal", item->principal);
	amount(sheet, "disputed", item->disputed);
	amount(sheet, "interest", item->charges[CHARGE_INTEREST].open);
	amount(sheet, "accrued", item->charges[CHARGE_INTEREST].accrued);
	amount(sheet, "compensation", item->charges[CHARGE_COMPENSATION].open);
	amount(sheet, "late_charges", item->charges[CHARGE_LATE].open);
	amount(sheet, "fees", item->charges[CHARGE_FEE].open);
}

static void invoice(struct sheet *sheet, const struct progress *progress)
{
	const struct item *item = progress->item;
	struct json *json = &sheet->json;

	json_open(json, '{');
	print_put_str(json, "number", item->invoice->number);
	print_put_day(json, sheet->arena, "issued", item->invoice->issued);
	print_put_day(json, sheet->arena, "due", item->invoice->due);
	number(sheet, "days_overdue", trigger_overdue(item, sheet->account->as_of));
	money_of(sheet, item);
	print_put_str(json, "policy", item->policy->name);
	print_put_or_null(json, "stage", print_stage(item->policy, item->done));
	print_put_or_null(json, "next", print_stage(item->policy, progress->next));
	print_put_day(json, sheet->arena, "earliest", progress->earliest);
	print_put_bool(json, "ended", progress->ended);
	blocked(sheet, item);
	json_close(json, '}');
}

static int by_number(const void *a, const void *b)
{
	const struct progress *const *left = a, *const *right = b;
	return str_compare((*left)->item->invoice->number,
			   (*right)->item->invoice->number);
}

static void invoices(struct sheet *sheet)
{
	const struct escalation *escalation = sheet->escalation;
	size_t nitems = sheet->account->nitems, count = 0;
	const struct progress **open =
		ARENA_ARRAY(sheet->arena, const struct progress *, nitems);

	for (size_t i = 0; i < nitems; i++)
		if (!escalation->progress[i].item->settled)
			open[count++] = &escalation->progress[i];
	qsort(open, count, sizeof *open, by_number);
	json_key(&sheet->json, "invoices");
	json_open(&sheet->json, '[');
	for (size_t i = 0; i < count; i++)
		invoice(sheet, open[i]);
	json_close(&sheet->json, ']');
}

static int by_id(const void *a, const void *b)
{
	const struct plan_status *const *left = a, *const *right = b;
	return str_compare((*left)->plan->id, (*right)->plan->id);
}

static void plan(struct sheet *sheet, const struct plan_status *status)
{
	static const struct str states[PLAN_STATE__COUNT] = {
		STR_LIT("kept"), STR_LIT("broken"), STR_LIT("done")};
	struct json *json = &sheet->json;

	json_open(json, '{');
	print_put_str(json, "id", status->plan->id);
	print_put_str(json, "state", states[status->state]);
	amount(sheet, "required", status->required);
	amount(sheet, "paid", status->paid);
	print_put_day(json, sheet->arena, "broken", status->broken);
	json_close(json, '}');
}

static void plans(struct sheet *sheet)
{
	size_t count = sheet->account->nplans;
	const struct plan_status **sorted =
		ARENA_ARRAY(sheet->arena, const struct plan_status *, count);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &sheet->account->plans[i];
	qsort(sorted, count, sizeof *sorted, by_id);
	json_key(&sheet->json, "plans");
	json_open(&sheet->json, '[');
	for (size_t i = 0; i < count; i++)
		plan(sheet, sorted[i]);
	json_close(&sheet->json, ']');
}

/* By made, then by, then state: what is shown of a promise decides its place. */
static int by_days(const void *a, const void *b)
{
	const struct promise_status *const *left = a, *const *right = b;
	const struct promise *x = (*left)->promise, *y = (*right)->promise;

	if (x->made != y->made)
		return x->made < y->made ? -1 : 1;
	if (x->by != y->by)
		return x->by < y->by ? -1 : 1;
	return (int)(*left)->state - (int)(*right)->state;
}

static void promise(struct sheet *sheet, const struct promise_status *status)
{
	static const struct str states[PROMISE_STATE__COUNT] = {
		STR_LIT("running"), STR_LIT("kept"), STR_LIT("broken")};

	json_open(&sheet->json, '{');
	print_put_day(&sheet->json, sheet->arena, "by", status->promise->by);
	print_put_str(&sheet->json, "state", states[status->state]);
	json_close(&sheet->json, '}');
}

static void promises(struct sheet *sheet)
{
	size_t count = sheet->account->npromises;
	const struct promise_status **sorted =
		ARENA_ARRAY(sheet->arena, const struct promise_status *, count);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &sheet->account->promises[i];
	qsort(sorted, count, sizeof *sorted, by_days);
	json_key(&sheet->json, "promises");
	json_open(&sheet->json, '[');
	for (size_t i = 0; i < count; i++)
		promise(sheet, sorted[i]);
	json_close(&sheet->json, ']');
}

static int by_line_number(const void *a, const void *b)
{
	const struct letter_line *const *left = a, *const *right = b;
	return str_compare((*left)->item->invoice->number,
			   (*right)->item->invoice->number);
}

static void advances(struct sheet *sheet, const struct letter *letter)
{
	const struct letter_line **lines =
		ARENA_ARRAY(sheet->arena, const struct letter_line *, letter->nlines);
	size_t count = 0;

	for (size_t i = 0; i < letter->nlines; i++)
		if (letter->lines[i].advances)
			lines[count++] = &letter->lines[i];
	qsort(lines, count, sizeof *lines, by_line_number);
	json_key(&sheet->json, "advances");
	json_open(&sheet->json, '{');
	for (size_t i = 0; i < count; i++)
		print_put_str(&sheet->json,
			      str_c(sheet->arena, lines[i]->item->invoice->number),
			      print_stage(letter->policy, lines[i]->stage));
	json_close(&sheet->json, '}');
}

static void letters(struct sheet *sheet)
{
	struct json *json = &sheet->json;

	json_key(json, "letters");
	json_open(json, '[');
	for (size_t i = 0; i < sheet->escalation->nletters; i++) {
		const struct letter *letter = &sheet->escalation->letters[i];
		json_open(json, '{');
		print_put_str(json, "policy", letter->policy->name);
		print_put_str(json, "stage", print_stage(letter->policy, letter->stage));
		print_put_day(json, sheet->arena, "pay_by", letter->pay_by);
		amount(sheet, "fee", letter->fee);
		amount(sheet, "demand", letter->demand);
		advances(sheet, letter);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void account(struct sheet *sheet)
{
	struct json *json = &sheet->json;

	json_open(json, '{');
	print_put_str(json, "customer", sheet->account->customer->id);
	print_put_str(json, "currency", str_from_c(sheet->account->currency->code));
	sums(sheet);
	aging(sheet);
	invoices(sheet);
	plans(sheet);
	promises(sheet);
	letters(sheet);
	json_close(json, '}');
}

struct str status_json(struct arena *arena, const struct book *book)
{
	struct buf out = buf_new(arena, 0);
	struct sheet sheet = {.arena = arena_new(0), .json = json_new(&out)};

	json_open(&sheet.json, '{');
	print_put_day(&sheet.json, sheet.arena, "as_of", book->as_of);
	json_key(&sheet.json, "accounts");
	json_open(&sheet.json, '[');
	for (size_t i = 0; i < book->naccounts; i++) {
		struct arena_mark mark = arena_mark(sheet.arena);
		sheet.escalation = book->accounts[i];
		sheet.account = book->accounts[i]->account;
		account(&sheet);
		arena_rewind(sheet.arena, mark);
	}
	json_close(&sheet.json, ']');
	json_close(&sheet.json, '}');
	buf_byte(&out, '\n');
	arena_free(sheet.arena);
	return buf_str(&out);
}
