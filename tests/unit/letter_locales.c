/* Every locale carried: numbers, money, dates, plurals and lists as CLDR 48.2 has them,
 * but for what is better in print (U+2212, a space before it, ’ in Switzerland, 1er in
 * French, codes for what would read £GB or $US), and the letters in its language. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/carried.h"
#include "diag/yaml.h"
#include "letter/format.h"
#include "letter/names.h"
#include "letter/template.h"

#define NBSP "\u00a0"
#define NNBSP "\u202f"

static const char *const tags[] = {"en-GB", "en-US", "en-IE", "de", "de-AT",
				   "de-CH", "fr",    "nl",    "es", "it"};
#define TAGS (sizeof tags / sizeof *tags)

static const char *const letters[] = {"statement",  "courtesy",	     "reminder-1",
				      "reminder-2", "fourteen-days", "final-demand"};
#define LETTERS (sizeof letters / sizeof *letters)

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates templates;
};

static void set_up(struct bench *bench)
{
	*bench = (struct bench){.arena = arena_new(0), .sources = sources_new()};
	bench->notices = notices_new(bench->arena, bench->sources);
	bench->templates = (struct templates){.arena = bench->arena,
					      .sources = bench->sources,
					      .folder = STR(""),
					      .locales = map_new(bench->arena),
					      .files = map_new(bench->arena)};
}

static void tear_down(struct bench *bench)
{
	cr_expect_eq(bench->notices.errors + bench->notices.warnings, 0);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static const struct locale *locale_of(struct bench *bench, const char *tag)
{
	struct span span = {0, 0};
	const struct locale *locale = template_prepare_locale(
		&bench->templates, str_from_c(tag), span, &bench->notices);
	cr_assert_not_null(locale);
	cr_assert(str_equal(locale->tag, str_from_c(tag)));
	return locale;
}

static void expect(const char *tag, struct str got, const char *wanted)
{
	cr_expect(str_equal(got, str_from_c(wanted)), "%s: '%.*s' is not '%s'", tag,
		  STR_ARG(got), wanted);
}

static struct str money_text(struct bench *bench, const struct locale *locale,
			     money amount, const char *code)
{
	return format_money(bench->arena, locale, amount,
			    currency_find(str_from_c(code)));
}

static const char *const moneys[][5] = {
	{"en-GB", "EUR", "€1,234.50", "€1,234,567.89", "−€1,234.50"},
	{"en-GB", "GBP", "£1,234.50", "£1,234,567.89", "−£1,234.50"},
	{"en-GB", "USD", "US$1,234.50", "US$1,234,567.89", "−US$1,234.50"},
	{"en-GB", "CHF", "CHF" NBSP "1,234.50", "CHF" NBSP "1,234,567.89",
	 "−CHF" NBSP "1,234.50"},
	{"en-US", "EUR", "€1,234.50", "€1,234,567.89", "−€1,234.50"},
	{"en-US", "GBP", "£1,234.50", "£1,234,567.89", "−£1,234.50"},
	{"en-US", "USD", "$1,234.50", "$1,234,567.89", "−$1,234.50"},
	{"en-US", "CHF", "CHF" NBSP "1,234.50", "CHF" NBSP "1,234,567.89",
	 "−CHF" NBSP "1,234.50"},
	{"en-IE", "EUR", "€1,234.50", "€1,234,567.89", "−€1,234.50"},
	{"en-IE", "GBP", "£1,234.50", "£1,234,567.89", "−£1,234.50"},
	{"en-IE", "USD", "US$1,234.50", "US$1,234,567.89", "−US$1,234.50"},
	{"en-IE", "CHF", "CHF" NBSP "1,234.50", "CHF" NBSP "1,234,567.89",
	 "−CHF" NBSP "1,234.50"},
	{"de", "EUR", "1.234,50" NBSP "€", "1.234.567,89" NBSP "€", "−1.234,50" NBSP "€"},
	{"de", "GBP", "1.234,50" NBSP "£", "1.234.567,89" NBSP "£", "−1.234,50" NBSP "£"},
	{"de", "USD", "1.234,50" NBSP "$", "1.234.567,89" NBSP "$", "−1.234,50" NBSP "$"},
	{"de", "CHF", "1.234,50" NBSP "CHF", "1.234.567,89" NBSP "CHF",
	 "−1.234,50" NBSP "CHF"},
	{"de-AT", "EUR", "€" NBSP "1.234,50", "€" NBSP "1.234.567,89",
	 "−€" NBSP "1.234,50"},
	{"de-AT", "GBP", "£" NBSP "1.234,50", "£" NBSP "1.234.567,89",
	 "−£" NBSP "1.234,50"},
	{"de-AT", "USD", "$" NBSP "1.234,50", "$" NBSP "1.234.567,89",
	 "−$" NBSP "1.234,50"},
	{"de-AT", "CHF", "CHF" NBSP "1.234,50", "CHF" NBSP "1.234.567,89",
	 "−CHF" NBSP "1.234,50"},
	{"de-CH", "EUR", "EUR" NBSP "1’234.50", "EUR" NBSP "1’234’567.89",
	 "EUR" NBSP "−1’234.50"},
	{"de-CH", "GBP", "£" NBSP "1’234.50", "£" NBSP "1’234’567.89",
	 "£" NBSP "−1’234.50"},
	{"de-CH", "USD", "$" NBSP "1’234.50", "$" NBSP "1’234’567.89",
	 "$" NBSP "−1’234.50"},
	{"de-CH", "CHF", "CHF" NBSP "1’234.50", "CHF" NBSP "1’234’567.89",
	 "CHF" NBSP "−1’234.50"},
	{"fr", "EUR", "1" NNBSP "234,50" NBSP "€",
	 "1" NNBSP "234" NNBSP "567,89" NBSP "€", "−1" NNBSP "234,50" NBSP "€"},
	{"fr", "GBP", "1" NNBSP "234,50" NBSP "GBP",
	 "1" NNBSP "234" NNBSP "567,89" NBSP "GBP", "−1" NNBSP "234,50" NBSP "GBP"},
	{"fr", "USD", "1" NNBSP "234,50" NBSP "USD",
	 "1" NNBSP "234" NNBSP "567,89" NBSP "USD", "−1" NNBSP "234,50" NBSP "USD"},
	{"fr", "CHF", "1" NNBSP "234,50" NBSP "CHF",
	 "1" NNBSP "234" NNBSP "567,89" NBSP "CHF", "−1" NNBSP "234,50" NBSP "CHF"},
	{"nl", "EUR", "€" NBSP "1.234,50", "€" NBSP "1.234.567,89", "€" NBSP "−1.234,50"},
	{"nl", "GBP", "£" NBSP "1.234,50", "£" NBSP "1.234.567,89", "£" NBSP "−1.234,50"},
	{"nl", "USD", "US$" NBSP "1.234,50", "US$" NBSP "1.234.567,89",
	 "US$" NBSP "−1.234,50"},
	{"nl", "CHF", "CHF" NBSP "1.234,50", "CHF" NBSP "1.234.567,89",
	 "CHF" NBSP "−1.234,50"},
	{"es", "EUR", "1234,50" NBSP "€", "1.234.567,89" NBSP "€", "−1234,50" NBSP "€"},
	{"es", "GBP", "1234,50" NBSP "GBP", "1.234.567,89" NBSP "GBP",
	 "−1234,50" NBSP "GBP"},
	{"es", "USD", "1234,50" NBSP "US$", "1.234.567,89" NBSP "US$",
	 "−1234,50" NBSP "US$"},
	{"es", "CHF", "1234,50" NBSP "CHF", "1.234.567,89" NBSP "CHF",
	 "−1234,50" NBSP "CHF"},
	{"it", "EUR", "1234,50" NBSP "€", "1.234.567,89" NBSP "€", "−1234,50" NBSP "€"},
	{"it", "GBP", "1234,50" NBSP "£", "1.234.567,89" NBSP "£", "−1234,50" NBSP "£"},
	{"it", "USD", "1234,50" NBSP "USD", "1.234.567,89" NBSP "USD",
	 "−1234,50" NBSP "USD"},
	{"it", "CHF", "1234,50" NBSP "CHF", "1.234.567,89" NBSP "CHF",
	 "−1234,50" NBSP "CHF"},
};

Test(locales, write_money_as_their_countries_do)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof moneys / sizeof *moneys; i++) {
		const char *const *row = moneys[i];
		const struct locale *locale = locale_of(&bench, row[0]);
		expect(row[0], money_text(&bench, locale, 123450, row[1]), row[2]);
		expect(row[0], money_text(&bench, locale, 123456789, row[1]), row[3]);
		expect(row[0], money_text(&bench, locale, -123450, row[1]), row[4]);
	}
	tear_down(&bench);
}

/* Nothing owed has no sign, and figures of four and five digits part where Spanish and
 * Italian sentences group. */
Test(locales, write_nothing_and_the_edge_of_grouping)
{
	static const char *const rows[][4] = {
		{"en-GB", "€0.00", "€9,999.99", "€10,000.00"},
		{"de", "0,00" NBSP "€", "9.999,99" NBSP "€", "10.000,00" NBSP "€"},
		{"de-CH", "EUR" NBSP "0.00", "EUR" NBSP "9’999.99",
		 "EUR" NBSP "10’000.00"},
		{"fr", "0,00" NBSP "€", "9" NNBSP "999,99" NBSP "€",
		 "10" NNBSP "000,00" NBSP "€"},
		{"es", "0,00" NBSP "€", "9999,99" NBSP "€", "10.000,00" NBSP "€"},
		{"it", "0,00" NBSP "€", "9999,99" NBSP "€", "10.000,00" NBSP "€"},
	};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct locale *locale = locale_of(&bench, rows[i][0]);
		expect(rows[i][0], money_text(&bench, locale, 0, "EUR"), rows[i][1]);
		expect(rows[i][0], money_text(&bench, locale, 999999, "EUR"), rows[i][2]);
		expect(rows[i][0], money_text(&bench, locale, 1000000, "EUR"),
		       rows[i][3]);
	}
	tear_down(&bench);
}

Test(locales, keep_a_space_before_the_minus_where_the_currency_stands_before_it)
{
	struct bench bench;
	set_up(&bench);
	const struct locale *swiss = locale_of(&bench, "de-CH");
	expect("de-CH", money_text(&bench, swiss, -123450, "CHF"),
	       "CHF" NBSP "−1’234.50");
	expect("nl", money_text(&bench, locale_of(&bench, "nl"), -5, "CHF"),
	       "CHF" NBSP "−0,05");
	tear_down(&bench);
}

Test(locales, group_four_digits_in_tables_even_where_sentences_do_not)
{
	struct bench bench;
	set_up(&bench);
	const struct currency *eur = currency_find(STR("EUR"));
	static const char *const two[] = {"es", "it"};
	for (size_t i = 0; i < 2; i++) {
		const struct locale *locale = locale_of(&bench, two[i]);
		struct value *value = value_from_money(bench.arena, locale, 123450, eur);
		expect(two[i], value->text, "1234,50" NBSP "€");
		expect(two[i], value_field(value, STR("short"))->text, "1.234,50");
		expect(two[i], value_field(value, STR("table"))->text,
		       "1.234,50" NBSP "€");
	}
	struct value *value =
		value_from_money(bench.arena, locale_of(&bench, "de-AT"), -123450, eur);
	expect("de-AT", value_field(value, STR("table"))->text, "−€" NBSP "1.234,50");
	tear_down(&bench);
}

static const char *const dates[][6] = {
	{"en-GB", "30" NBSP "November 2026", "30" NBSP "Nov 2026", "30/11/2026",
	 "1" NBSP "December 2026", "15" NBSP "January 2027"},
	{"en-US", "November" NBSP "30, 2026", "Nov" NBSP "30, 2026", "11/30/2026",
	 "December" NBSP "1, 2026", "January" NBSP "15, 2027"},
	{"en-IE", "30" NBSP "November 2026", "30" NBSP "Nov 2026", "30/11/2026",
	 "1" NBSP "December 2026", "15" NBSP "January 2027"},
	{"de", "30." NBSP "November 2026", "30.11.2026", "30.11.2026",
	 "1." NBSP "Dezember 2026", "15." NBSP "Januar 2027"},
	{"de-AT", "30." NBSP "November 2026", "30.11.2026", "30.11.2026",
	 "1." NBSP "Dezember 2026", "15." NBSP "Jänner 2027"},
	{"de-CH", "30." NBSP "November 2026", "30.11.2026", "30.11.2026",
	 "1." NBSP "Dezember 2026", "15." NBSP "Januar 2027"},
	{"fr", "30" NBSP "novembre 2026", "30" NBSP "nov. 2026", "30/11/2026",
	 "1er" NBSP "décembre 2026", "15" NBSP "janvier 2027"},
	{"nl", "30" NBSP "november 2026", "30" NBSP "nov 2026", "30-11-2026",
	 "1" NBSP "december 2026", "15" NBSP "januari 2027"},
	{"es", "30" NBSP "de" NBSP "noviembre de 2026", "30" NBSP "nov 2026",
	 "30/11/2026", "1" NBSP "de" NBSP "diciembre de 2026",
	 "15" NBSP "de" NBSP "enero de 2027"},
	{"it", "30" NBSP "novembre 2026", "30" NBSP "nov 2026", "30/11/2026",
	 "1" NBSP "dicembre 2026", "15" NBSP "gennaio 2027"},
};

Test(locales, write_dates_as_their_countries_do)
{
	struct bench bench;
	set_up(&bench);
	date last = date_from_civil(2026, 11, 30), first = last + 1;
	date winter = date_from_civil(2027, 1, 15);
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		const char *const *row = dates[i];
		const struct locale *locale = locale_of(&bench, row[0]);
		struct value *value = value_from_date(bench.arena, locale, last);
		expect(row[0], value->text, row[1]);
		expect(row[0], value_field(value, STR("medium"))->text, row[2]);
		expect(row[0], value_field(value, STR("short"))->text, row[3]);
		expect(row[0], value_from_date(bench.arena, locale, first)->text, row[4]);
		expect(row[0], value_from_date(bench.arena, locale, winter)->text,
		       row[5]);
	}
	tear_down(&bench);
}

/* The twelve short names, and the ninth in full. */
static const char *const months[][14] = {
	{"en-GB", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct",
	 "Nov", "Dec", "September"},
	{"en-US", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
	 "Nov", "Dec", "September"},
	{"en-IE", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct",
	 "Nov", "Dec", "September"},
	{"de", "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.",
	 "Okt.", "Nov.", "Dez.", "September"},
	{"de-AT", "Jän.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.",
	 "Okt.", "Nov.", "Dez.", "September"},
	{"de-CH", "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.",
	 "Okt.", "Nov.", "Dez.", "September"},
	{"fr", "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.",
	 "oct.", "nov.", "déc.", "septembre"},
	{"nl", "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt",
	 "nov", "dec", "september"},
	{"es", "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct",
	 "nov", "dic", "septiembre"},
	{"it", "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott",
	 "nov", "dic", "settembre"},
};

Test(locales, name_the_months)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
		const struct locale *locale = locale_of(&bench, months[i][0]);
		for (size_t m = 0; m < 12; m++)
			expect(months[i][0], locale->months_abbr[m], months[i][m + 1]);
		expect(months[i][0], locale->months[8], months[i][13]);
	}
	tear_down(&bench);
}

Test(locales, write_the_first_of_a_month_in_figures_where_the_month_is_one)
{
	struct bench bench;
	set_up(&bench);
	const struct locale *french = locale_of(&bench, "fr");
	struct value *value =
		value_from_date(bench.arena, french, date_from_civil(2026, 12, 1));
	expect("fr", value_field(value, STR("short"))->text, "01/12/2026");
	expect("fr", value_field(value, STR("medium"))->text, "1er" NBSP "déc. 2026");
	tear_down(&bench);
}

static const char *const counts[][6] = {
	{"en-GB", "0" NBSP "days", "1" NBSP "day", "2" NBSP "days", "1,234" NBSP "days",
	 "8.25%"},
	{"en-US", "0" NBSP "days", "1" NBSP "day", "2" NBSP "days", "1,234" NBSP "days",
	 "8.25%"},
	{"en-IE", "0" NBSP "days", "1" NBSP "day", "2" NBSP "days", "1,234" NBSP "days",
	 "8.25%"},
	{"de", "0" NBSP "Tage", "1" NBSP "Tag", "2" NBSP "Tage", "1.234" NBSP "Tage",
	 "8,25" NBSP "%"},
	{"de-AT", "0" NBSP "Tage", "1" NBSP "Tag", "2" NBSP "Tage",
	 "1" NBSP "234" NBSP "Tage", "8,25" NBSP "%"},
	{"de-CH", "0" NBSP "Tage", "1" NBSP "Tag", "2" NBSP "Tage", "1’234" NBSP "Tage",
	 "8.25%"},
	{"fr", "0" NBSP "jour", "1" NBSP "jour", "2" NBSP "jours",
	 "1" NNBSP "234" NBSP "jours", "8,25" NBSP "%"},
	{"nl", "0" NBSP "dagen", "1" NBSP "dag", "2" NBSP "dagen", "1.234" NBSP "dagen",
	 "8,25%"},
	{"es", "0" NBSP "días", "1" NBSP "día", "2" NBSP "días", "1234" NBSP "días",
	 "8,25" NBSP "%"},
	{"it", "0" NBSP "giorni", "1" NBSP "giorno", "2" NBSP "giorni",
	 "1234" NBSP "giorni", "8,25%"},
};

Test(locales, count_days_and_write_rates)
{
	static const int64_t numbers[] = {0, 1, 2, 1234};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		const char *const *row = counts[i];
		const struct locale *locale = locale_of(&bench, row[0]);
		for (size_t k = 0; k < 4; k++)
			expect(row[0],
			       format_count(bench.arena, locale, PLURAL_DAYS, numbers[k]),
			       row[k + 1]);
		expect(row[0], format_rate(bench.arena, locale, 82500), row[5]);
	}
	tear_down(&bench);
}

static const char *const lists[][3] = {
	{"en-GB", "A and B", "A, B and C"}, {"en-US", "A and B", "A, B, and C"},
	{"en-IE", "A and B", "A, B and C"}, {"de", "A und B", "A, B und C"},
	{"de-AT", "A und B", "A, B und C"}, {"de-CH", "A und B", "A, B und C"},
	{"fr", "A et B", "A, B et C"},	    {"nl", "A en B", "A, B en C"},
	{"es", "A y B", "A, B y C"},	    {"it", "A e B", "A, B e C"},
};

Test(locales, join_lists)
{
	const struct str items[] = {STR("A"), STR("B"), STR("C")};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const char *const *row = lists[i];
		const struct locale *locale = locale_of(&bench, row[0]);
		expect(row[0], format_list(bench.arena, locale, items, 0), "");
		expect(row[0], format_list(bench.arena, locale, items, 1), "A");
		expect(row[0], format_list(bench.arena, locale, items, 2), row[1]);
		expect(row[0], format_list(bench.arena, locale, items, 3), row[2]);
	}
	tear_down(&bench);
}

Test(locales, say_e_in_Spanish_before_the_sound_of_i)
{
	static const char *const pairs[][2] = {
		{"Inés", "Pedro e Inés"},   {"Hidalgo", "Pedro e Hidalgo"},
		{"Íñigo", "Pedro e Íñigo"}, {"Hierro", "Pedro y Hierro"},
		{"Hugo", "Pedro y Hugo"},   {"{1}", "Pedro y {1}"},
		{"I", "Pedro e I"},	    {"", "Pedro y "},
	};
	struct bench bench;
	set_up(&bench);
	const struct locale *spanish = locale_of(&bench, "es");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct str items[] = {STR("Pedro"), str_from_c(pairs[i][0])};
		expect("es", format_list(bench.arena, spanish, items, 2), pairs[i][1]);
	}
	tear_down(&bench);
}

/* ---- the files ---- */

static const struct node *root_of(struct bench *bench, const char *tag)
{
	const struct carried *file =
		carried_find(str_format(bench->arena, "locales/%s.yaml", tag));
	cr_assert_not_null(file, "%s", tag);
	return yaml_read(bench->arena,
			 source_from_bytes(bench->sources, file->path, file->bytes),
			 &bench->notices);
}

/* What is data of its own and may differ from one locale to the other. */
static bool is_free(struct str key)
{
	return str_equal(key, STR("symbols")) || str_equal(key, STR("laws")) ||
	       str_equal(key, STR("advice"));
}

static void expect_keys(const char *tag, const struct node *of, const struct node *in)
{
	for (const struct node *node = of->first; node; node = node->next) {
		const struct node *other = node_find(in, node->key);
		cr_expect(other, "%s and its model differ in '%.*s'", tag,
			  STR_ARG(node->key));
		if (!other || is_free(node->key) || node->kind != NODE_MAPPING)
			continue;
		cr_expect_eq(other->count, node->count, "%s: %.*s", tag,
			     STR_ARG(node->key));
		expect_keys(tag, node, other);
	}
}

Test(locales, have_the_same_keys)
{
	struct bench bench;
	set_up(&bench);
	const struct node *model = root_of(&bench, "en-GB");
	for (size_t i = 0; i < TAGS; i++) {
		const struct node *root = root_of(&bench, tags[i]);
		cr_expect_eq(root->count, model->count, "%s", tags[i]);
		expect_keys(tags[i], model, root);
	}
	tear_down(&bench);
}

static bool has(struct str text, const char *piece)
{
	return memmem(text.at, text.len, piece, strlen(piece)) != NULL;
}

static void expect_different(const char *tag, const struct locale *locale,
			     enum caption one, enum caption other)
{
	cr_expect_not(str_equal(locale->captions[one], locale->captions[other]),
		      "%s calls two things '%.*s'", tag, STR_ARG(locale->captions[one]));
}

/* A shipped system called the balance due "Date d'échéance". */
Test(locales, call_different_things_differently)
{
	static const enum caption money_words[] = {
		CAPTION_OUTSTANDING, CAPTION_BALANCE, CAPTION_TOTAL_DUE,  CAPTION_PAID,
		CAPTION_OVERDUE,     CAPTION_AMOUNT,  CAPTION_NOT_YET_DUE};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < TAGS; i++) {
		const struct locale *locale = locale_of(&bench, tags[i]);
		for (size_t k = 0; k < sizeof money_words / sizeof *money_words; k++) {
			expect_different(tags[i], locale, CAPTION_DUE_DATE,
					 money_words[k]);
			for (size_t m = 0; m < k; m++)
				expect_different(tags[i], locale, money_words[k],
						 money_words[m]);
		}
		expect_different(tags[i], locale, CAPTION_FEE, CAPTION_COMPENSATION);
		expect_different(tags[i], locale, CAPTION_LATE_CHARGES,
				 CAPTION_COMPENSATION);
		expect_different(tags[i], locale, CAPTION_DEBIT, CAPTION_CREDIT);
		expect_different(tags[i], locale, CAPTION_OUR_REF, CAPTION_YOUR_REF);
	}
	tear_down(&bench);
}

Test(locales, leave_places_for_what_captions_are_filled_with)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < TAGS; i++) {
		const struct str *captions = locale_of(&bench, tags[i])->captions;
		cr_expect(has(captions[CAPTION_PAGE_N_OF_M], "{n}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_PAGE_N_OF_M], "{m}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_AGING], "{from}–{to}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_AGING_OVER], "{n}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_PAY_BY], "{d}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_WAIVED], "{what}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_TERMS_NET], "{d}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_TERMS_DAYS_EOM], "{d}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_TERMS_EOM_PLUS], "{d}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_TERMS_DISCOUNT], "{d}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_TERMS_DISCOUNT], "{p}"), "%s", tags[i]);
		cr_expect(has(captions[CAPTION_AS_AT], "{d}"), "%s", tags[i]);
	}
	tear_down(&bench);
}

/* A law's name is looked up by what the policies call it. */
Test(locales, name_only_laws_that_a_policy_names)
{
	struct bench bench;
	set_up(&bench);
	struct buf policies = buf_new(bench.arena, 0);
	const struct carried *file = NULL;
	for (size_t i = 0; (file = carried_at(i)); i++)
		if (str_starts(file->path, STR("policies/")))
			buf_put(&policies, file->bytes);
	struct str all = buf_str(&policies);
	for (size_t i = 0; i < TAGS; i++) {
		const struct locale *locale = locale_of(&bench, tags[i]);
		for (const struct node *law = locale->laws->first; law; law = law->next)
			cr_expect(has(all,
				      str_c(bench.arena,
					    str_format(bench.arena, "law: \"%.*s, http",
						       STR_ARG(law->key)))),
				  "%s: no policy names '%.*s'", tags[i],
				  STR_ARG(law->key));
	}
	const struct locale *german = locale_of(&bench, "de");
	expect("de", locale_law(german, STR("German Civil Code (BGB), §§ 286 and 288")),
	       "§§" NBSP "286 und 288 BGB");
	expect("de", locale_law(german, STR("our contract")), "our contract");
	tear_down(&bench);
}

Test(locales, close_French_letters_with_the_salutation_they_began_with)
{
	struct bench bench;
	set_up(&bench);
	const struct locale *french = locale_of(&bench, "fr");
	cr_expect(has(french->closing, str_c(bench.arena, french->salutation)));
	expect("fr", french->salutation_unknown, str_c(bench.arena, french->salutation));
	expect("fr", french->closing_unknown, str_c(bench.arena, french->closing));
	tear_down(&bench);
}

/* ---- the letters ---- */

static const struct template *prepare(struct bench *bench, const char *tag,
				      const char *letter)
{
	struct span span = {0, 0};
	locale_of(bench, tag);
	const struct template *template =
		template_prepare(&bench->templates, str_from_c(tag), str_from_c(letter),
				 span, &bench->notices);
	cr_assert_not_null(template, "%s/%s", tag, letter);
	return template;
}

/* The letter with everything in it that a view can hold, subject and all. */
static struct str render(struct bench *bench, const char *tag, const char *letter)
{
	const struct template *template = prepare(bench, tag, letter);
	const struct value *view =
		name_specimen(bench->arena, locale_of(bench, tag)->words);
	struct mustache_options options = {ESCAPE_NONE, false};
	struct str subject = mustache_render(bench->arena, template->subject, view,
					     options, &bench->notices)
				     .text;
	struct str body = mustache_render(bench->arena, template->body, view, options,
					  &bench->notices)
				  .text;
	return str_format(bench->arena, "%.*s\n%.*s", STR_ARG(subject), STR_ARG(body));
}

Test(letters, are_written_in_every_language)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < TAGS; i++)
		for (size_t k = 0; k < LETTERS; k++) {
			const struct template *template =
				prepare(&bench, tags[i], letters[k]);
			struct str folder =
				str_format(bench.arena, "letters/%.2s", tags[i]);
			cr_expect(str_starts(template->path, folder), "%s: %.*s", tags[i],
				  STR_ARG(template->path));
			cr_expect_not_null(template->subject);
			cr_expect_gt(render(&bench, tags[i], letters[k]).len, 500);
		}
	tear_down(&bench);
}

Test(letters, are_called_by_different_names)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < TAGS; i++)
		for (size_t k = 0; k < LETTERS; k++)
			for (size_t m = 0; m < k; m++)
				cr_expect_not(str_equal(
					prepare(&bench, tags[i], letters[k])->title,
					prepare(&bench, tags[i], letters[m])->title));
	tear_down(&bench);
}

/* Deadlines include their day: never "before", "avant le", "antes del". */
Test(letters, ask_for_payment_by_a_day_that_still_counts)
{
	static const char *const words[][2] = {
		{"en-GB", "by **14 December"},
		{"en-US", "by **14 December"},
		{"de", "spätestens am **14 December"},
		{"de-CH", "spätestens am **14 December"},
		{"fr", "au plus tard le **14 December"},
		{"nl", "uiterlijk op **14 December"},
		{"es", "a más tardar el **14 December"},
		{"it", "entro il giorno **14 December"},
	};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		for (size_t k = 2; k < LETTERS; k++) {
			if (strcmp(letters[k], "fourteen-days") == 0)
				continue;
			struct str text = render(&bench, words[i][0], letters[k]);
			cr_expect(has(text, words[i][1]), "%s/%s", words[i][0],
				  letters[k]);
		}
	tear_down(&bench);
}

Test(letters, say_what_their_law_wants_said)
{
	struct bench bench;
	set_up(&bench);
	struct str dutch = render(&bench, "nl", "fourteen-days");
	cr_expect(has(dutch, "binnen veertien dagen vanaf de dag nadat deze brief bij u "
			     "is bezorgd"));
	cr_expect(has(dutch, "**£5.00** aan buitengerechtelijke incassokosten"));
	cr_expect(has(render(&bench, "nl", "final-demand"), "ingebrekestelling"));
	struct str french = render(&bench, "fr", "final-demand");
	cr_expect(has(french, "mise en demeure"));
	cr_expect(has(french, "mettons en demeure"));
	cr_expect(has(render(&bench, "it", "final-demand"), "costituzione in mora"));
	tear_down(&bench);
}

/* By the customer's country, in whatever language: a Belgian is not sent to a French
 * office, nor a Dutchman to a British one. */
Test(locales, know_who_advises_private_persons_in_their_own_country)
{
	static const char *const rows[][3] = {
		{"en-GB", "GB", "National Debtline"},
		{"en-GB", "IE", "mabs.ie"},
		{"en-IE", "IE", "mabs.ie"},
		{"en-US", "US", "nfcc.org"},
		{"de", "DE", "Schuldnerberatung"},
		{"de-AT", "AT", "schuldenberatung.at"},
		{"de-CH", "CH", "schulden.ch"},
		{"fr", "FR", "Point conseil budget"},
		{"fr", "BE", "CPAS"},
		{"nl", "NL", "geldfit.nl"},
		{"nl", "BE", "OCMW"},
		{"en-GB", "NL", NULL},
		{"es", "ES", NULL},
		{"it", "IT", NULL},
	};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str advice = locale_advice(locale_of(&bench, rows[i][0]),
						  str_from_c(rows[i][1]));
		if (rows[i][2])
			cr_expect(has(advice, rows[i][2]), "%s", rows[i][0]);
		else
			cr_expect_eq(advice.len, 0, "%s", rows[i][0]);
	}
	tear_down(&bench);
}

Test(letters, say_where_private_persons_find_help)
{
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < TAGS; i++)
		for (size_t k = 1; k < LETTERS; k++)
			cr_expect(has(render(&bench, tags[i], letters[k]),
				      "Citizens Advice"),
				  "%s/%s", tags[i], letters[k]);
	tear_down(&bench);
}

/* Swiss German has no ß; names keep theirs, and none is in a template or a locale. */
Test(letters, know_no_sharp_s_in_Switzerland)
{
	struct bench bench;
	set_up(&bench);
	for (size_t k = 0; k < LETTERS; k++)
		cr_expect_not(has(render(&bench, "de-CH", letters[k]), "ß"), "%s",
			      letters[k]);
	const struct locale *swiss = locale_of(&bench, "de-CH");
	cr_expect_not(has(swiss->closing, "ß"));
	cr_expect_not(has(swiss->closing_unknown, "ß"));
	for (size_t i = 0; i < CAPTION__COUNT; i++)
		cr_expect_not(has(swiss->captions[i], "ß"));
	cr_expect(has(render(&bench, "de-CH", "reminder-1"), "«Final demand»"));
	cr_expect(has(render(&bench, "de-AT", "reminder-1"), "„Final demand“"));
	tear_down(&bench);
}

/* French puts a no-break space before : and a narrow one before ; ! and ? */
Test(letters, keep_French_marks_with_their_words)
{
	struct bench bench;
	set_up(&bench);
	for (size_t k = 0; k < LETTERS; k++) {
		struct str text = render(&bench, "fr", letters[k]);
		cr_expect_not(has(text, " :"), "%s", letters[k]);
		cr_expect_not(has(text, " ;"), "%s", letters[k]);
		cr_expect_not(has(text, " ?"), "%s", letters[k]);
		cr_expect_not(has(text, " »"), "%s", letters[k]);
		cr_expect_not(has(text, "« "), "%s", letters[k]);
		cr_expect_not(has(text, "'"), "%s", letters[k]);
		cr_expect(has(text, "Objet" NBSP ": "), "%s", letters[k]);
	}
	tear_down(&bench);
}
