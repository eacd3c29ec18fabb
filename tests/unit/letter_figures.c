/* figures: amounts in tables, read back and summed. */
#include <criterion/criterion.h>

#include "letter/figures.h"
#include "letter/format.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
};

static struct bench set_up(void)
{
	struct bench bench = {.arena = arena_new(0), .sources = sources_new()};
	bench.notices = notices_new(bench.arena, bench.sources);
	return bench;
}

static void tear_down(struct bench *bench)
{
	sources_free(bench->sources);
	arena_free(bench->arena);
}

static struct figures figures_in(struct bench *bench, const char *tag, const char *code)
{
	const struct locale *locale = locale_carried(bench->arena, bench->sources,
						     str_from_c(tag), &bench->notices);
	return figures_of(locale, currency_find(str_from_c(code)));
}

static bool reads(const struct figures *figures, const char *text, int64_t wanted)
{
	int64_t amount = -1;
	return figures->read(figures, str_from_c(text), &amount) && amount == wanted;
}

static bool refuses(const struct figures *figures, const char *text)
{
	int64_t amount = 0;
	return !figures->read(figures, str_from_c(text), &amount);
}

Test(figures, read_back_every_form_of_every_language)
{
	static const char *const tags[] = {"en-GB", "en-US", "en-IE", "de", "de-AT",
					   "de-CH", "fr",    "nl",    "es", "it"};
	static const char *const codes[] = {"GBP", "EUR", "CHF", "USD", "JPY", "KWD"};
	static const int64_t amounts[] = {0,	      5,	   -5,	       99999,
					  100000,     -123456,	   1234567890, INT64_MAX,
					  -INT64_MAX, 999999999999};
	struct bench bench = set_up();
	for (size_t t = 0; t < sizeof tags / sizeof *tags; t++)
		for (size_t c = 0; c < sizeof codes / sizeof *codes; c++)
			for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
				struct figures f = figures_in(&bench, tags[t], codes[c]);
				struct str forms[] = {
					f.write(&f, bench.arena, amounts[i]),
					format_money(bench.arena, f.locale, amounts[i],
						     f.currency),
				};
				for (size_t k = 0; k < 2; k++)
					cr_assert(reads(&f, str_c(bench.arena, forms[k]),
							amounts[i]),
						  "%s %s: %.*s", tags[t], codes[c],
						  STR_ARG(forms[k]));
			}
	tear_down(&bench);
}

Test(figures, take_nothing_else_for_an_amount)
{
	struct bench bench = set_up();
	struct figures pounds = figures_in(&bench, "en-GB", "GBP");
	struct figures yen = figures_in(&bench, "en-GB", "JPY");
	cr_assert(reads(&pounds, "1,250.00", 125000));
	cr_assert(refuses(&pounds, "30 days"));
	cr_assert(refuses(&pounds, "11.75%% p.a. 2"));
	cr_assert(refuses(&pounds, "1.250,00"));
	cr_assert(refuses(&pounds, "1,25.00"));
	cr_assert(refuses(&pounds, "1,250.5"));
	cr_assert(refuses(&pounds, "1,250.000"));
	cr_assert(refuses(&pounds, "INV-1"));
	cr_assert(refuses(&pounds, "30 Nov 2026"));
	cr_assert(refuses(&pounds, "92,233,720,368,547,758.08"));
	cr_assert(refuses(&pounds, "–"));
	cr_assert(refuses(&yen, "1,250.00"));
	cr_assert(reads(&yen, "1,250", 1250));
	tear_down(&bench);
}
