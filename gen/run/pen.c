#include "run/pen.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "run/beneath.h"

#define FOLDER (O_PATH | O_DIRECTORY)

struct pen pen_new(struct arena *arena, struct str shown, int new_fd, int old_fd,
		   unsigned mode)
{
	struct arena *scratch = arena_new(1024);

	return (struct pen){.arena = arena,
			    .scratch = scratch,
			    .empty = arena_mark(scratch),
			    .shown = shown,
			    .new_fd = new_fd,
			    .old_fd = old_fd,
			    .mode = mode,
			    .folder_fd = -1};
}

unsigned pen_folder_mode(unsigned mode)
{
	return mode | ((mode & 0444) >> 2);
}

bool pen_fail(struct pen *pen, const char *what, struct str path)
{
	int number = errno;

	pen->fault = str_format(pen->arena, "cannot %s '%.*s/%.*s': %s", what,
				STR_ARG(pen->shown), STR_ARG(path), strerror(number));
	errno = number;
	return false;
}

static void leave(struct pen *pen)
{
	if (pen->folder_fd >= 0)
		close(pen->folder_fd);
	pen->folder_fd = -1;
	pen->folder.at = NULL;
}

void pen_close(struct pen *pen)
{
	leave(pen);
	arena_free(pen->scratch);
	pen->scratch = NULL;
}

/* Without the name behind the last slash; empty for a file at the top. */
static struct str folder_of(struct str path)
{
	while (path.len && path.at[path.len - 1] != '/')
		path.len--;
	return str_slice(path, 0, path.len ? path.len - 1 : 0);
}

static struct str name_of(struct str path)
{
	size_t folder = folder_of(path).len;

	return str_slice(path, folder ? folder + 1 : 0, path.len);
}

/* The umask must not take away what --mode asks for; 0600 it never does. */
static bool make_folder(struct pen *pen, const char *path)
{
	mode_t mode = (mode_t)pen_folder_mode(pen->mode);

	if (mkdirat(pen->new_fd, path, mode) != 0)
		return errno == EEXIST;
	return pen->mode == 0600 || fchmodat(pen->new_fd, path, mode, 0) == 0;
}

/* Its parents first where they are not there yet; another thread may be as far. */
static bool make_folders(struct pen *pen, struct str folder)
{
	char *path = str_c(pen->scratch, folder);

	if (make_folder(pen, path))
		return true;
	if (errno != ENOENT)
		return false;
	for (size_t end = str_index(folder, '/', 0); end < folder.len;
	     end = str_index(folder, '/', end + 1)) {
		path[end] = 0;
		if (!make_folder(pen, path))
			return false;
		path[end] = '/';
	}
	return make_folder(pen, path);
}

static bool enter(struct pen *pen, struct str path)
{
	struct str folder = folder_of(path);

	if (pen->folder.at && str_equal(pen->folder, folder))
		return true;
	leave(pen);
	arena_rewind(pen->scratch, pen->empty);
	if (folder.len && !make_folders(pen, folder))
		return pen_fail(pen, "create the folder", folder);
	pen->folder_fd = beneath_open(
		pen->new_fd, folder.len ? str_c(pen->scratch, folder) : ".", FOLDER, 0);
	if (pen->folder_fd < 0)
		return pen_fail(pen, "open the folder", folder);
	pen->folder = str_copy(pen->scratch, folder);
	if (!pen->folder.at)
		pen->folder.at = "";
	return true;
}

int pen_open(struct pen *pen, struct str path)
{
	if (!enter(pen, path))
		return -1;
	int fd = openat(pen->folder_fd, str_c(pen->scratch, name_of(path)),
			O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			(mode_t)pen->mode);

	if (fd < 0)
		pen_fail(pen, "create", path);
	else if (pen->mode != 0600 && fchmod(fd, (mode_t)pen->mode) != 0) {
		pen_fail(pen, "set the permissions of", path);
		close(fd);
		fd = -1;
	}
	return fd;
}

bool pen_put(struct pen *pen, struct str path, int fd, struct str bytes)
{
	size_t done = 0;

	while (done < bytes.len) {
		ssize_t n = write(fd, bytes.at + done, bytes.len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return pen_fail(pen, "write", path);
		done += (size_t)n;
	}
	return true;
}

bool pen_shut(struct pen *pen, struct str path, int fd)
{
	return close(fd) == 0 || pen_fail(pen, "write", path);
}

bool pen_write(struct pen *pen, struct str path, struct str bytes)
{
	int fd = pen_open(pen, path);

	if (fd < 0)
		return false;
	if (pen_put(pen, path, fd, bytes))
		return pen_shut(pen, path, fd);
	close(fd);
	return false;
}

bool pen_carry(struct pen *pen, struct str path)
{
	struct str folder = folder_of(path);

	if (!enter(pen, path))
		return false;
	const char *name = str_c(pen->scratch, name_of(path));
	int old = beneath_open(pen->old_fd,
			       folder.len ? str_c(pen->scratch, folder) : ".", FOLDER, 0);
	bool linked = old >= 0 && linkat(old, name, pen->folder_fd, name, 0) == 0;

	if (!linked)
		pen_fail(pen, "carry over", path);
	if (old >= 0)
		close(old);
	return linked;
}
