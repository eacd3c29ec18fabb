/* The policies and rates the program carries, each read by itself. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/carried.h"
#include "ledger/ledger.h"
#include "ledger/policy.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	const struct ledger *ledger;
};

static struct bench read_text(struct arena *arena, struct str text)
{
	struct bench bench = {.arena = arena, .sources = sources_new()};
	bench.notices = notices_new(arena, bench.sources);
	const struct source *file =
		source_from_bytes(bench.sources, STR("book.yaml"), text);
	bench.ledger = ledger_from_sources(arena, bench.sources, &file, 1,
					   date_from_civil(2026, 11, 30), &bench.notices);
	return bench;
}

static void close_bench(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* The i-th name below a folder, empty after the last. */
static struct str name_at(struct str folder, size_t i)
{
	const struct carried *file;
	for (size_t k = 0; (file = carried_at(k)); k++)
		if (str_starts(file->path, folder) && i-- == 0)
			return str_slice(file->path, folder.len,
					 file->path.len - strlen(".yaml"));
	return STR("");
}

/* A ledger without anything but a policy that extends the one named. */
static struct bench read_policy(struct str name)
{
	struct arena *arena = arena_new(0);
	struct bench bench = read_text(
		arena, str_format(arena,
				  "creditor: {name: Us, address: Here, country: GB,\n"
				  "           payments_to: 2026-11-30}\n"
				  "policies: {own: {extends: %.*s}}\n",
				  STR_ARG(name)));
	cr_assert_null(bench.notices.first, "%.*s: %.*s", STR_ARG(name),
		       bench.notices.first ? (int)bench.notices.first->text.len : 0,
		       bench.notices.first ? bench.notices.first->text.at : "");
	return bench;
}

static const struct policy *policy_named(const struct bench *bench, struct str name)
{
	for (size_t i = 0; i < bench->ledger->npolicies; i++)
		if (str_equal(bench->ledger->policies[i]->name, name))
			return bench->ledger->policies[i];
	cr_assert_fail("%.*s is not there", STR_ARG(name));
	return NULL;
}

static void check_stages(const struct policy *policy)
{
	const struct stage *first = policy->stages;
	const struct stage *last = policy->stages + policy->nstages - 1;
	cr_assert_eq(policy->nstages, 3, "%.*s", STR_ARG(policy->name));
	cr_expect_eq(first->fee.span.file, 0, "%.*s: the first letter is free",
		     STR_ARG(policy->name));
	for (const struct stage *stage = first; stage <= last; stage++) {
		cr_expect_eq(stage->final, stage == last, "%.*s", STR_ARG(policy->name));
		cr_expect_geq(stage->deadline, 7, "%.*s", STR_ARG(policy->name));
	}
}

/* A good neighbour claims nothing before the final demand. */
static void check_claims(const struct policy *policy)
{
	int32_t last = (int32_t)policy->nstages - 1;
	if (policy->interest.span.file)
		cr_expect_eq(policy->interest.claim, last, "%.*s", STR_ARG(policy->name));
	if (policy->compensation.span.file)
		cr_expect_eq(policy->compensation.claim, last, "%.*s",
			     STR_ARG(policy->name));
	cr_expect_eq(policy->late_charge.span.file, 0);
	cr_expect_eq(policy_charges(policy), policy->law.len > 0,
		     "%.*s: a law where something is charged", STR_ARG(policy->name));
}

Test(builtin, each_policy_reads_alone_and_keeps_to_the_custom_of_the_house)
{
	size_t count = 0;
	for (struct str name; (name = name_at(STR("policies/"), count)).len; count++) {
		struct bench bench = read_policy(name);
		const struct policy *policy = policy_named(&bench, name);
		cr_expect_gt(policy->title.len, 0, "%.*s has a title", STR_ARG(name));
		check_stages(policy);
		check_claims(policy);
		cr_expect_geq(policy->min_interval, 7);
		bool plain = str_equal(name, STR("plain"));
		cr_expect_eq(policy->valid_from == DATE_NONE, plain, "%.*s",
			     STR_ARG(name));
		cr_expect_eq(policy->valid_until == DATE_NONE, plain);
		cr_expect_eq(policy->min_balance == 0, plain);
		cr_expect_eq(policy->currency == NULL, plain);
		close_bench(&bench);
	}
	cr_expect_eq(count, 16);
}

/* Rule 10: a policy is not said to be valid for days its rates do not reach. */
Test(builtin, rates_reach_as_far_as_the_policies_that_use_them)
{
	struct str name;
	for (size_t i = 0; (name = name_at(STR("policies/"), i)).len; i++) {
		struct bench bench = read_policy(name);
		const struct policy *policy = policy_named(&bench, name);
		const struct rate_table *table = policy->interest.table;
		if (table) {
			date last = table->entries[table->count - 1].from;
			cr_expect_leq(table->entries[0].from, policy->valid_from, "%.*s",
				      STR_ARG(name));
			cr_expect_lt(policy->valid_until - last, 184, "%.*s",
				     STR_ARG(name));
		}
		close_bench(&bench);
	}
}

static struct bench read_table(struct str name)
{
	struct arena *arena = arena_new(0);
	return read_text(
		arena,
		str_format(
			arena,
			"creditor: {name: Us, address: Here, country: GB,\n"
			"           payments_to: 2026-11-30}\n"
			"policies: {own: {interest: {reference: %.*s, claimed_from: due}}}\n",
			STR_ARG(name)));
}

static ppm rate_from(const struct rate_table *table, date day)
{
	for (size_t i = 0; i < table->count; i++)
		if (table->entries[i].from == day)
			return table->entries[i].percent;
	cr_assert_fail("%.*s has no entry of its own for a half-year",
		       STR_ARG(table->name));
	return 0;
}

/* Rule 10: so that a gap shows as one, and no older rate stands in unseen. */
Test(builtin, each_half_year_of_a_table_has_an_entry_of_its_own)
{
	size_t count = 0;
	for (struct str name; (name = name_at(STR("rates/"), count)).len; count++) {
		struct bench bench = read_table(name);
		const struct rate_table *table = bench.ledger->tables[0];
		cr_assert(str_equal(table->name, name));
		date last = table->entries[table->count - 1].from;
		for (int half = 0; half < 60; half++) {
			date day = date_from_civil(2002 + half / 2, half % 2 ? 7 : 1, 1);
			if (day >= table->entries[0].from && day <= last)
				rate_from(table, day);
		}
		close_bench(&bench);
	}
	cr_expect_eq(count, 6);
}

Test(builtin, rates_are_those_of_the_sources)
{
	static const struct {
		const char *table;
		int year, month;
		ppm percent; /* [10^-6] */
	} facts[] = {
		{"boe", 2011, 1, 5000},
		{"boe", 2017, 1, 2500},
		{"boe", 2020, 7, 1000},
		{"boe", 2022, 7, 12500},
		{"boe", 2024, 7, 52500},
		{"boe", 2026, 7, 37500},
		{"ecb", 2013, 1, 7500},
		{"ecb", 2014, 7, 1500},
		{"ecb", 2022, 7, 0},
		{"ecb", 2023, 7, 40000},
		{"ecb", 2024, 1, 45000},
		{"ecb", 2026, 7, 24000},
		{"de-basiszins", 2002, 1, 25700},
		{"de-basiszins", 2011, 1, 1200},
		{"de-basiszins", 2011, 7, 3700},
		{"de-basiszins", 2013, 1, -1300},
		{"de-basiszins", 2022, 7, -8800},
		{"de-basiszins", 2023, 7, 31200},
		{"de-basiszins", 2026, 7, 15200},
		{"nl-wettelijk", 2014, 7, 30000},
		{"nl-wettelijk", 2015, 1, 20000},
		{"nl-wettelijk", 2023, 1, 40000},
		{"nl-wettelijk", 2024, 7, 70000},
		{"nl-wettelijk", 2026, 1, 40000},
		{"at-basiszins", 2022, 7, -6200},
		{"at-basiszins", 2023, 1, 18800},
		{"at-basiszins", 2024, 7, 38800},
		{"at-basiszins", 2025, 1, 25300},
		{"rbi-tripled", 2023, 7, 202500},
		{"rbi-tripled", 2025, 7, 172500},
	};
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		struct bench bench = read_table(str_from_c(facts[i].table));
		date day = date_from_civil(facts[i].year, facts[i].month, 1);
		ppm got = rate_from(bench.ledger->tables[0], day);
		cr_expect_eq(got, facts[i].percent, "%s from %d-%d: %d", facts[i].table,
			     facts[i].year, facts[i].month, (int)got);
		close_bench(&bench);
	}
}

/* Rule 11: the Dutch scale, and that a fee's bands are read as they are written. */
Test(builtin, the_dutch_scale_has_five_bands_and_two_bounds)
{
	struct bench bench = read_policy(STR("nl-consumer"));
	const struct fee_rule *fee =
		&policy_named(&bench, STR("nl-consumer"))->stages[2].fee;
	cr_assert_eq(fee->bands.count, 5);
	cr_expect_eq(fee->bands.items[0].upto, 250000);
	cr_expect_eq(fee->bands.items[0].below, MONEY_NONE);
	cr_expect_eq(fee->bands.items[4].upto, MONEY_NONE);
	cr_expect_eq(fee->bands.items[4].percent, 5000);
	cr_expect_eq(fee->min, 4000);
	cr_expect_eq(fee->max, 677500);
	close_bench(&bench);
}
