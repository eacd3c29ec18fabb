/* reckon_draft: random ledgers, for the laws that hold for every ledger.
 * Two customers: 'acme' (invoices N-0, N-1, …; everything the language has) and 'birch'
 * (B-0, …; now and then on hold). Two policies: 'test' charges whatever the seed says,
 * 'calm' charges nothing but takes its time. The same seed gives the same ledger. */
#ifndef TESTS_RECKON_DRAFT_H
#define TESTS_RECKON_DRAFT_H

#include "escalate/letter.h"
#include "reckon_book.h"

#define DRAFT_RECORDS 96
#define DRAFT_TEXT 240

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

/* What blocks an invoice (or, named 'birch', a customer) on the days since–until. */
struct draft_block {
	char name[8];
	date since, until;
};

struct draft {
	uint64_t state;
	uint64_t seed;
	unsigned percent;    /* of the rate table from 2025-01-01 to 2025-10-04 */
	char more_rates[64]; /* further entries, each with its comma */
	char policy[1400];
	char customers[256];
	char records[SECTION__COUNT][DRAFT_RECORDS][DRAFT_TEXT];
	size_t counts[SECTION__COUNT];
	unsigned invoices; /* of acme */
	struct draft_block blocks[DRAFT_RECORDS];
	size_t nblocks;
	bool by_segment;  /* rounding: segment */
	bool stated_fees; /* a log entry must say its fee (rule 11) */
};

/* How often a law is tried, and the first seed: RECKON_ROUNDS, RECKON_SEED. */
unsigned long draft_rounds(unsigned long usual);
unsigned long draft_first_seed(void);

void draft_new(struct draft *draft, uint64_t seed);
unsigned draft_dice(struct draft *draft, unsigned sides);
/* A day from `from` days after 1 January 2025 on, within `span` days. */
date draft_day(struct draft *draft, unsigned from, unsigned span);
void draft_put(struct draft *draft, enum section section, const char *form, ...)
	__attribute__((format(printf, 3, 4)));
/* Log entries for the letters of a day, as `sent` would write them. */
void draft_sent(struct draft *draft, const struct book *book, date day,
		struct escalation *const *judged);
/* Read, reckoned and judged, its records turned round by `turn`. */
struct book *draft_reckon(const struct draft *draft, date as_of, size_t turn);
struct escalation **draft_judge(struct book *book);

/* The test fails unless both say the same of every account and letter. */
void draft_compare(struct book *a, struct book *b, uint64_t seed);

#endif
