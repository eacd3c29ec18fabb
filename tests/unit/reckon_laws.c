/* Laws of reckoning that hold for every ledger, tried on random ones (rules 1, 3, 10,
 * 21–23). The seed of a failure is printed; RECKON_SEED and RECKON_ROUNDS choose others,
 * RECKON_SHOW prints the ledgers. book_new asserts conservation on every account. */
#include "reckon/interest.h"
#include "reckon_draft.h"

#define ROUNDS 10000

static const date LAST_DAY = 20787; /* 2026-11-30 */

static struct draft d;

#define FOR_SEEDS(seed) \
	for (unsigned long seed = draft_first_seed(), \
			   end_ = seed + draft_rounds(ROUNDS); \
	     seed < end_; seed++)

/* Any day from April 2025 to the end of 2026. */
static date some_day(void)
{
	return draft_day(&d, 90, 640);
}

static const char *text_of(date day)
{
	static char text[16];
	struct civil c = civil_from_date(day);
	snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month, c.day);
	return text;
}

/* What the segments print is what has run up; nothing is below zero; the exact interest
 * is the same however a segment is cut in two. */
static void check_segments(const struct item *item, unsigned long seed)
{
	money sum = 0;
	bool overflow = false;
	for (size_t s = 0; s < item->nsegments; s++) {
		const struct segment *whole = &item->segments[s];
		struct segment left = *whole, right = *whole;
		date cut = whole->from +
			   (date)draft_dice(&d, (unsigned)(whole->to - whole->from));
		left.to = right.from = cut;
		interest_work_out(&item->policy->interest, &left, &overflow);
		interest_work_out(&item->policy->interest, &right, &overflow);
		cr_assert(left.numerator + right.numerator == whole->numerator,
			  "seed %lu", seed);
		cr_assert_eq(left.days + right.days, whole->days, "seed %lu", seed);
		cr_assert(s == 0 || item->segments[s - 1].to <= whole->from);
		sum += whole->interest;
	}
	money opened = item->charges[CHARGE_INTEREST].accrued - sum;
	cr_assert(opened == 0 || opened == 321, "seed %lu: segments of '%.*s' miss %lld",
		  seed, STR_ARG(item->invoice->number), (long long)opened);
}

/* Rule 23 for one invoice, and signs. */
static void check_item(const struct item *item, unsigned long seed)
{
	cr_assert_eq(item->paid + item->credited + item->discounted + item->written_off +
			     item->principal,
		     item->amount, "seed %lu", seed);
	cr_assert_geq(item->principal, 0, "seed %lu", seed);
	cr_assert_leq(item->disputed, item->principal, "seed %lu", seed);
	for (enum charge c = 0; c < CHARGE__COUNT; c++)
		cr_assert_geq(item->charges[c].open, 0, "seed %lu", seed);
}

/* Rule 21, summed up once more from the items. */
static void check_account(const struct account *account, unsigned long seed)
{
	money aged = account->not_due, charges = 0, principal = 0, moved = 0;
	for (size_t i = 0; i <= account->policy->nbuckets; i++)
		aged += account->buckets[i];
	for (size_t i = 0; i < account->nitems; i++) {
		check_item(&account->items[i], seed);
		check_segments(&account->items[i], seed);
		principal += account->items[i].principal;
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			charges += account->items[i].charges[c].open;
	}
	for (size_t i = 0; i < account->nmovements; i++)
		moved += account->movements[i].amount;
	cr_assert_eq(aged, principal, "seed %lu", seed);
	cr_assert_eq(aged + charges - account->credit, account->balance, "seed %lu",
		     seed);
	cr_assert_eq(moved, account->balance, "seed %lu: movements make %lld, not %lld",
		     seed, (long long)moved, (long long)account->balance);
}

Test(laws, money_is_neither_lost_nor_made)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		struct book *book = draft_reckon(&d, some_day(), 0);
		for (size_t i = 0; i < book->count; i++)
			check_account(book->accounts[i], seed);
		book_free(book);
	}
}

/* Whether a record looks back: what it changes lies before the day it is known. */
static bool looks_back(void)
{
	for (enum section s = 0; s < SECTION__COUNT; s++)
		for (size_t i = 0; i < d.counts[s]; i++)
			if (strstr(d.records[s][i], "returned:") ||
			    strstr(d.records[s][i], "effective:") ||
			    strstr(d.records[s][i], "opening:"))
				return true;
	return false;
}

/* The balance of that customer's account on another day; 0 before it has one. */
static money balance_in(const struct book *book, const struct account *account)
{
	for (size_t i = 0; i < book->count; i++)
		if (str_equal(book->accounts[i]->customer->id, account->customer->id) &&
		    book->accounts[i]->currency == account->currency)
			return book->accounts[i]->balance;
	return 0;
}

/* Rule 22: a month begins with what the one before closed with. */
Test(laws, what_is_brought_forward_is_the_balance_of_the_evening_before)
{
	unsigned long tried = 0;
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		if (looks_back())
			continue;
		date day = some_day();
		struct civil c = civil_from_date(day);
		struct book *now = draft_reckon(&d, day, 0);
		struct book *before =
			draft_reckon(&d, date_from_civil(c.year, c.month, 1) - 1, 0);
		for (size_t i = 0; i < now->count; i++)
			cr_assert_eq(now->accounts[i]->brought_forward,
				     balance_in(before, now->accounts[i]), "seed %lu",
				     seed);
		tried++;
		book_free(now);
		book_free(before);
	}
	cr_assert_gt(tried, draft_rounds(ROUNDS) / 100);
}

Test(laws, order_of_records_never_changes_a_sum)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		struct book *book = draft_reckon(&d, LAST_DAY, 0);
		struct book *turned = draft_reckon(&d, LAST_DAY, 1 + seed % 3);
		draft_compare(book, turned, seed);
		book_free(book);
		book_free(turned);
	}
}

/* Records of every kind from after A, and log entries of A itself (rule 1). */
static void put_future(date day)
{
	const char *after = text_of(day + 1);
	draft_put(&d, INVOICES, "{number: F, customer: acme, issued: %s, amount: 99}",
		  after);
	draft_put(&d, PAYMENTS, "{date: %s, amount: 9999, for: [N-0, N-1]}", after);
	draft_put(&d, PAYMENTS, "{date: %s, customer: acme, amount: -5}", after);
	draft_put(&d, CREDIT_NOTES, "{number: G, customer: acme, issued: %s, amount: 55}",
		  after);
	draft_put(&d, PROMISES, "{customer: acme, made: %s, by: 2029-01-01}", after);
	draft_put(&d, LOG, "{date: %s, customer: birch, stage: one, invoices: [E-0]}",
		  after);
	draft_put(&d, INVOICES,
		  "{number: E-0, customer: birch, issued: %s, amount: 9, policy: calm}",
		  after);
	draft_put(&d, PLANS,
		  "{id: Q, customer: acme, agreed: %s, invoices: [F], "
		  "first: 2029-01-01, every: month, count: 2}",
		  after);
	draft_put(&d, WRITE_OFFS, "{date: %s, invoice: F, reason: R}", after);
}

Test(laws, records_after_the_day_change_nothing)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		date day = some_day();
		struct book *before = draft_reckon(&d, day, 0);
		put_future(day);
		struct book *after = draft_reckon(&d, day, 0);
		draft_compare(before, after, seed);
		book_free(before);
		book_free(after);
	}
}

/* An entry of the rate that is in force already cuts the period in two, and nothing else
 * (rule 10; `rounding: segment` splits there by its own words). */
Test(laws, an_entry_of_the_same_rate_changes_nothing)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		date day = some_day();
		if (d.by_segment)
			continue;
		struct book *before = draft_reckon(&d, day, 0);
		snprintf(d.more_rates, sizeof d.more_rates, "{from: %s, percent: %u}, ",
			 text_of(draft_day(&d, 1, 276)), d.percent);
		struct book *after = draft_reckon(&d, day, 0);
		draft_compare(before, after, seed);
		book_free(before);
		book_free(after);
	}
}

/* `rounding: segment` may round one segment more on an invoice when the payment's own day
 * is not counted; elsewhere not by a penny. */
Test(laws, a_payment_never_raises_what_is_owed_on_its_day)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		date day = some_day();
		struct book *before = draft_reckon(&d, day, 0);
		draft_put(&d, PAYMENTS, "{date: %s, customer: acme, amount: 77.77}",
			  text_of(day));
		struct book *after = draft_reckon(&d, day, 0);
		if (before->count > 0 &&
		    str_equal(book_account(before)->customer->id, STR("acme"))) {
			money slack =
				d.by_segment ? (money)book_account(before)->nitems : 0;
			cr_assert_leq(book_account(after)->balance,
				      book_account(before)->balance - 7777 + slack,
				      "seed %lu", seed);
		}
		book_free(before);
		book_free(after);
	}
}

/* Pure: no clock, no address, no memory of an earlier run. */
Test(laws, the_same_ledger_twice_is_the_same)
{
	FOR_SEEDS(seed)
	{
		draft_new(&d, seed);
		date day = some_day();
		struct book *first = draft_reckon(&d, day, 0);
		struct book *second = draft_reckon(&d, day, 0);
		draft_compare(first, second, seed);
		book_free(first);
		book_free(second);
	}
}
