/* word: PDF's own words. */
#include <criterion/criterion.h>

#include "press/word.h"

static struct arena *arena;
static struct buf buf;

static void begin(void)
{
	arena = arena_new(0);
	buf = buf_new(arena, 0);
}

static void end(void)
{
	arena_free(arena);
}

TestSuite(word, .init = begin, .fini = end);

static void expect(const char *wanted)
{
	cr_assert(str_equal(buf_str(&buf), str_from_c(wanted)), "got '%.*s', wanted '%s'",
		  STR_ARG(buf_str(&buf)), wanted);
}

Test(word, writes_lengths_exactly_and_briefly)
{
	const int64_t lengths[] = {0,	 595276, 841890, 1000,	  70,
				   -500, -12345, 100000, 1234567, 9007};
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		word_length(&buf, lengths[i]);
		buf_byte(&buf, ' ');
	}
	expect("0 595.276 841.89 1 .07 -.5 -12.345 100 1234.567 9.007 ");
}

Test(word, keeps_ascii_readable_and_escapes_what_would_end_it)
{
	word_text(&buf, STR("Smith (Leeds) \\ Co"));
	expect("(Smith \\(Leeds\\) \\\\ Co)");
}

Test(word, writes_other_text_in_utf_16)
{
	word_text(&buf, STR("Łódź"));
	expect("<FEFF014100F30064017A>");
}

Test(word, writes_surrogate_pairs)
{
	word_unicode(&buf, STR("\U00010437"));
	expect("<FEFFD801DC37>");
}

Test(word, percent_encodes_what_an_address_cannot_hold)
{
	word_address(&buf, STR("https://x.example/ö?a=(b c)"));
	expect("(https://x.example/%C3%B6?a=\\(b%20c\\))");
}

Test(word, writes_references)
{
	const unsigned numbers[] = {1, 12, 100, 4294967295u};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		word_reference(&buf, numbers[i]);
	expect("1 0 R12 0 R100 0 R4294967295 0 R");
}
