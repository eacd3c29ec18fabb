#include "run/past.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "run/beneath.h"
#include "run/manifest.h"
#include "run/roll.h"

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC)

/* What is not there, or is something else, is a finding; the rest is the machine's. */
static void miss(struct past *past, struct str path)
{
	int number = errno;

	if (!beneath_is_absent(number))
		past->fault = str_format(past->arena, "cannot read '%.*s/%.*s': %s",
					 STR_ARG(past->folder), STR_ARG(path),
					 strerror(number));
	errno = number;
}

struct past past_open(struct arena *arena, struct str out, date as_of)
{
	struct past past = {.arena = arena,
			    .fd = -1,
			    .lines = map_new(arena),
			    .files = map_new(arena)};
	struct buf day = buf_new(arena, 0);
	struct str text;

	date_put(&day, as_of);
	past.folder =
		str_format(arena, "%.*s/%.*s", STR_ARG(out), STR_ARG(buf_str(&day)));
	past.fd = open(str_c(arena, past.folder), FOLDER_FLAGS | O_NOFOLLOW);
	if (past.fd < 0) {
		miss(&past, STR(""));
		return past;
	}
	if (beneath_read(past.fd, arena, STR(MANIFEST_NAME), &text)) {
		past.versions = versions_from_manifest(arena, text);
		past.lines = roll_documents(arena, text);
		past.files = roll_files(arena, text);
	} else {
		miss(&past, STR(MANIFEST_NAME));
	}
	if (past.versions.count == 0)
		past_close(&past);
	return past;
}

bool past_is_there(const struct past *past)
{
	return past->fd >= 0;
}

struct str past_line(const struct past *past, struct str path)
{
	const struct str *line = map_find(&past->lines, path);

	return line ? *line : STR("");
}

static struct str digest_of(const struct past *past, struct str path)
{
	const struct str *file = map_find(&past->files, path);

	return roll_member(file ? *file : past_line(past, path), "sha256");
}

enum past_state past_look(struct past *past, struct str path)
{
	struct arena_mark mark = arena_mark(past->arena);
	struct str wanted = digest_of(past, path);
	struct beneath_file now;
	struct digest then;
	enum past_state state = PAST_MISSING;

	if (beneath_look(past->fd, str_c(past->arena, path), &now)) {
		arena_rewind(past->arena, mark);
		return digest_read(wanted, &then) && digest_equal(then, now.digest)
			       ? PAST_WHOLE
			       : PAST_ALTERED;
	}
	if (errno != ENOENT && errno != ENOTDIR)
		state = PAST_ALTERED; /* something else stands in its place */
	arena_rewind(past->arena, mark);
	miss(past, path);
	return state;
}

void past_close(struct past *past)
{
	if (past->fd >= 0)
		close(past->fd);
	past->fd = -1;
}

date past_newest(struct arena *arena, struct str out)
{
	date newest = DATE_NONE, day;
	const struct dirent *entry;
	DIR *dir = opendir(str_c(arena, out));

	if (!dir)
		return newest;
	while ((entry = readdir(dir))) {
		struct past past;

		if (date_from_str(str_from_c(entry->d_name), &day) != DATE_OK ||
		    day <= newest)
			continue;
		past = past_open(arena, out, day);
		if (past_is_there(&past))
			newest = day;
		past_close(&past);
	}
	closedir(dir);
	return newest;
}
