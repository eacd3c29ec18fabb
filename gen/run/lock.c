#include "run/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static struct str holder(struct arena *arena, int fd)
{
	char text[256];
	ssize_t n = pread(fd, text, sizeof text, 0);

	if (n <= 0)
		return STR("another build");
	return str_trim(str_copy(arena, (struct str){text, (size_t)n}));
}

/* Who holds it is for people; that it is held is for flock. So a short write is no fault.
 */
static void sign(struct arena *arena, int fd)
{
	char host[128] = "";
	struct str text;

	if (gethostname(host, sizeof host - 1) != 0)
		host[0] = 0;
	text = str_format(arena, "process %ld on %s\n", (long)getpid(), host);
	if (ftruncate(fd, 0) != 0 || pwrite(fd, text.at, text.len, 0) < 0)
		return;
}

/* Whoever gave up a folder may have taken the file away before it was locked here. */
static bool is_gone(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_nlink == 0;
}

/* False with errno; EWOULDBLOCK with *fd open: another holds it. */
static bool try_lock(int folder, int *fd)
{
	do {
		*fd = openat(folder, LOCK_NAME, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
			     0600);
		if (*fd < 0)
			return false;
		int locked;
		do
			locked = flock(*fd, LOCK_EX | LOCK_NB);
		while (locked != 0 && errno == EINTR);
		if (locked != 0)
			return false;
		if (!is_gone(*fd))
			return true;
		close(*fd);
	} while (true);
}

int lock_take(struct arena *arena, int folder, struct str shown, struct str *fault)
{
	int fd;

	if (try_lock(folder, &fd)) {
		sign(arena, fd);
		return fd;
	}
	if (fd >= 0 && errno == EWOULDBLOCK) {
		struct str who = holder(arena, fd);

		*fault = str_format(arena, "'%.*s' is in use: %.*s is building there",
				    STR_ARG(shown), STR_ARG(who));
	} else {
		*fault = str_format(arena, "cannot %s '%.*s/" LOCK_NAME "': %s",
				    fd < 0 ? "open" : "lock", STR_ARG(shown),
				    strerror(errno));
	}
	if (fd >= 0)
		close(fd);
	return -1;
}

void lock_drop(int lock)
{
	if (lock < 0)
		return;
	if (ftruncate(lock, 0) != 0) {
		/* The name in it is stale then, but the lock itself goes with the close.
		 */
	}
	close(lock);
}
