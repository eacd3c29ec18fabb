#include "run/summary.h"

#define NAMED 8u /* customers of each reason to be held back */

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

/* The first of them by name: of a large book nobody reads more here. */
static void put_names(struct buf *out, const struct batch *batch, size_t why)
{
	const struct customer *last = NULL;
	size_t names = 0;

	for (size_t i = 0; i < batch->book->nkeys; i++) {
		const struct batch_held *held = &batch->held[i];

		if (held->customer == last || !held->count[why])
			continue;
		last = held->customer;
		if (names++ < NAMED)
			buf_format(out, "%s%.*s", names == 1 ? "  " : ", ",
				   STR_ARG(last->id));
	}
	if (names > NAMED)
		buf_format(out, " and %zu more: see 'collectgen plan'", names - NAMED);
	buf_byte(out, '\n');
}

static void put_held(struct buf *out, const struct batch *batch)
{
	for (size_t why = 0; why < HELD_WHY__COUNT; why++) {
		size_t count = 0;

		for (size_t i = 0; i < batch->book->nkeys; i++)
			count += batch->held[i].count[why];
		if (count == 0)
			continue;
		buf_format(out, "%zu %.*s\n", count,
			   STR_ARG(count == 1 ? held_words[why].one
					      : held_words[why].other));
		put_names(out, batch, why);
	}
}

/* ---- sums asked for ---- */

struct total {
	const struct currency *currency;
	money demanded;
	struct total *next; /* by code */
};

static void add(struct arena *arena, struct total **first, const struct manifest_entry *e)
{
	struct total **at = first;
	bool overflow = false;

	while (*at && str_compare(str_from_c((*at)->currency->code),
				  str_from_c(e->currency->code)) < 0)
		at = &(*at)->next;
	if (!*at || (*at)->currency != e->currency) {
		struct total *total = ARENA_NEW(arena, struct total);

		*total = (struct total){e->currency, 0, *at};
		*at = total;
	}
	(*at)->demanded = money_add((*at)->demanded, e->demand, &overflow);
}

static void put_totals(struct buf *out, const struct manifest *manifest)
{
	struct total *first = NULL;

	for (size_t i = 0; i < manifest->count; i++)
		if (manifest->entries[i]->stage.len && !manifest->entries[i]->line.len)
			add(out->arena, &first, manifest->entries[i]);
	for (const struct total *total = first; total; total = total->next) {
		buf_format(out, "%s %s ", total == first ? "letters ask for" : ",",
			   total->currency->code);
		money_put(out, total->demanded, total->currency->decimals);
	}
	if (first)
		buf_byte(out, '\n');
}

/* ---- the whole ---- */

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

struct str summary_of(struct arena *arena, const struct build_result *result,
		      const struct manifest *manifest, const struct batch *batch)
{
	struct buf out = buf_new(arena, 0);

	buf_format(&out, "%zu statement%s, %zu letter%s (%zu page%s)\n",
		   result->statements, plural(result->statements), result->letters,
		   plural(result->letters), result->pages, plural(result->pages));
	if (result->carried)
		buf_format(&out, "%zu document%s of the run before stayed\n",
			   result->carried, plural(result->carried));
	put_totals(&out, manifest);
	put_held(&out, batch);
	return buf_str(&out);
}

struct str summary_text(struct arena *arena, const struct book *book, struct str summary)
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
	buf_put(&out, summary);
	return buf_str(&out);
}

struct str summary_read(struct str text)
{
	struct str line;

	while (str_line(&text, &line))
		if (line.len == 0)
			return text;
	return STR("");
}
