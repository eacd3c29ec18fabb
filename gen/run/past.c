#include "run/past.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "run/manifest.h"

#define FOLDER_FLAGS (O_RDONLY | O_DIRECTORY | O_CLOEXEC)

/* What is not there, or is something else, is a finding; the rest is the machine's. */
static bool miss(struct past *past, struct str path)
{
	int number = errno;

	if (number == ENOENT || number == ENOTDIR || number == EISDIR ||
	    number == ELOOP || number == ENXIO)
		return false;
	past->fault = str_format(past->arena, "cannot read '%.*s/%.*s': %s",
				 STR_ARG(past->folder), STR_ARG(path), strerror(number));
	errno = number;
	return false;
}

/* The bytes of a file of the run; false when there is none to read. */
static bool load(struct past *past, struct arena *arena, struct str path,
		 struct str *bytes)
{
	int fd = openat(past->fd, str_c(arena, path),
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct buf buf = buf_new(arena, 0);
	char piece[65536];
	ssize_t n;

	if (fd < 0)
		return miss(past, path);
	while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(&buf, (struct str){piece, (size_t)n});
	bool whole = n == 0 || miss(past, path);
	close(fd);
	*bytes = buf_str(&buf);
	return whole;
}

struct past past_open(struct arena *arena, struct str out, date as_of)
{
	struct past past = {.arena = arena, .fd = -1, .lines = map_new(arena)};
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
	if (load(&past, arena, STR(MANIFEST_NAME), &text)) {
		past.versions = versions_from_manifest(arena, text);
		past.lines = manifest_read(arena, text);
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

enum past_state past_look(struct past *past, struct str path)
{
	struct arena_mark mark = arena_mark(past->arena);
	size_t faults = past->fault.len;
	struct str wanted = manifest_member(past_line(past, path), "sha256"), bytes;
	enum past_state state = PAST_MISSING;

	if (load(past, past->arena, path, &bytes)) {
		struct buf found = buf_new(past->arena, 0);

		digest_put(&found, digest_from_str(bytes));
		state = str_equal(buf_str(&found), wanted) ? PAST_WHOLE : PAST_ALTERED;
	} else if (errno != ENOENT && errno != ENOTDIR) {
		state = PAST_ALTERED; /* something else stands in its place */
	}
	if (past->fault.len == faults) /* else what is said of it must stay */
		arena_rewind(past->arena, mark);
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
