#include <criterion/criterion.h>

#include "letter/fill.h"
#include "letter/format.h"

#define NBSP "\xC2\xA0"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct locale *locale;
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	bench.locale =
		locale_carried(bench.arena, bench.sources, STR("en-GB"), &bench.notices);
	cr_assert_not_null(bench.locale);
	cr_assert_eq(bench.notices.errors, 0);
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static void expect(struct str got, const char *wanted)
{
	cr_expect(str_equal(got, str_from_c(wanted)), "'%.*s' is not '%s'", STR_ARG(got),
		  wanted);
}

static struct str money_text(const struct bench *bench, money amount, const char *code)
{
	return format_money(bench->arena, bench->locale, amount,
			    currency_find(str_from_c(code)));
}

Test(format, writes_money_as_the_British_do)
{
	struct bench bench = set_up();
	expect(money_text(&bench, 123450, "GBP"), "£1,234.50");
	expect(money_text(&bench, 123456789, "EUR"), "€1,234,567.89");
	expect(money_text(&bench, 123450, "USD"), "US$1,234.50");
	expect(money_text(&bench, 123450, "CHF"), "CHF" NBSP "1,234.50");
	expect(money_text(&bench, -123450, "GBP"), "−£1,234.50");
	expect(money_text(&bench, 5, "GBP"), "£0.05");
	expect(money_text(&bench, 0, "GBP"), "£0.00");
	expect(money_text(&bench, 1234567, "JPY"), "JPY" NBSP "1,234,567");
	expect(money_text(&bench, INT64_MIN + 1, "GBP"), "−£92,233,720,368,547,758.07");
	tear_down(&bench);
}

Test(format, groups_thousands_however_many_digits_there_are)
{
	struct bench bench = set_up();
	const char *wanted[] = {"£0.01",	  "£0.12",	    "£1.23",
				"£12.34",	  "£123.45",	    "£1,234.56",
				"£12,345.67",	  "£123,456.78",    "£1,234,567.89",
				"£12,345,678.90", "£123,456,789.01"};
	int64_t amount = 0;
	for (int i = 0; i < 11; i++) {
		amount = amount * 10 + (i + 1) % 10;
		expect(money_text(&bench, amount, "GBP"), wanted[i]);
	}
	tear_down(&bench);
}

/* An amount or a day stands in many places of a view, and is written once. */
Test(fill, gives_each_number_its_own_words)
{
	struct bench bench = set_up();
	struct fill fill = {
		.arena = bench.arena,
		.locale = bench.locale,
		.currency = currency_find(STR("GBP")),
		.amounts = ARENA_ARRAY(bench.arena, struct written, FILL_WRITTEN),
		.days = ARENA_ARRAY(bench.arena, struct written, FILL_WRITTEN)};
	for (int round = 0; round < 2; round++)
		for (int i = -1000; i < 1000; i++) {
			struct value *record = value_record(bench.arena);
			fill_money(&fill, record, STR("amount"), i * 37);
			fill_date(&fill, record, STR("day"), 20000 + i);
			struct str amount = value_field(record, STR("amount"))->text;
			struct str day = value_field(record, STR("day"))->text;
			cr_assert(str_equal(amount, money_text(&bench, i * 37, "GBP")));
			cr_assert(str_equal(day, format_date(bench.arena, bench.locale,
							     bench.locale->date_long,
							     20000 + i)));
		}
	struct value *record = value_record(bench.arena);
	fill_money(&fill, record, STR("amount"), MONEY_NONE);
	fill_date(&fill, record, STR("day"), DATE_NONE);
	cr_assert_eq(value_field(record, STR("amount"))->kind, VALUE_EMPTY);
	cr_assert_eq(value_field(record, STR("day"))->kind, VALUE_EMPTY);
	tear_down(&bench);
}

Test(format, follows_patterns_that_put_the_currency_behind)
{
	struct bench bench = set_up();
	bench.locale->currency = STR("#,##0.00" NBSP "¤");
	bench.locale->decimal = STR(",");
	bench.locale->money_group = STR(".");
	bench.locale->min_grouping = 2;
	expect(money_text(&bench, 123450, "EUR"), "1234,50" NBSP "€");
	expect(money_text(&bench, 1234550, "EUR"), "12.345,50" NBSP "€");
	struct value *value = value_from_money(bench.arena, bench.locale, 123450,
					       currency_find(STR("EUR")));
	expect(value_field(value, STR("short"))->text, "1.234,50");
	expect(value_field(value, STR("plain"))->text, "1234.50");
	tear_down(&bench);
}

Test(format, keeps_day_and_month_together)
{
	struct bench bench = set_up();
	date day = date_from_civil(2026, 9, 4);
	struct value *value = value_from_date(bench.arena, bench.locale, day);
	expect(value->text, "4" NBSP "September 2026");
	expect(value_field(value, STR("medium"))->text, "4" NBSP "Sept 2026");
	expect(value_field(value, STR("short"))->text, "04/09/2026");
	expect(value_field(value, STR("iso"))->text, "2026-09-04");
	tear_down(&bench);
}

Test(format, reads_words_in_date_patterns)
{
	struct bench bench = set_up();
	date day = date_from_civil(2026, 11, 30);
	expect(format_date(bench.arena, bench.locale, STR("d 'de' MMMM 'de' y"), day),
	       "30" NBSP "de" NBSP "November de 2026");
	expect(format_date(bench.arena, bench.locale, STR("dd.MM.yy"), day), "30.11.26");
	tear_down(&bench);
}

Test(format, writes_dates_and_money_as_Americans_do)
{
	struct bench bench = set_up();
	struct locale *us =
		locale_carried(bench.arena, bench.sources, STR("en-US"), &bench.notices);
	date day = date_from_civil(2026, 11, 30);
	expect(format_date(bench.arena, us, us->date_long, day),
	       "November" NBSP "30, 2026");
	expect(format_date(bench.arena, us, us->date_short, day), "11/30/2026");
	expect(format_money(bench.arena, us, -123450, currency_find(STR("USD"))),
	       "−$1,234.50");
	tear_down(&bench);
}

Test(format, writes_rates_with_the_decimals_they_have)
{
	struct bench bench = set_up();
	expect(format_rate(bench.arena, bench.locale, 117500), "11.75%");
	expect(format_rate(bench.arena, bench.locale, 80000), "8%");
	expect(format_rate(bench.arena, bench.locale, 5000), "0.50%");
	expect(format_rate(bench.arena, bench.locale, 0), "0%");
	expect(format_rate(bench.arena, bench.locale, 123456), "12.3456%");
	expect(format_rate(bench.arena, bench.locale, -8300), "−0.83%");
	struct value *value = value_from_rate(bench.arena, bench.locale, 117500);
	expect(value_field(value, STR("plain"))->text, "11.75");
	tear_down(&bench);
}

Test(format, counts_one_and_many)
{
	struct bench bench = set_up();
	struct arena *arena = bench.arena;
	expect(format_count(arena, bench.locale, PLURAL_DAYS, 0), "0" NBSP "days");
	expect(format_count(arena, bench.locale, PLURAL_DAYS, 1), "1" NBSP "day");
	expect(format_count(arena, bench.locale, PLURAL_DAYS, 1234), "1,234" NBSP "days");
	bench.locale->one[0] = true;
	expect(format_count(arena, bench.locale, PLURAL_DAYS, 0), "0" NBSP "day");
	tear_down(&bench);
}

Test(format, has_no_value_for_what_is_absent)
{
	struct bench bench = set_up();
	const struct currency *gbp = currency_find(STR("GBP"));
	cr_expect_eq(value_from_money(bench.arena, bench.locale, MONEY_NONE, gbp)->kind,
		     VALUE_EMPTY);
	cr_expect_eq(value_from_date(bench.arena, bench.locale, DATE_NONE)->kind,
		     VALUE_EMPTY);
	cr_expect_eq(value_from_date(bench.arena, bench.locale, DATE_LAST)->kind,
		     VALUE_EMPTY);
	tear_down(&bench);
}

Test(locale, falls_back_to_its_language_then_to_British_English)
{
	struct bench bench = set_up();
	expect(locale_carried(bench.arena, bench.sources, STR("xx-YY"), &bench.notices)
		       ->tag,
	       "en-GB");
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(locale, is_carried_whole)
{
	static const char *const tags[] = {"en-GB", "en-IE", "en-US"};
	struct bench bench = set_up();
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		expect(locale_carried(bench.arena, bench.sources, str_from_c(tags[i]),
				      &bench.notices)
			       ->tag,
		       tags[i]);
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(locale, names_the_key_that_a_file_lacks)
{
	struct bench bench = set_up();
	const struct source *source = source_from_bytes(
		bench.sources, STR("x.yaml"), STR("locale: en-XX\ndecimal: [1]\n"));
	cr_expect_null(locale_read(bench.arena, source, &bench.notices));
	cr_assert_gt(bench.notices.errors, 10);
	cr_expect_eq(bench.notices.first->code, NOTICE_LOCALE_KEY);
	cr_expect(str_equal(
		bench.notices.first->text,
		STR("the locale lacks 'decimal', or it is not of the right kind")));
	tear_down(&bench);
}

Test(locale, knows_countries_by_their_code)
{
	struct bench bench = set_up();
	expect(locale_country(bench.locale, STR("FR")), "FRANCE");
	expect(locale_country(bench.locale, STR("XX")), "");
	tear_down(&bench);
}
