#include <criterion/criterion.h>

#include "run/advance.h"

static struct stage stages[] = {{.name = STR_LIT("reminder-1")},
				{.name = STR_LIT("reminder-2")},
				{.name = STR_LIT("final-demand")}};
static const struct policy policy = {.stages = stages, .nstages = 3};
static const struct invoice invoices[4];
static const struct item items[] = {{.invoice = &invoices[0]},
				    {.invoice = &invoices[1]},
				    {.invoice = &invoices[2]},
				    {.invoice = &invoices[3]}};

/* Two invoices move on to the first stage, one to the last; one is listed only. */
static struct letter_line lines[] = {
	{.item = &items[0], .stage = 2, .advances = true},
	{.item = &items[1], .stage = 0, .advances = true},
	{.item = &items[2], .stage = 1, .advances = false},
	{.item = &items[3], .stage = 0, .advances = true},
};
static const struct letter letter = {
	.policy = &policy, .stage = 2, .fee = 500, .lines = lines, .nlines = 4};

Test(advance, groups_invoices_by_the_stage_they_advance_to)
{
	struct arena *arena = arena_new(0);
	size_t count;
	struct advance *advances = advance_list(arena, &letter, &count);

	cr_assert_eq(count, 2);
	cr_assert_eq(advances[0].stage, 0);
	cr_assert_eq(advances[0].ninvoices, 2);
	cr_assert_eq(advances[0].invoices[0], &invoices[1]);
	cr_assert_eq(advances[0].invoices[1], &invoices[3]);
	cr_assert_eq(advances[1].stage, 2);
	cr_assert_eq(advances[1].ninvoices, 1);
	cr_assert_eq(advances[1].invoices[0], &invoices[0]);
	arena_free(arena);
}

Test(advance, puts_the_fee_on_the_letters_own_stage_alone)
{
	struct arena *arena = arena_new(0);
	size_t count;
	struct advance *advances = advance_list(arena, &letter, &count);

	cr_assert_eq(advances[0].fee, 0);
	cr_assert_eq(advances[1].fee, 500);
	arena_free(arena);
}

Test(advance, has_no_entry_for_an_invoice_that_is_only_listed)
{
	struct arena *arena = arena_new(0);
	size_t count;
	struct advance *advances = advance_list(arena, &letter, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < advances[i].ninvoices; k++)
			cr_assert_neq(advances[i].invoices[k], &invoices[2]);
	arena_free(arena);
}
