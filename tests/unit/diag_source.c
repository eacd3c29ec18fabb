/* source: reading, faults, places, dropping and recalling, listing. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/source.h"

static struct arena *arena;
static struct sources *sources;
static char folder[] = "/tmp/collectgen-source-XXXXXX";
static int root;

static void begin(void)
{
	arena = arena_new(0);
	sources = sources_new();
	cr_assert_not_null(mkdtemp(folder));
	root = open(folder, O_RDONLY | O_DIRECTORY);
}

static void end(void)
{
	char command[64];
	snprintf(command, sizeof command, "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
	close(root);
	sources_free(sources);
	arena_free(arena);
}

TestSuite(source, .init = begin, .fini = end);

static void put(const char *path, const char *text)
{
	int file = openat(root, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	cr_assert_geq(file, 0);
	cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
}

static enum source_fault take(const char *path, const struct source **source)
{
	struct str name = str_from_c(path);
	return source_read(sources, root, name, name, source);
}

Test(source, reads_a_file_below_a_folder)
{
	const struct source *source;
	put("a.yaml", "one\ntwo\n");
	cr_assert_eq(take("a.yaml", &source), SOURCE_OK);
	cr_assert(str_equal(source->bytes, STR("one\ntwo\n")));
	cr_assert(str_equal(source->path, STR("a.yaml")));
	cr_assert_eq(source->file, 1);
	cr_assert_eq(source_at(sources, 1), source);
	cr_assert_null(source_at(sources, 0));
	cr_assert_null(source_at(sources, 2));
	cr_assert_eq(sources_count(sources), 1);
}

Test(source, reads_an_empty_file)
{
	const struct source *source;
	put("a.yaml", "");
	cr_assert_eq(take("a.yaml", &source), SOURCE_OK);
	cr_assert_eq(source->bytes.len, 0);
	struct place place = source_place(sources, (struct span){source->file, 0});
	cr_assert(place.line == 1 && place.column == 1);
}

Test(source, says_why_it_cannot_read)
{
	const struct source *source;
	cr_assert_eq(take("none.yaml", &source), SOURCE_MISSING);
	cr_assert_eq(errno, ENOENT);
	cr_assert_null(source);
	mkdirat(root, "folder.yaml", 0700);
	cr_assert_eq(take("folder.yaml", &source), SOURCE_NOT_FILE);
	mkfifoat(root, "pipe.yaml", 0600);
	cr_assert_eq(take("pipe.yaml", &source), SOURCE_NOT_FILE);
	cr_assert_eq(symlinkat("nowhere", root, "link.yaml"), 0);
	cr_assert_eq(take("link.yaml", &source), SOURCE_MISSING);
	cr_assert_eq(symlinkat("loop.yaml", root, "loop.yaml"), 0);
	cr_assert_eq(take("loop.yaml", &source), SOURCE_UNREADABLE);
	cr_assert_eq(sources_count(sources), 0);
}

Test(source, refuses_a_file_over_the_limit)
{
	const struct source *source;
	int file = openat(root, "big.yaml", O_WRONLY | O_CREAT, 0600);
	cr_assert_eq(ftruncate(file, (off_t)LIMIT_FILE_BYTES), 0);
	cr_assert_eq(take("big.yaml", &source), SOURCE_OK);
	cr_assert_eq(source->bytes.len, LIMIT_FILE_BYTES);
	cr_assert_eq(ftruncate(file, (off_t)LIMIT_FILE_BYTES + 1), 0);
	close(file);
	cr_assert_eq(take("big.yaml", &source), SOURCE_LARGE);
}

Test(source, follows_a_link_to_a_file)
{
	const struct source *source;
	put("real.txt", "x: 1\n");
	cr_assert_eq(symlinkat("real.txt", root, "a.yaml"), 0);
	cr_assert_eq(take("a.yaml", &source), SOURCE_OK);
	cr_assert(str_equal(source->bytes, STR("x: 1\n")));
}

static struct place place_in(const char *text, uint32_t at)
{
	const struct source *source =
		source_from_bytes(sources, STR("x"), str_from_c(text));
	return source_place(sources, (struct span){source->file, at});
}

static void expect_place(const char *text, uint32_t at, uint32_t line, uint32_t column,
			 const char *whole)
{
	struct place place = place_in(text, at);
	cr_assert_eq(place.line, line, "line %u of byte %u", place.line, at);
	cr_assert_eq(place.column, column, "column %u of byte %u", place.column, at);
	cr_assert(str_equal(place.text, str_from_c(whole)), "text '%.*s'",
		  STR_ARG(place.text));
}

Test(source, knows_line_and_column_of_a_byte)
{
	expect_place("ab\ncd\n", 0, 1, 1, "ab");
	expect_place("ab\ncd\n", 2, 1, 3, "ab");
	expect_place("ab\ncd\n", 3, 2, 1, "cd");
	expect_place("ab\ncd\n", 6, 3, 1, "");
	expect_place("ab\ncd", 99, 2, 3, "cd");
	expect_place("\n\nx", 1, 2, 1, "");
}

Test(source, counts_columns_in_code_points)
{
	expect_place("\xC5\x81\xC3\xB3"
		     "d: x",
		     7, 1, 6,
		     "\xC5\x81\xC3\xB3"
		     "d: x");
}

Test(source, leaves_out_line_ends_and_the_byte_order_mark)
{
	expect_place("ab\r\ncd\r\n", 5, 2, 2, "cd");
	expect_place("ab\r\ncd\r\n", 2, 1, 3, "ab");
	expect_place("\xEF\xBB\xBF"
		     "ab\n",
		     3, 1, 1, "ab");
	expect_place("\xEF\xBB\xBF"
		     "ab\n",
		     0, 1, 1, "ab");
}

Test(source, has_no_place_for_nowhere)
{
	struct place place = source_place(sources, (struct span){0, 5});
	cr_assert_eq(place.line, 0);
	place = source_place(sources, (struct span){7, 5});
	cr_assert_eq(place.line, 0);
}

Test(source, is_read_again_when_dropped)
{
	const struct source *source;
	put("a.yaml", "one\ntwo\n");
	cr_assert_eq(take("a.yaml", &source), SOURCE_OK);
	sources_drop(sources);
	cr_assert_null(source->bytes.at);
	struct place place = source_place(sources, (struct span){source->file, 4});
	cr_assert_eq(place.line, 2);
	cr_assert(str_equal(place.text, STR("two")));
}

Test(source, shows_nothing_of_a_file_that_has_changed)
{
	const struct source *source;
	put("a.yaml", "one\ntwo\n");
	cr_assert_eq(take("a.yaml", &source), SOURCE_OK);
	sources_drop(sources);
	put("a.yaml", "ONE\nTWO\n");
	struct place place = source_place(sources, (struct span){source->file, 4});
	cr_assert_eq(place.line, 0);
	cr_assert_eq(place.text.len, 0);
}

Test(source, is_recalled_even_when_its_folder_was_closed)
{
	const struct source *source;
	put("a.yaml", "one\n");
	int other = open(folder, O_RDONLY | O_DIRECTORY);
	cr_assert_eq(source_read(sources, other, STR("a.yaml"), STR("a"), &source),
		     SOURCE_OK);
	close(other);
	sources_drop(sources);
	cr_assert_eq(source_place(sources, (struct span){source->file, 0}).line, 1);
}

Test(source, keeps_bytes_it_was_given)
{
	const struct source *source =
		source_from_bytes(sources, STR("built in"), STR("x: 1"));
	sources_drop(sources);
	cr_assert(str_equal(source->bytes, STR("x: 1")));
}

static void expect_list(const char *wanted)
{
	struct str *paths, where;
	size_t count;
	cr_assert_eq(sources_list(arena, str_from_c(folder), &paths, &count, &where),
		     SOURCE_OK);
	struct buf buf = buf_new(arena, 0);
	for (size_t i = 0; i < count; i++)
		buf_format(&buf, "%.*s ", STR_ARG(paths[i]));
	cr_assert(str_equal(buf_str(&buf), str_from_c(wanted)), "got '%.*s'",
		  STR_ARG(buf_str(&buf)));
}

Test(source, lists_yaml_files_in_bytewise_path_order)
{
	mkdirat(root, "a", 0700);
	mkdirat(root, "a/b", 0700);
	put("a.yaml", "");
	put("a/z.yml", "");
	put("a/b/c.yaml", "");
	put("a-b.yaml", "");
	put("Z.yaml", "");
	put("notes.txt", "");
	expect_list("Z.yaml a-b.yaml a.yaml a/b/c.yaml a/z.yml ");
}

Test(source, skips_hidden_names_and_the_users_templates)
{
	static const char *const folders[] = {".git", "_old", "templates", "sub",
					      "sub/templates"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		mkdirat(root, folders[i], 0700);
	put(".git/a.yaml", "");
	put("_old/a.yaml", "");
	put("templates/a.yaml", "");
	put("sub/templates/a.yaml", "");
	put(".a.yaml", "");
	put("_a.yaml", "");
	expect_list("sub/templates/a.yaml ");
}

Test(source, lists_links_to_files_but_not_what_linked_folders_hold)
{
	mkdirat(root, "real", 0700);
	put("real/a.yaml", "");
	cr_assert_eq(symlinkat("real", root, "linked"), 0);
	cr_assert_eq(symlinkat("real/a.yaml", root, "b.yaml"), 0);
	expect_list("b.yaml real/a.yaml ");
}

Test(source, lists_a_folder_named_like_a_file_for_the_reader_to_refuse)
{
	mkdirat(root, "x.yaml", 0700);
	expect_list("x.yaml ");
}

Test(source, says_which_folder_it_could_not_list)
{
	struct str *paths, where;
	size_t count;
	cr_assert_eq(sources_list(arena, STR("/nowhere/at/all"), &paths, &count, &where),
		     SOURCE_MISSING);
	cr_assert(str_equal(where, STR("/nowhere/at/all")));
	put("file", "");
	struct str file = str_format(arena, "%s/file", folder);
	cr_assert_eq(sources_list(arena, file, &paths, &count, &where), SOURCE_NOT_FILE);
}

static enum source_fault bytes_of(const char *path, size_t most, struct str *bytes)
{
	return source_bytes(sources, arena, root, str_from_c(path), most, bytes);
}

Test(source, gives_the_bytes_of_a_file_inside_a_folder)
{
	struct str bytes;
	cr_assert_eq(mkdirat(root, "art", 0700), 0);
	put("art/logo.png", "pixels");
	cr_assert_eq(symlinkat("art/logo.png", root, "inner"), 0);
	cr_assert_eq(bytes_of("art/logo.png", 6, &bytes), SOURCE_OK);
	cr_assert(str_equal(bytes, STR("pixels")));
	cr_assert_eq(bytes_of("inner", 6, &bytes), SOURCE_OK);
	cr_assert_eq(sources_count(sources), 2);
	cr_assert(source_at(sources, 1)->on_disk);
	cr_assert_null(source_at(sources, 1)->bytes.at);
	cr_assert_eq(source_imprint(sources, 1), str_hash(bytes));
	cr_assert_eq(bytes_of("art/logo.png", 5, &bytes), SOURCE_LARGE);
	cr_assert_eq(bytes_of("art/other.png", 6, &bytes), SOURCE_MISSING);
	cr_assert_eq(bytes_of("art", 6, &bytes), SOURCE_NOT_FILE);
}

Test(source, gives_no_bytes_from_outside_the_folder)
{
	struct str bytes;
	cr_assert_eq(mkdirat(root, "art", 0700), 0);
	cr_assert_eq(symlinkat("/etc", root, "art/etc"), 0);
	cr_assert_eq(symlinkat("/etc/passwd", root, "link"), 0);
	static const char *const outside[] = {
		"/etc/passwd", "../a", "art/../../etc/passwd", "link", "art/etc/passwd"};
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		cr_assert_eq(bytes_of(outside[i], 999999, &bytes), SOURCE_OUTSIDE, "%s",
			     outside[i]);
}
