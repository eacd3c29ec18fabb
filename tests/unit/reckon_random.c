/* Laws that hold for every ledger, tried on random ones (rules 1, 3, 21–23). The seed of
 * a failure is printed; RECKON_SEED and RECKON_ROUNDS choose others. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "reckon_book.h"

#define RECORDS 64
#define TEXT 200

enum section {
	INVOICES,
	PAYMENTS,
	CREDIT_NOTES,
	WRITE_OFFS,
	PLANS,
	PROMISES,
	LOG,
	SECTION__COUNT
};

static const char *const names[] = {"invoices", "payments", "credit_notes", "write_offs",
				    "plans",	"promises", "log"};

struct draft {
	uint64_t state;
	char policy[1024];
	char records[SECTION__COUNT][RECORDS][TEXT];
	size_t counts[SECTION__COUNT];
};

static unsigned dice(struct draft *d, unsigned sides)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return (unsigned)((d->state >> 11) % sides);
}

static const char *pick(struct draft *d, const char *const *words, unsigned count)
{
	return words[dice(d, count)];
}

#define PICK(d, ...) \
	pick((d), (const char *const[]){__VA_ARGS__}, \
	     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* A day of 2025 or 2026 from `from` days after 1 January 2025 on, in one of 4 buffers. */
static const char *day(struct draft *d, unsigned from, unsigned span)
{
	static char texts[4][16];
	static unsigned turn;
	char *text = texts[turn++ % 4];
	date when = date_from_civil(2025, 1, 1) + (date)(from + dice(d, span));
	struct civil c = civil_from_date(when);
	snprintf(text, sizeof texts[0], "%04d-%02d-%02d", c.year, c.month, c.day);
	return text;
}

__attribute__((format(printf, 3, 4))) static void
put(struct draft *d, enum section section, const char *form, ...)
{
	va_list arguments;
	va_start(arguments, form);
	vsnprintf(d->records[section][d->counts[section]++], TEXT, form, arguments);
	va_end(arguments);
}

static void draft_policy(struct draft *d)
{
	const char *claim = PICK(d, "due", "one", "two");
	snprintf(
		d->policy, sizeof d->policy,
		"rates: {ref: [{from: 2024-07-01, percent: 3}, {from: 2025-01-01, percent: %u},\n"
		"  {from: 2025-10-05, percent: -9}, {from: 2026-01-01, percent: 2}]}\n"
		"policies: {test: {currency: GBP, settles: %s, grace_days: %u,\n"
		"  interest: {%s, year: %s, rounding: %s, compound: %s, starts: %s,\n"
		"    payment_day_counts: %s, claimed_from: %s},\n"
		"  compensation: {bands: [{below: 500, amount: 40}, {amount: 70}], claimed_from: %s},\n"
		"  late_charge: {percent: 1.5, every: month, counts: %s, max_percent: 5,\n"
		"    claimed_from: %s},\n"
		"  dispute: {interest: %s}, stages: [{name: one, after: 3, letter: reminder-1,\n"
		"    fee: {amount: 4}}, {name: two, after: 10, letter: reminder-2}]}}\n",
		dice(d, 9),
		PICK(d, "principal-first", "costs-interest-principal",
		     "costs-principal-interest"),
		dice(d, 3) * 4,
		PICK(d, "percent: 11.75", "reference: ref, plus: 8",
		     "reference: ref, plus: 8, fixed: half-yearly",
		     "reference: ref, plus: 8, fixed: on-change, round_up_to: 0.5, round_up: sum"),
		PICK(d, "365", "360", "actual", "30/360"),
		PICK(d, "once", "segment", "daily"),
		PICK(d, "never", "yearly", "monthly"), PICK(d, "due", "due + 9", "one"),
		PICK(d, "true", "false"), claim, PICK(d, "due", "one", "two"),
		PICK(d, "started", "completed"), PICK(d, "due", "two"),
		PICK(d, "stops", "runs"));
}

static void draft_invoice(struct draft *d, unsigned i)
{
	char more[TEXT / 2] = "";
	const char *issued = day(d, 0, 500);
	switch (dice(d, 8)) {
	case 0:
		snprintf(more, sizeof more, ", dispute: {since: %s, amount: %u}",
			 day(d, 30, 600), 1 + dice(d, 400));
		break;
	case 1:
		snprintf(more, sizeof more, ", dispute: {since: %s, until: 2026-12-31}",
			 day(d, 30, 600));
		break;
	case 2:
		snprintf(more, sizeof more, ", waive: {date: %s, what: [%s], reason: R}",
			 day(d, 30, 600), PICK(d, "interest", "compensation", "fees"));
		break;
	case 3:
		snprintf(more, sizeof more,
			 ", opening: {as_of: %s, interest: 3.21, costs: 2}",
			 day(d, 30, 600));
		break;
	case 4:
		snprintf(more, sizeof more, ", terms: %u/10 net 20", 1 + dice(d, 3));
		break;
	default:
		break;
	}
	put(d, INVOICES, "{number: N-%u, customer: acme, issued: %s, amount: %u.%02u%s}",
	    i, issued, dice(d, 1200), 1 + dice(d, 98), more);
}

static void draft_payment(struct draft *d, unsigned invoices)
{
	const char *when = day(d, 0, 700);
	unsigned i = dice(d, invoices), k = dice(d, invoices);
	switch (dice(d, 6)) {
	case 0:
		put(d, PAYMENTS, "{date: %s, amount: %u.50, for: [N-%u]}", when,
		    1 + dice(d, 900), i);
		break;
	case 1:
		put(d, PAYMENTS,
		    "{date: %s, amount: %u.75, for: {N-%u: 0.75}, reference: n%u}", when,
		    1 + dice(d, 900), i, k);
		break;
	case 2:
		put(d, PAYMENTS,
		    "{date: %s, customer: acme, amount: %u, reference: \"n/%u + N%u\"}",
		    when, 1 + dice(d, 900), i, k);
		break;
	case 3:
		put(d, PAYMENTS, "{date: %s, customer: acme, amount: -%u}", when,
		    1 + dice(d, 90));
		break;
	case 4:
		put(d, PAYMENTS,
		    "{date: 2026-01-05, customer: acme, amount: %u, returned: %s}",
		    1 + dice(d, 900), day(d, 380, 300));
		break;
	default:
		put(d, PAYMENTS, "{date: %s, customer: acme, amount: %u}", when,
		    1 + dice(d, 900));
		break;
	}
}

static void draft_rest(struct draft *d, unsigned invoices)
{
	for (unsigned i = dice(d, 4); i > 0; i--) {
		unsigned n = dice(d, invoices);
		put(d, CREDIT_NOTES,
		    "{number: C-%u, customer: acme, invoice: N-%u, issued: %s, amount: %u}",
		    i, n, day(d, 520, 200), 1 + dice(d, 300));
	}
	if (dice(d, 2) == 0)
		put(d, CREDIT_NOTES,
		    "{number: D, customer: acme, issued: %s, amount: %u}",
		    day(d, 30, 600), 1 + dice(d, 300));
	if (dice(d, 2) == 0)
		put(d, WRITE_OFFS, "{date: %s, invoice: N-%u, reason: R}",
		    day(d, 500, 200), dice(d, invoices));
	if (dice(d, 2) == 0)
		put(d, PLANS,
		    "{id: P, customer: acme, agreed: %s, invoices: [N-0, N-1], %s}",
		    day(d, 500, 60),
		    PICK(d, "first: 2026-07-01, every: month, count: 3",
			 "instalments: [{due: 2026-07-01, amount: 50}], interest: runs"));
	if (dice(d, 3) == 0)
		put(d, PROMISES,
		    "{customer: acme, made: %s, by: 2026-12-01, invoices: [N-0]}",
		    day(d, 500, 60));
	for (unsigned i = 0; i < invoices; i++)
		if (dice(d, 2) == 0)
			put(d, LOG,
			    "{date: %s, customer: acme, stage: %s, invoices: [N-%u]}",
			    day(d, 40, 600), PICK(d, "one", "two"), i);
}

static void draft(struct draft *d, uint64_t seed)
{
	unsigned invoices = 0;
	memset(d, 0, sizeof *d);
	d->state = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
	invoices = 2 + dice(d, 8);
	draft_policy(d);
	for (unsigned i = 0; i < invoices; i++)
		draft_invoice(d, i);
	for (unsigned i = 1 + dice(d, 12); i > 0; i--)
		draft_payment(d, invoices);
	draft_rest(d, invoices);
}

/* The ledger's text, its records turned round by `turn`. */
static struct book *reckon(const struct draft *d, const char *as_of, size_t turn)
{
	static char text[SECTION__COUNT * RECORDS * TEXT];
	size_t at = (size_t)snprintf(text, sizeof text, "%s", d->policy);
	for (enum section s = 0; s < SECTION__COUNT; s++) {
		if (d->counts[s] == 0)
			continue;
		at += (size_t)snprintf(text + at, sizeof text - at, "%s:\n", names[s]);
		for (size_t i = 0; i < d->counts[s]; i++)
			at += (size_t)snprintf(text + at, sizeof text - at, "  - %s\n",
					       d->records[s][(i + turn) % d->counts[s]]);
	}
	if (getenv("RECKON_SHOW") != NULL)
		fputs(text, stderr);
	return book_new(as_of, text);
}

static void compare(const struct account *a, const struct account *b)
{
	MONEY_IS(a->balance, b->balance);
	MONEY_IS(a->credit, b->credit);
	MONEY_IS(a->principal, b->principal);
	cr_assert_eq(a->nitems, b->nitems);
	for (size_t i = 0; i < a->nitems; i++) {
		MONEY_IS(a->items[i].principal, b->items[i].principal);
		MONEY_IS(a->items[i].paid, b->items[i].paid);
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			MONEY_IS(a->items[i].charges[c].open,
				 b->items[i].charges[c].open);
	}
}

/* What the segments print is what has run up; nothing is below zero. */
static void check_items(const struct account *account)
{
	for (size_t i = 0; i < account->nitems; i++) {
		const struct item *item = &account->items[i];
		money sum = 0;
		for (size_t s = 0; s < item->nsegments; s++)
			sum += item->segments[s].interest;
		money opened = item->charges[CHARGE_INTEREST].accrued - sum;
		cr_assert(opened == 0 || opened == 321,
			  "segments of '%.*s' differ by %lld",
			  STR_ARG(item->invoice->number), (long long)opened);
		cr_assert_geq(item->principal, 0);
		cr_assert_leq(item->disputed, item->principal);
		for (enum charge c = 0; c < CHARGE__COUNT; c++)
			cr_assert_geq(item->charges[c].open, 0);
	}
}

static unsigned long chosen(const char *name, unsigned long otherwise)
{
	const char *text = getenv(name);
	return text != NULL ? strtoul(text, NULL, 10) : otherwise;
}

/* Conservation and aging are asserted by book_new on every account (rules 21, 23). */
Test(random, order_of_records_never_changes_a_sum)
{
	static struct draft d;
	unsigned long seed = chosen("RECKON_SEED", 1);
	for (unsigned long n = chosen("RECKON_ROUNDS", 300); n > 0; n--, seed++) {
		cr_log_info("seed %lu", seed);
		draft(&d, seed);
		struct book *book = reckon(&d, "2026-11-30", 0);
		struct book *turned = reckon(&d, "2026-11-30", 1 + seed % 3);
		check_items(book_account(book));
		compare(book_account(book), book_account(turned));
		book_free(book);
		book_free(turned);
	}
}

/* Rule 1: a letter logged today changes nothing today; rule 22: movements up to a day are
 * the balance of that day, as long as nothing reaches back. */
Test(random, a_letter_of_today_changes_nothing_today)
{
	static struct draft d;
	unsigned long seed = chosen("RECKON_SEED", 1);
	for (unsigned long n = chosen("RECKON_ROUNDS", 100); n > 0; n--, seed++) {
		draft(&d, seed);
		struct book *before = reckon(&d, "2026-10-15", 0);
		put(&d, LOG,
		    "{date: 2026-10-15, customer: acme, stage: two, invoices: [N-0]}");
		struct book *after = reckon(&d, "2026-10-15", 0);
		compare(book_account(before), book_account(after));
		book_free(before);
		book_free(after);
	}
}

/* A positive payment never raises what is owed on its own day, but for the rounding of
 * one segment more on an invoice (`rounding: segment`, the payment's day not counted). */
Test(random, a_payment_never_raises_what_is_owed)
{
	static struct draft d;
	unsigned long seed = chosen("RECKON_SEED", 1);
	for (unsigned long n = chosen("RECKON_ROUNDS", 100); n > 0; n--, seed++) {
		draft(&d, seed);
		struct book *before = reckon(&d, "2026-10-15", 0);
		put(&d, PAYMENTS, "{date: 2026-10-15, customer: acme, amount: 77.77}");
		struct book *after = reckon(&d, "2026-10-15", 0);
		money rounding = (money)book_account(before)->nitems;
		cr_assert_leq(book_account(after)->balance,
			      book_account(before)->balance - 7777 + rounding, "seed %lu",
			      seed);
		book_free(before);
		book_free(after);
	}
}
