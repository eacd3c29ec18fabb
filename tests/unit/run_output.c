#include <criterion/criterion.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "run/output.h"

static char folder[64];
static struct arena *arena;

static void begin(void)
{
	snprintf(folder, sizeof folder, "/tmp/collectgen-output-XXXXXX");
	cr_assert(mkdtemp(folder));
	arena = arena_new(0);
}

static void end(void)
{
	char command[128];

	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	cr_assert_eq(system(command), 0);
	arena_free(arena);
}

TestSuite(output, .init = begin, .fini = end);

static struct str at(const char *path)
{
	return str_format(arena, "%s/%s", folder, path);
}

static struct str content(const char *path)
{
	char text[256];
	FILE *file = fopen(str_c(arena, at(path)), "r");
	size_t n;

	if (!file)
		return STR("(none)");
	n = fread(text, 1, sizeof text, file);
	fclose(file);
	return str_copy(arena, (struct str){text, n});
}

static void foreign(const char *path, const char *text)
{
	FILE *file = fopen(str_c(arena, at(path)), "w");

	cr_assert(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static bool ours(const void *data, struct str path)
{
	(void)data;
	return str_equal(path, STR("letters/acme/a.pdf"));
}

static bool written(const struct output *output, struct str text)
{
	struct pen pen = output_pen(output, arena);
	bool done = pen_write(&pen, STR("letters/acme/a.pdf"), text);

	pen_close(&pen);
	return done;
}

static bool run(struct str text, struct str *fault)
{
	struct output output;
	bool done = output_open(&output, arena, at("out"), STR("2026-11-30"), 0600) &&
		    written(&output, text) && output_commit(&output, ours, NULL);

	*fault = output.fault;
	if (!done)
		output_abandon(&output);
	return done;
}

Test(output, puts_a_run_in_place_and_replaces_it_whole)
{
	struct str fault;

	cr_assert(run(STR("one"), &fault), "%.*s", STR_ARG(fault));
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/a.pdf"), STR("one")));
	cr_assert(run(STR("two"), &fault), "%.*s", STR_ARG(fault));
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/a.pdf"), STR("two")));
	cr_assert_neq(access(str_c(arena, at("out/.new-2026-11-30")), F_OK), 0);
}

Test(output, is_readable_by_its_owner_alone)
{
	struct str fault;
	struct stat st;

	cr_assert(run(STR("one"), &fault));
	cr_assert_eq(stat(str_c(arena, at("out/2026-11-30/letters/acme/a.pdf")), &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0600);
	cr_assert_eq(stat(str_c(arena, at("out/2026-11-30/letters")), &st), 0);
	cr_assert_eq(st.st_mode & 0777, 0700);
}

Test(output, keeps_the_old_run_when_a_build_is_abandoned)
{
	struct str fault;
	struct output output;

	cr_assert(run(STR("one"), &fault));
	cr_assert(output_open(&output, arena, at("out"), STR("2026-11-30"), 0600));
	cr_assert(written(&output, STR("half")));
	output_abandon(&output);
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/a.pdf"), STR("one")));
	cr_assert_neq(access(str_c(arena, at("out/.new-2026-11-30")), F_OK), 0);
}

Test(output, refuses_a_folder_that_holds_anything_of_others)
{
	struct str fault;

	cr_assert_eq(mkdir(str_c(arena, at("out")), 0700), 0);
	foreign("out/thesis.txt", "mine");
	cr_assert_not(run(STR("one"), &fault));
	cr_assert(str_ends(fault, STR("give an empty or new folder with -o")), "%.*s",
		  STR_ARG(fault));
	cr_assert(str_equal(content("out/thesis.txt"), STR("mine")));
}

Test(output, moves_a_foreign_file_of_the_old_run_into_the_new_one)
{
	struct str fault;

	cr_assert(run(STR("one"), &fault));
	foreign("out/2026-11-30/letters/acme/note.txt", "rang him");
	cr_assert(run(STR("two"), &fault), "%.*s", STR_ARG(fault));
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/note.txt"),
			    STR("rang him")));
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/a.pdf"), STR("two")));
}

Test(output, says_who_holds_the_lock)
{
	struct output first, second;

	cr_assert(output_open(&first, arena, at("out"), STR("2026-11-30"), 0600));
	cr_assert_not(output_open(&second, arena, at("out"), STR("2026-12-31"), 0600));
	cr_assert(str_ends(second.fault, STR("is building there")), "%.*s",
		  STR_ARG(second.fault));
	output_abandon(&second);
	output_abandon(&first);
}

Test(output, sweeps_what_a_killed_build_left)
{
	struct output killed;
	struct str fault;

	cr_assert(output_open(&killed, arena, at("out"), STR("2026-11-30"), 0600));
	struct pen pen = output_pen(&killed, arena);
	cr_assert(pen_write(&pen, STR("letters/acme/half.pdf"), STR("half")));
	pen_close(&pen);
	close(killed.lock_fd); /* what the system does for a killed process */
	cr_assert(run(STR("one"), &fault), "%.*s", STR_ARG(fault));
	cr_assert_neq(
		access(str_c(arena, at("out/2026-11-30/letters/acme/half.pdf")), F_OK),
		0);
}

Test(output, never_follows_a_link_out_of_its_folder)
{
	struct str fault;

	cr_assert(run(STR("one"), &fault));
	foreign("precious.txt", "precious");
	cr_assert_eq(unlink(str_c(arena, at("out/2026-11-30/letters/acme/a.pdf"))), 0);
	cr_assert_eq(symlink(str_c(arena, at("precious.txt")),
			     str_c(arena, at("out/2026-11-30/letters/acme/a.pdf"))),
		     0);
	cr_assert(run(STR("two"), &fault), "%.*s", STR_ARG(fault));
	cr_assert(str_equal(content("precious.txt"), STR("precious")));
	cr_assert(str_equal(content("out/2026-11-30/letters/acme/a.pdf"), STR("two")));
}
