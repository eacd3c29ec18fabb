#include "ledger/oddity.h"

#include "base/crew.h"
#include "ledger/far.h"
#include "ledger/series.h"
#include "ledger/slip.h"
#include "ledger/stranger.h"
#include "ledger/twin.h"

/* By index: customers with a plan, who pay other sums than those of their invoices. */
static bool *planned(struct reading *reading)
{
	const struct ledger *ledger = reading->ledger;
	bool *planned = ARENA_ARRAY(reading->desk, bool, ledger->ncustomers + 1);
	for (size_t i = 0; i < ledger->nplans; i++)
		if (ledger->plans[i]->customer)
			planned[ledger->plans[i]->customer->index] = true;
	return planned;
}

static void check_account(struct reading *reading, const struct tally *tally,
			  struct strangers *strangers)
{
	for (size_t i = 0; i < tally->payments.count; i++) {
		const struct payment *payment =
			reading->ledger->payments[tally->payments.items[i].index];
		const char *times = "";
		if (payment->amount <= 0 || payment->returned != DATE_NONE ||
		    tally_find(&tally->invoices, payment->amount))
			continue;
		const struct invoice *slipped = slip_find(tally, payment, &times);
		if (slipped)
			slip_warn(reading, payment, slipped, times);
		else if (strangers && stranger_may_be(payment))
			stranger_put(reading, strangers, payment);
	}
}

static void check_amounts(struct reading *reading)
{
	struct tally tally = tally_new(reading);
	struct strangers strangers = {0};
	const bool *has_plan = planned(reading);
	struct arena_mark mark = arena_mark(reading->scratch);
	while (tally_next(&tally)) {
		size_t first = tally.payments.items[0].index;
		const struct customer *customer =
			reading->ledger->payments[first]->customer;
		check_account(reading, &tally,
			      has_plan[customer->index] ? NULL : &strangers);
		arena_rewind(reading->scratch, mark);
	}
	stranger_warn(reading, &strangers);
	arena_rewind(reading->scratch, mark);
}

/* ---- side by side ---- */

/* What is looked for by comparing all of a kind; each by itself. */
static void (*const checks[])(struct reading *) = {series_check, check_amounts};

#define CHECKS (sizeof checks / sizeof *checks)

/* A desk of its own for each, and its own notices. */
struct side {
	struct reading reading;
	struct notices notices;
};

static void open_side(struct side *side, const struct reading *reading)
{
	side->reading = *reading;
	side->reading.desk = arena_new(0);
	side->reading.scratch = arena_new(0);
	side->reading.notices = &side->notices;
	side->notices = notices_new(side->reading.desk, reading->sources);
}

static void check_side(void *subject, unsigned worker, size_t job)
{
	struct side *side = (struct side *)subject + job;
	(void)worker;
	checks[job](&side->reading);
}

static void close_side(struct side *side, struct reading *reading)
{
	notices_merge(reading->notices, &side->notices);
	arena_free(side->reading.scratch);
	arena_free(side->reading.desk);
}

static void check_sides(struct reading *reading)
{
	struct side sides[CHECKS];
	for (size_t i = 0; i < CHECKS; i++)
		open_side(&sides[i], reading);
	crew_run(reading->workers, CHECKS, check_side, sides);
	for (size_t i = 0; i < CHECKS; i++)
		close_side(&sides[i], reading);
}

void oddity_check(struct reading *reading)
{
	twin_check(reading);
	if (reading->as_of != DATE_NONE)
		far_check(reading);
	if (reading->notices->errors == 0)
		check_sides(reading);
}
