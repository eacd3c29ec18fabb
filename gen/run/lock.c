#include "run/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME ".lock"

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

int lock_take(struct arena *arena, int folder, struct str shown, struct str *fault)
{
	int fd = openat(folder, LOCK_NAME, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
			0600);

	if (fd < 0) {
		*fault = str_format(arena, "cannot open '%.*s/" LOCK_NAME "': %s",
				    STR_ARG(shown), strerror(errno));
		return -1;
	}
	if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK) {
			struct str who = holder(arena, fd);

			*fault = str_format(arena,
					    "'%.*s' is in use: %.*s is building there",
					    STR_ARG(shown), STR_ARG(who));
		} else {
			*fault = str_format(arena, "cannot lock '%.*s/" LOCK_NAME "': %s",
					    STR_ARG(shown), strerror(errno));
		}
		close(fd);
		return -1;
	}
	sign(arena, fd);
	return fd;
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
