#include "run/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "run/beneath.h"
#include "run/lock.h"
#include "run/sweep.h"

#define MARKER ".collectgen"
#define ASIDE ".new-"
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

/* The marker stands beside the runs; its pen writes nothing else. */
static bool mark(struct output *output)
{
	struct pen pen =
		pen_new(output->arena, output->root, output->root_fd, -1, output->mode);
	bool done = pen_write(&pen, STR(MARKER), STR(MARKER_TEXT));

	output->fault = pen.fault;
	output->marked = done;
	pen_close(&pen);
	return done;
}

static bool any_file(void *data, struct str path)
{
	bool other = !str_equal(path, STR(LOCK_NAME));

	*(bool *)data |= other;
	return !other;
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
	if (!sweep_walk(output->arena, output->root_fd, STR(""), any_file, &any) && !any)
		return fail(output, "look through", STR("."));
	if (any) {
		output->fault = str_format(
			output->arena,
			"'%.*s' holds files that collectgen did not write; give an empty or new "
			"folder with -o",
			STR_ARG(output->root));
		return false;
	}
	return mark(output);
}

static bool root_open(struct output *output)
{
	const char *path = str_c(output->arena, output->root);

	output->made = mkdir(path, (mode_t)pen_folder_mode(output->mode)) == 0;
	if (!output->made && errno != EEXIST) {
		const char *parents =
			errno == ENOENT ? " (mkdir -p makes the folders above it too)"
					: "";
		output->fault =
			str_format(output->arena, "cannot create the folder '%s': %s%s",
				   path, strerror(errno), parents);
		return false;
	}
	output->root_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (output->root_fd < 0) {
		output->fault =
			str_format(output->arena, "cannot open the folder '%s': %s", path,
				   strerror(errno));
		return false;
	}
	/* The umask must not close the folder to those whom its files are open to. */
	return !output->made || output->mode == 0600 ||
	       fchmod(output->root_fd, (mode_t)pen_folder_mode(output->mode)) == 0 ||
	       fail(output, "set the permissions of", STR(""));
}

static bool is_aside(const char *name)
{
	struct str text = str_from_c(name), start = STR(ASIDE);
	date day;

	return str_starts(text, start) &&
	       date_from_str(str_slice(text, start.len, text.len), &day) == DATE_OK;
}

/* Whoever holds the lock is the only one building here: what stands aside, of any day,
 * was left by a build that was killed. */
static bool sweep_asides(struct output *output)
{
	int fd = openat(output->root_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;
	struct str where;
	bool swept = dir != NULL;

	if (!dir && errno == ENOMEM)
		arena_exhausted();
	while (swept && (entry = readdir(dir)))
		if (is_aside(entry->d_name) &&
		    !sweep_tree(output->arena, output->root_fd,
				str_copy(output->arena, str_from_c(entry->d_name)),
				&where))
			swept = fail(output, "remove the left-over", where);
	if (dir)
		closedir(dir);
	return swept || (!dir && fail(output, "look into", STR("")));
}

static bool any_aside(struct output *output)
{
	DIR *dir = opendir(str_c(output->arena, output->root));
	const struct dirent *entry;
	bool any = false;

	while (dir && !any && (entry = readdir(dir)))
		any = is_aside(entry->d_name);
	if (dir)
		closedir(dir);
	return any;
}

static bool new_open(struct output *output)
{
	const char *aside = str_c(output->arena, output->aside);
	mode_t mode = (mode_t)pen_folder_mode(output->mode);

	if (!sweep_asides(output))
		return false;
	if (mkdirat(output->root_fd, aside, mode) != 0 ||
	    (output->mode != 0600 && fchmodat(output->root_fd, aside, mode, 0) != 0))
		return fail(output, "create", output->aside);
	output->new_fd = beneath_open(output->root_fd, aside, O_RDONLY | O_DIRECTORY, 0);
	if (output->new_fd < 0)
		return fail(output, "open", output->aside);
	return true;
}

static bool old_open(struct output *output)
{
	const char *name = str_c(output->arena, output->name);

	output->old_fd = beneath_open(output->root_fd, name, O_RDONLY | O_DIRECTORY, 0);
	if (output->old_fd >= 0 || errno == ENOENT)
		return true;
	return fail(output, "open the old run", output->name);
}

struct pen output_pen(const struct output *output, struct arena *arena)
{
	struct str shown = str_format(arena, "%.*s/%.*s", STR_ARG(output->root),
				      STR_ARG(output->aside));

	return pen_new(arena, shown, output->new_fd, output->old_fd, output->mode);
}

bool output_old(struct output *output, struct arena *arena, struct str path,
		struct str *bytes)
{
	*bytes = STR("");
	if (output->old_fd < 0 || beneath_read(output->old_fd, arena, path, bytes))
		return true;
	return errno == ENOENT || fail(output, "read", path);
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
	output->aside = str_format(arena, ASIDE "%.*s", STR_ARG(name));
	if (!root_open(output) || !claim(output))
		return false;
	output->lock_fd = lock_take(arena, output->root_fd, out, &output->fault);
	/* Claimed once more, now that nobody can give the folder up any longer. */
	return output->lock_fd >= 0 && claim(output) && old_open(output) &&
	       new_open(output);
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

/* A folder that this run made, or marked as its own, is left as it was found. */
static void unmake(struct output *output)
{
	if (output->marked) {
		unlinkat(output->root_fd, MARKER, 0);
		unlinkat(output->root_fd, LOCK_NAME, 0);
	}
	if (output->made)
		rmdir(str_c(output->arena, output->root));
}

void output_abandon(struct output *output)
{
	struct str where;

	/* Only the holder of the lock may sweep; a folder that will not go is swept next
	 * time. */
	if (output->lock_fd >= 0) {
		sweep_tree(output->arena, output->root_fd, output->aside, &where);
		unmake(output);
	}
	close_all(output);
}

bool output_tidy(struct arena *arena, struct str out, struct str *fault)
{
	struct output output = {.arena = arena,
				.root = out,
				.mode = 0600,
				.root_fd = -1,
				.new_fd = -1,
				.old_fd = -1,
				.lock_fd = -1};

	if (!any_aside(&output))
		return true;
	bool tidied = root_open(&output);
	if (tidied)
		output.lock_fd = lock_take(arena, output.root_fd, out, &output.fault);
	tidied = tidied && output.lock_fd >= 0 && sweep_asides(&output);
	*fault = output.fault;
	close_all(&output);
	return tidied;
}

struct rescue {
	const struct output *output;
	struct pen pen;
	bool (*ours)(const void *data, struct str path);
	const void *data;
};

static struct str in_the_way(const struct output *output, struct str path)
{
	return str_format(
		output->arena,
		"'%.*s/%.*s/%.*s' is in the way: collectgen did not write it, and "
		"the new run has a file there; move it elsewhere",
		STR_ARG(output->root), STR_ARG(output->name), STR_ARG(path));
}

static bool rescue_file(void *data, struct str path)
{
	struct rescue *rescue = data;

	if (rescue->ours(rescue->data, path) || pen_carry(&rescue->pen, path))
		return true;
	if (errno == EEXIST)
		rescue->pen.fault = in_the_way(rescue->output, path);
	return false;
}

static bool rescue_all(struct output *output,
		       bool (*ours)(const void *data, struct str path), const void *data)
{
	struct rescue rescue = {output, output_pen(output, output->arena), ours, data};
	bool done = output->old_fd < 0 || sweep_walk(output->arena, output->old_fd,
						     STR(""), rescue_file, &rescue);

	if (!done && !rescue.pen.fault.len)
		fail(output, "look through", output->name);
	else
		output->fault = rescue.pen.fault;
	pen_close(&rescue.pen);
	return done;
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
	struct str where;
	bool done = rescue_all(output, ours, data);

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
