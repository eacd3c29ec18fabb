#include <criterion/criterion.h>

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "letter/front.h"
#include "letter/names.h"
#include "letter/shelf.h"
#include "letter/template.h"

struct bench {
	struct arena *arena;
	struct sources *sources;
	struct notices notices;
	struct templates templates;
	char folder[64]; /* a ledger's, empty but for what a test puts there */
};

static void set_up(struct bench *bench)
{
	*bench = (struct bench){.arena = arena_new(0), .sources = sources_new()};
	bench->notices = notices_new(bench->arena, bench->sources);
	snprintf(bench->folder, sizeof bench->folder, "/tmp/collectgen-XXXXXX");
	cr_assert_not_null(mkdtemp(bench->folder));
	bench->templates = (struct templates){.arena = bench->arena,
					      .sources = bench->sources,
					      .folder = str_from_c(bench->folder),
					      .locales = map_new(bench->arena),
					      .files = map_new(bench->arena)};
}

static void tear_down(struct bench *bench)
{
	struct str command = str_format(bench->arena, "rm -r '%s'", bench->folder);
	cr_expect_eq(system(str_c(bench->arena, command)), 0);
	sources_free(bench->sources);
	arena_free(bench->arena);
}

/* Writes a file below the ledger's templates/, with the folders it needs. */
static void put(struct bench *bench, const char *path, const char *text)
{
	struct str whole =
		str_format(bench->arena, "%s/templates/%s", bench->folder, path);
	for (size_t i = sizeof "/tmp/"; i < whole.len; i++)
		if (whole.at[i] == '/')
			mkdir(str_c(bench->arena, str_slice(whole, 0, i)), 0777);
	FILE *file = fopen(str_c(bench->arena, whole), "w");
	cr_assert_not_null(file);
	fputs(text, file);
	fclose(file);
}

static const struct template *prepare(struct bench *bench, const char *tag,
				      const char *letter)
{
	struct span span = {0, 0};
	template_prepare_locale(&bench->templates, str_from_c(tag), span,
				&bench->notices);
	return template_prepare(&bench->templates, str_from_c(tag), str_from_c(letter),
				span, &bench->notices);
}

static void expect_path(struct bench *bench, const char *tag, const char *path)
{
	const struct template *template = prepare(bench, tag, "reminder-1");
	cr_assert_not_null(template);
	cr_expect(str_equal(template->path, str_from_c(path)), "'%.*s' is not '%s'",
		  STR_ARG(template->path), path);
}

#define PLAIN "---\ntitle: Ours\n---\nDear {{customer.name}}\n"

Test(template, takes_the_carried_letter_when_there_is_no_other)
{
	struct bench bench;
	set_up(&bench);
	expect_path(&bench, "en-GB", "letters/en/reminder-1.md");
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(template, prefers_the_ledgers_own)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md", PLAIN);
	expect_path(&bench, "en-GB", "templates/reminder-1.md");
	tear_down(&bench);
}

Test(template, prefers_the_ledgers_own_for_the_locale)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md", PLAIN);
	put(&bench, "en/reminder-1.md", PLAIN);
	expect_path(&bench, "en-GB", "templates/en/reminder-1.md");
	put(&bench, "en-IE/reminder-1.md", PLAIN);
	expect_path(&bench, "en-IE", "templates/en-IE/reminder-1.md");
	tear_down(&bench);
}

Test(template, is_read_once)
{
	struct bench bench;
	set_up(&bench);
	const struct template *first = prepare(&bench, "en-GB", "reminder-1");
	cr_expect_eq(prepare(&bench, "en-GB", "reminder-1"), first);
	cr_expect_eq(template_find(bench.arena, &bench.templates, STR("en-GB"),
				   STR("reminder-1")),
		     first);
	tear_down(&bench);
}

Test(template, tells_of_a_fault_once)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md", "---\ntitle: Ours\n---\n{{customr}}\n");
	cr_expect_null(prepare(&bench, "en-GB", "reminder-1"));
	cr_expect_null(prepare(&bench, "en-GB", "reminder-1"));
	cr_expect_eq(bench.notices.errors, 1);
	cr_expect_null(template_find(bench.arena, &bench.templates, STR("en-GB"),
				     STR("reminder-1")));
	tear_down(&bench);
}

Test(template, finds_partials_the_same_way)
{
	struct bench bench;
	set_up(&bench);
	const struct template *carried = prepare(&bench, "en-GB", "reminder-1");
	struct digest before = carried->digest;
	put(&bench, "partials/closing.md", "Bye,\n\n{{creditor.name}}\n");
	const struct template *again = prepare(&bench, "en", "reminder-1");
	cr_assert_not_null(again);
	cr_expect_not(digest_equal(before, again->digest));
	tear_down(&bench);
}

Test(template, never_leaves_its_folder)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md", "---\ntitle: x\n---\n{{>../../../etc/passwd}}\n");
	cr_expect_null(prepare(&bench, "en-GB", "reminder-1"));
	cr_expect_eq(bench.notices.first->code, NOTICE_PARTIAL_UNKNOWN);
	cr_expect_null(prepare(&bench, "en-GB", "../reminder-2"));
	cr_expect_eq(bench.notices.errors, 2);
	tear_down(&bench);
}

Test(template, refuses_hidden_characters)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md",
	    "---\ntitle: x\n---\nab\xE2\x80\xAE"
	    "cd\n");
	cr_expect_null(prepare(&bench, "en-GB", "reminder-1"));
	cr_expect_eq(bench.notices.first->code, NOTICE_HIDDEN_CHARACTER);
	tear_down(&bench);
}

Test(template, points_into_its_subject_line)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md",
	    "---\ntitle: x\nsubject: \"To pay: {{damand}}\"\n---\nx\n");
	cr_expect_null(prepare(&bench, "en-GB", "reminder-1"));
	const struct notice *notice = bench.notices.first;
	cr_assert_eq(notice->code, NOTICE_NAME_UNKNOWN);
	struct place place = source_place(bench.sources, notice->span);
	cr_expect_eq(place.line, 3);
	cr_expect_eq(place.column, 19);
	tear_down(&bench);
}

Test(template, keeps_its_text_when_the_files_are_dropped)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "reminder-1.md", PLAIN);
	const struct template *template = prepare(&bench, "en-GB", "reminder-1");
	sources_drop(bench.sources);
	const struct locale *locale = template_locale(&bench.templates, STR("en-GB"));
	struct mustache_options options = {ESCAPE_MARKDOWN, false};
	struct rendered rendered = mustache_render(
		bench.arena, template->body, name_specimen(bench.arena, locale->words),
		options, &bench.notices);
	cr_expect(str_equal(rendered.text, STR("Dear Acme Tooling Ltd\n")));
	tear_down(&bench);
}

Test(template, has_every_carried_letter_in_order)
{
	static const char *const letters[] = {"statement", "courtesy", "reminder-1",
					      "reminder-2", "final-demand"};
	struct bench bench;
	set_up(&bench);
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		cr_expect_not_null(prepare(&bench, "en-GB", letters[i]), "%s",
				   letters[i]);
	cr_expect_eq(bench.notices.errors, 0);
	tear_down(&bench);
}

Test(locale, may_be_the_ledgers_own)
{
	struct bench bench;
	set_up(&bench);
	put(&bench, "locales/en-ZA.yaml", "locale: en-ZA\n");
	struct span span = {0, 0};
	cr_expect_null(template_prepare_locale(&bench.templates, STR("en-ZA"), span,
					       &bench.notices));
	cr_expect_eq(bench.notices.first->code, NOTICE_LOCALE_KEY);
	tear_down(&bench);
}

Test(locale, is_said_when_another_stands_in)
{
	struct bench bench;
	set_up(&bench);
	struct span span = {0, 0};
	struct str tag = STR("en-AU");
	template_prepare_locale(&bench.templates, tag, span, &bench.notices);
	cr_expect_eq(bench.notices.warnings, 0);
	template_prepare_locale(&bench.templates, STR("pt-PT"), span, &bench.notices);
	cr_expect_eq(bench.notices.warnings, 1);
	template_prepare_locale(&bench.templates, STR("pt-PT"), span, &bench.notices);
	cr_expect_eq(bench.notices.warnings, 1);
	tear_down(&bench);
}

/* ---- the front matter ---- */

static bool front(struct bench *bench, const char *text, struct front *found)
{
	const struct source *source =
		source_from_bytes(bench->sources, STR("t.md"), str_from_c(text));
	return front_read(bench->arena, source, found, &bench->notices);
}

Test(front, ends_where_the_body_begins)
{
	struct bench bench;
	set_up(&bench);
	struct front found;
	cr_assert(front(&bench, "---\ntitle: A\nsubject: b {{c}}\n---\nbody --- \n---\n",
			&found));
	cr_expect(str_equal(found.title, STR("A")));
	cr_expect(str_equal(found.subject, STR("b {{c}}")));
	cr_expect_eq(found.subject_at, 22);
	cr_expect_eq(found.body, 34);
	tear_down(&bench);
}

Test(front, needs_its_fences_and_a_title)
{
	static const char *const texts[] = {"", "body", "---\ntitle: A\n",
					    "---\n---\nbody",
					    "---\nsubject: A\n---\nbody"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct bench bench;
		set_up(&bench);
		struct front found;
		cr_expect_not(front(&bench, texts[i], &found), "%s", texts[i]);
		cr_assert_eq(bench.notices.errors, 1, "%s", texts[i]);
		cr_expect_eq(bench.notices.first->code, NOTICE_FRONT_MISSING);
		tear_down(&bench);
	}
}
