#include "run/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"

/* A whole document in one read; a thread's stack has room for it. */
#define PIECE ((size_t)64 << 10)

/* Where the system has no openat2: from folder to folder, none of them a link. */
static int walk(int folder, const char *path, int flags, unsigned mode)
{
	char name[NAME_MAX + 1];
	int at = folder, next;

	for (const char *end; (end = strchr(path, '/')); path = end + 1) {
		size_t length = (size_t)(end - path);

		if (length == 0 || length > NAME_MAX || path[0] == '.') {
			next = -1;
			errno = EXDEV;
		} else {
			memcpy(name, path, length);
			name[length] = 0;
			next = openat(at, name,
				      O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		}
		if (at != folder)
			close(at);
		if (next < 0)
			return -1;
		at = next;
	}
	next = openat(at, path, flags | O_NOFOLLOW | O_CLOEXEC, (mode_t)mode);
	int number = errno;
	if (at != folder)
		close(at);
	errno = number;
	return next;
}

int beneath_open(int folder, const char *path, int flags, unsigned mode)
{
	struct open_how how = {
		.flags = (uint64_t)(unsigned)(flags | O_CLOEXEC),
		.mode = (flags & O_CREAT) != 0 ? mode : 0,
		.resolve = (uint64_t)RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS |
			   RESOLVE_NO_MAGICLINKS,
	};
	long fd;

	do
		fd = syscall(SYS_openat2, folder, path, &how, sizeof how);
	while (fd < 0 && (errno == EINTR || errno == EAGAIN));
	if (fd < 0 && errno == ENOSYS)
		return walk(folder, path, flags, mode);
	return (int)fd;
}

/* Never waits: a pipe in the file's place is no regular file. */
static int open_file(int folder, const char *path, struct stat *st)
{
	int fd = beneath_open(folder, path, O_RDONLY | O_NONBLOCK, 0);

	*st = (struct stat){.st_mode = S_IFREG};
	if (fd < 0)
		return -1;
	if (fstat(fd, st) == 0 && S_ISREG(st->st_mode))
		return fd;
	int number = S_ISREG(st->st_mode) ? errno : EISDIR;
	close(fd);
	errno = number;
	return -1;
}

bool beneath_is_absent(int number)
{
	return number == ENOENT || number == ENOTDIR || number == EISDIR ||
	       number == ELOOP || number == ENXIO || number == EXDEV;
}

/* Fills what it can of `room` bytes; less only at the file's end, -1 on a fault. */
static ssize_t fill(int fd, char *at, size_t room)
{
	size_t done = 0;

	while (done < room) {
		ssize_t n = read(fd, at + done, room - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		done += (size_t)n;
	}
	return (ssize_t)done;
}

bool beneath_read(int folder, struct arena *arena, struct str path, struct str *bytes)
{
	struct stat st;
	int fd = open_file(folder, str_c(arena, path), &st);

	if (fd < 0)
		return false;
	size_t size = (size_t)st.st_size;
	char *at = arena_text(arena, size);
	ssize_t n = fill(fd, at, size);
	close(fd);
	*bytes = (struct str){at, n < 0 ? 0 : (size_t)n};
	return n >= 0;
}

bool beneath_look(int folder, const char *path, struct beneath_file *file)
{
	char piece[PIECE];
	struct digesting digesting;
	struct stat st;
	ssize_t n;
	int fd = open_file(folder, path, &st);

	if (fd < 0)
		return false;
	digest_begin(&digesting);
	*file = (struct beneath_file){.mode = st.st_mode & 07777};
	while ((n = fill(fd, piece, sizeof piece)) > 0) {
		digest_add(&digesting, (struct str){piece, (size_t)n});
		file->bytes += (size_t)n;
		if ((size_t)n < sizeof piece)
			break;
	}
	close(fd);
	file->digest = digest_end(&digesting);
	return n >= 0;
}
