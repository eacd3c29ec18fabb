#include <criterion/criterion.h>

#include "ledger/terms.h"
#include "letter/pay_terms.h"

/* What a locale makes of terms as the ledger writes them; its no-break spaces as blanks.
 */
static void expect(const char *tag, const char *written, const char *wanted)
{
	struct arena *arena = arena_new(0);
	struct sources *sources = sources_new();
	struct notices notices = notices_new(arena, sources);
	struct terms terms = {.form = TERMS_NONE};
	const struct locale *locale =
		locale_carried(arena, sources, str_from_c(tag), &notices);
	cr_assert(terms_from_str(str_from_c(written), &terms), "%s", written);
	struct str got = pay_terms(arena, locale, &terms);
	struct buf plain = buf_new(arena, 0);
	for (size_t i = 0; i < got.len; i++) {
		bool blank = str_starts(str_slice(got, i, got.len), STR("\xC2\xA0"));
		buf_put(&plain, blank ? STR(" ") : str_slice(got, i, i + 1));
		i += blank;
	}
	cr_expect(str_equal(buf_str(&plain), str_from_c(wanted)),
		  "%s: '%.*s' is not '%s'", tag, STR_ARG(buf_str(&plain)), wanted);
	sources_free(sources);
	arena_free(arena);
}

Test(pay_terms, are_said_in_words)
{
	expect("en-GB", "net 30", "30 days net");
	expect("en-GB", "net 1", "1 day net");
	expect("en-GB", "due on receipt", "on receipt");
	expect("en-GB", "45 days end of month", "45 days, end of month");
	expect("en-GB", "end of month + 10", "end of month plus 10 days");
	expect("en-GB", "2/10 net 30", "30 days net, 2% discount within 10 days");
}

Test(pay_terms, are_said_in_the_letters_language)
{
	expect("de", "2/10 net 30",
	       "30 Tage netto, 2 % Skonto bis 10 Tage nach Rechnungsdatum");
	expect("fr", "45 days end of month", "45 jours fin de mois");
	expect("nl", "net 14", "binnen 14 dagen");
	expect("es", "due on receipt", "a la recepción");
	expect("it", "end of month + 10", "fine mese più 10 giorni");
}

Test(pay_terms, are_empty_where_there_are_none)
{
	struct arena *arena = arena_new(0);
	struct terms none = {.form = TERMS_NONE};
	cr_expect_eq(pay_terms(arena, NULL, &none).len, 0);
	arena_free(arena);
}
