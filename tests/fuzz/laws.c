/* The input is a list of choices, from which a ledger is made that is nearly always
 * sound: conservation and the other laws of fuzz.c hold for it, and turning its records
 * round changes nothing. */
#include <stdio.h>

#include "base/arena.h"
#include "fuzz.h"

enum { RECORDS = 24, SECTIONS = 8, TEXT = 256 };

static const char *const names[SECTIONS] = {"customers",    "invoices",	  "payments",
					    "credit_notes", "write_offs", "plans",
					    "promises",	    "log"};

struct choices {
	const uint8_t *at;
	size_t left;
	char records[SECTIONS][RECORDS][TEXT];
	unsigned counts[SECTIONS];
};

static unsigned choose(struct choices *c, unsigned sides)
{
	if (c->left == 0)
		return 0;
	c->left--;
	return *c->at++ % sides;
}

static const char *pick(struct choices *c, const char *const *words, unsigned count)
{
	return words[choose(c, count)];
}

#define PICK(c, ...) \
	pick((c), (const char *const[]){__VA_ARGS__}, \
	     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* In one of 4 buffers. */
static const char *day(struct choices *c)
{
	static char texts[4][16];
	static unsigned turn;
	char *text = texts[turn++ % 4];
	struct civil civil =
		civil_from_date(19700 + (date)(choose(c, 256) * 4 + choose(c, 4)));
	snprintf(text, sizeof texts[0], "%04d-%02d-%02d", civil.year, civil.month,
		 civil.day);
	return text;
}

static const char *sum(struct choices *c)
{
	static char texts[4][24];
	static unsigned turn;
	char *text = texts[turn++ % 4];
	static const unsigned scales[] = {1, 100, 10000, 100000000};
	unsigned long minor = 1 + choose(c, 250) * (unsigned long)scales[choose(c, 4)];
	snprintf(text, sizeof texts[0], "%lu.%02lu", minor / 100, minor % 100);
	return text;
}

static char *record(struct choices *c, unsigned section)
{
	return c->records[section][c->counts[section]++];
}

static void add_invoice(struct choices *c)
{
	unsigned n = c->counts[1];
	snprintf(record(c, 1), TEXT,
		 "{number: N-%u, customer: c%u, issued: %s, amount: %s, policy: %s%s}", n,
		 choose(c, 2), day(c), sum(c),
		 PICK(c, "gb-business", "plain", "own", "own"),
		 PICK(c, "", "", ", terms: net 14", ", terms: 2/10 net 30",
		      ", dispute: {since: 2025-11-01, amount: 0.50, reason: short}",
		      ", hold: {since: 2025-06-01, until: 2026-06-01, reason: wait}",
		      ", terms: 30 days end of month"));
}

static void add_payment(struct choices *c)
{
	unsigned n = choose(c, RECORDS);
	const char *when = day(c), *much = sum(c);
	switch (choose(c, 4)) {
	case 0:
		snprintf(record(c, 2), TEXT, "{date: %s, customer: c0, amount: %s}", when,
			 much);
		break;
	case 1:
		snprintf(record(c, 2), TEXT, "{date: %s, amount: %s, for: [N-%u]}", when,
			 much, n);
		break;
	case 2:
		snprintf(record(c, 2), TEXT,
			 "{date: %s, customer: c1, amount: %s, reference: N-%u and N-%u}",
			 when, much, n, choose(c, RECORDS));
		break;
	default:
		snprintf(record(c, 2), TEXT, "{date: %s, customer: c0, amount: -%s}",
			 when, much);
	}
}

static void add_rest(struct choices *c)
{
	unsigned n = choose(c, RECORDS), i = c->counts[3], k = c->counts[5];
	switch (choose(c, 5)) {
	case 0:
		snprintf(record(c, 3), TEXT,
			 "{number: C-%u, customer: c0, invoice: N-%u, issued: %s, "
			 "amount: %s}",
			 i, n, day(c), sum(c));
		break;
	case 1:
		snprintf(record(c, 4), TEXT,
			 "{date: %s, invoice: N-%u, amount: %s, reason: small}", day(c),
			 n, sum(c));
		break;
	case 2:
		snprintf(record(c, 5), TEXT,
			 "{id: P-%u, customer: c0, agreed: %s, invoices: [N-%u], "
			 "first: %s, every: %s, count: %u}",
			 k, day(c), n, day(c), PICK(c, "month", "week", "quarter"),
			 1 + choose(c, 6));
		break;
	case 3:
		snprintf(record(c, 6), TEXT,
			 "{customer: c1, made: %s, by: %s, amount: %s}", day(c), day(c),
			 sum(c));
		break;
	default:
		snprintf(record(c, 7), TEXT,
			 "{date: %s, customer: c%u, stage: %s, invoices: [N-%u]}", day(c),
			 choose(c, 2), PICK(c, "one", "two", "reminder-1"), n);
	}
}

static void draw(struct choices *c)
{
	snprintf(record(c, 0), TEXT, "{id: c0, name: Zero Ltd, address: Leeds}");
	snprintf(record(c, 0), TEXT,
		 "{id: c1, name: One Ltd, address: Leeds, kind: %s, email: a@b.example}",
		 PICK(c, "business", "consumer", "public"));
	for (unsigned turn = 0; c->left && turn < RECORDS - 2; turn++)
		switch (choose(c, 4)) {
		case 0:
		case 1:
			add_invoice(c);
			break;
		case 2:
			add_payment(c);
			break;
		default:
			add_rest(c);
		}
}

static void put_policy(struct buf *out, struct choices *c)
{
	buf_format(
		out,
		"policies:\n  own: {currency: GBP, settles: %s, interest: {%s, year: %s, "
		"rounding: %s, compound: %s, claimed_from: one}, compensation: {bands: "
		"[{below: 500, amount: 40}, {amount: 70}], claimed_from: two}, late_charge: "
		"{percent: 1.5, every: month, counts: started, max_percent: 12, "
		"claimed_from: two}, stages: [{name: one, after: 3, letter: reminder-1}, "
		"{name: two, after: 12, letter: final-demand, deadline: 14, final: true, "
		"fee: {amount: 4}}]}\n",
		PICK(c, "principal-first", "costs-interest-principal",
		     "costs-principal-interest"),
		PICK(c, "percent: 8", "reference: boe, plus: 8"),
		PICK(c, "365", "360", "actual", "30/360"),
		PICK(c, "once", "segment", "daily"),
		PICK(c, "never", "yearly", "monthly"));
}

static struct str written(struct arena *arena, const struct choices *c, struct str head,
			  bool turned)
{
	struct buf out = buf_new(arena, 0);
	buf_put(&out, head);
	for (unsigned s = 0; s < SECTIONS; s++) {
		if (c->counts[s])
			buf_format(&out, "%s:\n", names[s]);
		for (unsigned i = 0; i < c->counts[s]; i++)
			buf_format(&out, "  - %s\n",
				   c->records[s][turned ? c->counts[s] - 1 - i : i]);
	}
	return buf_str(&out);
}

/* What a reader would see of an account, as one text. */
static void tell(struct fuzz *fuzz, const struct account_key *key,
		 const struct ledger *ledger, struct buf *out)
{
	struct account *account =
		account_reckon(fuzz->arena, ledger, key, fuzz->day, &fuzz->notices);
	const struct escalation *judged =
		letter_judge(fuzz->arena, account, &fuzz->notices);
	buf_format(out, "%.*s %lld %lld %lld\n", STR_ARG(account->customer->id),
		   (long long)account->balance, (long long)account->principal,
		   (long long)account->credit);
	for (size_t i = 0; i < account->nitems; i++)
		buf_format(out, " %.*s %lld %lld\n",
			   STR_ARG(account->items[i].invoice->number),
			   (long long)account->items[i].principal,
			   (long long)account->items[i].charges[CHARGE_INTEREST].accrued);
	for (size_t i = 0; i < judged->nletters; i++)
		buf_format(out, " %zu lines, %lld\n", judged->letters[i].nlines,
			   (long long)judged->letters[i].demand);
}

/* What is told of the ledger when its records stand in this order or the other; set: as
 * documents too, which may find more. Empty when it is not sound. */
static struct str read_back(struct fuzz *fuzz, struct str text, bool set)
{
	struct buf out = buf_new(fuzz->arena, 0);
	const struct source *file = source_from_bytes(fuzz->sources, STR("a.yaml"), text);
	struct ledger *ledger = ledger_from_sources(fuzz->arena, fuzz->sources, &file, 1,
						    fuzz->day, &fuzz->notices);
	size_t count;
	if (fuzz->notices.errors)
		return STR("");
	struct account_key *keys = account_list(fuzz->arena, ledger, fuzz->day, &count);
	for (size_t i = 0; i < count; i++)
		tell(fuzz, &keys[i], ledger, &out);
	if (set)
		fuzz_book(fuzz, ledger, STR("/nonexistent"));
	return buf_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	static struct choices c;
	struct fuzz fuzz = fuzz_begin(), turned = fuzz_begin();
	struct buf head = buf_new(fuzz.arena, 0);
	c = (struct choices){.at = at, .left = size};
	buf_put(&head,
		STR("creditor: {name: Joinery, address: Bristol, country: GB, payments_to: "
		    "2026-11-27}\ndefaults: {currency: GBP, policy: own, kind: business, "
		    "terms: net 30}\n"));
	put_policy(&head, &c);
	draw(&c);
	struct str one =
		read_back(&fuzz, written(fuzz.arena, &c, buf_str(&head), false), true);
	struct str two = read_back(
		&turned, written(turned.arena, &c, buf_str(&head), true), false);
	fuzz_law(str_equal(one, two), "the order of records changes nothing");
	fuzz_end(&turned);
	fuzz_end(&fuzz);
	return 0;
}
