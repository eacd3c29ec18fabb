#include <criterion/criterion.h>

#include "ledger/terms.h"

static date day(int year, int month, int mday)
{
	return date_from_civil(year, month, mday);
}

static struct terms terms_of(const char *text)
{
	struct terms terms = {0};
	cr_assert(terms_from_str(str_from_c(text), &terms), "%s", text);
	return terms;
}

Test(terms, count_net_days_from_the_day_of_issue)
{
	struct terms terms = terms_of("net 30");
	cr_assert_eq(terms.form, TERMS_NET);
	cr_assert_eq(terms_due(&terms, day(2026, 3, 5)), day(2026, 4, 4));
}

Test(terms, fall_due_at_once_on_receipt)
{
	struct terms terms = terms_of("due on receipt");
	cr_assert_eq(terms_due(&terms, day(2026, 3, 5)), day(2026, 3, 5));
}

Test(terms, count_days_and_then_go_to_the_end_of_the_month)
{
	struct terms terms = terms_of("45 days end of month");
	cr_assert_eq(terms_due(&terms, day(2026, 1, 20)), day(2026, 3, 31));
	cr_assert_eq(terms_due(&terms, day(2026, 1, 10)), day(2026, 2, 28));
}

Test(terms, go_to_the_end_of_the_month_and_then_count_days)
{
	struct terms terms = terms_of("end of month + 10");
	cr_assert_eq(terms_due(&terms, day(2024, 2, 1)), day(2024, 3, 10));
	terms = terms_of("end of month");
	cr_assert_eq(terms_due(&terms, day(2024, 2, 1)), day(2024, 2, 29));
}

Test(terms, keep_the_discount_and_its_days)
{
	struct terms terms = terms_of("2.5/10 net 30");
	cr_assert_eq(terms.discount, 25000);
	cr_assert_eq(terms.discount_days, 10);
	cr_assert_eq(terms.days, 30);
}

Test(terms, read_any_case_and_any_blanks)
{
	cr_assert_eq(terms_of("  Net   14 ").days, 14);
	cr_assert_eq(terms_of("30 Days End Of Month").form, TERMS_DAYS_EOM);
	cr_assert_eq(terms_of("2 / 10 net 30").discount_days, 10);
}

Test(terms, refuse_what_is_almost_right)
{
	static const char *const wrong[] = {
		"",
		"30",
		"30 days",
		"net",
		"net thirty",
		"net -1",
		"net 30 days",
		"net 99999999",
		"2/40 net 30",
		"0/10 net 30",
		"100/10 net 30",
		"end of months",
		"due",
		"net30x",
		"2//10 net 30",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct terms terms = {0};
		cr_assert_not(terms_from_str(str_from_c(wrong[i]), &terms), "%s",
			      wrong[i]);
		cr_assert_eq(terms.form, TERMS_NONE);
	}
}

Test(terms, tell_a_start_in_days_from_a_stage)
{
	struct starts starts = {0};
	cr_assert(terms_starts(STR("due"), &starts));
	cr_assert_eq(starts.days, 0);
	cr_assert(terms_starts(STR("due + 30"), &starts));
	cr_assert_eq(starts.days, 30);
	cr_assert(terms_starts(STR("due-soon"), &starts));
	cr_assert(str_equal(starts.name.text, STR("due-soon")));
	cr_assert_eq(starts.days, 0);
	cr_assert_not(terms_starts(STR("due plus 30"), &starts));
}

Test(terms, tell_working_days_from_days)
{
	int32_t days = 0;
	bool working = true;
	cr_assert(terms_delivery(STR("2 days"), &days, &working));
	cr_assert_eq(days, 2);
	cr_assert_not(working);
	cr_assert(terms_delivery(STR("1 working day"), &days, &working));
	cr_assert_eq(days, 1);
	cr_assert(working);
	cr_assert_not(terms_delivery(STR("2"), &days, &working));
	cr_assert_not(terms_delivery(STR("2 weeks"), &days, &working));
}
