#include "fresh.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

/* What this call has made, to be taken away again. */
struct made {
	struct call *call;
	const char **files, **folders;
	size_t nfiles, nfolders;
};

static const char *join(struct call *call, const char *folder, struct str path)
{
	return str_format(call->arena, "%s/%.*s%c", folder, STR_ARG(path), 0).at;
}

static const char **add(struct call *call, const char **items, size_t *count,
			const char *item)
{
	items = arena_grow(call->arena, items, *count, *count + 1, sizeof *items);
	items[(*count)++] = item;
	return items;
}

static bool is_free(const char *path)
{
	struct stat status;

	return lstat(path, &status) != 0 && errno != ENOTDIR;
}

static bool is_folder_or_free(struct call *call, const char *folder)
{
	struct stat status;

	if (stat(folder, &status) != 0 || S_ISDIR(status.st_mode))
		return true;
	call_fault(call, "'%s' is not a folder", folder);
	call_help(call, "name a folder, or one that is not there yet");
	return false;
}

static bool are_free(struct call *call, const char *folder, const struct fresh *files,
		     size_t count)
{
	size_t taken = 0;

	for (size_t i = 0; i < count; i++) {
		if (is_free(join(call, folder, files[i].path)))
			continue;
		call_fault(call, "'%s' has a file '%.*s' already", folder,
			   STR_ARG(files[i].path));
		taken++;
	}
	if (taken)
		call_help(call, "nothing is overwritten and nothing was written: "
				"name another folder");
	return taken == 0;
}

/* The folders on the way to `path`, those that are missing. */
static bool make_folders(struct made *made, const char *path)
{
	struct str whole = str_from_c(path);

	for (size_t end = str_index(whole, '/', 1); end < whole.len;
	     end = str_index(whole, '/', end + 1)) {
		char *folder = str_c(made->call->arena, str_slice(whole, 0, end));
		if (mkdir(folder, 0777) == 0)
			made->folders =
				add(made->call, made->folders, &made->nfolders, folder);
		else if (errno != EEXIST)
			return false;
	}
	return true;
}

static bool write_all(int file, struct str bytes)
{
	for (size_t done = 0; done < bytes.len;) {
		ssize_t wrote = write(file, bytes.at + done, bytes.len - done);
		if (wrote < 0 && errno != EINTR)
			return false;
		done += wrote > 0 ? (size_t)wrote : 0;
	}
	return true;
}

static bool write_file(struct made *made, const char *path, struct str bytes)
{
	if (!make_folders(made, path))
		return false;
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (file < 0)
		return false;
	made->files = add(made->call, made->files, &made->nfiles, path);
	bool written = write_all(file, bytes);
	int why = errno;
	bool closed = close(file) == 0;
	if (!written)
		errno = why;
	return written && closed;
}

static void take_away(const struct made *made)
{
	for (size_t i = made->nfiles; i > 0; i--)
		unlink(made->files[i - 1]);
	for (size_t i = made->nfolders; i > 0; i--)
		rmdir(made->folders[i - 1]);
}

enum ending fresh_write(struct call *call, const char *folder, const struct fresh *files,
			size_t count)
{
	struct made made = {.call = call};

	if (!is_folder_or_free(call, folder) || !are_free(call, folder, files, count))
		return ENDING_USAGE;
	for (size_t i = 0; i < count; i++) {
		const char *path = join(call, folder, files[i].path);
		if (write_file(&made, path, files[i].bytes))
			continue;
		struct str fault = str_format(call->arena, "cannot write '%s': %s", path,
					      strerror(errno));
		take_away(&made);
		return call_obstacle(call, fault);
	}
	return ENDING_DONE;
}
