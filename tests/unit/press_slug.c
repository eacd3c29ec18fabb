/* slug: a text cast once; nobody can tell whether it was kept. */
#include <criterion/criterion.h>

#include "base/carried.h"
#include "base/limits.h"
#include "press/slug.h"

static struct arena *arena;
static struct font *faces[FACE__COUNT];
static struct slugs *slugs;

static void begin(void)
{
	static const char *const files[FACE__COUNT] = {
		"fonts/regular.ttf", "fonts/bold.ttf", "fonts/italic.ttf"};
	arena = arena_new(0);
	for (int i = 0; i < FACE__COUNT; i++)
		faces[i] = font_open(arena, carried_find(str_from_c(files[i]))->bytes);
	slugs = slug_open(arena, shape_new(arena, faces));
}

static void end(void)
{
	for (int i = 0; i < FACE__COUNT; i++)
		font_close(faces[i]);
	arena_free(arena);
}

TestSuite(slug, .init = begin, .fini = end);

static struct frame text(const char *words)
{
	return (struct frame){
		.kind = FRAME_TEXT, .size = 10500, .text = str_from_c(words)};
}

/* A copy that outlives the next call. */
static struct slug cast(struct frame frame)
{
	struct slug slug = *slug_cast(slugs, &frame);
	slug.words = str_copy(arena, slug.words);
	return slug;
}

static void expect_same(struct slug a, struct slug b)
{
	cr_assert_eq(a.kind, b.kind);
	cr_assert_eq(a.blocks, b.blocks);
	cr_assert_eq(a.missing, b.missing);
	cr_assert_eq(a.font, b.font);
	cr_assert(str_equal(a.words, b.words), "'%.*s' and '%.*s'", STR_ARG(a.words),
		  STR_ARG(b.words));
}

Test(slug, is_a_string_of_codes_where_nothing_is_kerned)
{
	struct slug slug = cast(text("1998"));
	cr_assert_eq(slug.kind, SLUG_STRING);
	cr_assert_eq(slug.blocks, 1u << BLOCK_ASCII);
	cr_assert(str_equal(slug.words, STR("(\0001\0009\0009\0008)")));
}

Test(slug, is_an_array_where_letters_are_kerned)
{
	struct slug slug = cast(text("To"));
	cr_assert_eq(slug.kind, SLUG_ARRAY);
	cr_assert_eq(slug.words.at[0], '[');
	cr_assert_eq(slug.words.at[slug.words.len - 1], ']');
}

Test(slug, of_no_characters_says_nothing)
{
	cr_assert_eq(cast(text("")).words.len, 0);
	cr_assert_eq(cast(text("")).words.len, 0);
}

/* Every kind of text, cast, found again, and cast by others who know nothing of it. */
Test(slug, is_the_same_cast_or_kept)
{
	static const char *const words[] = {
		"Dear Sir or Madam,",	       "Tomorrow (VAT) \\ AV",	    "Łódź Ω Ж €",
		"e\xCC\x81 x\xCC\x84\xCC\x81", "\xD7\xA9 and \xE4\xB8\x80", ""};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		for (unsigned style = 0; style < 12; style++) {
			struct frame frame = text(words[i]);
			frame.face = style % 3;
			frame.figures = style / 3 % 2;
			frame.blank = style / 6;
			struct slug first = cast(frame);
			expect_same(cast(frame), first);
			struct slugs *others = slug_open(arena, shape_new(arena, faces));
			expect_same(*slug_cast(others, &frame), first);
		}
	}
}

Test(slug, of_another_face_or_without_kerning_is_another)
{
	struct frame plain = text("To"), bold = plain, figures = plain, blank = plain;
	bold.face = FACE_BOLD;
	figures.figures = true;
	blank.blank = true;
	struct slug slug = cast(plain);
	cr_assert_neq(cast(bold).font, slug.font);
	cr_assert_eq(cast(figures).kind, SLUG_STRING);
	cr_assert_gt(cast(blank).words.len, slug.words.len);
	expect_same(cast(plain), slug);
}

/* Marks above letters are raised by a part of the size. */
Test(slug, of_raised_marks_is_cast_for_its_size)
{
	struct frame small = text("x\xCC\x84\xCC\x81"), large = small;
	large.size = 21000;
	struct slug first = cast(small);
	cr_assert_eq(first.kind, SLUG_WHOLE);
	cr_assert_not(str_equal(cast(large).words, first.words));
	expect_same(cast(small), first);
}

Test(slug, names_what_is_missing_whenever_it_is_asked)
{
	for (int i = 0; i < 3; i++) {
		struct slug slug = cast(text("a \xF0\x9F\x98\x80 b"));
		cr_assert_eq(slug.missing, 0x1F600);
		cr_assert_eq(slug.font, faces[FACE_REGULAR]);
		cr_assert_eq(slug.words.len, 0);
	}
}

/* Far more texts, short and long, than there is room for. */
Test(slug, forgets_and_casts_again)
{
	struct slug first = cast(text("Dear Sir or Madam,"));
	for (unsigned i = 0; i < 20000; i++) {
		struct str words = str_format(arena, "R-%0*u", 1 + (int)(i % 300), i);
		struct frame frame = {.kind = FRAME_TEXT,
				      .size = 10500,
				      .text = words,
				      .figures = true};
		struct slug slug = *slug_cast(slugs, &frame);
		cr_assert_eq(slug.words.len, 2 * words.len + 2);
		cr_assert_eq(slug.words.at[slug.words.len - 2], words.at[words.len - 1]);
		if (i % 1000 == 0)
			expect_same(cast(text("Dear Sir or Madam,")), first);
	}
}

/* A page in one line. */
Test(slug, may_be_longer_than_all_it_keeps)
{
	struct buf buf = buf_new(arena, 0);
	buf_fill(&buf, 'x', LIMIT_MEMO_BYTES);
	struct frame frame = {.kind = FRAME_TEXT,
			      .size = 10500,
			      .text = buf_str(&buf),
			      .figures = true};
	cr_assert_eq(slug_cast(slugs, &frame)->words.len, 2 * LIMIT_MEMO_BYTES + 2);
	cr_assert_eq(slug_cast(slugs, &frame)->words.len, 2 * LIMIT_MEMO_BYTES + 2);
}
