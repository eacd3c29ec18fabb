#include "run/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

struct swap {
	struct arena *arena;
	struct str folder;
	int fd; /* the folder's */
	const char *name, *aside;
	struct str *fault;
};

static bool fail(const struct swap *swap, const char *what, const char *name)
{
	const char *why = strerror(errno);

	*swap->fault = str_format(swap->arena, "cannot %s '%.*s/%s': %s", what,
				  STR_ARG(swap->folder), name, why);
	return false;
}

static bool drain(int fd, struct buf *buf)
{
	char piece[65536];
	ssize_t n;

	while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			buf_put(buf, (struct str){piece, (size_t)n});
	return n == 0;
}

static bool write_all(int fd, struct str bytes)
{
	for (size_t done = 0; done < bytes.len;) {
		ssize_t n = write(fd, bytes.at + done, bytes.len - done);

		if (n < 0 && errno != EINTR)
			return false;
		done += n > 0 ? (size_t)n : 0;
	}
	return true;
}

bool swap_read(struct arena *arena, struct str folder, struct str name, struct str *text,
	       struct str *fault)
{
	struct swap swap = {.arena = arena, .folder = folder, .fault = fault};
	struct buf buf = buf_new(arena, 0);
	const char *path = str_c(
		arena, str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name)));
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	*text = STR("");
	if (fd < 0)
		return errno == ENOENT || fail(&swap, "read", str_c(arena, name));
	bool done = drain(fd, &buf);
	if (!done)
		fail(&swap, "read", str_c(arena, name));
	close(fd);
	*text = buf_str(&buf);
	return done;
}

bool swap_changed(struct arena *arena, struct str folder, struct str name,
		  struct str *fault)
{
	*fault = str_format(arena, "'%.*s/%.*s' was changed by somebody else meanwhile",
			    STR_ARG(folder), STR_ARG(name));
	return false;
}

/* Permissions of the file that is replaced; of a new one, what the umask leaves. */
static bool keep_mode(const struct swap *swap, int fd)
{
	struct stat status;

	return fstatat(swap->fd, swap->name, &status, 0) != 0 ||
	       fchmod(fd, status.st_mode & 07777) == 0;
}

static bool write_aside(const struct swap *swap, struct str text)
{
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, fd;

	/* A left-over of a process that was killed is of no use to anyone. */
	if (unlinkat(swap->fd, swap->aside, 0) != 0 && errno != ENOENT)
		return fail(swap, "remove", swap->aside);
	fd = openat(swap->fd, swap->aside, flags, 0666);
	if (fd < 0)
		return fail(swap, "create", swap->aside);
	bool written = keep_mode(swap, fd) && write_all(fd, text) && fsync(fd) == 0;
	if (!written)
		fail(swap, "write", swap->aside);
	if (close(fd) != 0 && written)
		written = fail(swap, "write", swap->aside);
	return written;
}

/* How the new text took its place. */
enum way {
	WAY_NONE,
	WAY_NEW,      /* there was no file */
	WAY_EXCHANGE, /* the old text is now aside */
	WAY_OVER      /* the old text is gone: the file system knows no exchange */
};

static bool move(const struct swap *swap, unsigned flags)
{
	return renameat2(swap->fd, swap->aside, swap->fd, swap->name, flags) == 0;
}

static enum way put_in_place(const struct swap *swap)
{
	if (move(swap, RENAME_EXCHANGE))
		return WAY_EXCHANGE;
	if (errno == ENOENT && move(swap, RENAME_NOREPLACE))
		return WAY_NEW;
	return (errno == EINVAL || errno == ENOSYS) && move(swap, 0) ? WAY_OVER
								     : WAY_NONE;
}

/* What may not last is not left in place. */
static void take_back(const struct swap *swap, enum way way)
{
	if (way == WAY_EXCHANGE)
		move(swap, RENAME_EXCHANGE);
	else if (way == WAY_NEW)
		unlinkat(swap->fd, swap->name, 0);
}

static bool replace(const struct swap *swap, struct str text)
{
	if (!write_aside(swap, text)) {
		unlinkat(swap->fd, swap->aside, 0);
		return false;
	}
	enum way way = put_in_place(swap);
	bool done = way != WAY_NONE || fail(swap, "put in place", swap->name);
	if (done && fsync(swap->fd) != 0) {
		done = fail(swap, "sync the folder of", swap->name);
		take_back(swap, way);
	}
	unlinkat(swap->fd, swap->aside, 0);
	return done;
}

/* One writer at a time: they share the name aside, and none may lose what another adds.
 * Some file systems lock no folders; there the comparison has to do. */
static bool hold(const struct swap *swap)
{
	int held;

	do
		held = flock(swap->fd, LOCK_EX | LOCK_NB);
	while (held != 0 && errno == EINTR);
	if (held == 0 || errno != EWOULDBLOCK)
		return true;
	*swap->fault = str_format(swap->arena,
				  "'%.*s' is in use: another process is writing there",
				  STR_ARG(swap->folder));
	return false;
}

static bool is_still(const struct swap *swap, struct str name, struct str old)
{
	struct str now;

	return swap_read(swap->arena, swap->folder, name, &now, swap->fault) &&
	       (str_equal(now, old) ||
		swap_changed(swap->arena, swap->folder, name, swap->fault));
}

bool swap_write(struct arena *arena, struct str folder, struct str name, struct str old,
		struct str text, struct str *fault)
{
	const char *path = str_c(arena, folder);
	bool is_new = mkdir(path, 0777) == 0;
	struct swap swap = {
		.arena = arena,
		.folder = folder,
		.fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC),
		.name = str_c(arena, name),
		.aside = str_c(arena, str_format(arena, ".%.*s.new", STR_ARG(name))),
		.fault = fault,
	};

	if (swap.fd < 0) {
		*fault = str_format(arena, "cannot open the folder '%.*s': %s",
				    STR_ARG(folder), strerror(errno));
		if (is_new)
			rmdir(path);
		return false;
	}
	/* A folder that another process holds is not taken away, though this one made it.
	 */
	bool held = hold(&swap);
	bool done = held && is_still(&swap, name, old) && replace(&swap, text);
	if (held && !done && is_new)
		rmdir(path);
	close(swap.fd);
	return done;
}
