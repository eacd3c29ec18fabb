#include <criterion/criterion.h>

#include "ledger/record.h"

struct bird {
	struct span span;
	struct str name;
	int32_t eggs;
	int colour;
	int64_t weight;
	date hatched;
	struct span hatched_span;
};

enum { GREY = 1, BLUE };

static const struct word colours[] = {{"grey", GREY}, {"blue", BLUE}, {NULL, 0}};

static const struct field fields[] = {
	{"name", FIELD_TEXT, offsetof(struct bird, name), .flags = REQUIRED,
	 .example = "Tit"},
	{"eggs", FIELD_INTEGER, offsetof(struct bird, eggs), .absent = -1,
	 .example = "3"},
	{"colour", FIELD_WORD, offsetof(struct bird, colour), .words = colours},
	{"weight", FIELD_DECIMAL, offsetof(struct bird, weight), .absent = 1,
	 .example = "9"},
	{"hatched", FIELD_DATE, offsetof(struct bird, hatched),
	 .span = offsetof(struct bird, hatched_span), .example = "2026-05-01"},
	{"song", FIELD_TEXT, NOWHERE, .example = "tweet"},
};

static const struct record record = {"a bird", sizeof(struct bird), fields,
				     sizeof fields / sizeof *fields,
				     .doc = "for the test"};

static struct arena *arena;
static struct sources *sources;
static struct notices notices;

static void open_nest(void)
{
	arena = arena_new(0);
	sources = sources_new();
	notices = notices_new(arena, sources);
}

static void close_nest(void)
{
	arena_free(arena);
	sources_free(sources);
}

TestSuite(record, .init = open_nest, .fini = close_nest);

static struct reading_result read_bird(const char *text, bool partial, struct bird *bird)
{
	struct reading reading = {.book = arena,
				  .texts = arena,
				  .desk = arena,
				  .scratch = arena,
				  .sources = sources,
				  .notices = &notices};
	const struct source *source =
		source_from_bytes(sources, STR("birds.yaml"), str_from_c(text));
	const struct node *node = yaml_read(arena, source, &notices);
	return record_read(&reading, &record, node, bird, partial);
}

static enum notice_code only_code(void)
{
	cr_assert_eq(notices.errors, 1);
	return notices.first->code;
}

Test(record, reads_what_is_written_and_clears_what_is_not)
{
	struct bird bird = {.eggs = 99, .weight = 99, .hatched = 99};
	cr_assert(read_bird("name: Robin\ncolour: grey\n", false, &bird).ok);
	cr_assert(str_equal(bird.name, STR("Robin")));
	cr_assert_eq(bird.colour, GREY);
	cr_assert_eq(bird.eggs, -1);
	cr_assert_eq(bird.weight, 1000000);
	cr_assert_eq(bird.hatched, DATE_NONE);
}

Test(record, keeps_the_place_of_a_field_that_has_one)
{
	struct bird bird = {0};
	read_bird("name: Robin\nhatched: 2026-05-01\n", false, &bird);
	cr_assert_eq(bird.hatched_span.at, 21);
}

Test(record, misses_what_is_required)
{
	struct bird bird = {0};
	cr_assert_not(read_bird("eggs: 3\n", false, &bird).ok);
	cr_assert_eq(only_code(), NOTICE_KEY_MISSING);
}

Test(record, misses_nothing_in_a_part_of_a_record)
{
	struct bird bird = {0};
	cr_assert(read_bird("eggs: 3\n", true, &bird).ok);
	cr_assert_eq(notices.errors, 0);
}

Test(record, does_not_miss_a_key_that_is_only_misspelt)
{
	struct bird bird = {0};
	cr_assert_not(read_bird("nmae: Robin\n", false, &bird).ok);
	cr_assert_eq(only_code(), NOTICE_KEY_UNKNOWN);
}

Test(record, knows_which_fields_were_written)
{
	struct bird bird = {0};
	struct reading_result result =
		read_bird("name: Robin\neggs: many\n", false, &bird);
	cr_assert(record_has(&record, &result, "name"));
	cr_assert(record_has(&record, &result, "eggs"));
	cr_assert_not(record_has(&record, &result, "weight"));
	cr_assert_neq(result.broken, 0);
}
