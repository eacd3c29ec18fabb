#include "run/sweep.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static DIR *folder_at(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *dir;

	if (fd < 0)
		return NULL;
	dir = fdopendir(fd);
	if (!dir)
		close(fd);
	return dir;
}

/* The next entry; NULL at the end with errno 0, else errno tells why there is none. */
static const struct dirent *next(DIR *dir)
{
	errno = 0;
	return readdir(dir);
}

static struct str joined(struct arena *arena, struct str prefix, const char *name)
{
	if (prefix.len == 0)
		return str_copy(arena, str_from_c(name));
	return str_format(arena, "%.*s/%s", STR_ARG(prefix), name);
}

static bool is_folder(int parent, const struct dirent *entry)
{
	DIR *dir;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	dir = folder_at(parent, entry->d_name);
	if (!dir)
		return false;
	closedir(dir);
	return true;
}

bool sweep_tree(struct arena *arena, int folder, struct str name, struct str *where)
{
	const char *path = str_c(arena, name);
	const struct dirent *entry;
	bool gone = true;
	DIR *dir;

	*where = name;
	if (unlinkat(folder, path, 0) == 0 || errno == ENOENT)
		return true;
	if (errno != EISDIR && errno != EPERM)
		return false;
	dir = folder_at(folder, path);
	if (!dir)
		return false;
	while (gone && (entry = readdir(dir))) {
		if (!dots(entry->d_name))
			gone = sweep_tree(arena, dirfd(dir), str_from_c(entry->d_name),
					  where);
		if (!gone)
			*where = str_format(arena, "%s/%.*s", path, STR_ARG(*where));
	}
	closedir(dir);
	if (!gone)
		return false;
	*where = name;
	return unlinkat(folder, path, AT_REMOVEDIR) == 0;
}

bool sweep_walk(struct arena *arena, int folder, struct str prefix,
		bool (*visit)(void *data, struct str path), void *data)
{
	const char *name = prefix.len ? str_c(arena, prefix) : ".";
	DIR *dir = folder_at(folder, name);
	const struct dirent *entry;
	bool on = true;

	if (!dir && errno == ENOMEM)
		arena_exhausted();
	if (!dir)
		return errno == ENOENT;
	while (on && (entry = next(dir))) {
		struct arena_mark mark = arena_mark(arena);
		struct str path;

		if (dots(entry->d_name))
			continue;
		path = joined(arena, prefix, entry->d_name);
		on = is_folder(dirfd(dir), entry)
			     ? sweep_walk(arena, folder, path, visit, data)
			     : visit(data, path);
		if (on) /* what a visitor says of a fault must outlive the walk */
			arena_rewind(arena, mark);
	}
	/* A folder read in part would lose what stands in the rest. */
	int number = on ? errno : 0;
	closedir(dir);
	errno = number;
	return on && number == 0;
}
