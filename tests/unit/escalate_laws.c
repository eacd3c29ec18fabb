/* Laws of escalation that hold for every ledger, tried on random ones (rules 1, 15–19).
 * See reckon_laws.c for the variables that choose seeds. */
#include <string.h>

#include "reckon_draft.h"

#define ROUNDS 10000

static struct draft d;

#define FOR_SEEDS(seed, rounds) \
	for (unsigned long seed = draft_first_seed(), \
			   end_ = seed + draft_rounds(rounds); \
	     seed < end_; seed++)

Test(escalation_laws, logging_todays_letters_changes_nothing_today)
{
	FOR_SEEDS(seed, ROUNDS)
	{
		draft_new(&d, seed);
		date day = draft_day(&d, 90, 640);
		struct book *before = draft_reckon(&d, day, 0);
		draft_sent(&d, before, day, draft_judge(before));
		struct book *after = draft_reckon(&d, day, 0);
		draft_compare(before, after, seed);
		book_free(before);
		book_free(after);
	}
}

static bool blocked(struct str name, date day)
{
	for (size_t i = 0; i < d.nblocks; i++)
		if (str_equal(name, str_from_c(d.blocks[i].name)) &&
		    d.blocks[i].since <= day && day <= d.blocks[i].until)
			return true;
	return false;
}

/* The draft's own list of holds and disputes against every line of every letter; plans
 * and promises as the account tells them. */
static void check_blocks(const struct escalation *judged, date day, unsigned long seed)
{
	for (size_t i = 0; i < judged->nletters; i++) {
		const struct letter *letter = &judged->letters[i];
		cr_assert_not(blocked(judged->account->customer->id, day), "seed %lu",
			      seed);
		for (size_t k = 0; k < letter->nlines; k++) {
			const struct item *item = letter->lines[k].item;
			cr_assert_not(blocked(item->invoice->number, day), "seed %lu",
				      seed);
			cr_assert_null(item->blocks, "seed %lu", seed);
			cr_assert_leq(letter->lines[k].principal,
				      item->principal - item->disputed, "seed %lu", seed);
		}
	}
}

Test(escalation_laws, a_blocked_invoice_is_never_demanded)
{
	size_t letters = 0;
	FOR_SEEDS(seed, ROUNDS)
	{
		draft_new(&d, seed);
		date day = draft_day(&d, 90, 640);
		struct book *book = draft_reckon(&d, day, 0);
		struct escalation **judged = draft_judge(book);
		for (size_t i = 0; i < book->count; i++) {
			check_blocks(judged[i], day, seed);
			letters += judged[i]->nletters;
		}
		book_free(book);
	}
	cr_assert_gt(letters, 0, "no letter in any ledger: nothing was tried");
}

/* What the letters of one invoice's life were. */
struct life {
	struct str number;
	char text[8];
	int32_t stage;
	date on;
};

static struct life lives[2 * DRAFT_RECORDS];
static size_t nlives;

static struct life *life_of(struct str number)
{
	for (size_t i = 0; i < nlives; i++)
		if (str_equal(str_from_c(lives[i].text), number))
			return &lives[i];
	struct life *life = &lives[nlives++];
	*life = (struct life){.stage = -1, .on = DATE_NONE};
	snprintf(life->text, sizeof life->text, "%.*s", STR_ARG(number));
	return life;
}

/* The stage after the last one logged; one before due lapses once due is past. */
static int32_t following(const struct policy *policy, const struct life *life, date due,
			 date day)
{
	int32_t next = life->stage + 1;
	while (policy->stages[next].after < 0 && day > due)
		next++;
	return next;
}

static void live(const struct letter_line *line, date day, unsigned long seed)
{
	const struct item *item = line->item;
	const struct stage *stages = item->policy->stages;
	struct life *life = life_of(item->invoice->number);
	if (!line->advances) {
		cr_assert_eq(line->stage, life->stage, "seed %lu", seed);
		return;
	}
	cr_assert_eq(line->stage, following(item->policy, life, item->invoice->due, day),
		     "seed %lu: '%.*s' jumps to %d", seed, STR_ARG(item->invoice->number),
		     line->stage);
	cr_assert_geq(day, item->invoice->due + stages[line->stage].after);
	if (life->on != DATE_NONE && life->stage == line->stage - 1) {
		const struct stage *last = &stages[life->stage];
		cr_assert_geq(day, life->on + stages[line->stage].after - last->after,
			      "seed %lu", seed);
		cr_assert_gt(day, life->on + last->deadline, "seed %lu", seed);
	}
	life->stage = line->stage;
	life->on = day;
}

static void live_through(const struct escalation *judged, date day, unsigned long seed)
{
	check_blocks(judged, day, seed);
	for (size_t k = 0; k < judged->nletters; k++)
		for (size_t n = 0; n < judged->letters[k].nlines; n++)
			live(&judged->letters[k].lines[n], day, seed);
}

/* Two years of a ledger, looked at every few days, each day's letters logged. */
Test(escalation_laws, stages_never_jump_in_two_years_of_letters)
{
	size_t letters = 0;
	FOR_SEEDS(seed, ROUNDS / 50)
	{
		draft_new(&d, seed);
		d.counts[LOG] = nlives = 0;
		date day = date_from_civil(2025, 1, 20);
		while (day < date_from_civil(2026, 12, 31)) {
			struct book *book = draft_reckon(&d, day, 0);
			struct escalation **judged = draft_judge(book);
			for (size_t i = 0; i < book->count; i++)
				live_through(judged[i], day, seed);
			draft_sent(&d, book, day, judged);
			book_free(book);
			day += 2 + (date)draft_dice(&d, 12);
		}
		letters += d.counts[LOG];
	}
	cr_assert_gt(letters, 0, "no letter in any ledger: nothing was tried");
}
