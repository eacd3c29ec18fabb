/* peak OUT COMMAND...: runs the command, writes to OUT "SECONDS KIB PROCESSOR": how long
 * it took, the most memory it held at once, and the processor time [s] of all its
 * threads, with the system's for them and without. Exits as the command did. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	double start = now();
	pid_t child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(127);
	}
	int status = 0;
	struct rusage usage;
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return 3;
	FILE *out = fopen(argv[1], "w");
	if (!out)
		return 3;
	double own = seconds(usage.ru_utime), used = own + seconds(usage.ru_stime);
	fprintf(out, "%.3f %ld %.3f %.3f\n", now() - start, usage.ru_maxrss, used, own);
	fclose(out);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
