#include "run/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/lock.h"
#include "run/sweep.h"

#define MARKER ".collectgen"
#define MARKER_TEXT \
	"This folder belongs to collectgen: each folder named by a date is one run, and the\n" \
	"next run of that date replaces it whole. Delete any run you no longer want.\n"

static bool fail(struct output *output, const char *what, struct str path)
{
	const char *why = strerror(errno);

	output->fault = str_format(output->arena, "cannot %s '%.*s/%.*s': %s", what,
				   STR_ARG(output->root), STR_ARG(path), why);
	return false;
}

static mode_t folder_mode(unsigned mode)
{
	return (mode_t)(mode | ((mode & 0444) >> 2)); /* who may read may enter */
}

static bool write_all(int fd, struct str bytes)
{
	size_t done = 0;

	while (done < bytes.len) {
		ssize_t n = write(fd, bytes.at + done, bytes.len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

/* A new file below `folder`; an existing one is never opened. */
static bool file_new(struct output *output, int folder, struct str path, struct str bytes)
{
	const char *name = str_c(output->arena, path);
	int fd =
		openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		       (mode_t)output->mode);
	bool written;

	if (fd < 0)
		return fail(output, "create", path);
	/* The umask must not take away what --mode asks for; 0600 it never does. */
	written = (output->mode == 0600 || fchmod(fd, (mode_t)output->mode) == 0) &&
		  write_all(fd, bytes);
	if (!written)
		fail(output, "write", path);
	if (close(fd) != 0 && written)
		written = fail(output, "write", path);
	return written;
}

static bool any_file(void *data, struct str path)
{
	(void)path;
	*(bool *)data = true;
	return false;
}

/* The folder is ours when it carries the marker, and may become ours when it holds
 * nothing. */
static bool claim(struct output *output)
{
	struct stat st;
	bool any = false;

	if (fstatat(output->root_fd, MARKER, &st, AT_SYMLINK_NOFOLLOW) == 0)
		return true;
	if (errno != ENOENT)
		return fail(output, "look at", STR(MARKER));
	sweep_walk(output->arena, output->root_fd, STR(""), any_file, &any);
	if (any) {
		output->fault = str_format(
			output->arena,
			"'%.*s' holds files that collectgen did not write; give an empty or new "
			"folder with -o",
			STR_ARG(output->root));
		return false;
	}
	return file_new(output, output->root_fd, STR(MARKER), STR(MARKER_TEXT));
}

static bool root_open(struct output *output)
{
	const char *path = str_c(output->arena, output->root);

	if (mkdir(path, folder_mode(output->mode)) != 0 && errno != EEXIST) {
		output->fault =
			str_format(output->arena, "cannot create the folder '%s': %s",
				   path, strerror(errno));
		return false;
	}
	output->root_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (output->root_fd < 0) {
		output->fault =
			str_format(output->arena, "cannot open the folder '%s': %s", path,
				   strerror(errno));
		return false;
	}
	return true;
}

static bool new_open(struct output *output)
{
	const char *aside = str_c(output->arena, output->aside);
	struct str where;

	if (!sweep_tree(output->arena, output->root_fd, output->aside, &where))
		return fail(output, "remove the left-over", where);
	if (mkdirat(output->root_fd, aside, folder_mode(output->mode)) != 0)
		return fail(output, "create", output->aside);
	output->new_fd = openat(output->root_fd, aside,
				O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (output->new_fd < 0)
		return fail(output, "open", output->aside);
	return true;
}

static bool old_open(struct output *output)
{
	const char *name = str_c(output->arena, output->name);

	output->old_fd = openat(output->root_fd, name,
				O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (output->old_fd >= 0 || errno == ENOENT)
		return true;
	return fail(output, "open the old run", output->name);
}

/* Makes the folders above a path, at most two deep. */
static bool folders(struct output *output, struct str path)
{
	size_t end = str_index(path, '/', 0), last = 0;
	struct str folder;

	for (; end < path.len; end = str_index(path, '/', end + 1))
		last = end;
	folder = str_slice(path, 0, last);
	if (last == 0 || str_equal(folder, output->folder))
		return true;
	for (end = str_index(path, '/', 0); end < path.len;
	     end = str_index(path, '/', end + 1)) {
		struct str part = str_slice(path, 0, end);

		if (mkdirat(output->new_fd, str_c(output->arena, part),
			    folder_mode(output->mode)) != 0 &&
		    errno != EEXIST)
			return fail(output, "create the folder", part);
	}
	output->folder = str_copy(output->arena, folder);
	return true;
}

bool output_write(struct output *output, struct str path, struct str bytes)
{
	return folders(output, path) && file_new(output, output->new_fd, path, bytes);
}

bool output_carry(struct output *output, struct str path)
{
	const char *name = str_c(output->arena, path);

	if (!folders(output, path))
		return false;
	if (linkat(output->old_fd, name, output->new_fd, name, 0) == 0)
		return true;
	return fail(output, "carry over", path);
}

bool output_old(struct output *output, struct arena *arena, struct str path,
		struct str *bytes)
{
	struct buf buf = buf_new(arena, 0);
	char piece[65536];
	ssize_t n;

	*bytes = STR("");
	if (output->old_fd < 0)
		return true;
	int fd = openat(output->old_fd, str_c(output->arena, path),
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return errno == ENOENT || fail(output, "read", path);
	while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(&buf, (struct str){piece, (size_t)n});
	if (n < 0)
		fail(output, "read", path);
	close(fd);
	*bytes = buf_str(&buf);
	return n == 0;
}

bool output_open(struct output *output, struct arena *arena, struct str out,
		 struct str name, unsigned mode)
{
	*output = (struct output){.arena = arena,
				  .root = out,
				  .name = name,
				  .mode = mode,
				  .root_fd = -1,
				  .new_fd = -1,
				  .old_fd = -1,
				  .lock_fd = -1};
	output->aside = str_format(arena, ".new-%.*s", STR_ARG(name));
	if (!root_open(output) || !claim(output))
		return false;
	output->lock_fd = lock_take(arena, output->root_fd, out, &output->fault);
	return output->lock_fd >= 0 && old_open(output) && new_open(output);
}

static void shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_all(struct output *output)
{
	shut(&output->new_fd);
	shut(&output->old_fd);
	lock_drop(output->lock_fd);
	output->lock_fd = -1;
	shut(&output->root_fd);
}

void output_abandon(struct output *output)
{
	struct str where;

	/* Only the holder of the lock may sweep; a folder that will not go is swept next
	 * time. */
	if (output->lock_fd >= 0)
		sweep_tree(output->arena, output->root_fd, output->aside, &where);
	close_all(output);
}

struct rescue {
	struct output *output;
	bool (*ours)(const void *data, struct str path);
	const void *data;
};

static bool rescue_file(void *data, struct str path)
{
	struct rescue *rescue = data;

	return rescue->ours(rescue->data, path) || output_carry(rescue->output, path);
}

static bool exchange(struct output *output)
{
	unsigned how = output->old_fd >= 0 ? RENAME_EXCHANGE : RENAME_NOREPLACE;

	if (renameat2(output->root_fd, str_c(output->arena, output->aside),
		      output->root_fd, str_c(output->arena, output->name), how) == 0)
		return true;
	if (errno == EINVAL || errno == ENOSYS) {
		output->fault = str_format(
			output->arena,
			"the file system of '%.*s' cannot put a run in place in "
			"one step; give a folder on another one with -o",
			STR_ARG(output->root));
		return false;
	}
	return fail(output, "put in place", output->name);
}

/* What may not last is not left in place: the old run returns, as far as it can. */
static bool take_back(struct output *output)
{
	const char *aside = str_c(output->arena, output->aside),
		   *name = str_c(output->arena, output->name);
	unsigned how = output->old_fd >= 0 ? RENAME_EXCHANGE : RENAME_NOREPLACE;

	fail(output, "sync", output->name);
	if (renameat2(output->root_fd, name, output->root_fd, aside, how) != 0)
		fail(output, "take back", output->name);
	return false;
}

bool output_commit(struct output *output, bool (*ours)(const void *data, struct str path),
		   const void *data)
{
	struct rescue rescue = {output, ours, data};
	struct str where;
	bool done = true;

	if (output->old_fd >= 0)
		done = sweep_walk(output->arena, output->old_fd, STR(""), rescue_file,
				  &rescue);
	if (done && syncfs(output->new_fd) != 0)
		done = fail(output, "sync", output->aside);
	if (!done || !exchange(output))
		return false;
	/* The run is in place. The old one, now aside, goes; if not now, at the next
	 * build. */
	if (fsync(output->root_fd) != 0)
		return take_back(output);
	sweep_tree(output->arena, output->root_fd, output->aside, &where);
	close_all(output);
	return true;
}
