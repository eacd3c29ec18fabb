/* plan_json of plan.h. */
#include "escalate/channel.h"
#include "plan.h"

/* What one writer works with; `arena` is scratch, rewound after each account. */
struct sheet {
	struct arena *arena;
	struct json json;
	const struct account *account;
};

static void amount(struct sheet *sheet, const char *key, money value)
{
	print_put_money(&sheet->json, sheet->arena, key, value, sheet->account->currency);
}

static void heading(struct sheet *sheet, const struct policy *policy)
{
	print_put_str(&sheet->json, "customer", sheet->account->customer->id);
	print_put_str(&sheet->json, "currency",
		      str_from_c(sheet->account->currency->code));
	print_put_str(&sheet->json, "policy", policy->name);
}

static void invoice(struct sheet *sheet, const struct letter *letter,
		    const struct letter_line *line)
{
	struct json *json = &sheet->json;

	json_open(json, '{');
	print_put_str(json, "number", line->item->invoice->number);
	print_put_or_null(json, "from", print_stage(letter->policy, line->item->done));
	print_put_or_null(json, "to", print_stage(letter->policy, line->stage));
	print_put_bool(json, "advances", line->advances);
	print_put_day(json, sheet->arena, "deadline",
		      line->advances ? letter->pay_by : line->deadline);
	amount(sheet, "principal", line->principal);
	amount(sheet, "demanded", line->total);
	json_close(json, '}');
}

static void sums(struct sheet *sheet, const struct letter *letter)
{
	amount(sheet, "principal", letter->principal);
	amount(sheet, "interest", letter->charges[CHARGE_INTEREST]);
	amount(sheet, "compensation", letter->charges[CHARGE_COMPENSATION]);
	amount(sheet, "late_charges", letter->charges[CHARGE_LATE]);
	amount(sheet, "fees", letter->charges[CHARGE_FEE]);
	amount(sheet, "fee", letter->fee);
	amount(sheet, "credit", letter->credit);
	amount(sheet, "demand", letter->demand);
}

static void put_letter(struct sheet *sheet, const struct letter *letter)
{
	struct json *json = &sheet->json;

	json_open(json, '{');
	heading(sheet, letter->policy);
	print_put_str(json, "stage", print_stage(letter->policy, letter->stage));
	print_put_day(json, sheet->arena, "pay_by", letter->pay_by);
	print_put_or_null(json, "channel",
			  letter->channel == CHANNEL_NONE
				  ? (struct str){NULL, 0}
				  : str_from_c(channel_name(letter->channel)));
	sums(sheet, letter);
	json_key(json, "invoices");
	json_open(json, '[');
	for (size_t i = 0; i < letter->nlines; i++)
		invoice(sheet, letter, &letter->lines[i]);
	json_close(json, ']');
	json_key(json, "blocked");
	json_open(json, '[');
	for (size_t i = 0; i < letter->nblocked; i++)
		json_str(json, letter->blocked[i]->invoice->number);
	json_close(json, ']');
	json_close(json, '}');
}

static struct str why(const struct held *held)
{
	static const struct str words[HELD_WHY__COUNT] = {
		[HELD_BALANCE] = STR_LIT("min_balance"),
		[HELD_INTERVAL] = STR_LIT("min_interval"),
		[HELD_EARLY] = STR_LIT("early"),
		[HELD_ENDED] = STR_LIT("ended"),
	};

	if (held->why == HELD_BLOCKED)
		/* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): an item */
		return print_block(held->item->blocks->by);
	return words[held->why];
}

static void put_held(struct sheet *sheet, const struct held *held)
{
	struct json *json = &sheet->json;

	json_open(json, '{');
	heading(sheet, held->policy);
	print_put_or_null(json, "invoice",
			  held->item ? held->item->invoice->number
				     : (struct str){NULL, 0});
	print_put_str(json, "by", why(held));
	print_put_day(json, sheet->arena, "until", held->until);
	if (held->why == HELD_BALANCE)
		amount(sheet, "demand", held->amount);
	json_close(json, '}');
}

static void letters(struct sheet *sheet, const struct escalation *escalation)
{
	for (size_t i = 0; i < escalation->nletters; i++)
		put_letter(sheet, &escalation->letters[i]);
}

static void held(struct sheet *sheet, const struct escalation *escalation)
{
	for (size_t i = 0; i < escalation->nheld; i++)
		put_held(sheet, &escalation->held[i]);
}

static void list(struct sheet *sheet, const struct book *book, const char *key,
		 void (*put)(struct sheet *sheet, const struct escalation *escalation))
{
	json_key(&sheet->json, key);
	json_open(&sheet->json, '[');
	for (size_t i = 0; put && i < book->naccounts; i++) {
		struct arena_mark mark = arena_mark(sheet->arena);
		sheet->account = book->accounts[i]->account;
		put(sheet, book->accounts[i]);
		arena_rewind(sheet->arena, mark);
	}
	json_close(&sheet->json, ']');
}

struct str plan_json(struct arena *arena, const struct book *book, bool refused)
{
	struct buf out = buf_new(arena, 0);
	struct sheet sheet = {.arena = arena_new(0), .json = json_new(&out)};

	json_open(&sheet.json, '{');
	print_put_day(&sheet.json, sheet.arena, "as_of", book->as_of);
	print_put_day(&sheet.json, sheet.arena, "payments_to", book->payments_to);
	print_put_bool(&sheet.json, "refused", refused);
	list(&sheet, book, "letters", refused ? NULL : letters);
	list(&sheet, book, "held", held);
	json_close(&sheet.json, '}');
	buf_byte(&out, '\n');
	arena_free(sheet.arena);
	return buf_str(&out);
}
