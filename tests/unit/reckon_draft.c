#include "reckon_draft.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"invoices", "payments", "credit_notes", "write_offs",
				    "plans",	"promises", "log"};

static unsigned long chosen(const char *name, unsigned long otherwise)
{
	const char *text = getenv(name);
	return text != NULL ? strtoul(text, NULL, 10) : otherwise;
}

unsigned long draft_rounds(unsigned long usual)
{
#ifdef __SANITIZE_ADDRESS__
	usual = usual / 20 + 1; /* slow, and not the place for many */
#endif
	return chosen("RECKON_ROUNDS", usual);
}

unsigned long draft_first_seed(void)
{
	return chosen("RECKON_SEED", 1);
}

unsigned draft_dice(struct draft *d, unsigned sides)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return (unsigned)((d->state >> 11) % sides);
}

static const char *pick(struct draft *d, const char *const *words, unsigned count)
{
	return words[draft_dice(d, count)];
}

#define PICK(d, ...) \
	pick((d), (const char *const[]){__VA_ARGS__}, \
	     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

date draft_day(struct draft *d, unsigned from, unsigned span)
{
	return date_from_civil(2025, 1, 1) + (date)(from + draft_dice(d, span));
}

/* In one of 8 buffers. */
static const char *written(date day)
{
	static char texts[8][16];
	static unsigned turn;
	char *text = texts[turn++ % 8];
	struct civil c = civil_from_date(day);
	snprintf(text, sizeof texts[0], "%04d-%02d-%02d", c.year, c.month, c.day);
	return text;
}

static const char *day(struct draft *d, unsigned from, unsigned span)
{
	return written(draft_day(d, from, span));
}

void draft_put(struct draft *d, enum section section, const char *form, ...)
{
	va_list arguments;
	va_start(arguments, form);
	cr_assert_lt(d->counts[section], DRAFT_RECORDS);
	int length = vsnprintf(d->records[section][d->counts[section]++], DRAFT_TEXT,
			       form, arguments);
	cr_assert_lt(length, DRAFT_TEXT);
	va_end(arguments);
}

static void note_block(struct draft *d, const char *name, date since, date until)
{
	struct draft_block *block = &d->blocks[d->nblocks++];
	snprintf(block->name, sizeof block->name, "%s", name);
	block->since = since;
	block->until = until;
}

static void draft_charges(struct draft *d, char *at, size_t room)
{
	const char *rounding = PICK(d, "once", "segment", "daily");
	const char *fee = PICK(d, "amount: 2", "percent: 5, max: 9");
	d->by_segment = strcmp(rounding, "segment") == 0;
	d->stated_fees = fee[0] == 'p';
	snprintf(
		at, room,
		"test: {currency: GBP, settles: %s, grace_days: %u,\n"
		"  interest: {%s, year: %s, rounding: %s, compound: %s, starts: %s,\n"
		"    payment_day_counts: %s, claimed_from: %s},\n"
		"  compensation: {bands: [{below: 500, amount: 40}, {amount: 70}], claimed_from: %s},\n"
		"  late_charge: {%s, every: month, counts: %s, max_percent: 5, claimed_from: %s},\n"
		"  dispute: {interest: %s}, max_fees: %u, stages: [%s{name: one, after: 3,\n"
		"    letter: reminder-1, fee: {amount: 4}}, {name: two, after: 10,\n"
		"    letter: reminder-2, fee: {%s}}]}",
		PICK(d, "principal-first", "costs-interest-principal",
		     "costs-principal-interest"),
		draft_dice(d, 3) * 4,
		PICK(d, "percent: 11.75", "reference: ref, plus: 8",
		     "reference: ref, plus: 8, fixed: half-yearly",
		     "reference: ref, plus: 8, fixed: on-change, round_up_to: 0.5, round_up: sum",
		     "reference: ref, plus: 8, fixed: on-change"),
		PICK(d, "365", "360", "actual", "30/360"), rounding,
		PICK(d, "never", "yearly", "monthly"),
		PICK(d, "due", "due + 9", "one", "two"), PICK(d, "true", "false"),
		PICK(d, "due", "one", "two"), PICK(d, "due", "one", "two"),
		PICK(d, "percent: 1.5", "amount: 3"), PICK(d, "started", "completed"),
		PICK(d, "due", "two"), PICK(d, "stops", "runs"), 4 + draft_dice(d, 9),
		PICK(d, "", "{name: zero, after: -4, letter: courtesy}, "), fee);
}

static void draft_policies(struct draft *d)
{
	char test[1024];
	d->percent = draft_dice(d, 9);
	draft_charges(d, test, sizeof test);
	snprintf(d->policy, sizeof d->policy,
		 "policies: {%s,\n"
		 "  calm: {currency: GBP, min_balance: %u, min_interval: %u, stages: [\n"
		 "    {name: one, after: %u, letter: reminder-1, deadline: 7},\n"
		 "    {name: two, after: 16, letter: reminder-2, deadline: %u,\n"
		 "      delivery: 2 working days},\n"
		 "    {name: three, after: 30, letter: final-demand, final: true}]}}\n",
		 test, draft_dice(d, 60), draft_dice(d, 20), draft_dice(d, 9),
		 3 + draft_dice(d, 9));
}

static void draft_customers(struct draft *d)
{
	date since = draft_day(d, 60, 600), until = since + (date)draft_dice(d, 90);
	snprintf(d->customers, sizeof d->customers,
		 "customers: [{id: birch, name: Birch, address: Lane, policy: calm, "
		 "hold: {since: %s, until: %s, reason: R}}]\n",
		 written(since), written(until));
	note_block(d, "birch", since, until);
}

/* What stands behind an invoice's amount, from its comma on. */
static void draft_fate(struct draft *d, const char *number, char *more, size_t room)
{
	date since = draft_day(d, 30, 600), until = since + (date)draft_dice(d, 200);
	switch (draft_dice(d, 9)) {
	case 0:
		snprintf(more, room, ", dispute: {since: %s, amount: %u}", written(since),
			 1 + draft_dice(d, 400));
		break;
	case 1:
		snprintf(more, room, ", dispute: {since: %s, until: %s}", written(since),
			 written(until));
		note_block(d, number, since, until);
		break;
	case 2:
		snprintf(more, room, ", waive: {date: %s, what: [%s], reason: R}",
			 written(since),
			 PICK(d, "interest", "compensation", "fees", "late_charges"));
		break;
	case 3:
		snprintf(more, room, ", opening: {as_of: %s, interest: 3.21, costs: 2}",
			 written(since));
		break;
	case 4:
		snprintf(more, room, ", terms: %u/10 net 20", 1 + draft_dice(d, 3));
		break;
	case 5:
		snprintf(more, room, ", hold: {since: %s, until: %s, reason: R}",
			 written(since), written(until));
		note_block(d, number, since, until);
		break;
	default:
		break;
	}
}

static void draft_invoice(struct draft *d, const char *customer, char letter, unsigned i)
{
	char more[DRAFT_TEXT / 2] = "", number[8];
	const char *issued = day(d, 0, 500);
	snprintf(number, sizeof number, "%c-%u", letter, i % 1000);
	draft_fate(d, number, more, sizeof more);
	if (draft_dice(d, 4) == 0)
		strcat(more, ", policy: calm");
	draft_put(d, INVOICES,
		  "{number: %s, customer: %s, issued: %s, amount: %u.%02u%s}", number,
		  customer, issued, draft_dice(d, 1200), 1 + draft_dice(d, 98), more);
}

static void draft_payment(struct draft *d)
{
	const char *when = day(d, 0, 700);
	unsigned i = draft_dice(d, d->invoices), k = draft_dice(d, d->invoices);
	unsigned amount = 1 + draft_dice(d, 900);
	switch (draft_dice(d, 7)) {
	case 0:
		draft_put(d, PAYMENTS, "{date: %s, amount: %u.50, for: [N-%u]}", when,
			  amount, i);
		break;
	case 1:
		draft_put(d, PAYMENTS,
			  "{date: %s, amount: %u.75, for: {N-%u: 0.75}, reference: n%u}",
			  when, amount, i, k);
		break;
	case 2:
		draft_put(
			d, PAYMENTS,
			"{date: %s, customer: acme, amount: %u, reference: \"n/%u + N%u\"}",
			when, amount, i, k);
		break;
	case 3:
		draft_put(d, PAYMENTS, "{date: %s, customer: acme, amount: -%u}", when,
			  1 + amount / 10);
		break;
	case 4:
		draft_put(d, PAYMENTS,
			  "{date: 2026-01-05, customer: acme, amount: %u, returned: %s}",
			  amount, day(d, 380, 300));
		break;
	case 5:
		draft_put(d, PAYMENTS, "{date: %s, customer: birch, amount: %u}", when,
			  amount);
		break;
	default:
		draft_put(d, PAYMENTS, "{date: %s, customer: acme, amount: %u}", when,
			  amount);
		break;
	}
}

static void draft_reductions(struct draft *d)
{
	for (unsigned i = draft_dice(d, 4); i > 0; i--)
		draft_put(
			d, CREDIT_NOTES,
			"{number: C-%u, customer: acme, invoice: N-%u, issued: %s, amount: %u%s}",
			i, draft_dice(d, d->invoices), day(d, 520, 200),
			1 + draft_dice(d, 300), PICK(d, "", ", effective: 2025-12-24"));
	if (draft_dice(d, 2) == 0)
		draft_put(d, CREDIT_NOTES,
			  "{number: D, customer: acme, issued: %s, amount: %u}",
			  day(d, 30, 600), 1 + draft_dice(d, 300));
	if (draft_dice(d, 2) == 0)
		draft_put(d, WRITE_OFFS, "{date: %s, invoice: N-%u, reason: R}",
			  day(d, 500, 200), draft_dice(d, d->invoices));
}

static void draft_agreements(struct draft *d)
{
	if (draft_dice(d, 2) == 0)
		draft_put(
			d, PLANS,
			"{id: P, customer: acme, agreed: %s, invoices: [N-0, N-1], %s}",
			day(d, 500, 60),
			PICK(d, "first: 2026-07-01, every: month, count: 3",
			     "first: 2026-07-01, every: week, count: 9, grace_days: 2",
			     "instalments: [{due: 2026-07-01, amount: 50}], interest: runs"));
	if (draft_dice(d, 3) == 0)
		draft_put(d, PROMISES,
			  "{customer: acme, made: %s, by: 2026-12-01, %s: [N-0]}",
			  day(d, 500, 60), "invoices");
	if (draft_dice(d, 5) == 0)
		draft_put(d, PROMISES,
			  "{customer: acme, made: %s, by: 2026-%02u-11, amount: 70}",
			  day(d, 300, 60), 1 + draft_dice(d, 12));
}

static void draft_log(struct draft *d)
{
	for (unsigned i = 0; i < d->invoices; i++)
		if (draft_dice(d, 2) == 0)
			draft_put(
				d, LOG,
				"{date: %s, customer: acme, stage: %s, invoices: [N-%u]%s}",
				day(d, 40, 600), PICK(d, "one", "two"), i,
				d->stated_fees ? ", fee: 3.50"
					       : PICK(d, "", ", fee: 1.25"));
}

void draft_new(struct draft *d, uint64_t seed)
{
	memset(d, 0, sizeof *d);
	d->seed = seed;
	d->state = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
	d->invoices = 2 + draft_dice(d, 8);
	draft_policies(d);
	draft_customers(d);
	for (unsigned i = 0; i < d->invoices; i++)
		draft_invoice(d, "acme", 'N', i);
	for (unsigned i = draft_dice(d, 3); i > 0; i--)
		draft_invoice(d, "birch", 'B', i);
	for (unsigned i = 1 + draft_dice(d, 12); i > 0; i--)
		draft_payment(d);
	draft_reductions(d);
	draft_agreements(d);
	draft_log(d);
}

static void sent_stage(struct draft *d, const struct account *account,
		       const struct letter *letter, int32_t stage, date when)
{
	char invoices[DRAFT_TEXT / 2] = "";
	size_t at = 0;
	for (size_t i = 0; i < letter->nlines; i++)
		if (letter->lines[i].advances && letter->lines[i].stage == stage)
			at += (size_t)snprintf(
				invoices + at, sizeof invoices - at, "%s%.*s",
				at > 0 ? ", " : "",
				STR_ARG(letter->lines[i].item->invoice->number));
	money fee = stage == letter->stage ? letter->fee : 0;
	if (at > 0)
		draft_put(d, LOG,
			  "{date: %s, customer: %.*s, stage: %.*s, invoices: [%s], "
			  "fee: %lld.%02lld}",
			  written(when), STR_ARG(account->customer->id),
			  STR_ARG(letter->policy->stages[stage].name), invoices,
			  (long long)(fee / 100), (long long)(fee % 100));
}

void draft_sent(struct draft *d, const struct book *book, date when,
		struct escalation *const *judged)
{
	for (size_t i = 0; i < book->count; i++)
		for (size_t k = 0; k < judged[i]->nletters; k++) {
			const struct letter *letter = &judged[i]->letters[k];
			for (int32_t s = 0; s <= letter->stage; s++)
				sent_stage(d, book->accounts[i], letter, s, when);
		}
}

struct book *draft_reckon(const struct draft *d, date as_of, size_t turn)
{
	static char text[SECTION__COUNT * DRAFT_RECORDS * DRAFT_TEXT];
	size_t at = (size_t)snprintf(
		text, sizeof text,
		"rates: {ref: [{from: 2024-07-01, percent: 3}, %s{from: 2025-01-01, "
		"percent: %u},\n  {from: 2025-10-05, percent: -9}, {from: 2026-01-01, "
		"percent: 2}]}\n%s%s",
		d->more_rates, d->percent, d->policy, d->customers);
	for (enum section s = 0; s < SECTION__COUNT; s++) {
		if (d->counts[s] == 0)
			continue;
		at += (size_t)snprintf(text + at, sizeof text - at, "%s:\n", names[s]);
		for (size_t i = 0; i < d->counts[s]; i++)
			at += (size_t)snprintf(text + at, sizeof text - at, "  - %s\n",
					       d->records[s][(i + turn) % d->counts[s]]);
	}
	if (getenv("RECKON_SHOW") != NULL)
		fprintf(stderr, "# as of %s\n%s", written(as_of), text);
	return book_new(written(as_of), text);
}

struct escalation **draft_judge(struct book *book)
{
	struct escalation **judged =
		ARENA_ARRAY(book->arena, struct escalation *, book->count);
	for (size_t i = 0; i < book->count; i++)
		judged[i] = letter_judge(book->arena, book->accounts[i], &book->notices);
	return judged;
}

#define SAME(a, b) \
	cr_assert_eq((a), (b), "seed %llu: %s is %lld, then %lld", \
		     (unsigned long long)seed, #a, (long long)(a), (long long)(b))

static void compare_items(const struct item *a, const struct item *b, uint64_t seed)
{
	SAME(a->principal, b->principal);
	SAME(a->disputed, b->disputed);
	SAME(a->paid, b->paid);
	SAME(a->credited, b->credited);
	SAME(a->discounted, b->discounted);
	SAME(a->written_off, b->written_off);
	SAME(a->nsegments, b->nsegments);
	SAME(a->done, b->done);
	SAME(a->settled, b->settled);
	for (enum charge c = 0; c < CHARGE__COUNT; c++) {
		SAME(a->charges[c].accrued, b->charges[c].accrued);
		SAME(a->charges[c].paid, b->charges[c].paid);
		SAME(a->charges[c].open, b->charges[c].open);
	}
}

static void compare_accounts(const struct account *a, const struct account *b,
			     uint64_t seed)
{
	SAME(a->balance, b->balance);
	SAME(a->credit, b->credit);
	SAME(a->held, b->held);
	SAME(a->not_due, b->not_due);
	SAME(a->nitems, b->nitems);
	SAME(a->nmovements, b->nmovements);
	for (size_t i = 0; i <= a->policy->nbuckets; i++)
		SAME(a->buckets[i], b->buckets[i]);
	for (size_t i = 0; i < a->nitems; i++)
		compare_items(&a->items[i], &b->items[i], seed);
	SAME(a->nplans, b->nplans);
	for (size_t i = 0; i < a->nplans; i++)
		SAME(a->plans[i].state, b->plans[i].state);
	SAME(a->npromises, b->npromises);
	for (size_t i = 0; i < a->npromises; i++)
		SAME(a->promises[i].state, b->promises[i].state);
}

static void compare_letters(const struct escalation *a, const struct escalation *b,
			    uint64_t seed)
{
	SAME(a->nletters, b->nletters);
	SAME(a->nheld, b->nheld);
	for (size_t i = 0; i < a->nletters; i++) {
		const struct letter *x = &a->letters[i], *y = &b->letters[i];
		SAME(x->stage, y->stage);
		SAME(x->pay_by, y->pay_by);
		SAME(x->fee, y->fee);
		SAME(x->demand, y->demand);
		SAME(x->nlines, y->nlines);
		for (size_t k = 0; k < x->nlines; k++) {
			SAME(x->lines[k].stage, y->lines[k].stage);
			SAME(x->lines[k].total, y->lines[k].total);
		}
	}
}

void draft_compare(struct book *a, struct book *b, uint64_t seed)
{
	struct escalation **x = draft_judge(a), **y = draft_judge(b);
	SAME(a->count, b->count);
	for (size_t i = 0; i < a->count; i++) {
		compare_accounts(a->accounts[i], b->accounts[i], seed);
		compare_letters(x[i], y[i], seed);
	}
}
