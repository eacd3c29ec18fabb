#include "run/summary.h"

static const struct {
	struct str one, other;
} held_words[HELD_WHY__COUNT] = {
	[HELD_BLOCKED] = {STR_LIT("invoice held by a dispute, hold, plan or promise"),
			  STR_LIT("invoices held by a dispute, hold, plan or promise")},
	[HELD_BALANCE] = {STR_LIT("letter not sent: too little to ask for"),
			  STR_LIT("letters not sent: too little to ask for")},
	[HELD_INTERVAL] = {STR_LIT("letter not sent: the last one is too recent"),
			   STR_LIT("letters not sent: the last one is too recent")},
	[HELD_EARLY] = {STR_LIT("overdue invoice whose next letter is not due yet"),
			STR_LIT("overdue invoices whose next letter is not due yet")},
	[HELD_ENDED] =
		{STR_LIT("invoice past its last letter: decide (plan, write off, hand over)"),
		 STR_LIT("invoices past their last letter: decide (plan, write off, hand over)")},
};

static void count_line(struct buf *out, size_t n, struct str one, struct str other)
{
	if (n == 0)
		return;
	buf_format(out, "%zu %.*s\n", n, STR_ARG(n == 1 ? one : other));
}

static void held(struct buf *out, const struct book *book)
{
	size_t counts[HELD_WHY__COUNT] = {0};

	for (size_t i = 0; i < book->naccounts; i++)
		for (size_t j = 0; j < book->accounts[i]->nheld; j++)
			counts[book->accounts[i]->held[j].why]++;
	for (size_t why = 0; why < HELD_WHY__COUNT; why++)
		count_line(out, counts[why], held_words[why].one, held_words[why].other);
}

struct str summary_text(struct arena *arena, const struct book *book,
			const struct build_result *result)
{
	struct buf out = buf_new(arena, 0);

	buf_put(&out, STR("As of "));
	date_put(&out, book->as_of);
	buf_byte(&out, '\n');
	if (book->payments_to != DATE_NONE) {
		buf_put(&out, STR("Payments included up to "));
		date_put(&out, book->payments_to);
		buf_byte(&out, '\n');
	}
	buf_byte(&out, '\n');
	count_line(&out, result->statements, STR("statement"), STR("statements"));
	count_line(&out, result->letters, STR("letter"), STR("letters"));
	count_line(&out, result->carried,
		   STR("document carried over from the run before"),
		   STR("documents carried over from the run before"));
	if (result->statements + result->letters + result->carried == 0)
		buf_put(&out, STR("no documents: nothing is open\n"));
	for (size_t i = 0; i < result->ntotals; i++) {
		buf_format(&out, "%s ", result->totals[i].currency->code);
		money_put(&out, result->totals[i].demanded,
			  result->totals[i].currency->decimals);
		buf_put(&out, STR(" asked for\n"));
	}
	held(&out, book);
	return buf_str(&out);
}
