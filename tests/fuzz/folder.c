/* Entrance: a whole ledger on disk, the user's templates and locales with it: parts
 * headed by lines "%% path". */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "fuzz.h"
#include "run/reprint.h"

static char folder[] = "/dev/shm/collectgen-fuzz-XXXXXX";

static int drop(const char *path, const struct stat *status, int type, struct FTW *at)
{
	(void)status;
	(void)type;
	return at->level > 0 ? remove(path) : 0;
}

static void empty(void)
{
	nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
}

static void leave(void)
{
	empty();
	rmdir(folder);
}

/* Letters, digits, dots within, a few folders: what the input says about paths. */
static bool is_path(struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		char c = path.at[i], before = i ? path.at[i - 1] : '/';
		bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			    (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
			    c == '/';
		if (!good || (before == '/' && (c == '.' || c == '/')))
			return false;
	}
	return path.len > 0 && path.len < 80;
}

static void write_file(struct arena *arena, struct str path, struct str bytes)
{
	struct str whole = str_format(arena, "%s/%.*s", folder, STR_ARG(path));
	char *name = arena_text(arena, whole.len + 1);
	for (size_t i = 0; i < whole.len; i++) {
		name[i] = whole.at[i];
		if (i + 1 < whole.len && whole.at[i + 1] == '/' && i > sizeof folder)
			mkdir(name, 0700);
	}
	int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (file < 0)
		return;
	if (write(file, bytes.at, bytes.len) < 0)
		abort();
	close(file);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t size)
{
	static bool begun;
	struct str rest = {(const char *)at, size}, name, next = STR("a.yaml");
	struct fuzz fuzz = fuzz_begin();
	const struct build_options all = {.kinds = BUILD_STATEMENTS | BUILD_LETTERS};
	struct reprint reprint;

	if (!begun && (!mkdtemp(folder) || atexit(leave) != 0))
		abort();
	begun = true;
	while (rest.len) {
		struct str bytes = fuzz_part(rest, &name, &rest);
		if (is_path(next))
			write_file(fuzz.arena, next, bytes);
		next = name;
	}
	struct book *book = book_open(fuzz.arena, fuzz.sources, str_from_c(folder), 1,
				      fuzz.day, &fuzz.notices);
	if (!fuzz.notices.errors)
		reprint_run(fuzz.arena, book, &all, &fuzz.notices, &reprint);
	fuzz_end(&fuzz);
	empty();
	return 0;
}
