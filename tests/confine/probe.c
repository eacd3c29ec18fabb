/* probe LEDGER OUTSIDE: what is still possible once a command that reads LEDGER has been
 * confined. Prints what went wrong, or that the kernel has neither of the two. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"
#include "confine.h"

static int wrong;

static void expect(bool as_it_should, const char *what)
{
	if (!as_it_should)
		printf("confine: %s (%s)\n", what, strerror(errno));
	wrong += !as_it_should;
}

static bool opens(const char *folder, const char *name, int flags)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", folder, name);
	int file = open(path, flags | O_CLOEXEC, 0600);
	if (file >= 0)
		close(file);
	return file >= 0;
}

static void *try_files(void *data)
{
	char **folders = data;
	expect(opens(folders[0], "books.yaml", O_RDONLY), "the ledger cannot be read");
	expect(!opens(folders[0], "books.yaml", O_RDWR), "the ledger can be written");
	expect(!opens(folders[0], "new", O_WRONLY | O_CREAT), "the ledger can grow");
	expect(!opens(folders[1], "secret", O_RDONLY), "another folder can be read");
	expect(!opens("/etc", "passwd", O_RDONLY), "/etc can be read");
	expect(!opens("/proc/self", "environ", O_RDONLY), "/proc can be read");
	return NULL;
}

static void *try_calls(void *data)
{
	char *words[] = {data, NULL};
	for (int family = AF_UNIX; family <= AF_INET6; family++)
		expect(socket(family, SOCK_STREAM, 0) < 0, "a socket can be opened");
	expect(execv("/bin/true", words) < 0, "a program can be started");
	return NULL;
}

/* Here, and in a thread that begins later. */
static void twice(void *(*attempt)(void *), void *data)
{
	pthread_t thread;
	attempt(data);
	if (pthread_create(&thread, NULL, attempt, data) == 0)
		pthread_join(thread, NULL);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	struct call call = {.arena = arena_new(0), .command = &command_check};
	const char *operands[] = {argv[1]};
	call.operands = (struct given){operands, 1};
	struct confinement confined = confine(&call);
	if (confined.files)
		twice(try_files, argv + 1);
	if (confined.sockets)
		twice(try_calls, argv[0]);
	printf("confine: Landlock %s, seccomp %s: %d breaches\n",
	       confined.files ? "active" : "inactive",
	       confined.sockets ? "active" : "inactive", wrong);
	arena_free(call.arena);
	return wrong != 0;
}
