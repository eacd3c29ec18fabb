/* known: a text measured before is the same as one measured again. */
#include "page_fixture.h"

#include "page/known.h"
#include "page/look.h"

/* Two settings of one device: with a memo, and without. */
struct pair_of_settings {
	struct arena *arena;
	size_t calls; /* of the device with the memo */
	struct metrics plain, keeping;
	struct setting measured, known;
};

static void begin(struct pair_of_settings *both)
{
	static size_t uncounted;
	both->arena = arena_new(0);
	both->plain = (struct metrics){fixture_width, fixture_ascent, fixture_descent,
				       &uncounted, NULL};
	both->keeping = (struct metrics){fixture_width, fixture_ascent, fixture_descent,
					 &both->calls, memo_new(both->arena)};
	both->measured = (struct setting){both->arena, &both->plain, NULL, NULL, NULL};
	both->known = (struct setting){both->arena, &both->keeping, NULL, NULL, NULL};
}

static void assert_same(const struct words *a, const struct words *b)
{
	cr_assert_eq(a->count, b->count);
	cr_assert_eq(a->widest, b->widest);
	cr_assert_eq(a->natural, b->natural);
	for (size_t i = 0; i < a->count; i++) {
		const struct word *one = &a->at[i], *two = &b->at[i];
		cr_assert(str_equal(one->text, two->text));
		cr_assert(str_equal(one->link, two->link));
		cr_assert_eq(one->width, two->width);
		cr_assert_eq(one->space, two->space);
		cr_assert_eq(one->face, two->face);
		cr_assert_eq(one->joined, two->joined);
		cr_assert_eq(one->ends, two->ends);
		cr_assert_eq(one->at, two->at);
	}
}

static struct words of(const struct setting *setting, const char *text, struct type type)
{
	return words_from_text(setting, str_from_c(text), &type);
}

Test(known, asks_the_device_once_for_a_text)
{
	struct pair_of_settings both = {0};
	begin(&both);
	of(&both.known, "To pay by 14 February 2026", look_body());
	size_t once = both.calls;
	of(&both.known, "To pay by 14 February 2026", look_body());
	cr_assert_gt(once, 0);
	cr_assert_eq(both.calls, once);
	of(&both.known, "To pay by 15 February 2026", look_body());
	cr_assert_gt(both.calls, once);
	arena_free(both.arena);
}

Test(known, tells_sizes_faces_and_figures_apart)
{
	struct pair_of_settings both = {0};
	begin(&both);
	struct type types[] = {look_body(), look_subject(), look_info(), look_body(),
			       look_body()};
	types[3].figures = true;
	types[4].face = FACE_ITALIC;
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
			const char *text = "1-2 of 1,250.00 and 3";
			struct words known = of(&both.known, text, types[i]);
			struct words fresh = of(&both.measured, text, types[i]);
			assert_same(&known, &fresh);
		}
	arena_free(both.arena);
}

Test(known, stands_in_the_bytes_of_the_text_that_asks)
{
	struct pair_of_settings both = {0};
	begin(&both);
	char first[] = "Dear Ms Ames,", second[] = "Dear Ms Ames,";
	struct words a = of(&both.known, first, look_body());
	struct words b = of(&both.known, second, look_body());
	cr_assert_eq(a.at[0].text.at, first);
	cr_assert_eq(b.at[0].text.at, second);
	cr_assert_eq(b.at[2].text.at, second + 8);
	arena_free(both.arena);
}

static struct run *run_of(struct arena *arena, uint64_t *chance, struct run *next)
{
	static const struct str texts[] = {
		STR_LIT("pay "),  STR_LIT(" "),	  STR_LIT(""),	    STR_LIT("12"),
		STR_LIT("-34 "),  STR_LIT("EUR"), STR_LIT("\t"),    STR_LIT("Łódź "),
		STR_LIT("a\nb "), STR_LIT("“x”"), STR_LIT("end.\n")};
	static const struct str links[] = {STR_LIT(""), STR_LIT(""), STR_LIT("mailto:a"),
					   STR_LIT("mark:b")};
	struct run *run = ARENA_NEW(arena, struct run);
	*chance = *chance * 6364136223846793005u + 1442695040888963407u;
	uint64_t dice = *chance >> 24;
	run->text = texts[dice % (sizeof texts / sizeof *texts)];
	run->link = links[dice / 16 % 4];
	run->style = dice / 64 % 3 ? 0 : (unsigned)(dice / 256 % 4);
	run->breaks = dice / 1024 % 8 == 0;
	run->at = (uint32_t)(dice / 8192 % 1000);
	run->next = next;
	return run;
}

/* Runs of few texts, so that most come again: with other links, from other places. */
Test(known, gives_the_words_that_measuring_gives)
{
	struct pair_of_settings both = {0};
	begin(&both);
	uint64_t chance = 1;
	struct arena_mark mark = arena_mark(both.arena);
	for (int i = 0; i < 20000; i++) {
		struct run *runs = NULL;
		for (unsigned n = 0; n < 1 + chance % 3 + (i % 1000 == 0) * 20u; n++)
			runs = run_of(both.arena, &chance, runs);
		struct type type = i % 5 ? look_body() : look_small();
		type.figures = i % 7 == 0;
		struct words known = words_from_runs(&both.known, runs, &type);
		struct words fresh = words_from_runs(&both.measured, runs, &type);
		assert_same(&known, &fresh);
		arena_rewind(both.arena, mark);
	}
	arena_free(both.arena);
}

static void assert_same_lines(struct wrapped a, struct wrapped b)
{
	cr_assert_eq(a.count, b.count);
	for (size_t i = 0; i < a.count; i++) {
		cr_assert_eq(a.at[i].from, b.at[i].from);
		cr_assert_eq(a.at[i].to, b.at[i].to);
		cr_assert_eq(a.at[i].width, b.at[i].width);
	}
}

/* As layout does it: words too wide are divided first, and are others then. */
static struct wrapped lines_of(const struct setting *setting, struct str text, mpt width,
			       bool known)
{
	struct type type = look_body();
	struct words words = words_from_text(setting, text, &type);
	bool divides = words.widest > width;
	words_fit(setting, &words, &type, width);
	if (known && !divides)
		cr_assert_neq(words.known, 0);
	else
		cr_assert_eq(words.known, 0);
	return known ? known_wrap(setting, &words, width)
		     : wrap_words(setting->arena, &words, width);
}

Test(known, gives_the_lines_that_wrapping_gives)
{
	struct pair_of_settings both = {0};
	begin(&both);
	struct str whole = STR("In September we sent you three letters and hold no "
			       "answer:\nplease pay 1,250.00 EUR by 14 February or "
			       "tell us why www.example.org/pay/1234567890 fails.");
	struct arena_mark mark = arena_mark(both.arena);
	for (int round = 0; round < 2; round++)
		for (size_t len = 0; len <= whole.len; len += 7)
			for (mpt width = 20000; width < 500000; width += 40000) {
				struct str text = {whole.at, len};
				assert_same_lines(
					lines_of(&both.known, text, width, true),
					lines_of(&both.measured, text, width, false));
				arena_rewind(both.arena, mark);
			}
	arena_free(both.arena);
}
