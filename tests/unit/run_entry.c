#include <criterion/criterion.h>

#include "base/arena.h"
#include "run/entry.h"

static struct arena *arena;

static void setup(void)
{
	arena = arena_new(0);
}

static void teardown(void)
{
	arena_free(arena);
}

TestSuite(entry, .init = setup, .fini = teardown);

/* An entry about `count` invoices of one number. */
static struct entry about(struct str number, size_t count)
{
	struct invoice *invoice = ARENA_NEW(arena, struct invoice);
	const struct invoice **invoices =
		ARENA_ARRAY(arena, const struct invoice *, count);

	invoice->number = number;
	for (size_t i = 0; i < count; i++)
		invoices[i] = invoice;
	return (struct entry){
		.date = date_from_civil(2026, 11, 30),
		.customer = STR("acme"),
		.stage = STR("reminder-1"),
		.invoices = invoices,
		.ninvoices = count,
		.channel = CHANNEL_POST,
		.document = STR("2026-11-30/letters/acme/reminder-1-GBP-plain.pdf"),
		.currency = currency_find(STR("GBP")),
		.digest = STR("sha256-00"),
		.version = STR("1.0.0"),
	};
}

static struct str put(struct entry entry)
{
	struct buf out = buf_new(arena, 0);

	entry_put(&out, &entry, 2);
	return buf_str(&out);
}

static bool has(struct str text, struct str part)
{
	for (size_t i = 0; i + part.len <= text.len; i++)
		if (str_starts(str_slice(text, i, text.len), part))
			return true;
	return false;
}

Test(entry, quotes_what_a_reader_could_take_for_something_else)
{
	cr_assert(has(put(about(STR("INV-1"), 1)), STR("invoices: [INV-1]\n")));
	cr_assert(has(put(about(STR("2026001"), 1)), STR("invoices: [\"2026001\"]\n")));
	cr_assert(has(put(about(STR("No"), 1)), STR("invoices: [\"No\"]\n")));
	cr_assert(has(put(about(STR("A, B"), 1)), STR("invoices: [\"A, B\"]\n")));
	cr_assert(has(put(about(STR("a: #b"), 1)), STR("invoices: [\"a: #b\"]\n")));
	cr_assert(has(put(about(STR("a\"\\"), 1)), STR("invoices: [\"a\\\"\\\\\"]\n")));
	cr_assert(has(put(about(STR("Ł7"), 1)), STR("invoices: [\"Ł7\"]\n")));
}

Test(entry, has_no_line_over_ninety_columns_for_many_invoices)
{
	struct str text = put(about(STR("INV-2026-0001"), 400)), line;
	size_t lines = 0;

	while (str_line(&text, &line)) {
		cr_assert_leq(line.len, 90);
		lines++;
	}
	cr_assert_gt(lines, 60);
}

Test(entry, leaves_a_channel_out_that_is_not_known)
{
	struct entry entry = about(STR("INV-1"), 1);

	entry.channel = CHANNEL_NONE;
	cr_assert(!has(put(entry), STR("channel")));
}

static bool append(struct str old, struct str *text)
{
	struct entry entry = about(STR("INV-1"), 1);
	struct str why;
	bool done = entry_append(arena, old, &entry, 1, text, &why);

	cr_assert(done || why.len);
	return done;
}

Test(entry, goes_behind_what_stands_and_leaves_its_bytes)
{
	static const struct str logs[] = {
		STR_LIT("log:\n- {date: 2026-11-01, customer: acme}"),
		STR_LIT("log:\n      - date: 2026-11-01\n        customer: acme\n"),
		STR_LIT("log:\n"),
		STR_LIT("# a comment alone\n"),
		STR_LIT("promises: []\n"),
		STR_LIT(""),
	};

	for (size_t i = 0; i < sizeof logs / sizeof *logs; i++) {
		struct str text;

		cr_assert(append(logs[i], &text), "%zu", i);
		if (logs[i].len)
			cr_assert(str_starts(text, logs[i]), "%.*s", STR_ARG(text));
		cr_assert(str_ends(text, STR("version: 1.0.0\n")));
	}
}

Test(entry, stays_before_the_next_section_and_its_comment)
{
	struct str text;

	cr_assert(append(STR("log:\n  - {date: 2026-11-01, customer: acme}\n\n# Next\n"
			     "promises: []\n"),
			 &text));
	cr_assert(str_ends(text, STR("version: 1.0.0\n\n# Next\npromises: []\n")), "%.*s",
		  STR_ARG(text));
}

Test(entry, does_not_touch_a_log_it_cannot_follow)
{
	struct str text;

	cr_assert(!append(STR("log: [{date: 2026-11-01, customer: acme}]\n"), &text));
	cr_assert(!append(STR("log: {}\n"), &text));
	cr_assert(!append(STR("log:\n  - {date: 2026-11-01}\n...\n"), &text));
	cr_assert(!append(STR("<<<<<<< HEAD\n"), &text));
}
