/* sources_list, sources_in and source_fault_from_errno of source.h: the files of a
 * folder, and what may stand in the way. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/limits.h"
#include "diag/source.h"

struct paths {
	struct str *at;
	size_t count, room;
};

/* A walk holds one folder open at a time, however deep the tree is. */
struct walk {
	struct arena *arena;
	int root;
	struct paths files;
	struct paths folders; /* found so far; "" is the root */
};

static void push(struct arena *arena, struct paths *paths, struct str path)
{
	if (paths->count == paths->room) {
		size_t room = paths->room ? paths->room * 2 : 16;
		paths->at = arena_grow(arena, paths->at, paths->count, room, sizeof path);
		paths->room = room;
	}
	paths->at[paths->count++] = path;
}

static int compare(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool is_skipped(struct str folder, struct str name)
{
	if (name.at[0] == '.' || name.at[0] == '_')
		return true;
	return folder.len == 0 && str_equal(name, STR("templates"));
}

static bool is_folder(DIR *stream, const struct dirent *entry)
{
	struct stat status;
	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	int found = fstatat(dirfd(stream), entry->d_name, &status, AT_SYMLINK_NOFOLLOW);
	return found == 0 && S_ISDIR(status.st_mode);
}

/* Whatever is named like a ledger file counts as one: reading it tells what it is. */
static void sort_in(struct walk *walk, struct str folder, DIR *stream,
		    const struct dirent *entry)
{
	struct str name = str_from_c(entry->d_name);
	if (is_skipped(folder, name))
		return;
	bool is_ledger = str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml"));
	if (!is_ledger && !is_folder(stream, entry))
		return;
	struct str path = str_format(walk->arena, "%.*s%s%.*s", STR_ARG(folder),
				     folder.len ? "/" : "", STR_ARG(name));
	push(walk->arena, is_ledger ? &walk->files : &walk->folders, path);
}

/* NULL leaves errno. */
static DIR *open_folder(int root, const char *path)
{
	int open;
	do
		open = openat(root, path,
			      O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	while (open < 0 && errno == EINTR);
	DIR *stream = open < 0 ? NULL : fdopendir(open);
	int number = errno;
	if (!stream && open >= 0)
		close(open);
	errno = number;
	return stream;
}

static int read_folder(struct walk *walk, struct str folder)
{
	DIR *stream =
		open_folder(walk->root, folder.len ? str_c(walk->arena, folder) : ".");
	if (!stream)
		return errno;
	struct dirent *entry;
	errno = 0;
	while ((entry = readdir(stream)) && walk->files.count <= LIMIT_FILES)
		sort_in(walk, folder, stream, entry);
	int number = walk->files.count > LIMIT_FILES ? EFBIG : errno;
	closedir(stream);
	return number;
}

/* 0, or an errno and the folder it arose in. */
static int walk_all(struct walk *walk, struct str *where)
{
	push(walk->arena, &walk->folders, STR(""));
	for (size_t i = 0; i < walk->folders.count; i++) {
		struct str folder = walk->folders.at[i];
		int number = read_folder(walk, folder);
		if (number != 0) {
			*where = folder.len ? folder : *where;
			return number;
		}
	}
	return 0;
}

enum source_fault source_fault_from_errno(int number)
{
	if (number == ENOMEM)
		arena_exhausted();
	if (number == ENOENT)
		return SOURCE_MISSING;
	if (number == EACCES || number == EPERM)
		return SOURCE_DENIED;
	if (number == EISDIR || number == ENOTDIR || number == ENXIO)
		return SOURCE_NOT_FILE;
	if (number == EFBIG)
		return SOURCE_LARGE;
	if (number == EXDEV)
		return SOURCE_OUTSIDE;
	return number == ELOOP || number == ENAMETOOLONG ? SOURCE_UNREADABLE
							 : SOURCE_REFUSED;
}

enum source_fault sources_list(struct arena *arena, struct str folder, struct str **paths,
			       size_t *count, struct str *where)
{
	struct walk walk = {.arena = arena};
	const char *path = folder.len ? str_c(arena, folder) : ".";
	*paths = NULL;
	*count = 0;
	*where = folder;
	walk.root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int number = walk.root < 0 ? errno : walk_all(&walk, where);
	if (walk.root >= 0)
		close(walk.root);
	errno = number;
	if (number != 0)
		return source_fault_from_errno(number);
	if (walk.files.count)
		qsort(walk.files.at, walk.files.count, sizeof(struct str), compare);
	*paths = walk.files.at;
	*count = walk.files.count;
	return SOURCE_OK;
}

size_t sources_in(struct arena *arena, struct str folder, struct str ending,
		  struct str **names)
{
	struct paths found = {NULL, 0, 0};
	DIR *stream = open_folder(AT_FDCWD, str_c(arena, folder));
	struct dirent *entry;
	*names = NULL;
	if (!stream)
		return 0;
	while ((entry = readdir(stream)) && found.count < LIMIT_FILES) {
		struct str name = str_from_c(entry->d_name);
		if (str_ends(name, ending))
			push(arena, &found,
			     str_copy(arena, str_slice(name, 0, name.len - ending.len)));
	}
	closedir(stream);
	if (found.count)
		qsort(found.at, found.count, sizeof(struct str), compare);
	*names = found.at;
	return found.count;
}
